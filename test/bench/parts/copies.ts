/** Copies among the proposals: all of them grouped, and one note that changes. */
import { CopyIndex } from '../../../src/core/triage/copy-index';
import type { BenchContext } from '../core';
import { interleave, ratios, type Result, spreadOf } from '../measure';
import { entryOf, notesToRead } from './setup';

/** So many proposals are asked for at once. */
const MOST = 4000;

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
  ];
}
