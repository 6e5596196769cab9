/** The changes that were made: what undo and redo take back, what the history shows, and what a journal stores. */
import { Listeners } from '../listeners';
import { groupBy } from '../shared/collect';
import { difference } from '../text/text-edit';
import type { LineChange, LineResult } from './apply-changes';
import {
  type ChangedNote,
  changedLines,
  type ChangeInfo,
  type HistoryEntry,
  type HistoryRecord,
  linesOf,
  type Reversal,
} from './history-record';
import type { ChangedRegion } from './regions';

export type { ChangedNote, ChangeInfo, HistoryEntry, HistoryRecord, Reversal } from './history-record';

/** How many changes are kept. */
export const MOST_CHANGES = 5_000;

/** Something by which a change is known again, and when it was made (ISO text). */
export type Stamp = () => Pick<ChangeInfo, 'id' | 'at'>;

type Entry = { -readonly [Key in keyof HistoryEntry]: HistoryEntry[Key] };

/**
 * All changes, oldest first. Everything that happens to them is a record, so that the same records, read back
 * from a journal, lead to the same state.
 */
export class ChangeHistory {
  /** By their ids, in the order in which they were made. */
  readonly #changes = new Map<string, Entry>();
  /** What happened before the journal was read; `null` when it is read, or when there is none. */
  #waiting: HistoryRecord[] | null = null;
  #sink: (record: HistoryRecord) => void = () => undefined;
  readonly #listeners = new Listeners();
  #turns = 0;
  /** Those that redo may make again. */
  #redos: Entry[] = [];

  constructor(private readonly stamp: Stamp) {}

  /** Hands every record that counts to a journal, from the moment on when `load` has told what that holds. */
  connect(sink: (record: HistoryRecord) => void): void {
    this.#sink = sink;
    this.#waiting = [];
  }

