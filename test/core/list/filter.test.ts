import { describe, expect, it } from 'vitest';
import { FILTER_HELP, type FilterContext, makeFilter } from '../../../src/core/list/filter';
import { TODAY } from '../support/act';
import { entry, texts } from '../support/items';

const NOTES = [
  entry(
    'Calls/a.md',
    '---\ntitle: Pier at Vidö\nparticipants: [Ana Lee]\n---\n- [?] Send the OFFER #money\n- [?] Call @Bo Ek',
  ),
  entry('Calls/b.md', '---\ntitle: Ferry\n---\n- [?] Paint the pier\n- [?] Çalış @Cem'),
];
const TASKS = NOTES.flatMap(({ tasks }) => tasks);

const CONTEXT: FilterContext = {
  today: TODAY,
  factsOf: (path) => NOTES.find((note) => note.path === path)?.facts,
  ownerLabel: ({ owners }) => owners.names.join(', ') || 'Nobody',
  copiesOf: ({ text }) => (text.startsWith('Paint') ? 3 : 1),
};

describe('a condition', () => {
  const tasks = entry(
    'Calls/Retro.md',
    [
      ...['---', 'title: Harbour board', 'date: 2025-10-01', 'participants: [Ana Lee, Bo Ek]', '---'],
      ...[
        '- [?] one @Ana Lee 📅 2025-11-04 ⏫',
        '- [?] two @Me 📅 2025-11-05 🔺',
        '- [?] three 📅 2025-12-24 🔽',
      ],
      ...['- [?] four @Bo', '- [?] Paint due:soon'],
    ].join('\n'),
  ).tasks;
  const facts = entry(
    'Calls/Retro.md',
    '---\ntitle: Harbour board\ndate: 2025-10-01\nparticipants: [Ana Lee]\n---',
  );
  const find = (query: string) => texts(makeFilter(query, { ...CONTEXT, factsOf: () => facts.facts })(tasks));
  const ALL = ['one', 'two', 'three', 'four', 'Paint due:soon'];

  it('is what the help says that can be typed', () => {
    const typed = FILTER_HELP.flatMap(([examples]) => examples.match(/[a-z]+:\S*/g) ?? []);
    expect(typed).toHaveLength(9);
    // While its value is missing a condition hides nothing; as a word it would hide nearly all.
    for (const part of typed) expect(find(part.replace(/:.*/, ':'))).toEqual(ALL);
  });

  it.each([
    ['owner:ana', ['one']],
    ['owner:"ana lee"', ['one']],
    ['owner:me', ['two']],
    ['owner:nobody', ['three', 'Paint due:soon']],
    ['-owner:nobody', ['one', 'two', 'four']],
    ['due:overdue', ['one']],
    ['due:today', ['two']],
    ['due:<today', ['one']],
    ['due:>=today', ['two', 'three']],
    ['due:<2025-12-01', ['one', 'two']],
    ['due:2025-12', ['three']],
    ['due:>2025-11', ['three']],
    ['due:2025-11-05', ['two']],
    ['due:none', ['four', 'Paint due:soon']],
    ['due:any', ['one', 'two', 'three']],
    ['due:soon', ['Paint due:soon']],
    ['priority:high', ['one']],
    ['priority:>=high', ['one', 'two']],
    ['priority:>high', ['two']],
    ['priority:<high', ['three', 'four', 'Paint due:soon']],
    ['priority:none', ['four', 'Paint due:soon']],
    ['copies:>2', ['Paint due:soon']],
    ['copies:1', ['one', 'two', 'three', 'four']],
    ['age:>30', ALL],
    ['age:<=30', []],
    ['note:retro', ALL],
    ['note:board', []],
    ['meeting:board', ALL],
    ['with:lee', ALL],
    ['with:zoe', []],
    ['due:overdue owner:me', []],
    ['owner:', ALL],
    ['-', []],
    ['o -due:any', ['four', 'Paint due:soon']],
    ['-one -two', ['three', 'four', 'Paint due:soon']],
  ])('%s', (query, found) => {
    expect(find(query)).toEqual(found);
  });

  it('of any kind of nonsense neither throws nor hangs', () => {
    for (const query of [
      'due:<',
      'priority:<<x',
      '"',
      'owner:"',
      ':',
      '::',
      '-:',
      'copies:>99999999999',
      '-'.repeat(9000),
    ]) {
      expect(() => find(query)).not.toThrow();
    }
  });
});

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
    expect(texts(makeFilter(query, CONTEXT)(TASKS))).toEqual(found);
  });

  it('reads no text of a note that fits as a whole, as with a first letter nearly all do', () => {
    const read: string[] = [];
    const watched = TASKS.map(
      (task) =>
        new Proxy(task, {
          get: (_, key) => {
            if (key === 'text') read.push(task.text);
            return Reflect.get(task, key) as unknown;
          },
        }),
    );
    const found = makeFilter('v', CONTEXT)(watched);
    expect(read).toEqual(['Paint the pier', 'Çalış']);
    expect(texts(found)).toEqual(['Send the OFFER', 'Call']);
  });

  it('works where the facts of a note are not known', () => {
    expect(texts(makeFilter('call', { ...CONTEXT, factsOf: () => undefined })(TASKS))).toEqual([
      ...['Send the OFFER', 'Call', 'Paint the pier', 'Çalış'],
    ]);
  });
});
