import { Listeners } from '../core/listeners';
import { type App, Component, normalizePath, Notice } from 'obsidian';
import {
  addStatus,
  readTasksSettings,
  type StoredStatus,
  type TasksSettings,
} from '../core/line/tasks-settings';
import type { Clock } from './clock';

const TASKS_ID = 'obsidian-tasks-plugin';

/** The Tasks plugin beside this one: its settings are read and followed, never written. */
export class TasksPlugin extends Component {
  #current: TasksSettings | null = null;
  readonly #listeners = new Listeners();
  #seen = '';
  #warned = false;

  constructor(
    private readonly app: App,
    private readonly clock: Clock,
  ) {
    super();
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => void this.#read());
    // Tasks tells nobody when its settings change, and its file is no file of the vault.
    this.register(this.clock.onLook(() => void this.#read()));
  }

  /** The settings of Tasks; `null` where it is not installed. */
  get settings(): TasksSettings | null {
    return this.#current;
  }

  /** Calls the listener when they have changed; the returned function ends that. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Whether Tasks is installed and knows no status of a symbol. */
  lacks(symbol: string): boolean {
    return this.#current !== null && !this.#current.statuses.some((status) => status.symbol === symbol);
  }

  /** Adds a status to the data file of Tasks. Only done when the user has seen what is written. */
  async addStatus(status: StoredStatus): Promise<void> {
    const { adapter } = this.app.vault;
    const path = this.#file('data');
    const file = (await adapter.exists(path)) ? await adapter.read(path) : null;
    const changed = addStatus(file, status);
    if (changed === null) {
      new Notice('Nothing was written: the file cannot be read, or it has such a status already.');
      return;
    }
    await adapter.write(path, changed);
    await this.#read();
    new Notice('Added. Reload the other plugin, so that it reads its statuses again.', 10_000);
  }

  #file(name: 'data' | 'manifest'): string {
    return normalizePath(`${this.app.vault.configDir}/plugins/${TASKS_ID}/${name}.json`);
  }

  async #read(): Promise<void> {
    const { adapter } = this.app.vault;
    const installed = await adapter.exists(this.#file('manifest'));
    const file = await adapter.stat(this.#file('data'));
    const seen = installed ? `${file?.mtime ?? 0} ${file?.size ?? 0}` : '';
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#current = installed ? readTasksSettings(await this.#readData()) : null;
    if (this.#current?.emojiFormat === false && !this.#warned) {
      this.#warned = true;
      new Notice(
        'Only the emoji format is read here, but the other task plugin is set to inline fields.',
        15_000,
      );
    }
    this.#listeners.tell();
  }

  /** Tasks goes on with its defaults when its file is missing or damaged, and so do we. */
  async #readData(): Promise<unknown> {
    try {
      return JSON.parse(await this.app.vault.adapter.read(this.#file('data'))) as unknown;
    } catch {
      return null;
    }
  }
}
