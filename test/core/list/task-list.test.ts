import { describe, expect, it } from 'vitest';
import { NoteIndex } from '../../../src/core/index/note-index';
import type { Row } from '../../../src/core/list/rows';
import { FIRST_STATE, type ListState, readListState } from '../../../src/core/list/list-state';
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

const context: ListContext = {
  today: TODAY,
  weekStart: 1,
  factsOf: (path) => index.note(path)?.facts,
  ownerLabel: (item) => item.owners.names[0] ?? item.owners.kind,
  dayTitle: (day) => `on ${day}`,
};

const build = (state: Partial<ListState> = {}): TaskList =>
  buildList(index, { ...FIRST_STATE, ...state }, context);

const said = (row: Row): string => (row.kind === 'task' ? row.item.text : `[${row.group.title}]`);

describe('the list', () => {
  it('shows my proposals by meeting, and counts all parts', () => {
    const list = build();
    expect(list.rows.map(said)).toEqual(['[Calls]', 'mine', '[Plan]', 'mine too']);
    expect(list.counts).toEqual({ mine: 2, nobody: 1, theirs: 1, snoozed: 1, all: 4 });
    expect([list.shown, list.filteredOut]).toEqual([2, 0]);
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
    expect([list.shown, list.filteredOut]).toEqual([1, 1]);
    expect(list.counts.mine).toBe(2);
  });

  it('shows a week', () => {
    const week = build({ tab: 'week' });
    expect(week.rows.map(said)).toEqual(['[on 2025-11-06]', 'task', '[Proposed for this week]', 'mine too']);
    expect(build({ tab: 'week', week: -1 }).rows.map(said)).not.toContain('[on 2025-11-06]');
    expect(build({ tab: 'week', query: 'nothing' })).toMatchObject({ shown: 0, filteredOut: 2 });
  });
});

describe('a stored state', () => {
  it('comes back as it was', () => {
    const state: ListState = {
      ...{ tab: 'week', split: 'theirs', grouping: 'due', query: 'a b', week: -2, day: null },
      ...{ folded: ['x'], showDetail: false },
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
