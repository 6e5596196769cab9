import { Listeners } from '../../core/listeners';
import { Notice, type Plugin } from 'obsidian';
import { type ReadSettings, readSettings, type Settings } from '../../core/settings';

/** What is in the data file. `damaged` says why it, or a part of it, cannot be used. */
interface Stored extends ReadSettings {
  readonly damaged: boolean;
}

/** Holds the settings, stores them in the plugin's data file, and tells whoever depends on them. */
export class SettingsStore {
  #settings: Settings = readSettings(null).settings;
  readonly #listeners = new Listeners();
  #reported = '';
  #saving: Promise<void> = Promise.resolve();
  /** Changes that are not in the file yet. */
  #unsaved: Partial<Settings> = {};

  constructor(
    private readonly plugin: Pick<Plugin, 'app' | 'loadData' | 'saveData'>,
    /** The plugin's own, where its data file is. */
    private readonly folder: string,
    /** The time as ISO text. */
    private readonly now: () => string,
  ) {}

  get current(): Settings {
    return this.#settings;
  }

  /** Reads the data file; what cannot be used is reported once and replaced by its default, or by what it was. */
  async load(): Promise<void> {
    const { settings, problems } = await this.#read();
    this.#settings = { ...settings, ...this.#unsaved };
    const message = problems.join('\n');
    if (message !== '' && message !== this.#reported) this.#tell(message);
    this.#reported = message;
  }

  /** Reads the data file again after something else wrote it. */
  async reload(): Promise<void> {
    await this.load();
    this.#announce();
  }

  /** Changes some settings and stores them. */
  async update(changes: Partial<Settings>): Promise<void> {
    this.#settings = readSettings({ ...this.#settings, ...changes }).settings;
    this.#unsaved = { ...this.#unsaved, ...changes };
    this.#announce();
    // Saves follow each other, and each writes what is current then: a slow old one must not be the last.
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#save());
    await this.#saving;
  }

  /** Calls the listener after each change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Only what was changed here is new: the file may have come from another device a moment ago. */
  async #save(): Promise<void> {
    if (Object.keys(this.#unsaved).length === 0) return;
    const stored = await this.#read();
    if (stored.damaged) await this.#keepDamaged();
    // Taken only now: more may have been changed meanwhile.
    const changes = this.#unsaved;
    this.#unsaved = {};
    const { settings } = readSettings({ ...stored.settings, ...changes });
    try {
      await this.plugin.saveData({ ...stored.others, ...settings });
    } catch (error) {
      this.#unsaved = { ...changes, ...this.#unsaved };
      throw error;
    }
    this.#reported = '';
    const current = { ...settings, ...this.#unsaved };
    if (JSON.stringify(current) === JSON.stringify(this.#settings)) return;
    this.#settings = current;
    this.#announce();
  }

  async #read(): Promise<Stored> {
    try {
      const stored: unknown = await this.plugin.loadData();
      // No file, or no file any more: what is set stays.
      if (stored === null) return { settings: this.#settings, problems: [], others: {}, damaged: false };
      const read = readSettings(stored);
      return { ...read, damaged: read.problems.length > 0 };
    } catch (error) {
      const problems = [`The settings cannot be read: ${errorText(error)}`];
      return { settings: this.#settings, problems, others: {}, damaged: true };
    }
  }

  /** Whatever may still be of use in the file is kept beside it. Without that, nothing is saved. */
  async #keepDamaged(): Promise<void> {
    const kept = `data-damaged-${this.now().replace(/\W/g, '-')}.json`;
    await this.plugin.app.vault.adapter.copy(`${this.folder}/data.json`, `${this.folder}/${kept}`);
    this.#tell(`What was in the settings file is kept as ${kept}.`);
  }

  #tell(message: string): void {
    new Notice(`Meeting Tasks: ${message}`, 15_000);
  }

  #announce(): void {
    this.#listeners.tell();
  }
}

/** What an unknown error says. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
