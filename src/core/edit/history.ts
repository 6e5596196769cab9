/** The changes of this session, for undo and redo. */
import type { TextEdit } from '../text/text-edit';
import type { LineChange, LineResult } from './apply-changes';

/** One line that was changed, with what is needed to take it back. */
export interface ChangedLine {
  readonly path: string;
  readonly result: Extract<LineResult, { kind: 'applied' }>;
}

/** What a user did at once. */
export interface Change {
  /** In the past tense, for messages: "Accepted". */
  readonly label: string;
  readonly lines: readonly ChangedLine[];
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
      const line = this.done[i]?.lines.find(
        ({ path: other, result }) => other === path && result.after.includes(source),
      );
      if (line) return line.result.before;
    }
    return null;
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
    if (reversal.lines.length > 0) this.undone.push(reversal);
  }

  /** The other way round. */
  markRedone(reversal: Change, change: Change): void {
    this.undone = this.undone.filter((other) => other !== reversal);
    if (change.lines.length > 0) this.done.push(change);
  }

  /** Follows a file, or the files of a folder, to its new path. */
  rename(from: string, to: string): void {
    const moved = (path: string): string =>
      path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    const follow = (change: Change): Change => ({
      ...change,
      lines: change.lines.map((line) => ({ ...line, path: moved(line.path) })),
    });
    this.done = this.done.map(follow);
    this.undone = this.undone.map(follow);
  }
}

/** The change of a line that takes a change back: only where the line still is what was written. */
export function reverse({ result }: ChangedLine): LineChange {
  const [now = '', ...more] = result.after;
  return {
    ref: { ...result.ref, source: now },
    following: more,
    edits: [difference(result.after.join('\n'), result.before)],
  };
}

/** The smallest single edit that turns one text into another; it never cuts a character in two. */
export function difference(from: string, to: string): TextEdit {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  if (start > 0 && isLeadSurrogate(from.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < most - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isTrailSurrogate(from.charCodeAt(from.length - end))) end--;
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) };
}

function isLeadSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isTrailSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
