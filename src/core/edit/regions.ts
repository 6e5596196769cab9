/** The parts of a note that changed, kept so that they can be put back: what stood there, and what stands there. */
import { lastOf } from '../shared/collect';
import type { NoteText } from '../text/note-text';
import type { TextEdit } from '../text/text-edit';

/** Edits over the lines `line` to `last`, as if these were joined by `\n`; no new lines where they go. */
export interface PlacedChange {
  readonly line: number;
  readonly last: number;
  readonly edits: readonly TextEdit[];
  readonly newLines: readonly string[];
  /** What stood here when it was changed, and what it became, where that is to be put back. */
  readonly exact: RawChange | null;
}

/** Lines that changed together. There is always at least one line left by which they are found again. */
export interface ChangedRegion {
  /** Where it begins now, and how its first line is told from its twins. */
  readonly line: number;
  readonly heading: string;
  readonly ordinal: number;
  /** The lines with the endings that they have in the note: lines that are gone cannot tell theirs any more. */
  readonly was: string;
  readonly is: string;
}

/** A piece of a note as it was and as it became, by the byte. */
export interface RawChange {
  readonly before: string;
  readonly after: string;
}

/** How far up a line with text is looked for where a line was taken out. */
const ANCHOR_REACH = 10;

interface OpenRegion {
  first: number;
  last: number;
  readonly changes: PlacedChange[];
}

/** The changed regions of a note, from top to bottom, with a stop after each. */
export function* describeRegions(
  before: NoteText,
  after: NoteText,
  placed: readonly PlacedChange[],
): Generator<void, ChangedRegion[], void> {
  const regions: ChangedRegion[] = [];
  let shift = 0;
  for (const { first, last, changes } of collectRegions(before, placed)) {
    const start = first + shift;
    for (const change of changes) shift += change.newLines.length - (change.last - change.line + 1);
    const { line, heading, ordinal } = after.refOf(start);
    regions.push({
      line,
      heading,
      ordinal,
      was: before.raw(first, last),
      is: after.raw(start, last + shift),
    });
    yield;
  }
  return regions;
}

/**
 * A line that goes leaves nothing to find its place by, so neighbours that stay are taken in: the one above,
 * and the one below, which has the dropped line's own ending before it.
 */
function collectRegions(note: NoteText, placed: readonly PlacedChange[]): OpenRegion[] {
  const regions: OpenRegion[] = [];
  for (const change of [...placed].sort((a, b) => a.line - b.line)) {
    const above = lastOf(regions);
    const dropped = change.newLines.length === 0;
    const first = dropped ? anchorAbove(note, change.line) : change.line;
    const last = dropped ? Math.min(change.last + 1, note.lineCount - 1) : change.last;
    if (above && first <= above.last) {
      above.last = last;
      above.changes.push(change);
    } else {
      regions.push({ first, last, changes: [change] });
    }
  }
  return regions;
}

function anchorAbove(note: NoteText, line: number): number {
  let anchor = line - 1;
  while (anchor > 0 && line - anchor < ANCHOR_REACH && note.line(anchor).trim() === '') anchor--;
  return Math.max(0, anchor);
}
