/** What the index keeps: bytes a task, and that no note's text is kept alive by a part of it. */
import type { NoteEntry } from '../../../src/core/note/read-note';
import type { BenchContext } from '../core';
import { collect, type Result, spreadOf } from '../measure';
import { type MadeNote, makeVault } from '../vault';
import { entryOf, indexOf, notesToRead } from './setup';

function heapUsed(): number {
  // What is young goes through two small collections before a large one sees it, which take joined texts together.
  for (let round = 0; round < 2; round++) collect('minor');
  for (let round = 0; round < 4; round++) collect();
  return process.memoryUsage().heapUsed;
}

/** The same note in a new string, which nobody else holds; `filler` is more text in front of the tasks. */
function fresh({ text, ...rest }: MadeNote, filler: string): MadeNote {
  const bytes = Buffer.from(`${text}${filler}`, 'utf8');
  return { ...rest, path: rest.path, text: bytes.toString('utf8') };
}

/** Bytes that the entries of notes keep, without what the notes themselves keep anyway. */
function retained(notes: readonly MadeNote[], filler: string): number {
  const before = heapUsed();
  const entries: NoteEntry[] = [];
  for (const note of notes) entries.push(entryOf(fresh(note, filler)));
  const bytes = heapUsed() - before;
  // Still used here, so that it was alive at the measurement.
  return entries.length > 0 ? bytes : 0;
}

export async function memoryPart({ notes }: BenchContext): Promise<Result[]> {
  const read = notesToRead(notes);
  const tasks = read.reduce((sum, { taskLines }) => sum + taskLines.length, 0);
  // Of another vault, so that what the engine compiles meanwhile is not counted as kept.
  retained(notesToRead(makeVault({ notes: 10_000, seed: 2 })), '');
  const plain = retained(read, '');
  const some = read.slice(0, 1000);
  const short = retained(some, '');
  const long = retained(some, `\n${'Words that nobody keeps. '.repeat(4000)}`);
  const before = heapUsed();
  const index = indexOf(notes);
  const whole = heapUsed() - before;
  const value = (bytes: number) => spreadOf([bytes]);
  return Promise.resolve([
    {
      part: 'memory',
      name: 'entries of notes, a task',
      value: value(plain / tasks),
      unit: 'bytes',
      limit: 400,
    },
    { part: 'memory', name: 'the whole index, a task', value: value(whole / tasks), unit: 'bytes' },
    {
      ...{ part: 'memory', name: 'kept of 100 kB more text in a note', unit: 'bytes a note', limit: 1000 },
      value: value((long - short) / Math.max(1, some.length) + (index.noteCount < 0 ? 1 : 0)),
    },
  ]);
}
