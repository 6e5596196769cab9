import type { App } from 'obsidian';
import { ChangeHistory } from '../../src/core/edit/history';
import { type Day, parseDay } from '../../src/core/date/day';
import { NoteIndex } from '../../src/core/index/note-index';
import { DEFAULT_SETTINGS, lineRules, ownNameKeys } from '../../src/core/settings';
import { VaultFeed } from '../../src/obsidian/feed';
import { pastTense } from '../../src/core/edit/wording';
import { sameVerb } from '../../src/core/edit/plan-verbs';
import type { Verb } from '../../src/core/edit/verb';
import { makeHush } from '../../src/obsidian/hush';
import { makeNoteWriter, type WriteNote } from '../../src/obsidian/note-writer';
import { type ActionParts, makeTaskActions, type Target } from '../../src/obsidian/task-actions';
import { MemoryBackend } from '../host/core/memory-backend';
import { MetadataCache, type MetadataCacheOptions } from '../host/core/metadata-cache';
import { Vault } from '../host/core/vault';
import type { OpenNote } from './open-note';
import { countingStamp } from '../core/support/stamp';

/** The plugin's feed, writer and actions over the vault of the host, without any window. */
export interface Rig {
  readonly backend: MemoryBackend;
  readonly vault: Vault;
  readonly metadata: MetadataCache;
  readonly index: NoteIndex;
  /** The notes that are open in leaves. */
  readonly open: OpenNote[];
  /** The views of leaves that show something else. */
  readonly otherViews: unknown[];
  /** The day that the plugin is told. */
  today: Day;
  readonly feed: VaultFeed;
  readonly actions: ReturnType<typeof startActions>;
  /** What the user was told. */
  readonly said: string[];
  /** The texts of the tasks in the index. */
  tasks(): string[];
}

/** Builds a rig over notes, or over what is there already, and starts it; the first reading may be under way. */
export async function startRig(
  notes: Record<string, string> | MemoryBackend,
  options: MetadataCacheOptions = { delay: 0 },
  makeWriter = (app: App, feed: VaultFeed, _open: readonly OpenNote[]): WriteNote =>
    makeNoteWriter(app, feed),
): Promise<Rig> {
  const backend = notes instanceof MemoryBackend ? notes : new MemoryBackend(notes);
  const vault = new Vault(backend);
  await vault.load();
  const metadata = new MetadataCache(vault, options);
  metadata.start();
  const open: OpenNote[] = [];
  const otherViews: unknown[] = [];
  const workspace = {
    onLayoutReady: (run: () => void) => run(),
    iterateAllLeaves: (visit: (leaf: unknown) => void) => {
      for (const view of [...otherViews, ...open]) visit({ view });
    },
  };
  const app = { vault, metadataCache: metadata, workspace } as unknown as App;
  const index = new NoteIndex();
  const rules = lineRules(DEFAULT_SETTINGS, null);
  const scope = { scope: DEFAULT_SETTINGS, read: { line: rules, ownNames: ownNameKeys(DEFAULT_SETTINGS) } };
  const history = new ChangeHistory(countingStamp());
  const feed = new VaultFeed(app, index, () => scope, history);
  const said: string[] = [];
  const today = parseDay('2025-11-05');
  if (!today) throw new Error('No day');
  const actions = startActions({
    app,
    write: makeWriter(app, feed, open),
    history,
    journal: { ready: () => Promise.resolve(), settled: () => Promise.resolve() },
    verbContext: () => ({ rules, today: rig.today }),
    refresh: (path) => feed.refresh(path),
    say: (message) => said.push(message),
  });
  const tasks = (): string[] => [...index.tasks()].map(({ text }) => text);
  const rig: Rig = {
    backend,
    vault,
    metadata,
    index,
    open,
    otherViews,
    today,
    feed,
    actions,
    said,
    tasks,
  };
  feed.load();
  return rig;
}

/** The plugin's actions, with a short way to do one verb to some lines; `say` is told what the user would be. */
export function startActions({
  say,
  ...parts
}: Omit<ActionParts, 'reporter' | 'hush' | 'openHistory'> & { readonly say: (message: string) => void }) {
  const actions = makeTaskActions({
    ...parts,
    reporter: { say, working: () => ({ done: () => undefined }) },
    hush: makeHush(),
    openHistory: () => undefined,
  });
  const run = (verb: Verb, targets: readonly Target[]): Promise<number> =>
    actions.runSteps(pastTense(verb), sameVerb(verb, targets));
  return Object.assign(actions, { run });
}

/** A note in scope with these lines. */
export function noteOf(...lines: string[]): string {
  return `---\ntype: people\n---\n\n${lines.join('\n')}\n`;
}
