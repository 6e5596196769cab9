/** Rows of every tab, warm, and right after a change. */
import { FIRST_STATE, type ListState } from '../../../src/core/list/list-state';
import { buildList } from '../../../src/core/list/task-list';
import type { BenchContext } from '../core';
import { interleave, type Result, spreadOf } from '../measure';
import { entryOf, indexOf, listContext, notesToRead } from './setup';

const LISTS: Readonly<Record<string, Partial<ListState>>> = {
  'triage, mine by meeting': {},
  'triage, all by meeting': { split: 'all' },
  'triage, all by person': { split: 'all', grouping: 'person' },
  'triage, all by due date': { split: 'all', grouping: 'due' },
  'triage, all in one': { split: 'all', grouping: 'none' },
  'triage, all, filter "pontoon kaya"': { split: 'all', query: 'pontoon kaya' },
  'triage, all, filter "e"': { split: 'all', query: 'e' },
  'people, everybody': { tab: 'people' },
  'this week': { tab: 'week' },
  'this week, filter "pontoon"': { tab: 'week', query: 'pontoon' },
};

export async function queryPart({ notes }: BenchContext): Promise<Result[]> {
  const index = indexOf(notes);
  const context = listContext(index);
  const changing = notesToRead(notes).slice(0, 500).map(entryOf);
  let turn = 0;
  const contenders = Object.fromEntries(
    Object.entries(LISTS).map(([name, state]) => [
      name,
      () => {
        const entry = changing[turn++ % changing.length];
        if (entry) index.replace(entry.path, { ...entry, tasks: entry.tasks.map((item) => item) });
        return buildList(index, { ...FIRST_STATE, ...state }, context);
      },
    ]),
  );
  const times = await interleave(contenders, 15);
  return [...times].map(([name, all]) => ({
    ...{ part: 'rows', name: `${name}, after a change`, value: spreadOf(all), unit: 'ms', limit: 5 },
  }));
}
