import { type App, Component, Platform, type TFile } from 'obsidian';
import type { NoteIndex } from '../core/index/note-index';
import type { OwnNames } from '../core/index/own-names';
import { type FileStamp, isAsNamed, packNotes, type SavedNote, unpackNotes } from '../core/note/saved-notes';
import { nextTask } from './slices';

/** Raised when what is stored changes its form; what is there in another form is dropped. */
const FORMAT = 2;
const STORE = 'notes';

/** Notes are stored in so many parts, of which only those with a change are written. */
const SHARDS = 64;

/** How many notes of each part are kept at most: devices with little room keep the first 6,400. */
const NOTES_A_SHARD = { phone: 100, desktop: 1000 } as const;

/** How long changes are collected before they are stored. */
const SAVE_AFTER_MS = 10_000;

const utf8 = new TextEncoder();

/** A note that can be stored: its file, and how many task items the metadata named. */
interface Kept extends FileStamp {
  readonly named: number;
}

/**
 * The task lines of notes, kept in IndexedDB from one start to the next, so that only notes that changed are read.
 * It holds nothing that is not in the notes: it can be deleted at any time, and whatever goes wrong with it only
 * means that notes are read.
 */
export class NoteCache extends Component {
  private db: IDBDatabase | null = null;
  /** What was stored and nobody has taken yet. */
  private stored = new Map<string, SavedNote>();
  private readonly shards = Array.from({ length: SHARDS }, () => new Map<string, Kept>());
  private readonly dirty = new Set<number>();
  private readonly name: string;
  private timer = 0;
  /** In which way all that is stored was read, if in one. */
  private storedWay = '';
  /** Whether what was read of the stored lines does not hold any more. */
  readOtherwise = false;

  constructor(
    private readonly app: App,
    private readonly index: NoteIndex,
    pluginId: string,
    /** Says on one line how lines are read: another plugin, or other settings, read them in another way. */
    private readonly reading: () => string,
    private readonly ownNames: OwnNames,
  ) {
    super();
    const { appId } = app as { appId?: string };
    this.name = `${pluginId}-${appId ?? app.vault.getName()}`;
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
    // What is begun before the store is closed is still carried out.
    for (const shard of this.dirty) void this.write(shard).catch(() => undefined);
    this.close();
  }

  /** Loads what was stored. It never fails: a store that is damaged, or of another format, is as good as none. */
  async open(): Promise<void> {
    const ways = new Set<string>();
    try {
      this.db = await openStore(this.name);
      const store = this.db.transaction(STORE).objectStore(STORE);
      const parts = Array.from(this.shards, async (_, shard) => {
        const packed = await resultOf<unknown>(store.get(shard));
        if (packed === undefined) return;
        for (const note of unpackNotes(packed)) this.stored.set(note.entry.path, note);
        ways.add(String((packed as { reading?: unknown }).reading));
      });
      await Promise.all(parts);
      const [way = ''] = ways;
      const [reading, ...names] = way.split('\n');
      this.readOtherwise = ways.size > 1 || reading !== this.reading();
      if (this.readOtherwise) return;
      this.storedWay = way;
      this.ownNames.remember(new Set(names));
    } catch {
      this.stored.clear();
      this.close();
      await resultOf(window.indexedDB.deleteDatabase(this.name)).catch(() => undefined);
      this.db = await openStore(this.name).catch(() => null);
    }
  }

  /** The saved lines of a file that is as it was, and whose task lines are those that the metadata names. */
  take(file: TFile, taskLines: readonly number[]): SavedNote | null {
    const { path, stat } = file;
    const saved = this.stored.get(path);
    if (saved?.mtime !== stat.mtime || saved.size !== stat.size || !isAsNamed(saved, taskLines)) return null;
    this.stored.delete(path);
    this.note(path, stat, saved.named);
    return saved;
  }

  /** Keeps what the index holds of a note that was read, if the text is all of the file as it is now. */
  keep(path: string, text: string, named: number): void {
    const stat = this.app.vault.getFileByPath(path)?.stat;
    if (named === 0 || stat?.size !== utf8.encode(text).length) return this.forget(path);
    this.note(path, stat, named);
    this.changed(path);
  }

  private note(path: string, { mtime, size }: FileStamp, named: number): void {
    this.shardOf(path).set(path, { mtime, size, named });
  }

  /** Keeps nothing of a note any more. */
  forget(path: string): void {
    if (this.shardOf(path).delete(path)) this.changed(path);
  }

  /** Lets go of what nobody has taken: those notes changed or are gone. */
  release(): void {
    for (const path of this.stored.keys()) this.changed(path);
    this.stored.clear();
    this.ownNames.remember(new Set());
    this.saveSoon();
  }

  /** How lines are read, and by which names the user is known, in one text. */
  private way(): string {
    return [this.reading(), ...[...this.ownNames.keys].sort()].join('\n');
  }

  private shardOf(path: string): Map<string, Kept> {
    return this.shards[shardNumber(path)] ?? new Map<string, Kept>();
  }

  private changed(path: string): void {
    this.dirty.add(shardNumber(path));
    this.saveSoon();
  }

  private saveSoon(): void {
    if (this.db === null || this.timer !== 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.save();
    }, SAVE_AFTER_MS);
  }

  private close(): void {
    this.db?.close();
    this.db = null;
  }

  private async save(): Promise<void> {
    const way = this.way();
    // What was read in another way would be read anew at each start.
    if (way !== this.storedWay) for (const shard of this.shards.keys()) this.dirty.add(shard);
    this.storedWay = way;
    for (const shard of [...this.dirty]) {
      this.dirty.delete(shard);
      try {
        await this.write(shard);
      } catch {
        // No room, or deleted by somebody: the notes are there to be read.
        return;
      }
      await nextTask();
    }
  }

  private async write(shard: number): Promise<void> {
    const most = Platform.isMobile ? NOTES_A_SHARD.phone : NOTES_A_SHARD.desktop;
    const kept = [...(this.shards[shard] ?? [])].slice(0, most);
    const packed = packNotes(kept.flatMap(([path, stamp]) => this.savedNote(path, stamp)));
    const store = this.db?.transaction(STORE, 'readwrite').objectStore(STORE);
    if (store) await resultOf(store.put({ reading: this.way(), ...packed }, shard));
  }

  private savedNote(path: string, stamp: Kept): SavedNote[] {
    const entry = this.index.note(path);
    return entry ? [{ ...stamp, entry }] : [];
  }
}

function openStore(name: string): Promise<IDBDatabase> {
  const request = window.indexedDB.open(name, FORMAT);
  request.onupgradeneeded = () => {
    const db = request.result;
    for (const store of Array.from(db.objectStoreNames)) db.deleteObjectStore(store);
    db.createObjectStore(STORE);
  };
  return resultOf(request).then((db) => {
    // Whoever deletes it must not have to wait for us.
    db.onversionchange = () => db.close();
    return db;
  });
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No store'));
  });
}

/** The part of the store in which a note is. */
function shardNumber(path: string): number {
  let hash = 0;
  for (let at = 0; at < path.length; at++) hash = (hash * 31 + path.charCodeAt(at)) | 0;
  return (hash >>> 0) % SHARDS;
}
