import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/date/day';
import { type DayMove, planDays, shiftDays, spreadDays } from '../../../src/core/review/plan-days';
import { day, RULES, TODAY } from '../support/act';
import { items } from '../support/items';

const shown = (moves: readonly DayMove[]): string[] => moves.map(({ item, day: to }) => `${item.text} ${to}`);

describe('shifting', () => {
  it('moves each date by the same number of days, over years and leap days', () => {
    const tasks = items('- [ ] a 📅 2024-02-28', '- [ ] b', '- [ ] c 📅 2025-12-31', '- [ ] d 📅 2025-02-30');
    expect(shown(shiftDays(tasks, 1))).toEqual(['a 2024-02-29', 'c 2026-01-01']);
    expect(shown(shiftDays(tasks, -7))).toEqual(['a 2024-02-21', 'c 2025-12-24']);
    expect(shiftDays(items('- [ ] e 📅 9999-12-31'), 1)).toEqual([]);
  });
});

describe('spreading', () => {
  const LATE = items(
    '- [ ] low 📅 2025-10-01 🔽',
    '- [ ] plain 📅 2025-10-02',
    '- [ ] high 📅 2025-11-04 ⏫',
    '- [ ] highest 📅 2025-11-03 🔺',
    '- [ ] high, older 📅 2025-10-03 ⏫',
    '- [ ] lowest 📅 2025-10-01 ⏬',
  );

  it('gives the most urgent the first days, as far as the limit leaves room', () => {
    const loads = new Map<Day, number>([
      [TODAY, 1],
      [day('2025-11-06'), 5],
    ]);
    expect(shown(spreadDays(LATE, loads, TODAY, 2))).toEqual([
      'highest 2025-11-05',
      'high, older 2025-11-07',
      'high 2025-11-07',
      'plain 2025-11-10',
      'low 2025-11-10',
      'lowest 2025-11-11',
    ]);
  });

  it('takes five working days without a limit, and none on a weekend', () => {
    expect(shown(spreadDays(LATE, new Map(), day('2025-11-08'), 0)).map((text) => text.slice(-10))).toEqual([
      ...['2025-11-10', '2025-11-10', '2025-11-11', '2025-11-11', '2025-11-12', '2025-11-12'],
    ]);
    expect(spreadDays([], new Map(), TODAY, 0)).toEqual([]);
  });

  it('is written as changes of lines, by note', () => {
    const [first] = LATE;
    const moves = first ? [{ item: first, day: TODAY }] : [];
    const [note] = planDays(moves, { rules: RULES, today: TODAY }).notes();
    expect(note?.path).toBe('Calls.md');
    expect(note?.changes.map(({ before, after }) => [before, after])).toEqual([
      ['- [ ] low 📅 2025-10-01 🔽', '- [ ] low 📅 2025-11-05 🔽'],
    ]);
    const same = first ? [{ item: first, day: day('2025-10-01') }] : [];
    const none = planDays(same, { rules: RULES, today: TODAY });
    expect([none.notes(), none.unchanged]).toEqual([[], 1]);
  });
});
