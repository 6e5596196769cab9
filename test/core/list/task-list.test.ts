import { describe, expect, it } from 'vitest';
import { NoteIndex } from '../../../src/core/index/note-index';
import type { Row } from '../../../src/core/list/rows';
import { FIRST_STATE, type ListState, readListState } from '../../../src/core/list/list-state';
import { makePeople } from '../../../src/core/index/people';
import { makeAccounts } from '../../../src/core/people/accounts';
import { buildList, type ListContext, type TaskList } from '../../../src/core/list/task-list';
import { TODAY } from '../support/act';
import { entry } from '../support/items';

const index = new NoteIndex();
index.replace(
  'Calls.md',
  entry(
    'Calls.md',
    ['- [?] mine @Myself', '- [?] nobody', '- [?] theirs @Ana', '- [?] later @Me 🛫 2025-12-01'].join('\n'),
  ),
);
index.replace('Plan.md', entry('Plan.md', '- [?] mine too @Me 📅 2025-11-04\n- [ ] task 📅 2025-11-06\n'));

index.replace(
  'Met.md',
  entry(
    'Met.md',
    '---\nparticipants: [Ana, Bo Ek]\n---\n- [ ] saw @Ana\n- [x] sand @Bo Ek\n- [ ] glue @Bo Ek\n',
  ),
);

const context: ListContext = {
  today: TODAY,
  weekStart: 1,
  staleWeeks: 8,
  isDecided: () => false,
  copiesOf: () => 1,
  groupOf: () => null,
  factsOf: (path) => index.note(path)?.facts,
  ownerLabel: (item) => item.owners.names[0] ?? item.owners.kind,
  dayTitle: (day) => `on ${day}`,
  dayLabel: (day) => day,
  accounts: () =>
    makeAccounts(index.notes(), {
      today: TODAY,
      people: makePeople(index),
      ownNames: new Set(),
    }),
  peopleHere: () => ['Bo Ek'],
  openNote: () => entry('Open.md', '- [ ] top\n## A\n- [x] one\n## B\n- [?] two\n## A\n- [ ] three\n'),
};

const build = (state: Partial<ListState> = {}): TaskList =>
  buildList(index, { ...FIRST_STATE, ...state }, context);

const said = (row: Row): string => (row.kind === 'task' ? row.item.text : `[${row.group.title}]`);

describe('the list', () => {
  it('shows my proposals by meeting, and counts all parts', () => {
    const list = build();
    expect(list.rows.map(said)).toEqual(['[Calls]', 'mine', '[Plan]', 'mine too']);
    expect(list.counts).toEqual({
      ...{ mine: 2, nobody: 1, theirs: 1, decided: 0, snoozed: 1, stale: 0, all: 4 },
    });
    expect([list.shown, list.filteredOut()]).toEqual([2, 0]);
  });

  it('shows another part, in other groups', () => {
    expect(build({ split: 'snoozed' }).rows.map(said)).toEqual(['[Calls]', 'later']);
    const byDue = build({ split: 'all', grouping: 'due' });
    expect(byDue.rows.map(said)).toEqual(['[Overdue]', 'mine too', '[No date]', 'mine', 'nobody', 'theirs']);
  });

  it('keeps the heading of a folded group, and counts what is in it', () => {
    const list = build({ folded: ['Calls.md'] });
    expect(list.rows.map(said)).toEqual(['[Calls]', '[Plan]', 'mine too']);
    expect(list.shown).toBe(2);
  });

  it('says how much a filter leaves out', () => {
    const list = build({ query: 'too' });
    expect(list.rows.map(said)).toEqual(['[Plan]', 'mine too']);
    expect([list.shown, list.filteredOut()]).toEqual([1, 1]);
    expect(list.counts.mine).toBe(2);
  });

  it('shows a week', () => {
    const week = build({ tab: 'week' });
    expect(week.rows.map(said)).toEqual(['[on 2025-11-06]', 'task', '[Proposed for this week]', 'mine too']);
    expect(build({ tab: 'week', week: -1 }).rows.map(said)).not.toContain('[on 2025-11-06]');
    const nothing = build({ tab: 'week', query: 'nothing' });
    expect([nothing.shown, nothing.filteredOut()]).toEqual([0, 2]);
  });
});

describe('a stored state', () => {
  it('comes back as it was', () => {
    const state: ListState = {
      ...{
        tab: 'week',
        split: 'theirs',
        grouping: 'due',
        order: 'priority',
        query: 'a b',
        week: -2,
        day: null,
      },
      ...{ folded: ['x'], person: 'Ana', showDetail: false },
    };
    expect(readListState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([null, undefined, 7, 'x', [], {}, { tab: 'x', split: 1, week: 1.5, folded: 'x', query: null }])(
    '%j falls back',
    (stored) => {
      expect(readListState(stored)).toEqual(FIRST_STATE);
    },
  );

  it('keeps what is sound', () => {
    expect(readListState({ tab: 'week', grouping: 'x', folded: ['a', 7] })).toEqual({
      ...FIRST_STATE,
      tab: 'week',
      folded: ['a'],
    });
  });
});

describe('the people', () => {
  it('stand folded in the list, those of the open note first', () => {
    const list = build({ tab: 'people' });
    expect(list.rows.map(said)).toEqual(['[Bo Ek]', '[Ana]']);
    expect(build({ tab: 'people', folded: ['person Ana'] }).rows.map(said)).toEqual([
      '[Bo Ek]',
      '[Ana]',
      'saw',
      'theirs',
    ]);
  });

  it('are found by name before their tasks are', () => {
    expect(build({ tab: 'people', query: 'ana' }).rows.map(said)).toEqual(['[Ana]']);
    expect(build({ tab: 'people', query: 'glue' }).rows.map(said)).toEqual(['[Bo Ek]']);
    const none = build({ tab: 'people', query: 'granite' });
    expect([none.rows, none.filteredOut()]).toEqual([[], 3]);
  });

  it('are looked at one by one', () => {
    expect(build({ tab: 'people', person: 'Ana' }).rows.map(said)).toEqual([
      '[Owes me]',
      'saw',
      '[Proposed]',
      'theirs',
    ]);
    expect(build({ tab: 'people', person: 'Nobody at all' }).rows).toEqual([]);
  });
});

describe('the open note', () => {
  it('shows all of its tasks by heading, equal headings apart', () => {
    expect(build({ tab: 'note' }).rows.map(said)).toEqual([
      ...['[Above the first heading]', 'top', '[A]', 'one', '[B]', 'two', '[A]', 'three'],
    ]);
    expect(build({ tab: 'note', query: 'three' }).rows.map(said)).toEqual(['[A]', 'three']);
  });

  it('may be none', () => {
    expect(
      buildList(index, { ...FIRST_STATE, tab: 'note' }, { ...context, openNote: () => null }).rows,
    ).toEqual([]);
  });
});
