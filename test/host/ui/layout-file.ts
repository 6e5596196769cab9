import type { ViewState, WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';
import type { WorkspaceSplit } from './workspace-parents';

interface SavedSplit {
  leaves: ViewState[];
  current: number;
  collapsed?: boolean;
}

type SavedLayout = Partial<Record<'main' | 'left' | 'right', SavedSplit>>;

const pathOf = (workspace: Workspace): string => `${workspace.app.vault.configDir}/workspace-host.json`;

function save(split: WorkspaceSplit): SavedSplit {
  const tabs = split.tabs();
  const current = tabs.currentLeaf();
  return {
    leaves: tabs.children.map((leaf) => leaf.getViewState()),
    current: current ? tabs.children.indexOf(current) : 0,
  };
}

/** The panes as data, like getLayout of the app. */
export function layoutOf(workspace: Workspace): SavedLayout {
  const { leftSplit, rightSplit, rootSplit } = workspace;
  return {
    main: save(rootSplit),
    left: { ...save(leftSplit), collapsed: leftSplit.collapsed },
    right: { ...save(rightSplit), collapsed: rightSplit.collapsed },
  };
}

/** Saves the panes, if the host was told to keep them. */
export async function writeLayout(workspace: Workspace): Promise<void> {
  if (!workspace.app.keepsLayout || !workspace.layoutReady) return;
  const text = JSON.stringify(layoutOf(workspace), null, 2);
  const { adapter, configDir } = workspace.app.vault;
  if (!(await adapter.exists(configDir))) await adapter.mkdir(configDir);
  await adapter.write(pathOf(workspace), text);
}

/** Brings back the panes of last time. What is not visible stays deferred. */
export async function readLayout(workspace: Workspace): Promise<void> {
  const { adapter } = workspace.app.vault;
  const path = pathOf(workspace);
  if (!workspace.app.keepsLayout || !(await adapter.exists(path))) return;
  const saved = JSON.parse(await adapter.read(path)) as SavedLayout;
  const splits = { main: workspace.rootSplit, left: workspace.leftSplit, right: workspace.rightSplit };
  for (const [name, split] of Object.entries(splits)) {
    const part = saved[name as keyof SavedLayout];
    if (!part) continue;
    const tabs = split.tabs();
    const before = [...tabs.children];
    const leaves: WorkspaceLeaf[] = [];
    for (const state of part.leaves) {
      const leaf = workspace.addLeaf(tabs);
      leaves.push(leaf);
      const visible = leaves.length - 1 === part.current && part.collapsed !== true;
      if (visible || state.type === 'empty') await leaf.setViewState(state);
      else await leaf.setDeferred(state);
    }
    const current = leaves[part.current];
    if (current) {
      // First, because closing the visible tab would wake a deferred neighbour.
      tabs.selectTab(current);
      for (const leaf of before) leaf.detach();
    }
  }
  if (saved.right?.collapsed === false) workspace.rightSplit.expand();
  if (saved.left?.collapsed === false) workspace.leftSplit.expand();
}