  /** Begins with what a journal holds. What happened meanwhile is added, and stored. */
  load(records: readonly HistoryRecord[]): void {
    const since = this.#waiting ?? [];
    this.#waiting = null;
    this.#changes.clear();
    this.#turns = 0;
    for (const record of records) this.#apply(record);
    for (const record of since) if (this.#apply(record)) this.#sink(record);
    this.#listeners.tell();
  }

  /** All changes, oldest first. */
  entries(): readonly HistoryEntry[] {
    return [...this.#changes.values()];
  }

  entry(id: string): HistoryEntry | undefined {
    return this.#changes.get(id);
  }

  /** A new change, to which its notes are added one by one. */
  begin(label: string, verbs: readonly string[] = []): ChangeInfo {
    return { ...this.stamp(), label, verbs };
  }

  /** Remembers what was changed in one note. What was undone before cannot be redone any more. */
  add(change: ChangeInfo, note: ChangedNote): void {
    this.#happened({ do: 'change', ...change, done: [note], undone: [], turn: 0 });
  }

  /**
   * The change that undo takes back, or redo makes again: that of the latest turn with notes of which it is not known
   * that they cannot be taken back.
   */
  latest(kind: Reversal): HistoryEntry | undefined {
    let found: Entry | undefined;
    for (const entry of this.#changes.values()) {
      const notes = kind === 'undo' ? entry.done : entry.redoable ? entry.undone : [];
      if ((!found || entry.turn > found.turn) && notes.some(({ stuck }) => !stuck)) found = entry;
    }
    return found;
  }

  /** What a line said before it was last changed to what it says now; `null` when nobody remembers. */
  textBefore(path: string, source: string): string | null {
    let [found, latest]: [string | null, number] = [null, 0];
    for (const { turn, done } of this.#changes.values()) {
      for (const note of turn > latest ? done : []) {
        for (const region of note.path === path ? note.regions : []) {
          const { before, after } = changedLines(region);
          const at = after.indexOf(source);
          if (at >= 0 && before.length > 0) [found, latest] = [before[at] ?? before[0] ?? null, turn];
        }
      }
    }
    return found;
  }

  /** Remembers what became of taking a change back (or making it again) in one note: one result for each region. */
  took(
    kind: Reversal,
    id: string,
    path: string,
    results: readonly LineResult[],
    regions: readonly ChangedRegion[],
  ): void {
    const left = results.flatMap((result, i) => (result === 'applied' ? [] : [i]));
    this.#happened({ do: kind, id, at: this.stamp().at, path, regions, left });
  }

  /** Follows a file, or the files of a folder, to its new path. */
  rename(from: string, to: string): void {
    this.#happened({ do: 'move', at: this.stamp().at, from, to });
  }

  /** Calls the listener after each change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #happened(record: HistoryRecord): void {
    const matters = this.#apply(record);
    // Before the journal was read nobody knows what matters.
    if (this.#waiting) this.#waiting.push(record);
    else if (matters) this.#sink(record);
    else return;
    this.#listeners.tell();
  }

  /** Whether the record made a difference. */
  #apply(record: HistoryRecord): boolean {
    if (record.do === 'move') return this.#move(record.from, record.to);
    const entry = this.#changes.get(record.id);
    if (record.do !== 'change') return entry !== undefined && this.#takeBack(entry, record);
    if (entry) entry.done = [...entry.done, ...record.done];
    else this.#create(record);
    return true;
  }

  #create({ do: _, turn, ...change }: Extract<HistoryRecord, { do: 'change' }>): void {
    if (turn === 0) for (const other of this.#redos.splice(0)) other.redoable = false;
    this.#turns = Math.max(this.#turns + 1, turn);
    const entry = { ...change, turn: turn || this.#turns };
    if (entry.redoable) this.#redos.push(entry);
    this.#changes.set(change.id, entry);
    const [oldest] = this.#changes.keys();
    if (this.#changes.size > MOST_CHANGES && oldest !== undefined) this.#changes.delete(oldest);
  }

  #takeBack(entry: Entry, record: Extract<HistoryRecord, { do: Reversal }>): boolean {
    const { path, regions, left } = record;
    const [from, to] = record.do === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const);
    const here = entry[from].filter((note) => note.path === path).flatMap((note) => note.regions);
    if (here.length === 0) return false;
    const rest = here.filter((_, i) => left.includes(i));
    entry[from] = entry[from].filter((note) => note.path !== path);
    if (rest.length > 0) entry[from] = [...entry[from], { path, regions: rest, stuck: true }];
    if (regions.length === 0) return true;
    entry[to] = [...entry[to], { path, regions }];
    entry.turn = ++this.#turns;
    entry.redoable = true;
    this.#redos.push(entry);
    return true;
  }

  #move(from: string, to: string): boolean {
    let some = false;
    const follow = (note: ChangedNote): ChangedNote => {
      if (note.path !== from && !note.path.startsWith(`${from}/`)) return note;
      some = true;
      return { ...note, path: to + note.path.slice(from.length) };
    };
    for (const entry of this.#changes.values()) {
      entry.done = entry.done.map(follow);
      entry.undone = entry.undone.map(follow);
    }
    return some;
  }
}

/** The changes by note that take a change back, or make it again: where the lines still are what was written. */
export function reversalOf({ done, undone }: HistoryEntry, kind: Reversal): Map<string, LineChange[]> {
  const notes = groupBy(kind === 'undo' ? done : undone, ({ path }) => path);
  return new Map(
    Array.from(notes, ([path, parts]) => [path, parts.flatMap(({ regions }) => regions.map(reverse))]),
  );
}

/** The change that puts a region back: only where it still is what was written. */
export function reverse({ line, heading, ordinal, was, is }: ChangedRegion): LineChange {
  const after = linesOf(is);
  const [source = '', ...following] = after;
  return {
    ref: { line, source, heading, ordinal },
    following,
    edits: [difference(after.join('\n'), linesOf(was).join('\n'))],
    exact: { before: is, after: was },
  };
}
