/** Lines, and whole texts, into entries of the index. */
import { mkdirSync, promises as fs, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { readNote } from '../../../src/core/note/read-note';
import { readAsTasks } from '../../core/support/tasks-reading';
import { ownCopy } from '../../../src/core/shared/pool';
import type { BenchContext } from '../core';
import { collect, interleave, ratios, type Result, spreadOf } from '../measure';
import { type MadeNote, makeVault } from '../vault';
import { entryOf, indexOf, notesToRead, READ_RULES } from './setup';

const ROUNDS = 9;
/** As in the vaults by which the budgets were set: 6.3 kB a note and 0.7 task lines a kB; 10.4 kB and 0.45. */
const DENSE = { notes: 2000, meetings: 0.64, items: 7.2, paragraphs: 28 };
const LONG = { notes: 1800, meetings: 0.55, items: 8.6, paragraphs: 80 };
/** One expression over a text, as one would look for tasks without a parser. */
const ANY_TASK = /^[\s>]*(?:[-*+]|\d+[.)]) +\[.\] .*$/gmu;

function scanBrackets(notes: readonly MadeNote[]): number {
  let found = 0;
  for (const { text } of notes) {
    for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      if (text.charCodeAt(at + 2) === 0x5d) found++;
    }
  }
  return found;
}

function matchAll(notes: readonly MadeNote[]): number {
  let found = 0;
  for (const { text } of notes) {
    ANY_TASK.lastIndex = 0;
    while (ANY_TASK.test(text)) found++;
  }
  return found;
}

function readSlowly(notes: readonly MadeNote[]): number {
  let found = 0;
  for (const { text } of notes) for (const line of text.split('\n')) if (readAsTasks(line)) found++;
  return found;
}

function readWhole(notes: readonly MadeNote[]): number {
  let found = 0;
  for (const { path, text, frontmatter } of notes) {
    found += readNote({ path, text, frontmatter }, READ_RULES).tasks.length;
  }
  return found;
}

function readHinted(notes: readonly MadeNote[]): number {
  let found = 0;
  for (const note of notes) found += entryOf(note).tasks.length;
  return found;
}

export async function readPart({ notes, folder }: BenchContext): Promise<Result[]> {
  const read = notesToRead(notes);
  return [
    ...(await lines(read)),
    ...(await texts('all notes', notes, 12, notes.length > 20_000 ? 5 : ROUNDS)),
    ...(await texts(
      'notes without tasks',
      notes.filter(({ taskLines }) => taskLines.length === 0),
      6,
      5,
    )),
    ...(await texts('notes with tasks alone', read, undefined, ROUNDS)),
    ...(await texts('a vault of dense notes', makeVault(DENSE), 12, ROUNDS)),
    ...(await texts('a vault of long notes', makeVault(LONG), 6, ROUNDS)),
    ...(await files(read, path.join(folder, 'notes'))),
    ...(await load(notes)),
  ];
}

async function lines(notes: readonly MadeNote[]): Promise<Result[]> {
  const all = notes.flatMap(({ text, taskLines }) => {
    const split = text.split('\n');
    return taskLines.map((line) => split[line] ?? '');
  });
  const some = all.slice(0, 20_000);
  // As notes read them, so that no line holds the text of its note in memory.
  const copies = some.map(ownCopy);
  const own = (source: string): unknown => {
    const line = parseTaskLine(source);
    return line && readFields(line);
  };
  const times = await interleave(
    {
      own: () => {
        for (const line of some) own(line);
      },
      copies: () => {
        for (const line of copies) own(line);
      },
      slow: () => {
        for (const line of some) readAsTasks(line);
      },
    },
    ROUNDS,
  );
  const perSecond = (contender: string, name: string): Result => ({
    ...{ part: 'lines', name, unit: 'thousand a second', limit: 1000, atLeast: true },
    value: spreadOf((times.get(contender) ?? []).map((time) => some.length / time)),
  });
  return [
    perSecond('own', 'read, as parts of a text'),
    perSecond('copies', 'read, as copies of their own'),
    {
      ...{ part: 'lines', name: 'read', value: spreadOf(times.get('own') ?? []), unit: 'ms' },
      ...{ against: 'slow twin', ratio: ratios(times, 'own', 'slow') },
    },
  ];
}

async function texts(
  name: string,
  notes: readonly MadeNote[],
  limit: number | undefined,
  rounds: number,
): Promise<Result[]> {
  if (notes.length === 0) return [];
  const times = await interleave(
    {
      whole: () => readWhole(notes),
      hinted: () => readHinted(notes),
      brackets: () => scanBrackets(notes),
      expression: () => matchAll(notes),
      slow: () => readSlowly(notes.slice(0, 2000)),
    },
    rounds,
  );
  const result = (contender: string, label: string, against: string, most?: number): Result => ({
    ...{ part: 'text', name: `${name}, ${label}`, value: spreadOf(times.get(contender) ?? []), unit: 'ms' },
    ...{ against, ratio: ratios(times, contender, against) },
    ...(most === undefined ? {} : { limit: most }),
  });
  return [
    result('whole', 'by text alone', 'brackets', limit),
    result('whole', 'by text alone', 'expression', limit && 1),
    result('hinted', 'with the lines of the metadata', 'brackets', limit),
    result('hinted', 'with the lines of the metadata', 'expression', limit && 1),
  ];
}

/** Reading the files themselves, beside which everything else must be small. */
async function files(notes: readonly MadeNote[], folder: string): Promise<Result[]> {
  const some = notes.slice(0, 4000);
  mkdirSync(folder, { recursive: true });
  const names = some.map((_, number) => path.join(folder, `${number}.md`));
  some.forEach(({ text }, at) => writeFileSync(names[at] ?? '', text));
  const times = await interleave(
    {
      own: () => readHinted(some),
      sync: () => names.reduce((sum, name) => sum + readFileSync(name, 'utf8').length, 0),
      async four() {
        for (let at = 0; at < names.length; at += 4) {
          await Promise.all(names.slice(at, at + 4).map((name) => fs.readFile(name, 'utf8')));
        }
      },
    },
    5,
  );
  rmSync(folder, { recursive: true });
  const own = spreadOf(times.get('own') ?? []);
  const row = (against: string): Result => ({
    ...{ part: 'files', name: `${some.length} notes, entries of texts`, value: own, unit: 'ms' },
    ...{ against: `read ${against}`, ratio: ratios(times, 'own', against) },
  });
  return [row('sync'), row('four')];
}

/** All notes into an index, and whether ten times the notes cost ten times as much. */
async function load(notes: readonly MadeNote[]): Promise<Result[]> {
  const tenth = notes.slice(0, Math.ceil(notes.length / 10));
  // Each pays for its own garbage: a tenth is read between two collections, and the next contender would pay for both.
  const load = (some: readonly MadeNote[]) => (): unknown => {
    const index = indexOf(some);
    collect('minor');
    return index;
  };
  const times = await interleave({ all: load(notes), tenth: load(tenth) }, 9);
  return [
    {
      ...{
        part: 'load',
        name: 'all notes into the index',
        value: spreadOf(times.get('all') ?? []),
        unit: 'ms',
      },
      ...{ against: 'a tenth of them', ratio: ratios(times, 'all', 'tenth'), limit: 12 },
    },
  ];
}
