import type { App } from 'obsidian';
import { type ChangeHistory, type HistoryRecord, MOST_CHANGES } from '../core/edit/history';
import { journalLines, MOST_BYTES, printRecord, readRecord, shortened } from '../core/journal/format';
import { errorText } from './settings/settings-store';
import { makeBreath } from './slices';

/** Where the name of this device is kept: in the app, not in the vault, which may be on many devices. */
const DEVICE_KEY = 'meeting-tasks-device';

/** The history in a file of this device. */
export type Journal = ReturnType<typeof keepJournal>;

/**
 * Keeps the history in a file, one for each device, so that undo works after a restart. Nothing waits for it and
 * nothing fails because of it: what cannot be stored is tried again with the next change, and the user is told once.
 */
export function keepJournal(
  app: App,
  folder: string,
  history: ChangeHistory,
  tell: (message: string) => void,
) {
  const { adapter } = app.vault;
  const path = `${folder}/journal-${deviceName(app)}.jsonl`;
  /** The file while it is being written anew. It counts only where the other one is gone. */
  const aside = `${path}.new`;
  let broken = 0;
  let reading: Promise<void> | null = null;
  let queue = Promise.resolve();
  let unwritten = '';
  /** A file that was not read must not be written anew: all of it would be lost. */
  let mayShorten = false;
  let told = false;

  const failed = (error: unknown): void => {
    if (!told) tell(`The history is not kept, so undo may not work after a restart: ${errorText(error)}`);
    told = true;
  };
  const plan = (work: () => Promise<void>): void => {
    queue = queue.then(work).catch(failed);
  };

  /** Puts a file that was written aside in its place when the old one is gone already. */
  const finishSwap = async (): Promise<void> => {
    if ((await adapter.exists(path)) || !(await adapter.exists(aside))) return;
    await adapter.rename(aside, path);
  };

  /** Takes care of what is not written yet; where that fails, it still is to be written. */
  const store = async (work: (text: string) => Promise<void>): Promise<void> => {
    const text = unwritten;
    unwritten = '';
    try {
      await work(text);
    } catch (error) {
      unwritten = text + unwritten;
      throw error;
    }
  };

  /** Written aside first and then put in place, so that one of the two files is whole at any moment. */
  const shorten = async (): Promise<void> => {
    if (!mayShorten) return;
    // Not again in this session if it fails: what hinders it may last.
    mayShorten = false;
    // What is not written yet is in the history, and so in the new file.
    await store(async () => {
      await adapter.write(
        aside,
        shortened(history.entries(), (part) => new Blob([part]).size),
      );
      await adapter.remove(path);
    });
    await finishSwap();
    mayShorten = true;
  };

  const append = async (text: string): Promise<void> => {
    await finishSwap();
    const file = await adapter.stat(path);
    if (!file) {
      if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
      return adapter.write(path, text);
    }
    await adapter.append(path, text);
    if (file.size > MOST_BYTES) plan(shorten);
  };

  const read = async (): Promise<void> => {
    const records: HistoryRecord[] = [];
    try {
      await finishSwap();
      const text = (await adapter.exists(path)) ? await adapter.read(path) : '';
      const breath = makeBreath();
      for (const line of journalLines(text)) {
        const record = readRecord(line);
        if (record) records.push(record);
        else broken++;
        await breath();
      }
      mayShorten = true;
    } finally {
      history.load(records);
    }
    if (records.length > 4 * MOST_CHANGES) plan(shorten);
  };

  /** Resolves when the history holds what is in the file. */
  const ready = (): Promise<void> => (reading ??= read().catch(failed));

  history.connect((record) => {
    unwritten += printRecord(record);
    // What comes while a write is under way is written together by the next one.
    plan(async () => {
      if (unwritten !== '') await store(append);
    });
  });
  // At the latest when something happens, for only then is it stored.
  history.subscribe(() => void ready());

  return {
    ready,

    /** Resolves when everything that happened is in the file, or could not be stored. */
    async settled(): Promise<void> {
      await ready();
      await queue;
    },

    /** How many lines of the file could not be read. */
    get broken(): number {
      return broken;
    },
  };
}

function deviceName(app: App): string {
  const known: unknown = app.loadLocalStorage(DEVICE_KEY);
  if (typeof known === 'string' && /^\w+$/.test(known)) return known;
  const name = Math.random().toString(36).slice(2, 10);
  app.saveLocalStorage(DEVICE_KEY, name);
  return name;
}
