/** Carries out changes of lines on the text of one note, each only in the line it was meant for. */
import { allAtOnce, lastOf } from '../shared/collect';
import { type LineRef, NoteText } from '../text/note-text';
import { applyEdits, difference, type TextEdit } from '../text/text-edit';
import { type ChangedRegion, describeRegions, type PlacedChange, type RawChange } from './regions';

/** A wanted change: the line it is meant for and its edits, by offsets in that line. */
export interface LineChange {
  readonly ref: LineRef;
  /** Lines that must stand right behind it. Offsets of edits go on into them, over one `\n` each. */
  readonly following?: readonly string[];
  readonly edits: readonly TextEdit[];
  /** Takes the line out, with its line ending. */
  readonly drop?: boolean;
  /** Used in place of the edits where the lines stand there with just these line endings. */
  readonly exact?: RawChange;
}

/** What became of one change: its line was found, is there no more, or cannot be told from others. */
export type LineResult = 'applied' | 'gone' | 'ambiguous';

/** What changes do to a whole note. Offsets of edits are those of its text before. */
export interface NoteEdits {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  /** One for each change, in their order. */
  readonly results: readonly LineResult[];
  /** The changed parts of the note, from which it can be put back. */
  readonly regions: readonly ChangedRegion[];
}

/** Places every change in `text`. Nothing is written for those that are not found; the others go on. */
export function applyChanges(text: string, changes: readonly LineChange[]): NoteEdits {
  return allAtOnce(applyInSteps(text, changes));
}

/** The same, with a stop after each line, so that very many of them hold nothing up. */
export function* applyInSteps(
  text: string,
  changes: readonly LineChange[],
): Generator<void, NoteEdits, void> {
  const note = new NoteText(text);
  const taken = new Set<number>();
  const found: PlacedChange[] = [];
  const results: LineResult[] = [];
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const placed = placeChange(note, change, taken);
    if (typeof placed === 'string') results.push(placed);
    else {
      found.push(placed);
      edits.push(...lineEdits(note, placed));
      results.push('applied');
    }
    yield;
  }
  const all = [...edits, ...dropEdits(note, found)];
  yield;
  const after = applyEdits(text, all);
  yield;
  const regions = yield* describeRegions(note, new NoteText(after), found);
  return { edits: all, text: after, results, regions };
}

function placeChange(
  note: NoteText,
  change: LineChange,
  taken: Set<number>,
): PlacedChange | Exclude<LineResult, 'applied'> {
  const place = note.find(change.ref);
  if (place.kind !== 'found') return place.kind;
  const { line } = place;
  const following = change.following ?? [];
  if (following.some((text, i) => note.line(line + 1 + i) !== text)) return 'gone';
  const last = line + following.length;
  const lines = [line, ...following.map((_, i) => line + 1 + i)];
  // Two changes of one line were planned on the same old text; the second would undo the first.
  if (lines.some((at) => taken.has(at))) return 'ambiguous';
  for (const at of lines) taken.add(at);
  const newLines = change.drop ? [] : applyEdits(note.joined(line, last), change.edits).split('\n');
  const exact = change.exact?.before === note.raw(line, last) ? change.exact : null;
  return { line, last, edits: change.drop ? [] : change.edits, newLines, exact };
}

/** Edits of lines as edits of their note; line breaks that they insert become those of the note. */
function lineEdits(note: NoteText, { line, edits, exact }: PlacedChange): TextEdit[] {
  if (exact) {
    const start = note.startOf(line);
    const { from, to, insert } = difference(exact.before, exact.after);
    return [{ from: start + from, to: start + to, insert }];
  }
  const ending = note.lineEnding(line);
  return edits.map((edit) => ({
    from: offsetIn(note, line, edit.from),
    to: offsetIn(note, line, edit.to),
    insert: ending === '\n' ? edit.insert : edit.insert.replace(/\n/g, ending),
  }));
}

/** The offset in the note of an offset in lines that are joined by `\n`, whatever really ends them. */
function offsetIn(note: NoteText, line: number, offset: number): number {
  let left = offset;
  let at = line;
  while (at + 1 < note.lineCount && left > note.line(at).length) left -= note.line(at++).length + 1;
  return note.startOf(at) + left;
}

/** Takes dropped lines out, a run of them at a time: the last line of a note ends with the ending before it. */
function dropEdits(note: NoteText, placed: readonly PlacedChange[]): TextEdit[] {
  const dropped = placed.filter((change) => change.newLines.length === 0).sort((a, b) => a.line - b.line);
  const runs: { first: number; last: number }[] = [];
  for (const { line, last } of dropped) {
    const run = lastOf(runs);
    if (run && run.last + 1 === line) run.last = last;
    else runs.push({ first: line, last });
  }
  return runs.map(({ first, last }) => {
    const isEnd = last + 1 >= note.lineCount;
    const from = isEnd && first > 0 ? note.endOf(first - 1) : note.startOf(first);
    return { from, to: isEnd ? note.text.length : note.startOf(last + 1), insert: '' };
  });
}
