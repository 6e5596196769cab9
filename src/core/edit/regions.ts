/** The parts of a note that changed, kept so that they can be put back: what stood there, and what stands there. */
import type { LineRef, NoteText } from '../text/note-text';
import type { TextEdit } from '../text/text-edit';

/** Edits over the lines `line` to `last`, as if these were joined by `\n`; no new lines where they go. */
export interface PlacedChange {
  readonly kind: 'placed';
  readonly line: number;
  readonly last: number;
  readonly edits: readonly TextEdit[];
  readonly newLines: readonly string[];
  /** What ends the lines that are added. */
  readonly ending: string;
}

/** Lines that changed together. There is always at least one line left by which they are found again. */
export interface ChangedRegion {
  /** The lines before, joined by `\n`. */
  readonly before: string;
  readonly after: readonly string[];
  /** How the first line of `after` is found again. */
  readonly ref: LineRef;
  /** What ended the lines: a note that is left with a single line would not tell any more. */
  readonly ending: string;
}

/** How far up a line with text is looked for where a line was taken out. */
const ANCHOR_REACH = 10;

interface OpenRegion {
  first: number;
  last: number;
  readonly changes: PlacedChange[];
}

/** The changed regions of a note, from top to bottom. */
export function describeRegions(
  before: NoteText,
  after: NoteText,
  placed: readonly PlacedChange[],
): ChangedRegion[] {
  let shift = 0;
  return collectRegions(before, placed).map(({ first, last, changes }) => {
    const byLine = new Map(changes.map((change) => [change.line, change]));
    const lines: string[] = [];
    for (let line = first; line <= last;) {
      const change = byLine.get(line);
      lines.push(...(change ? change.newLines : [before.line(line)]));
      line = change ? change.last + 1 : line + 1;
    }
    const ref = after.refOf(first + shift);
    shift += lines.length - (last - first + 1);
    return { before: before.joined(first, last), after: lines, ref, ending: before.lineEnding(first) };
  });
}

/** A line that goes leaves nothing to find its place by, so a neighbour that stays is taken in. */
function collectRegions(note: NoteText, placed: readonly PlacedChange[]): OpenRegion[] {
  const regions: OpenRegion[] = [];
  for (const change of [...placed].sort((a, b) => a.line - b.line)) {
    const above = regions[regions.length - 1];
    const dropped = change.newLines.length === 0;
    const first = dropped ? anchorAbove(note, change.line) : change.line;
    if (above && first <= above.last) {
      above.last = Math.max(above.last, change.last);
      above.changes.push(change);
    } else {
      regions.push({ first, last: change.last, changes: [change] });
    }
  }
  const [top, next] = regions;
  // At the very top of a note only a line below can be the neighbour.
  if (top && leavesNothing(top) && top.last + 1 < note.lineCount) {
    top.last++;
    if (next && next.first === top.last) {
      top.last = next.last;
      top.changes.push(...next.changes);
      regions.splice(1, 1);
    }
  }
  return regions;
}

function anchorAbove(note: NoteText, line: number): number {
  let anchor = line - 1;
  while (anchor > 0 && line - anchor < ANCHOR_REACH && note.line(anchor).trim() === '') anchor--;
  return Math.max(0, anchor);
}

function leavesNothing({ first, last, changes }: OpenRegion): boolean {
  const gone = changes.filter(({ newLines }) => newLines.length === 0);
  return gone.reduce((sum, change) => sum + change.last - change.line + 1, 0) === last - first + 1;
}
