import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Weekday, weekdayOf } from '../../../src/core/date/day';
import { dayAtKey, firstOfMonth, monthWeeks } from '../../../src/core/date/month';
import { day } from '../support/act';
import { runs } from '../support/runs';

describe('a month as a grid', () => {
  it.each<[text: string, weekStart: Weekday, first: string, last: string, weeks: number]>([
    ['2025-11-05', 1, '2025-10-27', '2025-11-30', 5],
    ['2025-11-05', 0, '2025-10-26', '2025-12-06', 6],
    ['2025-11-05', 6, '2025-11-01', '2025-12-05', 5],
    ['2026-02-28', 0, '2026-02-01', '2026-02-28', 4],
    ['2024-02-29', 1, '2024-01-29', '2024-03-03', 5],
    ['2025-12-31', 1, '2025-12-01', '2026-01-04', 5],
  ])('%s, weeks from %i, shows %s to %s in %i weeks', (text, weekStart, first, last, weeks) => {
    const grid = monthWeeks(day(text), weekStart);
    expect([grid[0]?.[0], grid[grid.length - 1]?.[6], grid.length]).toEqual([first, last, weeks]);
  });

  it('has every day of its month once, in rows of seven that begin as they should', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.constantFrom<Weekday>(0, 1, 6),
        (shift, weekStart) => {
          const some = addDays(day('2025-11-05'), shift);
          const grid = monthWeeks(some, weekStart);
          const days = grid.flat();
          expect(new Set(days).size).toBe(days.length);
          expect(days).toContain(some);
          expect(days).toContain(firstOfMonth(some));
          for (const week of grid) expect([week.length, weekdayOf(week[0] ?? some)]).toEqual([7, weekStart]);
          expect(days.every((one, i) => i === 0 || one === addDays(days[i - 1] ?? one, 1))).toBe(true);
        },
      ),
      runs(500),
    );
  });

  it.each([
    ['ArrowLeft', '2025-10-31'],
    ['ArrowRight', '2025-11-02'],
    ['ArrowUp', '2025-10-25'],
    ['ArrowDown', '2025-11-08'],
    ['Home', '2025-10-27'],
    ['End', '2025-11-02'],
    ['PageUp', '2025-10-01'],
    ['PageDown', '2025-12-01'],
    ['x', null],
  ])('is walked by keys: %s', (key, expected) => {
    expect(dayAtKey(key, day('2025-11-01'), 1)).toBe(expected);
  });
});
