/** The changes of this session, for undo and redo. */
import { difference } from '../text/text-edit';
import type { LineChange, LineResult } from './apply-changes';
import type { ChangedRegion } from './regions';

/** What was changed in one note. */
export interface ChangedNote {
  readonly path: string;
  readonly lines: readonly Extract<LineResult, { kind: 'applied' }>[];
  readonly regions: readonly ChangedRegion[];
}

/** What a user did at once. */
export interface Change {
  /** In the past tense, for messages: "Accepted". */
  readonly label: string;
  readonly notes: readonly ChangedNote[];
}

/** How many changes are kept. */
const MOST_CHANGES = 500;

/** A stack of changes that can be taken back, and of those that were. */
export class ChangeHistory {
  private done: Change[] = [];
  private undone: Change[] = [];

  /** Remembers a change; what was undone before it cannot be redone any more. */
  push(change: Change): void {
    this.done.push(change);
    if (this.done.length > MOST_CHANGES) this.done.shift();
    this.undone = [];
  }

  /** What a line said before it was last changed to what it says now; `null` when nobody remembers. */
  textBefore(path: string, source: string): string | null {
    for (let i = this.done.length - 1; i >= 0; i--) {
      const note = this.done[i]?.notes.find((other) => other.path === path);
      const line = note?.lines.find(({ after }) => after.includes(source));
      if (line) return line.before;
    }
    return null;
  }

  /** The changes that were not taken back, in their order. */
  changes(): readonly Change[] {
    return this.done;
  }

  /** The change that undo would take back. */
  get last(): Change | undefined {
    return this.done[this.done.length - 1];
  }

  get lastUndone(): Change | undefined {
    return this.undone[this.undone.length - 1];
  }

  /** Replaces a change by what taking it back did, as far as that succeeded, so that it can be redone. */
  markUndone(change: Change, reversal: Change): void {
    this.done = this.done.filter((other) => other !== change);
    if (reversal.notes.length > 0) this.undone.push(reversal);
  }

  /** The other way round. */
  markRedone(reversal: Change, change: Change): void {
    this.undone = this.undone.filter((other) => other !== reversal);
    if (change.notes.length > 0) this.done.push(change);
  }

  /** Follows a file, or the files of a folder, to its new path. */
  rename(from: string, to: string): void {
    const moved = (path: string): string =>
      path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    const follow = (change: Change): Change => ({
      ...change,
      notes: change.notes.map((note) => ({ ...note, path: moved(note.path) })),
    });
    this.done = this.done.map(follow);
    this.undone = this.undone.map(follow);
  }
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
