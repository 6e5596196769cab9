import { Notice, type Plugin } from 'obsidian';
import { readSettings, type Settings } from '../../core/settings';

/** Holds the settings, stores them in the plugin's data file, and tells whoever depends on them. */
export class SettingsStore {
  private settings: Settings = readSettings(null).settings;
  private readonly listeners = new Set<() => void>();
  private reported = '';
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly plugin: Pick<Plugin, 'loadData' | 'saveData'>) {}

  get current(): Settings {
    return this.settings;
  }

  /** Reads the data file; what cannot be used is reported once and replaced by its default. */
  async load(): Promise<void> {
    let stored: unknown = null;
    let problems: readonly string[];
    try {
      stored = await this.plugin.loadData();
      const read = readSettings(stored);
      this.settings = read.settings;
      problems = read.problems;
    } catch (error) {
      problems = [
        `The settings cannot be read: ${errorText(error)} The defaults are used until you change one.`,
      ];
    }
    const message = problems.join('\n');
    if (message !== '' && message !== this.reported) new Notice(`Meeting Tasks: ${message}`, 15_000);
    this.reported = message;
  }

  /** Reads the data file again after something else wrote it. */
  async reload(): Promise<void> {
    await this.load();
    this.announce();
  }

  /** Changes some settings and stores all of them. */
  async update(changes: Partial<Settings>): Promise<void> {
    this.settings = readSettings({ ...this.settings, ...changes }).settings;
    this.announce();
    // Saves follow each other, and each writes what is current then: a slow old one must not be the last.
    this.saving = this.saving.catch(() => undefined).then(() => this.plugin.saveData(this.settings));
    await this.saving;
  }

  /** Calls the listener after each change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** What an unknown error says. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
