import type { App } from 'obsidian';
import { ChangeHistory } from '../../src/core/edit/history';
import { type Day, parseDay } from '../../src/core/date/day';
import { NoteIndex } from '../../src/core/index/note-index';
import { DEFAULT_SETTINGS, lineRules, ownNameKeys } from '../../src/core/settings';
import { VaultFeed } from '../../src/obsidian/feed';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { TaskActions } from '../../src/obsidian/task-actions';
import { MemoryBackend } from '../host/core/memory-backend';
import { MetadataCache, type MetadataCacheOptions } from '../host/core/metadata-cache';
import { Vault } from '../host/core/vault';

/** The plugin's feed, writer and actions over the vault of the host, without any window. */
export interface Rig {
  readonly backend: MemoryBackend;
  readonly vault: Vault;
  readonly index: NoteIndex;
  readonly feed: VaultFeed;
  readonly actions: TaskActions;
  /** What the user was told. */
  readonly said: string[];
  /** Sets the day on which verbs are planned. */
  setToday(text: string): void;
  /** The texts of the tasks in the index. */
  tasks(): string[];
}

/** Builds a rig over notes and starts it; the first reading may still be under way. */
export async function startRig(
  notes: Record<string, string>,
  options: MetadataCacheOptions = { delay: 0 },
): Promise<Rig> {
  const backend = new MemoryBackend(notes);
  const vault = new Vault(backend);
  await vault.load();
  const metadataCache = new MetadataCache(vault, options);
  metadataCache.start();
  const workspace = { onLayoutReady: (run: () => void) => run(), iterateAllLeaves: () => undefined };
  const app = { vault, metadataCache, workspace } as unknown as App;
  const index = new NoteIndex();
  const rules = lineRules(DEFAULT_SETTINGS, null);
  const scope = { scope: DEFAULT_SETTINGS, read: { line: rules, ownNames: ownNameKeys(DEFAULT_SETTINGS) } };
  const feed = new VaultFeed(app, index, () => scope);
  const said: string[] = [];
  let today = someDay('2025-11-05');
  const actions = new TaskActions(
    new NoteWriter(app),
    new ChangeHistory(),
    () => ({ rules, today }),
    (path) => feed.refresh(path),
    { say: (message) => said.push(message), working: () => ({ done: () => undefined }) },
  );
  feed.load();
  const tasks = (): string[] => [...index.tasks()].map(({ text }) => text);
  const setToday = (text: string): void => void (today = someDay(text));
  return { backend, vault, index, feed, actions, said, tasks, setToday };
}

function someDay(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new Error(`No day: ${text}`);
  return day;
}

/** A note in scope with these lines. */
export function noteOf(...lines: string[]): string {
  return `---\ntype: people\n---\n\n${lines.join('\n')}\n`;
}
