/** Carries out changes of lines on the text of one note, each only in the line it was meant for. */
import { type LineRef, NoteText } from '../text/note-text';
import { applyEdits, type TextEdit } from '../text/text-edit';

/** A wanted change: the line it is meant for and its edits, by offsets in that line. */
export interface LineChange {
  readonly ref: LineRef;
  /** Lines that must stand right behind it. Offsets of edits go on into them, over one `\n` each. */
  readonly following?: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** What became of one change. */
export type LineResult =
  | {
      readonly kind: 'applied';
      readonly before: string;
      /** The new line, or lines, in the order of the note. */
      readonly after: readonly string[];
      /** How the first new line is found again. */
      readonly ref: LineRef;
    }
  | { readonly kind: 'conflict'; readonly reason: 'gone' | 'ambiguous' };

/** The edits of a whole note (offsets in its text), and one result for each change, in their order. */
export interface NoteEdits {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly results: readonly LineResult[];
}

/** Places every change in `text`. Nothing is written for those that are not found; the others go on. */
export function applyChanges(text: string, changes: readonly LineChange[]): NoteEdits {
  const note = new NoteText(text);
  const taken = new Set<number>();
  const placed = changes.map((change) => {
    const place = note.find(change.ref);
    if (place.kind !== 'found') return { kind: 'conflict', reason: place.kind } as const;
    const following = change.following ?? [];
    if (!following.every((text, i) => note.line(place.line + 1 + i) === text)) {
      return { kind: 'conflict', reason: 'gone' } as const;
    }
    // Two changes of one line were planned on the same old text; the second would undo the first.
    if (taken.has(place.line)) return { kind: 'conflict', reason: 'ambiguous' } as const;
    taken.add(place.line);
    return {
      kind: 'placed',
      line: place.line,
      last: place.line + following.length,
      edits: change.edits,
    } as const;
  });

  const edits: TextEdit[] = [];
  for (const change of placed) {
    if (change.kind === 'placed') edits.push(...lineEdits(note, change));
  }
  const after = applyEdits(text, edits);
  return { edits, text: after, results: describeResults(note, new NoteText(after), placed) };
}

type Placed =
  | {
      readonly kind: 'placed';
      readonly line: number;
      readonly last: number;
      readonly edits: readonly TextEdit[];
    }
  | { readonly kind: 'conflict'; readonly reason: 'gone' | 'ambiguous' };

type PlacedChange = Extract<Placed, { kind: 'placed' }>;

/** Edits of a line as edits of its note; line breaks that they insert become those of the note. */
function lineEdits(note: NoteText, { line, edits }: PlacedChange): TextEdit[] {
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
  for (
    let length = note.line(at).length;
    left > length && at + 1 < note.lineCount;
    length = note.line(at).length
  ) {
    left -= length + 1;
    at++;
  }
  return note.startOf(at) + left;
}

function joined(note: NoteText, { line, last }: PlacedChange): string {
  const lines: string[] = [];
  for (let at = line; at <= last; at++) lines.push(note.line(at));
  return lines.join('\n');
}

function describeResults(before: NoteText, after: NoteText, placed: readonly Placed[]): LineResult[] {
  const results: LineResult[] = [];
  const order = placed.flatMap((change, index) => (change.kind === 'placed' ? [{ change, index }] : []));
  order.sort((a, b) => a.change.line - b.change.line);
  let shift = 0;
  for (const { change, index } of order) {
    const old = joined(before, change);
    const line = change.line + shift;
    const count = applyEdits(old, change.edits).split('\n').length;
    const lines = Array.from({ length: count }, (_, i) => after.line(line + i));
    results[index] = { kind: 'applied', before: old, after: lines, ref: after.refOf(line) };
    shift += count - (change.last - change.line + 1);
  }
  return placed.map((change, index) =>
    change.kind === 'conflict' ? change : (results[index] ?? { kind: 'conflict', reason: 'gone' }),
  );
}
