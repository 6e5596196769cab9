import { type App, Platform, type TFile } from 'obsidian';
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
export type NoteCache = ReturnType<typeof makeNoteCache>;

/**
 * Makes it, not opened yet. `reading` says on one line how lines are read: another plugin, or other settings, read them
 * in another way.
 */
export function makeNoteCache(
  app: App,
  index: NoteIndex,
  pluginId: string,
  reading: () => string,
  ownNames: OwnNames,
) {
  const { vault, appId } = app as App & { appId?: string };
  const name = `${pluginId}-${appId ?? vault.getName()}`;
  let db: IDBDatabase | null = null;
  /** What was stored and nobody has taken yet. */
  const stored = new Map<string, SavedNote>();
  const shards = Array.from({ length: SHARDS }, () => new Map<string, Kept>());
  const dirty = new Set<number>();
  let timer = 0;
  /** In which way all that is stored was read, if in one. */
  let storedWay = '';
  let readOtherwise = false;

  /** How lines are read, and by which names the user is known, in one text. */
  const wayNow = (): string => [reading(), ...[...ownNames.keys].sort()].join('\n');
  const shardOf = (path: string) => shards[shardNumber(path)] ?? new Map<string, Kept>();

  const write = async (shard: number): Promise<void> => {
    const most = Platform.isMobile ? NOTES_A_SHARD.phone : NOTES_A_SHARD.desktop;
    const saved: SavedNote[] = [];
    for (const [path, stamp] of [...(shards[shard] ?? [])].slice(0, most)) {
      const entry = index.note(path);
      if (entry) saved.push({ ...stamp, entry });
    }
    const store = db?.transaction(STORE, 'readwrite').objectStore(STORE);
    if (store) await resultOf(store.put({ reading: wayNow(), ...packNotes(saved) }, shard));
  };
  const save = async (): Promise<void> => {
    timer = 0;
    const way = wayNow();
    // What was read in another way would be read anew at each start.
    if (way !== storedWay) for (const shard of shards.keys()) dirty.add(shard);
    storedWay = way;
    for (const shard of [...dirty]) {
      dirty.delete(shard);
      try {
        await write(shard);
      } catch {
        // No room, or deleted by somebody: the notes are there to be read.
        return;
      }
      await nextTask();
    }
  };
  const saveSoon = (): void => {
    if (db !== null && timer === 0) timer = window.setTimeout(() => void save(), SAVE_AFTER_MS);
  };
  const changed = (path: string): void => {
    dirty.add(shardNumber(path));
    saveSoon();
  };
  const note = (path: string, { mtime, size }: FileStamp, named: number): void => {
    shardOf(path).set(path, { mtime, size, named });
  };
  const close = (): void => {
    db?.close();
    db = null;
  };
  /** Keeps nothing of a note any more. */
  const forget = (path: string): void => {
    if (shardOf(path).delete(path)) changed(path);
  };

  return {
    forget,

    /** Whether what was read of the stored lines does not hold any more. */
    get readOtherwise(): boolean {
      return readOtherwise;
    },

    /** Loads what was stored. It never fails: a store that is damaged, or of another format, is as good as none. */
    async open(): Promise<void> {
      const ways = new Set<string>();
      try {
        db = await openStore(name);
        const store = db.transaction(STORE).objectStore(STORE);
        const parts = Array.from(shards, async (_, shard) => {
          const packed = await resultOf<unknown>(store.get(shard));
          if (packed === undefined) return;
          for (const saved of unpackNotes(packed)) stored.set(saved.entry.path, saved);
          ways.add(String((packed as { reading?: unknown }).reading));
        });
        await Promise.all(parts);
        const [way = ''] = ways;
        const [readAs, ...names] = way.split('\n');
        readOtherwise = ways.size > 1 || readAs !== reading();
        if (readOtherwise) return;
        storedWay = way;
        ownNames.remember(new Set(names));
      } catch {
        stored.clear();
        close();
        await resultOf(window.indexedDB.deleteDatabase(name)).catch(() => undefined);
        db = await openStore(name).catch(() => null);
      }
    },

    /** The saved lines of a file that is as it was, and whose task lines are those that the metadata names. */
    take({ path, stat }: TFile, taskLines: readonly number[]): SavedNote | null {
      const saved = stored.get(path);
      if (saved?.mtime !== stat.mtime || saved.size !== stat.size || !isAsNamed(saved, taskLines))
        return null;
      stored.delete(path);
      note(path, stat, saved.named);
      return saved;
    },

    /** Keeps what the index holds of a note that was read, if the text is all of the file as it is now. */
    keep(path: string, text: string, named: number): void {
      const stat = vault.getFileByPath(path)?.stat;
      if (named === 0 || stat?.size !== utf8.encode(text).length) return forget(path);
      note(path, stat, named);
      changed(path);
    },

    /** Lets go of what nobody has taken: those notes changed or are gone. */
    release(): void {
      for (const path of stored.keys()) changed(path);
      stored.clear();
      ownNames.remember(new Set());
      saveSoon();
    },

    /** Stores what has changed, and closes the store. */
    end: (): void => {
      window.clearTimeout(timer);
      // What is begun before the store is closed is still carried out.
      for (const shard of dirty) void write(shard).catch(() => undefined);
      close();
    },
  };
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
