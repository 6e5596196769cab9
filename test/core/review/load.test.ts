import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../../src/core/date/day';
import { dayLoads, isOverLimit, weekLoad } from '../../../src/core/review/load';
import { day, TODAY } from '../support/act';
import { items, openTasks } from '../support/items';

const { own: TASKS } = openTasks(
  items(
    '- [ ] late @Myself 📅 2025-11-01',
    '- [ ] late too 📅 2025-11-03',
    '- [ ] a @Myself 📅 2025-11-05',
    '- [/] b 📅 2025-11-05',
    '- [ ] c @Ana @Me 📅 2025-11-05',
    '- [ ] sunday 📅 2025-11-09',
    '- [ ] theirs @Ana 📅 2025-11-05',
    '- [?] proposed 📅 2025-11-05',
    '- [x] done 📅 2025-11-05 ✅ 2025-11-05',
    '- [ ] impossible 📅 2025-02-30',
    '- [ ] undated',
  ),
).byDue();

const bars = (offset = 0, limit = 0, weekStart: Weekday = 1): string[] =>
  weekLoad(TASKS, { today: TODAY, weekStart, offset }, limit).map(
    ({ key, count, isToday, isOver }) => `${key} ${count}${isToday ? ' today' : ''}${isOver ? ' over' : ''}`,
  );

describe('the load of a week', () => {
  it('counts what is overdue, and one’s own commitments of seven days from today', () => {
    expect(bars()).toEqual([
      'overdue 2',
      '2025-11-05 3 today',
      '2025-11-06 0',
      '2025-11-07 0',
      '2025-11-08 0',
      '2025-11-09 1',
      '2025-11-10 0',
      '2025-11-11 0',
    ]);
  });

  it('has the days of another week as they are in the user’s calendar', () => {
    expect(bars(-1).slice(0, 2)).toEqual(['2025-10-27 0', '2025-10-28 0']);
    expect(bars(-1)).toContain('2025-11-01 1');
    expect(bars(1, 0, 0)).toHaveLength(7);
    expect(bars(1, 0, 0)[0]).toBe('2025-11-09 1');
    expect(bars(1, 0, 6)[0]).toBe('2025-11-08 0');
  });

  it('marks the days that hold more than the limit, and none without one', () => {
    expect(bars(0, 2)).toContain('2025-11-05 3 today over');
    expect(bars(0, 3)).toContain('2025-11-05 3 today');
    expect(isOverLimit(100, 0)).toBe(false);
  });

  it('is known for every day', () => {
    expect([...dayLoads(TASKS)].sort()).toEqual([
      ['2025-11-01', 1],
      ['2025-11-03', 1],
      ['2025-11-05', 3],
      ['2025-11-09', 1],
    ]);
    expect(dayLoads([]).get(day('2025-11-05'))).toBeUndefined();
  });
});
