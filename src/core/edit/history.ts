/** The changes that were made: what undo and redo take back, what the history shows, and what a journal stores. */
import { difference } from '../text/text-edit';
import type { LineChange, LineResult } from './apply-changes';
import {
  type ChangedNote,
  type ChangeInfo,
  type HistoryEntry,
  type HistoryRecord,
  leftOf,
  type Reversal,
} from './history-record';
import type { ChangedRegion } from './regions';

export type { ChangedNote, ChangeInfo, HistoryEntry, HistoryRecord, Reversal } from './history-record';

/** How many changes are kept. */
export const MOST_CHANGES = 5_000;

interface Entry extends HistoryEntry {
  done: ChangedNote[];
  undone: ChangedNote[];
  turn: number;
  redoable: boolean;
}

/** Something by which a change is known again, and when it was made (ISO text). */
export type Stamp = () => { readonly id: string; readonly at: string };

/**
 * All changes, oldest first. Everything that happens to them is a record, so that the same records, read back
 * from a journal, lead to the same state.
 */
export class ChangeHistory {
  private changes: Entry[] = [];
  /** What happened before the journal was read; `null` when it is read, or when there is none. */
  private waiting: HistoryRecord[] | null = null;
  private sink: (record: HistoryRecord) => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private turns = 0;
  private dropped = 0;

  constructor(private readonly stamp: Stamp = countingStamp()) {}

  /** Hands every record that counts to a journal, from the moment on when `load` has told what that holds. */
  connect(sink: (record: HistoryRecord) => void): void {
    this.sink = sink;
    this.waiting = [];
  }

  /** Begins with what a journal holds. What happened meanwhile is added, and stored. */
  load(records: readonly HistoryRecord[]): void {
    const since = this.waiting ?? [];
    this.waiting = null;
    this.changes = [];
    this.turns = 0;
    for (const record of records) this.apply(record);
    for (const record of since) if (this.apply(record)) this.sink(record);
    this.announce();
  }

  /** All changes, oldest first. */
  entries(): readonly HistoryEntry[] {
    return this.changes;
  }

  entry(id: string): HistoryEntry | undefined {
    return this.find(id);
  }

  /** How many changes had to go since this was asked last, because there were too many. */
  takeDropped(): number {
    const { dropped } = this;
    this.dropped = 0;
    return dropped;
  }

  /** Forgets the oldest changes. */
  forgetOldest(count: number): void {
    if (count <= 0) return;
    this.changes.splice(0, count);
    this.announce();
  }

  /** A new change, to which its notes are added one by one. */
  begin(label: string, verbs: readonly string[] = []): ChangeInfo {
    return { ...this.stamp(), label, verbs };
  }

  /** Remembers what was changed in one note. What was undone before cannot be redone any more. */
  add(change: ChangeInfo, note: ChangedNote): void {
    this.happened({ kind: 'change', ...change, done: [note] });
  }

  /** The change that undo takes back: the last one made or redone of which something can be taken back. */
  get last(): HistoryEntry | undefined {
    return latest(this.changes, ({ done }) => done);
  }

  /** The change that redo makes again. */
  get lastUndone(): HistoryEntry | undefined {
    return latest(
      this.changes.filter(({ redoable }) => redoable),
      ({ undone }) => undone,
    );
  }

  /** What a line said before it was last changed to what it says now; `null` when nobody remembers. */
  textBefore(path: string, source: string): string | null {
    let found: { readonly turn: number; readonly before: string } | null = null;
    for (const { turn, done } of this.changes) {
      if (found && found.turn > turn) continue;
      for (const note of done) {
        const line = note.path === path && note.lines.find(({ after }) => after.includes(source));
        if (line) found = { turn, before: line.before };
      }
    }
    return found && found.before;
  }

  /** Remembers what became of taking a change back (or making it again) in one note: one result for each region. */
  took(
    kind: Reversal,
    id: string,
    path: string,
    results: readonly LineResult[],
    regions: readonly ChangedRegion[],
  ): void {
    const lines = results.flatMap((result) => (result.kind === 'applied' ? [result] : []));
    const left = results.flatMap(({ kind: became }, i) => (became === 'conflict' ? [i] : []));
    const note = lines.length > 0 ? { path, lines, regions } : null;
    this.happened({ kind, id, at: this.stamp().at, path, note, left });
  }

