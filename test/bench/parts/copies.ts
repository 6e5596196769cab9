/** Copies among the proposals: all of them grouped, and one note that changes. */
import { CopyIndex } from '../../../src/core/triage/copy-index';
import type { NoteEntry } from '../../../src/core/note/read-note';
import type { BenchContext } from '../core';
import { interleave, ratios, type Result, spreadOf } from '../measure';
import type { MadeNote } from '../vault';
import { entryOf, notesToRead } from './setup';

/** So many proposals are asked for at once. */
const MOST = 4000;

/** So many when there are many. */
const MANY = 40_000;
const ROUNDS = 6;

/** Notes with ten proposals each, of so many words from so many; one in eight is nearly the same as an earlier one. */
function manyNotes(words: number, known: number): MadeNote[] {
  let state = 7;
  const random = (): number => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) / 2147483647;
  const verbs = ['Send', 'Draft', 'Review', 'Order', 'Cancel', 'Approve', 'Discuss', 'Book'];
  // Words that end alike, half of them rare.
  const word = (): string =>
    `k${Math.floor(random() ** 2.2 * known)
      .toString(36)
      .replace(/\d/g, 'o')}m`;
  const texts: string[][] = [];
  while (texts.length < MANY) {
    const earlier = random() < 0.125 ? texts[Math.floor(random() * texts.length)] : undefined;
    const text = earlier
      ? earlier.slice(0, -1)
      : [
          verbs[Math.floor(random() * 8)] ?? '',
          ...Array.from({ length: words + Math.floor(random() * words) }, word),
        ];
    texts.push(text);
  }
  return Array.from({ length: MANY / 10 }, (_, at) => {
    const lines = texts.slice(at * 10, at * 10 + 10).map((text) => `- [?] ${text.join(' ')}`);
    return {
      path: `${at}.md`,
      text: lines.join('\n'),
      frontmatter: { type: 'people' },
      taskLines: lines.map((_, line) => line),
    };
  });
}

/** How long proposals take, and the longest step, each at its least: so that other work does not count. */
function atLeast(name: string, entries: readonly NoteEntry[], limit: number): Result[] {
  const least: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const index = new CopyIndex({ duplicateTag: '#duplicate' });
    let at = 0;
    const timed = (run: () => unknown): void => {
      const start = performance.now();
      run();
      least[at] = Math.min(least[at] ?? Infinity, performance.now() - start);
      at++;
    };
    for (const entry of entries) timed(() => index.replaceNote(entry.path, entry));
    const work = index.work();
    for (let isDone = false; !isDone;) timed(() => (isDone = work.next().done === true));
  }
  const [sum, longest] = [least.reduce((a, b) => a + b, 0), Math.max(...least)];
  return [
    { part: 'copies', name, value: spreadOf([sum]), unit: 'ms', limit },
    {
      part: 'copies',
      name: `${name}, longest step`,
      value: spreadOf([longest]),
      unit: 'ms',
      limit: 16,
    },
  ];
}

function proposalsOf(entry: NoteEntry): NoteEntry {
  return { ...entry, tasks: entry.tasks.filter(({ state }) => state === 'proposal') };
}

const many = (name: string, notes: readonly MadeNote[]): Result[] =>
  atLeast(`${MANY} ${name}`, notesToRead(notes).map(entryOf), 1000);

export async function copiesPart({ notes }: BenchContext): Promise<Result[]> {
  let proposals = 0;
  const entries = notesToRead(notes)
    .map(entryOf)
    .filter(({ tasks }) => (proposals += tasks.filter(({ state }) => state === 'proposal').length) < MOST);
  const load = (): CopyIndex => {
    const index = new CopyIndex({ duplicateTag: '#duplicate' });
    for (const entry of entries) index.replaceNote(entry.path, entry);
    const steps = index.work();
    while (steps.next().done !== true);
    return index;
  };
  const full = load();
  const first = entries[0];
  const times = await interleave(
    {
      load,
      words: () =>
        entries.map(({ tasks }) => tasks.map(({ text }) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))),
      one: () => {
        if (!first) return;
        full.replaceNote(first.path, null);
        full.replaceNote(first.path, first);
      },
    },
    9,
  );
  return [
    {
      ...{ part: 'copies', name: `${Math.min(proposals, MOST)} proposals grouped`, unit: 'ms' },
      ...{ value: spreadOf(times.get('load') ?? []), against: 'splitting them into words' },
      ratio: ratios(times, 'load', 'words'),
    },
    {
      part: 'copies',
      name: 'one note out and in again',
      value: spreadOf(times.get('one') ?? []),
      unit: 'ms',
    },
    // The budget is for proposals; above there are also seven decided tasks to ten of them.
    ...atLeast(`${Math.min(proposals, MOST)} proposals alone, one thread`, entries.map(proposalsOf), 30),
    ...many('proposals', manyNotes(5, 6000)),
    ...many('proposals of few words', manyNotes(2, 760)),
  ];
}
