import type { App } from 'obsidian';
import { type ChangeHistory, type HistoryRecord, MOST_CHANGES } from '../core/edit/history';
import { journalLines, MOST_BYTES, printRecord, readRecord, shortened } from '../core/journal/format';
import { errorText } from './settings/settings-store';
import { Breath } from './slices';

/** Where the name of this device is kept: in the app, not in the vault, which may be on many devices. */
const DEVICE_KEY = 'meeting-tasks-device';

/**
 * Keeps the history in a file, one for each device, so that undo works after a restart. Nothing waits for it and
 * nothing fails because of it: what cannot be stored is tried again with the next change, and the user is told once.
 */
export class Journal {
  /** How many lines of the file could not be read. */
  broken = 0;
  #reading: Promise<void> | null = null;
  #queue: Promise<void> = Promise.resolve();
  #unwritten = '';
  readonly #path: string;
  /** The file while it is being written anew. It counts only where the other one is gone. */
  readonly #aside: string;
  /** A file that was not read must not be written anew: all of it would be lost. */
  #mayShorten = false;
  #told = false;

  constructor(
    private readonly app: App,
    private readonly folder: string,
    private readonly history: ChangeHistory,
    private readonly tell: (message: string) => void,
  ) {
    this.#path = `${folder}/journal-${deviceName(app)}.jsonl`;
    this.#aside = `${this.#path}.new`;
    history.connect((record) => {
      this.#unwritten += printRecord(record);
      this.#plan(() => this.#write());
    });
    // At the latest when something happens, for only then is it stored.
    history.subscribe(() => void this.ready());
  }

  /** Resolves when the history holds what is in the file. */
  ready(): Promise<void> {
    this.#reading ??= this.#read().catch((error: unknown) => this.#failed(error));
    return this.#reading;
  }

  /** Resolves when everything that happened is in the file, or could not be stored. */
  async settled(): Promise<void> {
    await this.ready();
    await this.#queue;
  }

  async #read(): Promise<void> {
    const { adapter } = this.app.vault;
    const records: HistoryRecord[] = [];
    try {
      await this.#finishSwap();
      const text = (await adapter.exists(this.#path)) ? await adapter.read(this.#path) : '';
      const breath = new Breath();
      for (const line of journalLines(text)) {
        const record = readRecord(line);
        if (record) records.push(record);
        else this.broken++;
        await breath.take();
      }
      this.#mayShorten = true;
    } finally {
      this.history.load(records);
    }
    if (records.length > 4 * MOST_CHANGES) this.#plan(() => this.#shorten());
  }

  #plan(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#failed(error));
  }

  /** What comes while a write is under way is written together by the next one. */
  async #write(): Promise<void> {
    const text = this.#unwritten;
    if (text === '') return;
    this.#unwritten = '';
    try {
      const { adapter } = this.app.vault;
      await this.#finishSwap();
      const file = await adapter.stat(this.#path);
      if (!file && !(await adapter.exists(this.folder))) await adapter.mkdir(this.folder);
      if (file) await adapter.append(this.#path, text);
      else await adapter.write(this.#path, text);
      if (file && file.size > MOST_BYTES) this.#plan(() => this.#shorten());
    } catch (error) {
      this.#unwritten = text + this.#unwritten;
      throw error;
    }
  }

  /** Written aside first and then put in place, so that one of the two files is whole at any moment. */
  async #shorten(): Promise<void> {
    if (!this.#mayShorten) return;
    // Not again in this session if it fails: what hinders it may last.
    this.#mayShorten = false;
    const { adapter } = this.app.vault;
    const text = shortened(this.history.entries(), (part) => new Blob([part]).size);
    // What is not written yet is in the history, and so in the new file.
    const unwritten = this.#unwritten;
    this.#unwritten = '';
    try {
      await adapter.write(this.#aside, text);
      await adapter.remove(this.#path);
    } catch (error) {
      this.#unwritten = unwritten + this.#unwritten;
      throw error;
    }
    await this.#finishSwap();
    this.#mayShorten = true;
  }

  /** Puts a file that was written aside in its place when the old one is gone already. */
  async #finishSwap(): Promise<void> {
    const { adapter } = this.app.vault;
    if ((await adapter.exists(this.#path)) || !(await adapter.exists(this.#aside))) return;
    await adapter.rename(this.#aside, this.#path);
  }

  #failed(error: unknown): void {
    if (!this.#told)
      this.tell(`The history is not kept, so undo may not work after a restart: ${errorText(error)}`);
    this.#told = true;
  }
}

function deviceName(app: App): string {
  const known: unknown = app.loadLocalStorage(DEVICE_KEY);
  if (typeof known === 'string' && /^\w+$/.test(known)) return known;
  const name = Math.random().toString(36).slice(2, 10);
  app.saveLocalStorage(DEVICE_KEY, name);
  return name;
}
