/**
 * Notes as they are kept between two starts of the app: of each just its task lines, and how they were read. Who
 * reads lines in another way since then reads these lines anew, for which the notes are not needed.
 */
import { type SharedParts, sharedPartsOf } from './kept-task';
import type { TaskItem } from './task-item';

/** By what a file is recognised as unchanged. */
export interface FileStamp {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** A task line, where it stood, and what was read of it. */
export interface SavedLine extends Pick<TaskItem, 'line' | 'heading' | 'source' | 'ordinal' | 'text'> {
  readonly parts: SharedParts;
}

/** A note's task lines at the time of its stamp. */
export interface SavedNote extends FileStamp {
  readonly path: string;
  /** How many task items the app's metadata named, also those that are no task lines. */
  readonly named: number;
  readonly lines: readonly SavedLine[];
}

/** A note's lines as they are stored. */
export function savedLines(tasks: readonly TaskItem[]): SavedLine[] {
  return tasks.map((item) => {
    const { line, heading, source, ordinal, text } = item;
    return { line, heading, source, ordinal, text, parts: sharedPartsOf(item) };
  });
}

/** Notes as one flat list, which is quick to store and to load. Shared parts stay shared in it. */
export function packNotes(notes: Iterable<SavedNote>): unknown[] {
  const packed: unknown[] = [];
  for (const { path, mtime, size, named, lines } of notes) {
    packed.push(path, mtime, size, named, lines.length);
    for (const { line, heading, source, ordinal, text, parts } of lines) {
      const from = source.indexOf(text);
      // The text is a part of the line, unless broken characters were put right in it.
      packed.push(line, heading, source, ordinal, from, from < 0 ? text : text.length);
      packed.push(parts.traits, parts.owners, parts.days);
    }
  }
  return packed;
}

/** The notes of such a list; a `RangeError` when it is none. */
export function unpackNotes(packed: unknown): SavedNote[] {
  if (!Array.isArray(packed)) throw new RangeError('No list');
  const notes: SavedNote[] = [];
  let at = 0;
  const next = (type: string): unknown => {
    const value: unknown = packed[at++];
    if (typeof value !== type || value === null) throw new RangeError(`No ${type}`);
    return value;
  };
  const number = () => next('number') as number;
  const text = () => next('string') as string;
  const part = () => next('object');
  while (at < packed.length) {
    const note = { path: text(), mtime: number(), size: number(), named: number() };
    const lines: SavedLine[] = [];
    for (let left = number(); left > 0; left--) {
      const place = { line: number(), heading: text(), source: text(), ordinal: number() };
      const from = number();
      const own = from < 0 ? text() : place.source.slice(from, from + number());
      const parts = { traits: part(), owners: part(), days: part() } as SharedParts;
      lines.push({ ...place, text: own, parts });
    }
    notes.push({ ...note, lines });
  }
  return notes;
}

/** Whether saved lines are those that the app's metadata names now. */
export function isAsNamed({ named, lines }: SavedNote, taskLines: readonly number[]): boolean {
  return named === taskLines.length && lines.every(({ line }) => taskLines.includes(line));
}
