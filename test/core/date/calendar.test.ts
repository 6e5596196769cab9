import { addDays as addDaysTo, addMonths as addMonthsTo, differenceInCalendarDays } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dayNumber, weekdayOfNumber } from '../../../src/core/date/calendar';
import { addDays, addMonths, dayOf, daysBetween, noonOf, weekdayOf } from '../../../src/core/date/day';
import { runs } from '../support/runs';

const DAY_MS = 86_400_000;
/** From the year 0 to 9999. */
const number = fc.integer({ min: -719_528, max: 2_932_896 });

describe('the calendar in whole numbers', () => {
  it('is that of Date in UTC', () => {
    fc.assert(
      fc.property(number, (days) => {
        const date = new Date(days * DAY_MS);
        const expected = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(calendarDate(days)).toEqual(expected);
        expect(dayNumber(expected.year, expected.month, expected.day)).toBe(days);
        expect(weekdayOfNumber(days)).toBe((date.getUTCDay() + 6) % 7);
      }),
      runs(5000),
    );
  });

  it('knows every day around the ends of centuries', () => {
    for (const year of [1900, 1970, 2000, 2024, 2100, 2400]) {
      for (let days = dayNumber(year, 1, 1); days <= dayNumber(year, 12, 31); days++) {
        const { year: sameYear, month, day } = calendarDate(days);
        expect([sameYear, dayNumber(year, month, day)]).toEqual([year, days]);
      }
    }
  });

  it('takes months beyond the year as those of the years around', () => {
    expect(dayNumber(2025, 14, 1)).toBe(dayNumber(2026, 2, 1));
    expect(dayNumber(2025, 0, 31)).toBe(dayNumber(2024, 12, 31));
  });

  it('adds days and months as date-fns does', () => {
    const day = fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays(dayOf(new Date(0)), days));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -5000, max: 5000 }), (one, other, count) => {
        expect(addDays(one, count)).toBe(dayOf(addDaysTo(noonOf(one), count)));
        expect(addMonths(one, count)).toBe(dayOf(addMonthsTo(noonOf(one), count)));
        expect(daysBetween(one, other)).toBe(differenceInCalendarDays(noonOf(one), noonOf(other)));
        expect(weekdayOf(one)).toBe(noonOf(one).getDay());
      }),
      runs(2000),
    );
  });
});
