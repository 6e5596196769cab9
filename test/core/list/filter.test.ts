import { describe, expect, it } from 'vitest';
import { filterTasks } from '../../../src/core/list/filter';
import { entry, texts } from '../support/items';

const NOTES = [
  entry(
    'Calls/a.md',
    '---\ntitle: Pier at Vidö\nparticipants: [Ana Lee]\n---\n- [?] Send the OFFER #money\n- [?] Call @Bo Ek',
  ),
  entry('Calls/b.md', '---\ntitle: Ferry\n---\n- [?] Paint the pier\n- [?] Çalış @Cem'),
];
const TASKS = NOTES.flatMap(({ tasks }) => tasks);

describe('the filter', () => {
  it.each([
    ['', ['Send the OFFER', 'Call', 'Paint the pier', 'Çalış']],
    ['   ', ['Send the OFFER', 'Call', 'Paint the pier', 'Çalış']],
    ['offer', ['Send the OFFER']],
    ['OFF', ['Send the OFFER']],
    ['pier', ['Send the OFFER', 'Call', 'Paint the pier']],
    ['pier paint', ['Paint the pier']],
    ['paint pier', ['Paint the pier']],
    ['vidö send', ['Send the OFFER']],
    ['ana lee', ['Send the OFFER', 'Call']],
    ['bo ek', ['Call']],
    ['#money', ['Send the OFFER']],
    ['b.md', ['Paint the pier', 'Çalış']],
    ['çalış', ['Çalış']],
    ['nothing', []],
    ['pier nothing', []],
    ['.*', []],
  ])('%j', (query, found) => {
    const factsOf = (path: string) => NOTES.find((note) => note.path === path)?.facts;
    expect(texts(filterTasks(TASKS, query, factsOf))).toEqual(found);
  });

  it('works where the facts of a note are not known', () => {
    expect(texts(filterTasks(TASKS, 'call', () => undefined))).toEqual([
      ...['Send the OFFER', 'Call', 'Paint the pier', 'Çalış'],
    ]);
  });
});
