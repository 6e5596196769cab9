import { describe, expect, it } from 'vitest';
import { daysOfWeek, type WeekContext, weekGroups } from '../../../src/core/review/week';
import { day, TODAY } from '../support/act';
import { items, openTasks, texts } from '../support/items';

const WEEK: WeekContext = { today: TODAY, weekStart: 1, offset: 0, dayTitle: (day) => `Day ${day}` };

const TASKS = openTasks(
  items(
    '- [ ] late @Myself 📅 2025-11-01',
    '- [ ] monday @Myself 📅 2025-11-03',
    '- [ ] today b 📅 2025-11-05',
    '- [/] today a @Myself 📅 2025-11-05',
    '- [ ] sunday 📅 2025-11-09',
    '- [ ] next week @Myself 📅 2025-11-10',
    '- [ ] in four weeks @Myself 📅 2025-12-07',
    '- [ ] far away @Myself 📅 2026-06-01',
    '- [ ] undated @Myself',
    '- [ ] impossible 📅 2025-02-30',
    '- [ ] theirs late @Ana 📅 2025-10-01',
    '- [ ] theirs @Ana 📅 2025-11-09',
    '- [ ] theirs later @Ana 📅 2025-11-10',
    '- [ ] theirs undated @Ana',
    '- [ ] shared @Ana @Myself 📅 2025-11-08',
    '- [?] proposed @Ana 📅 2025-11-07',
    '- [?] proposed monday 📅 2025-11-03',
    '- [?] proposed later 📅 2025-11-10',
    '- [?] proposed undated',
    '- [x] done 📅 2025-11-05 ✅ 2025-11-05',
    '- [-] rejected 📅 2025-11-05',
  ),
).byDue();

const shown = (part: Partial<WeekContext> = {}): (readonly [string, string[]])[] =>
  weekGroups(TASKS, { ...WEEK, ...part }).map(
    ({ title, items: grouped }) => [title, texts(grouped)] as const,
  );

describe('this week', () => {
  it('has what is overdue, its days, and what comes later', () => {
    expect(shown()).toEqual([
      ['Overdue', ['late', 'monday']],
      ['Day 2025-11-05', ['today b', 'today a']],
      ['Day 2025-11-08', ['shared']],
      ['Day 2025-11-09', ['sunday']],
      ['Proposed for this week', ['proposed monday', 'proposed']],
      ['Waiting on', ['theirs late', 'theirs']],
      ['Later: week of Day 2025-11-10', ['next week']],
      ['Later: week of Day 2025-12-01', ['in four weeks']],
      ['No date', ['undated', 'impossible']],
    ]);
  });

  it('marks what stands out', () => {
    const tones = weekGroups(TASKS, WEEK).map(
      ({ key, tone, startsFolded }) => `${key} ${tone}${startsFolded ? ' closed' : ''}`,
    );
    expect(tones).toEqual([
      'overdue overdue',
      '2025-11-05 today',
      '2025-11-08 plain',
      '2025-11-09 plain',
      'proposals proposed',
      'waiting plain',
      'later 2025-11-10 plain closed',
      'later 2025-12-01 plain closed',
      'undated plain',
    ]);
  });

  it('begins when the user says', () => {
    expect(shown({ weekStart: 0 }).map(([title]) => title)).toContain('Day 2025-11-08');
    expect(shown({ weekStart: 0 })).toContainEqual([
      'Later: week of Day 2025-11-09',
      ['sunday', 'next week'],
    ]);
    expect(shown({ weekStart: 6 })).toContainEqual(['Day 2025-11-05', ['today b', 'today a']]);
  });

  it('is empty where there is nothing', () => {
    expect(weekGroups(openTasks().byDue(), WEEK)).toEqual([]);
  });
});

describe('one day of a week', () => {
  it('has only what is due then, also when it is a day of the week behind', () => {
    expect(shown({ only: TODAY })).toEqual([['Day 2025-11-05', ['today b', 'today a']]]);
    expect(shown({ only: day('2025-11-10') })).toEqual([
      ['Day 2025-11-10', ['next week']],
      ['Proposed', ['proposed later']],
      ['Waiting on', ['theirs later']],
    ]);
    expect(shown({ only: day('2025-11-06') })).toEqual([]);
  });

  it('may be all that is late', () => {
    expect(shown({ only: 'overdue' })).toEqual([
      ['Overdue', ['late', 'monday']],
      ['Proposed', ['proposed monday']],
      ['Waiting on', ['theirs late']],
    ]);
  });
});

describe('another week', () => {
  it('has no overdue group, but all its days', () => {
    expect(shown({ offset: 1 }).slice(0, 2)).toEqual([
      ['Day 2025-11-10', ['next week']],
      ['Proposed for this week', ['proposed later']],
    ]);
    expect(shown({ offset: -1 }).map(([title]) => title)).toContain('Day 2025-11-01');
  });

  it('has seven days in a row', () => {
    expect(daysOfWeek({ ...WEEK, offset: 8 })).toEqual([
      ...['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'],
    ]);
    expect(daysOfWeek({ ...WEEK, weekStart: 0, offset: -1 })[0]).toBe('2025-10-26');
  });
});
