import { type App, Component, normalizePath, Notice } from 'obsidian';
import { readTasksSettings, type TasksSettings } from '../core/line/tasks-settings';
import type { Clock } from './clock';

const TASKS_ID = 'obsidian-tasks-plugin';

/** The Tasks plugin beside this one: its settings are read and followed, never written. */
export class TasksPlugin extends Component {
  private current: TasksSettings | null = null;
  private readonly listeners = new Set<() => void>();
  private seen = '';
  private warned = false;

  constructor(
    private readonly app: App,
    private readonly clock: Clock,
  ) {
    super();
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => void this.read());
    // Tasks tells nobody when its settings change, and its file is no file of the vault.
    this.register(this.clock.onLook(() => void this.read()));
  }

  /** The settings of Tasks; `null` where it is not installed. */
  get settings(): TasksSettings | null {
    return this.current;
  }

  /** Calls the listener when they have changed; the returned function ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async read(): Promise<void> {
    const { adapter, configDir } = this.app.vault;
    const folder = normalizePath(`${configDir}/plugins/${TASKS_ID}`);
    const installed = await adapter.exists(`${folder}/manifest.json`);
    const file = await adapter.stat(`${folder}/data.json`);
    const seen = installed ? `${file?.mtime ?? 0} ${file?.size ?? 0}` : '';
    if (seen === this.seen) return;
    this.seen = seen;
    this.current = installed ? readTasksSettings(await this.readData(`${folder}/data.json`)) : null;
    if (this.current?.emojiFormat === false && !this.warned) {
      this.warned = true;
      new Notice(
        'Only the emoji format is read here, but the other task plugin is set to inline fields.',
        15_000,
      );
    }
    for (const listener of [...this.listeners]) listener();
  }

  /** Tasks goes on with its defaults when its file is missing or damaged, and so do we. */
  private async readData(path: string): Promise<unknown> {
    try {
      return JSON.parse(await this.app.vault.adapter.read(path)) as unknown;
    } catch {
      return null;
    }
  }
}
