/** Rows of every tab, warm, and right after a change. */
import { FIRST_STATE, type ListState } from '../../../src/core/list/list-state';
import { buildList } from '../../../src/core/list/task-list';
import type { BenchContext } from '../core';
import { collect, type Result, spreadOf, timeOf } from '../measure';
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

const ROUNDS = 15;

/** Each list is built once, as a view does when it is opened; measured is what it then takes to follow one changed note. */
export function queryPart({ notes }: BenchContext): Promise<Result[]> {
  const index = indexOf(notes);
  const context = listContext(index);
  const changing = notesToRead(notes).slice(0, 500);
  let turn = 0;
  const change = (): void => {
    const note = changing[turn++ % changing.length];
    if (note) index.replace(note.path, entryOf(note));
  };
  const times = new Map<string, number[]>(Object.keys(LISTS).map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, state] of Object.entries(LISTS)) {
      const build = (): unknown => buildList(index, { ...FIRST_STATE, ...state }, context);
      build();
      change();
      build();
      change();
      collect('minor');
      const time = timeOf(build);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  const results = [...times].map(([name, all]) => ({
    ...{ part: 'rows', name: `${name}, after a change`, value: spreadOf(all), unit: 'ms', limit: 5 },
  }));
  return Promise.resolve(results);
}
