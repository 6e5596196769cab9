/**
 * Notes as they are kept between two starts of the app: of each just its task lines, as text. Everything else is
 * read out of these anew, so that nothing that is kept depends on settings or on how lines are understood.
 */

/** By what a file is recognised as unchanged. */
export interface FileStamp {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** A task line and where it stood. */
export interface SavedLine {
  /** Counts from 0. */
  readonly line: number;
  readonly heading: string;
  readonly source: string;
}

/** A note's task lines at the time of its stamp. */
export interface SavedNote extends FileStamp {
  readonly path: string;
  /** How many task items the app's metadata named, also those that are no task lines. */
  readonly named: number;
  readonly lines: readonly SavedLine[];
}

/** Notes as one flat list, which is quick to store and to load. */
export function packNotes(notes: Iterable<SavedNote>): unknown[] {
  const packed: unknown[] = [];
  for (const { path, mtime, size, named, lines } of notes) {
    packed.push(path, mtime, size, named, lines.length);
    for (const { line, heading, source } of lines) packed.push(line, heading, source);
  }
  return packed;
}

/** The notes of such a list; a `RangeError` when it is none. */
export function unpackNotes(packed: unknown): SavedNote[] {
  if (!Array.isArray(packed)) throw new RangeError('No list');
  const notes: SavedNote[] = [];
  let at = 0;
  const number = (): number => {
    const value: unknown = packed[at++];
    if (typeof value !== 'number') throw new RangeError('No number');
    return value;
  };
  const text = (): string => {
    const value: unknown = packed[at++];
    if (typeof value !== 'string') throw new RangeError('No text');
    return value;
  };
  while (at < packed.length) {
    const note = { path: text(), mtime: number(), size: number(), named: number() };
    const lines: SavedLine[] = [];
    for (let left = number(); left > 0; left--)
      lines.push({ line: number(), heading: text(), source: text() });
    notes.push({ ...note, lines });
  }
  return notes;
}

/** Whether saved lines are those that the app's metadata names now. */
export function isAsNamed({ named, lines }: SavedNote, taskLines: readonly number[]): boolean {
  return named === taskLines.length && lines.every(({ line }) => taskLines.includes(line));
}
