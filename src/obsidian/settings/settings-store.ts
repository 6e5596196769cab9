import { Listeners } from '../../core/listeners';
import { Notice, type Plugin } from 'obsidian';
import { type ReadSettings, readSettings, type Settings } from '../../core/settings';

/** The settings, and where they are stored. */
export type SettingsStore = ReturnType<typeof makeSettingsStore>;

/**
 * Holds the settings, stores them in the plugin's data file, and tells whoever depends on them. `folder` is the
 * plugin's own, where its data file is; `now` is the time as ISO text.
 */
export function makeSettingsStore(
  plugin: Pick<Plugin, 'app' | 'loadData' | 'saveData'>,
  folder: string,
  now: () => string,
) {
  const listeners = new Listeners();
  let current = readSettings(null).settings;
  let reported = '';
  let saving = Promise.resolve();
  /** Changes that are not in the file yet. */
  let unsaved: Partial<Settings> = {};

  const tell = (message: string): void => {
    new Notice(`Meeting Tasks: ${message}`, 15_000);
  };

  const read = async (): Promise<ReadSettings> => {
    try {
      const stored: unknown = await plugin.loadData();
      // No file, or no file any more: what is set stays.
      return readSettings(stored ?? current);
    } catch (error) {
      const problems = [`The settings cannot be read: ${errorText(error)}`];
      return { settings: current, problems, others: {} };
    }
  };

  /** Reads the data file; what cannot be used is reported once and replaced by its default, or by what it was. */
  const load = async (): Promise<void> => {
    const { settings, problems } = await read();
    current = { ...settings, ...unsaved };
    const message = problems.join('\n');
    if (message !== '' && message !== reported) tell(message);
    reported = message;
  };

  /** Whatever may still be of use in the file is kept beside it. Without that, nothing is saved. */
  const keepDamaged = async (): Promise<void> => {
    const kept = `data-damaged-${now().replace(/\W/g, '-')}.json`;
    await plugin.app.vault.adapter.copy(`${folder}/data.json`, `${folder}/${kept}`);
    tell(`What was in the settings file is kept as ${kept}.`);
  };

  /** Only what was changed here is new: the file may have come from another device a moment ago. */
  const save = async (): Promise<void> => {
    if (Object.keys(unsaved).length === 0) return;
    const stored = await read();
    if (stored.problems.length > 0) await keepDamaged();
    // Taken only now: more may have been changed meanwhile.
    const changes = unsaved;
    unsaved = {};
    const { settings } = readSettings({ ...stored.settings, ...changes });
    try {
      await plugin.saveData({ ...stored.others, ...settings });
    } catch (error) {
      unsaved = { ...changes, ...unsaved };
      throw error;
    }
    reported = '';
    const saved = { ...settings, ...unsaved };
    if (JSON.stringify(saved) === JSON.stringify(current)) return;
    current = saved;
    listeners.tell();
  };

  return {
    load,

    get current(): Settings {
      return current;
    },

    /** Reads the data file again after something else wrote it. */
    reload: async (): Promise<void> => {
      await load();
      listeners.tell();
    },

    /** Changes some settings and stores them. */
    update: async (changes: Partial<Settings>): Promise<void> => {
      current = readSettings({ ...current, ...changes }).settings;
      unsaved = { ...unsaved, ...changes };
      listeners.tell();
      // Saves follow each other, and each writes what is current then: a slow old one must not be the last.
      saving = saving.catch(() => undefined).then(save);
      await saving;
    },

    /** Calls the listener after each change; the returned function ends that. */
    subscribe: (listener: () => void) => listeners.add(listener),
  };
}

/** What an unknown error says. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