  /** Follows a file, or the files of a folder, to its new path. */
  rename(from: string, to: string): void {
    this.happened({ kind: 'move', at: this.stamp().at, from, to });
  }

  /** Calls the listener after each change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private happened(record: HistoryRecord): void {
    this.waiting?.push(record);
    if (!this.apply(record)) return;
    if (!this.waiting) this.sink(record);
    this.announce();
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Whether the record made a difference. */
  private apply(record: HistoryRecord): boolean {
    if (record.kind === 'move') return this.move(record.from, record.to);
    const entry = this.find(record.id);
    if (record.kind === 'change') {
      if (!entry) return this.create(record);
      entry.done.push(...record.done);
      return true;
    }
    return entry !== undefined && this.takeBack(entry, record);
  }

  private create(record: Extract<HistoryRecord, { kind: 'change' }>): boolean {
    const { id, at, label, verbs, done, state } = record;
    // What a journal tells again of an old change is nothing new that was done.
    if (!state) for (const other of this.changes) other.redoable = false;
    const turn = state?.turn ?? this.turns + 1;
    this.turns = Math.max(this.turns, turn);
    const undone = [...(state?.undone ?? [])];
    this.changes.push({
      id,
      at,
      label,
      verbs,
      done: [...done],
      undone,
      turn,
      redoable: state?.redoable ?? false,
    });
    const over = this.changes.length - MOST_CHANGES;
    if (over > 0) {
      this.changes.splice(0, over);
      this.dropped += over;
    }
    return true;
  }

  private takeBack(entry: Entry, record: Extract<HistoryRecord, { kind: Reversal }>): boolean {
    const { path, note, left } = record;
    const isUndo = record.kind === 'undo';
    const from = isUndo ? entry.done : entry.undone;
    const to = isUndo ? entry.undone : entry.done;
    const here = from.filter((other) => other.path === path);
    if (here.length === 0) return false;
    const rest = leftOf(path, here, left);
    const others = from.filter((other) => other.path !== path);
    const remaining = rest ? [...others, rest] : others;
    entry.done = isUndo ? remaining : note ? [...to, note] : to;
    entry.undone = isUndo ? (note ? [...to, note] : to) : remaining;
    if (note) {
      entry.turn = ++this.turns;
      entry.redoable = true;
    }
    return true;
  }

  private move(from: string, to: string): boolean {
    let some = false;
    const follow = (note: ChangedNote): ChangedNote => {
      const inside = note.path.startsWith(`${from}/`);
      if (note.path !== from && !inside) return note;
      some = true;
      return { ...note, path: inside ? to + note.path.slice(from.length) : to };
    };
    for (const entry of this.changes) {
      entry.done = entry.done.map(follow);
      entry.undone = entry.undone.map(follow);
    }
    return some;
  }

  private find(id: string): Entry | undefined {
    for (let i = this.changes.length - 1; i >= 0; i--) if (this.changes[i]?.id === id) return this.changes[i];
    return undefined;
  }
}

/** The entry of the latest turn that has something of which it is not known that it cannot be taken back. */
function latest(
  entries: readonly Entry[],
  notesOf: (entry: Entry) => readonly ChangedNote[],
): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    if ((!found || entry.turn > found.turn) && notesOf(entry).some(({ stuck }) => !stuck)) found = entry;
  }
  return found;
}

function countingStamp(): Stamp {
  let count = 0;
  return () => ({ id: String(++count), at: '' });
}

/** The changes by note that take a change back, or make it again: where the lines still are what was written. */
export function reversalOf({ done, undone }: HistoryEntry, kind: Reversal): Map<string, LineChange[]> {
  const changes = new Map<string, LineChange[]>();
  for (const { path, regions } of kind === 'undo' ? done : undone) {
    changes.set(path, [...(changes.get(path) ?? []), ...regions.map(reverse)]);
  }
  return changes;
}

/** The change that puts a region back: only where it still is what was written. */
export function reverse({ before, after, ref, raw }: ChangedRegion): LineChange {
  const [first = '', ...following] = after;
  const edits = [difference(after.join('\n'), before)];
  return {
    ref: { ...ref, source: first },
    following,
    edits,
    exact: { before: raw.after, after: raw.before },
  };
}
