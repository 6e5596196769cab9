/**
 * Notes as they are kept between two starts of the app: of each its facts and its task lines, and how they were read.
 * Who reads lines in another way since then reads these lines anew, for which the notes are not needed.
 */
import { KeptTask, sharedCopy, type SharedParts, sharedPartsOf, type Words, wordsOf } from './kept-task';
import type { NoteFacts } from './meeting';
import type { NoteEntry } from './read-note';
import type { TaskItem } from './task-item';

/** By what a file is recognised as unchanged. */
export interface FileStamp {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** What was read of a note at the time of its stamp. */
export interface SavedNote extends FileStamp {
  /** How many task items the app's metadata named, also those that are no task lines. */
  readonly named: number;
  readonly entry: NoteEntry;
}

/** Many notes as one text and one list of numbers, which cost next to nothing to load, and what they share. */
export interface PackedNotes {
  readonly text: string;
  readonly numbers: Float64Array;
  readonly shared: readonly unknown[];
}

/** Notes as they are stored. */
export function packNotes(notes: Iterable<SavedNote>): PackedNotes {
  const texts: string[] = [];
  const numbers: number[] = [];
  const shared = new Map<unknown, number>();
  const say = (text: string): void => {
    texts.push(text);
    numbers.push(text.length);
  };
  const placeOf = (thing: unknown): number => {
    const place = shared.get(thing) ?? shared.size;
    shared.set(thing, place);
    return place;
  };
  const share = (...things: readonly unknown[]): void => {
    for (const thing of things) numbers.push(placeOf(thing));
  };
  for (const { mtime, size, named, entry } of notes) {
    const { kind, title, date, people, aliases, source, sourceRef } = entry.facts;
    say(entry.path);
    say(title);
    say(sourceRef);
    share(kind, date, source);
    numbers.push(mtime, size, named, people.length, aliases.length, entry.tasks.length);
    share(...people, ...aliases);
    for (const item of entry.tasks) {
      const { traits, owners, days } = sharedPartsOf(item);
      const words = wordsOf(item);
      say(item.source);
      share(item.heading, traits, owners, days);
      numbers.push(item.line, item.ordinal, typeof words === 'number' ? words : -1 - placeOf(words));
    }
  }
  return { text: texts.join(''), numbers: Float64Array.from(numbers), shared: [...shared.keys()] };
}

/** The notes that were packed so; a `RangeError` when it is nothing such. The last change of a note is not known. */
export function unpackNotes(packed: unknown): SavedNote[] {
  const { text, numbers, shared } = (packed ?? {}) as Partial<PackedNotes>;
  if (typeof text !== 'string' || !(numbers instanceof Float64Array) || !Array.isArray(shared))
    throw new RangeError();
  // Copies of what is shared become what they are copies of.
  const things: readonly unknown[] = shared.map(sharedCopy);
  const notes: SavedNote[] = [];
  let at = 0;
  let place = 0;
  const next = (): number => numbers[at++] ?? NaN;
  const said = (): string => text.slice(place, (place += next()));
  const thing = <T>(number = next()): T => {
    if (!(number in things)) throw new RangeError();
    return things[number] as T;
  };
  const list = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);
  while (at < numbers.length) {
    const [path, title, sourceRef] = [said(), said(), said()];
    const kind = thing<NoteFacts['kind']>();
    const [date, source] = [thing<NoteFacts['date']>(), thing<string>()];
    const [mtime, size, named, people, aliases, tasks] = [next(), next(), next(), next(), next(), next()];
    const names = () => thing<string>();
    const facts: NoteFacts = {
      kind,
      title,
      date,
      people: list(people, names),
      aliases: list(aliases, names),
      source,
      sourceRef,
      modified: null,
    };
    const readTask = (): TaskItem => {
      const own = said();
      const heading = thing<string>();
      const parts: SharedParts = { traits: thing(), owners: thing(), days: thing() };
      const where = { path, source: own, heading, line: next(), ordinal: next() };
      const words = next();
      return new KeptTask(where, words < 0 ? thing<Words>(-1 - words) : words, parts);
    };
    const entry = { path, facts, tasks: list(tasks, readTask), frontmatterBroken: false };
    notes.push({ mtime, size, named, entry });
  }
  if (place !== text.length) throw new RangeError();
  return notes;
}

/** Whether saved lines are those that the app's metadata names now. */
export function isAsNamed({ named, entry }: SavedNote, taskLines: readonly number[]): boolean {
  return named === taskLines.length && entry.tasks.every(({ line }) => taskLines.includes(line));
}
