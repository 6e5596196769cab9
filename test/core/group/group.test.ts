import { describe, expect, it } from 'vitest';
import { type GroupContext, type Grouping, GROUPINGS, groupTasks } from '../../../src/core/group/group';
import { compareDue, type Order, ORDERS, orderTasks } from '../../../src/core/group/order';
import { TODAY } from '../support/act';
import { entry, texts } from '../support/items';

const NOTES = [
  entry('a.md', '---\ntitle: Pier\ndate: 2025-10-01\n---\n- [?] one @Cem 📅 2025-11-20\n- [?] two'),
  entry(
    'b.md',
    '---\ntitle: Ferry\ndate: 2025-11-01\n---\n- [?] three @Ana 📅 2025-11-05\n- [?] four @Cem 📅 2025-11-01',
  ),
  entry('c.md', '---\ntitle: Buoy\n---\n- [?] five @Ana 📅 2025-11-12'),
  entry('d.md', '---\ntitle: Anchor\ndate: 2025-10-01\n---\n- [?] six 📅 2025-11-13'),
];
const LISTS = NOTES.map(({ tasks }) => tasks);
const TASKS = LISTS.flat();

const CONTEXT: GroupContext = {
  today: TODAY,
  factsOf: (path) => NOTES.find((note) => note.path === path)?.facts,
  ownerLabel: ({ owners }) => owners.names[0] ?? 'Nobody',
};

const grouped = (grouping: Grouping): (readonly [string, string[]])[] =>
  groupTasks(LISTS, grouping, CONTEXT).map(({ title, items }) => [title, texts(items)] as const);

describe('groups', () => {
  it('by meeting, the last one first', () => {
    expect(grouped('meeting')).toEqual([
      ['Ferry', ['three', 'four']],
      ['Anchor', ['six']],
      ['Pier', ['one', 'two']],
      ['Buoy', ['five']],
    ]);
    expect(groupTasks(LISTS, 'meeting', CONTEXT)[0]).toMatchObject({ key: 'b.md', detail: '2025-11-01' });
  });

  it('by person', () => {
    expect(grouped('person')).toEqual([
      ['Ana', ['three', 'five']],
      ['Cem', ['one', 'four']],
      ['Nobody', ['two', 'six']],
    ]);
  });

  it('by due date', () => {
    expect(grouped('due')).toEqual([
      ['Overdue', ['four']],
      ['Today', ['three']],
      ['Next seven days', ['five']],
      ['Later', ['six', 'one']],
      ['No date', ['two']],
    ]);
    expect(groupTasks(LISTS, 'due', CONTEXT).map(({ tone }) => tone)).toEqual([
      ...['overdue', 'plain', 'plain', 'plain', 'plain'],
    ]);
  });

  it('by age of the meeting', () => {
    expect(grouped('age')).toEqual([
      ['Last seven days', ['three', 'four']],
      ['Last three months', ['one', 'two', 'six']],
      ['No date', ['five']],
    ]);
  });

  it('by note, in the order of the paths', () => {
    expect(grouped('note').map(([title]) => title)).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
  });

  it('by nothing, in one group without a title', () => {
    expect(grouped('none')).toEqual([['', ['one', 'two', 'three', 'four', 'five', 'six']]]);
  });

  it.each(GROUPINGS)('by %s: each task once, nothing from nothing', (grouping) => {
    expect(
      grouped(grouping)
        .flatMap(([, tasks]) => tasks)
        .sort(),
    ).toEqual(texts(TASKS).sort());
    expect(groupTasks([], grouping, CONTEXT)).toEqual([]);
  });
});

describe('order by due date', () => {
  it('has the earliest first, then note and line, undated ones last', () => {
    expect(texts([...TASKS].sort(compareDue))).toEqual(['four', 'three', 'five', 'six', 'one', 'two']);
  });
});

describe('an order', () => {
  const context = { factsOf: CONTEXT.factsOf, copiesOf: ({ text }: { text: string }) => text.length };

  it.each<[Order, string[]]>([
    ['note', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['due', ['four', 'three', 'five', 'six', 'one', 'two']],
    ['meeting', ['three', 'four', 'one', 'two', 'six', 'five']],
    ['copies', ['three', 'four', 'five', 'one', 'two', 'six']],
  ])('%s', (order, found) => {
    expect(texts(orderTasks(TASKS, order, context))).toEqual(found);
  });

  it('priority has the highest first, and none before low', () => {
    const tasks = entry(
      'p.md',
      '- [?] low 🔽\n- [?] none\n- [?] high ⏫\n- [?] top 🔺\n- [?] none too',
    ).tasks;
    expect(texts(orderTasks(tasks, 'priority', context))).toEqual(['top', 'high', 'none', 'none too', 'low']);
  });

  it.each(ORDERS)('%s loses nothing and leaves the given list as it is', (order) => {
    const given = Object.freeze([...TASKS]);
    expect(texts(orderTasks(given, order, context)).sort()).toEqual(texts(TASKS).sort());
  });
});
