import { Listeners } from '../core/listeners';
import { type App, type Component, Notice } from 'obsidian';
import {
  addStatus,
  readTasksSettings,
  type StoredStatus,
  type TasksSettings,
} from '../core/line/tasks-settings';
import type { Clock } from './clock';

/** The Tasks plugin beside this one, as far as it matters here. */
export type TasksPlugin = ReturnType<typeof followTasks>;

/** Reads the settings of the Tasks plugin and follows them until `owner` ends; they are never written. */
export function followTasks(owner: Component, { vault, workspace }: App, clock: Clock) {
  const { adapter, configDir } = vault;
  const folder = `${configDir}/plugins/obsidian-tasks-plugin`;
  const dataPath = `${folder}/data.json`;
  const listeners = new Listeners();
  let current: TasksSettings | null = null;
  let seen = '';
  let warned = false;

  /** Tasks goes on with its defaults when its file is missing or damaged, and so do we. */
  const readData = async (): Promise<unknown> => {
    try {
      return JSON.parse(await adapter.read(dataPath)) as unknown;
    } catch {
      return null;
    }
  };
  const read = async (): Promise<void> => {
    const installed = await adapter.exists(`${folder}/manifest.json`);
    const file = await adapter.stat(dataPath);
    const found = installed ? `${file?.mtime ?? 0} ${file?.size ?? 0}` : '';
    if (found === seen) return;
    seen = found;
    current = installed ? readTasksSettings(await readData()) : null;
    if (current?.emojiFormat === false && !warned) {
      warned = true;
      new Notice(
        'Only the emoji format is read here, but the other task plugin is set to inline fields.',
        15_000,
      );
    }
    listeners.tell();
  };
  workspace.onLayoutReady(() => void read());
  // Tasks tells nobody when its settings change, and its file is no file of the vault.
  owner.register(clock.onLook(() => void read()));

  return {
    /** The settings of Tasks; `null` where it is not installed. */
    get settings(): TasksSettings | null {
      return current;
    },

    /** Calls the listener when they have changed; the returned function ends that. */
    onChange: (listener: () => void) => listeners.add(listener),

    /** Whether Tasks is installed and knows no status of a symbol. */
    lacks: (symbol: string): boolean =>
      current !== null && !current.statuses.some((status) => status.symbol === symbol),

    /** Adds a status to the data file of Tasks. Only done when the user has seen what is written. */
    async addStatus(status: StoredStatus): Promise<void> {
      const file = (await adapter.exists(dataPath)) ? await adapter.read(dataPath) : null;
      const changed = addStatus(file, status);
      if (changed === null)
        return void new Notice(
          'Nothing was written: the file cannot be read, or it has such a status already.',
        );
      await adapter.write(dataPath, changed);
      await read();
      new Notice('Added. Reload the other plugin, so that it reads its statuses again.', 10_000);
    },
  };
}
