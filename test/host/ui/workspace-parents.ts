import { setIcon } from './icons';
import { WorkspaceItem } from './leaf';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

/** A pane that contains others. */
export abstract class WorkspaceParent extends WorkspaceItem {
  parent: WorkspaceParent | null = null;
  abstract children: WorkspaceItem[];
  containerEl: HTMLElement;

  constructor(
    readonly workspace: Workspace,
    cls: string,
  ) {
    super();
    this.containerEl = createDiv(cls);
  }
}

/** Leaves as tabs, one of them visible. */
export class WorkspaceTabs extends WorkspaceParent {
  children: WorkspaceLeaf[] = [];
  private readonly headersEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private current: WorkspaceLeaf | null = null;

  constructor(
    workspace: Workspace,
    public override parent: WorkspaceSplit,
  ) {
    super(workspace, 'workspace-tabs');
    const bar = this.containerEl.createDiv('workspace-tab-header-container');
    this.headersEl = bar.createDiv({
      cls: 'workspace-tab-header-container-inner',
      attr: { role: 'tablist' },
    });
    if (parent.side === null) {
      const plus = bar.createDiv({
        cls: 'clickable-icon workspace-tab-header-new-tab',
        attr: { 'aria-label': 'New tab' },
      });
      setIcon(plus, 'plus');
      plus.addEventListener('click', () => workspace.setActiveLeaf(workspace.addLeaf(this)));
    } else {
      const close = bar.createDiv({
        cls: 'clickable-icon sidebar-toggle-button',
        attr: { 'aria-label': 'Collapse' },
      });
      setIcon(close, parent.side === 'left' ? 'sidebar-left' : 'sidebar-right');
      close.addEventListener('click', () => {
        if (parent instanceof WorkspaceSide) parent.collapse();
      });
    }
    this.bodyEl = this.containerEl.createDiv('workspace-tab-container');
  }

  addLeaf(leaf: WorkspaceLeaf): void {
    this.children.push(leaf);
    leaf.parent = this;
    this.headersEl.append(leaf.tabHeaderEl);
    this.bodyEl.append(leaf.containerEl);
    leaf.containerEl.hide();
    if (!this.current) this.selectTab(leaf);
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    const at = this.children.indexOf(leaf);
    this.children.splice(at, 1);
    leaf.tabHeaderEl.remove();
    leaf.containerEl.remove();
    if (this.current !== leaf) return;
    this.current = null;
    const next = this.children[Math.min(at, this.children.length - 1)];
    if (next) this.selectTab(next);
    else this.parent.onTabsEmpty(this);
  }

  currentLeaf(): WorkspaceLeaf | null {
    return this.current;
  }

  isHidden(): boolean {
    return this.parent instanceof WorkspaceSide && this.parent.collapsed;
  }

  selectTab(leaf: WorkspaceLeaf): void {
    if (this.current === leaf) return;
    this.current = leaf;
    for (const child of this.children) {
      const shown = child === leaf;
      child.containerEl.toggle(shown);
      child.tabHeaderEl.toggleClass('is-active', shown);
      child.tabHeaderEl.setAttr('aria-selected', shown);
    }
    // A tab that was restored gets its real view when it is seen for the first time.
    if (leaf.isDeferred && !this.isHidden()) void leaf.loadIfDeferred();
    this.workspace.requestLayoutChange();
  }
}

/** Groups of tabs side by side. */
export class WorkspaceSplit extends WorkspaceParent {
  children: WorkspaceTabs[] = [];

  constructor(
    workspace: Workspace,
    cls: string,
    readonly side: 'left' | 'right' | null,
  ) {
    super(workspace, `workspace-split mod-vertical ${cls}`);
  }

  addTabs(): WorkspaceTabs {
    const tabs = new WorkspaceTabs(this.workspace, this);
    this.children.push(tabs);
    this.containerEl.append(tabs.containerEl);
    return tabs;
  }

  /** The first group of tabs. */
  tabs(): WorkspaceTabs {
    return this.children[0] ?? this.addTabs();
  }

  onTabsEmpty(tabs: WorkspaceTabs): void {
    if (this.children.length > 1) {
      this.children = this.children.filter((one) => one !== tabs);
      tabs.containerEl.remove();
    } else if (this.side === null) this.workspace.addLeaf(tabs);
  }
}

/** The main area. */
export class WorkspaceRoot extends WorkspaceSplit {
  win: Window = window;
  doc: Document = document;
}

/** A sidebar. On a phone it is a drawer above the main area. */
export abstract class WorkspaceSide extends WorkspaceSplit {
  collapsed = true;

  constructor(
    workspace: Workspace,
    override readonly side: 'left' | 'right',
  ) {
    super(workspace, `mod-sidedock mod-${side}-split is-sidedock-collapsed`, side);
    this.containerEl.createDiv('workspace-leaf-resize-handle', (handle) => this.watchDrag(handle));
    this.tabs();
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  expand(): void {
    this.setCollapsed(false);
    const leaf = this.tabs().currentLeaf();
    if (leaf?.isDeferred) void leaf.loadIfDeferred();
  }

  setSize(width: number): void {
    this.containerEl.setCssStyles({ width: `${Math.max(170, width)}px` });
  }

  private setCollapsed(collapsed: boolean): void {
    if (collapsed === this.collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    document.body.toggleClass(`is-${this.side}-drawer-open`, !collapsed);
    this.workspace.requestLayoutChange();
    this.workspace.requestResize();
  }

  private watchDrag(handle: HTMLElement): void {
    handle.addEventListener('pointerdown', (start) => {
      start.preventDefault();
      const width = this.containerEl.offsetWidth;
      const sign = this.side === 'left' ? 1 : -1;
      handle.setPointerCapture(start.pointerId);
      const move = (event: PointerEvent): void =>
        this.setSize(width + sign * (event.clientX - start.clientX));
      handle.addEventListener('pointermove', move);
      handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), {
        once: true,
      });
    });
  }
}

/** A sidebar on the desktop. */
export class WorkspaceSidedock extends WorkspaceSide {}

/** A sidebar on a phone. */
export class WorkspaceMobileDrawer extends WorkspaceSide {}
