/** One changed note: in the index alone, and until the rows of the list are there. */
import type { NoteIndex } from '../../../src/core/index/note-index';
import { FIRST_STATE, type ListState } from '../../../src/core/list/list-state';
import { buildList, type ListContext } from '../../../src/core/list/task-list';
import type { BenchContext } from '../core';
import { kept, percentile95, type Result, spreadOf, timeOf } from '../measure';
import { type MadeNote, makeVault } from '../vault';
import { entryOf, indexOf, listContext, notesToRead } from './setup';

const CHANGES = 400;

interface Side {
  readonly index: NoteIndex;
  /** The same for all changes, as a view has it. */
  readonly context: ListContext;
  readonly notes: readonly MadeNote[];
  readonly plain: number[];
  readonly listed: number[];
}

function side(notes: readonly MadeNote[]): Side {
  const index = indexOf(notes);
  return { index, context: listContext(index), notes: notesToRead(notes), plain: [], listed: [] };
}

/** Decides one proposal of a note, as a verb does. */
function decided(note: MadeNote, round: number): MadeNote {
  const text = round % 2 === 0 ? note.text.replace('- [?]', '- [ ]') : note.text;
  return { ...note, text: text.replace(' #proposed', '') };
}

const LISTS: readonly Partial<ListState>[] = [{}, { split: 'all' }, { tab: 'week' }];

export async function changePart({ notes }: BenchContext): Promise<Result[]> {
  const large = side(notes);
  const small = side(makeVault({ notes: 1000, seed: 2 }));
  for (let round = -50; round < CHANGES; round++) {
    for (const { index, context, notes: all, plain, listed } of [large, small]) {
      const note = all[(Math.abs(round) * 7919) % all.length];
      if (!note) continue;
      const changed = decided(note, round);
      const once = timeOf(() => index.replace(changed.path, entryOf(changed)));
      const state = { ...FIRST_STATE, ...LISTS[Math.abs(round) % LISTS.length] };
      const rows = timeOf(() => buildList(index, state, context));
      if (round < 0) continue;
      plain.push(once);
      listed.push(once + rows);
    }
  }
  void kept;
  const row = (name: string, own: readonly number[], other: readonly number[], most: number): Result[] => [
    {
      ...{ part: 'change', name, value: spreadOf(own), unit: 'ms' },
      ...{ against: 'with 1,000 notes', ratio: spreadOf([spreadOf(own).median / spreadOf(other).median]) },
      limit: most,
    },
    { part: 'change', name: `${name}, 95th percentile`, value: spreadOf([percentile95(own)]), unit: 'ms' },
  ];
  return Promise.resolve([
    ...row('one note read and replaced', large.plain, small.plain, 4),
    ...row('the same and the rows of a list', large.listed, small.listed, 50),
  ]);
}
