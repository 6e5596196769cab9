import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  makeDay,
  noonOf,
  parseDay,
  startOfWeek,
  type Weekday,
  weekdayOf,
} from '../../../src/core/date/day';
import { day } from '../support/act';
import { runs } from '../support/runs';

const anyDay = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, date]) => makeDay(year, month, date))
  .filter((found) => found !== null);

describe('days of the calendar', () => {
  it.each([
    ...['2025-11-05', '2024-02-29', '2000-02-29', '0000-01-01', '0000-02-29', '9999-12-31', '2025-04-30'],
  ])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    ...['2025-02-29', '1900-02-29', '2025-02-30', '2025-04-31', '2025-13-01', '2025-00-01', '2025-01-00'],
    ...['2025-1-1', '25-01-01', '2025/01/01', '2025-01-01 ', '2025-01-01T10:00', '٢٠٢٥-٠١-٠١', '', 'today'],
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('agree with the calendar of the computer on every day of four centuries', () => {
    for (let year = 1900; year < 2300; year++) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(makeDay(year, month, last)).not.toBeNull();
        expect(makeDay(year, month, last + 1)).toBeNull();
      }
    }
  });

  it('are those of the local clock', () => {
    expect(dayOf(new Date(2025, 10, 5, 0, 0, 0))).toBe('2025-11-05');
    expect(dayOf(new Date(2025, 10, 5, 23, 59, 59, 999))).toBe('2025-11-05');
  });

  it('survive the way through a point in time', () => {
    fc.assert(fc.property(anyDay, (some) => dayOf(noonOf(some)) === some));
    for (const edge of ['0000-01-01', '0001-01-01', '0099-12-31', '9999-12-31']) {
      expect(dayOf(noonOf(day(edge)))).toBe(edge);
    }
  });
});

describe('counting days', () => {
  it.each([
    ['2025-11-05', 1, '2025-11-06'],
    ['2025-11-05', -5, '2025-10-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-11-05', 3650, '2035-11-03'],
    ['2025-11-05', 0, '2025-11-05'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(to), day(from))).toBe(count);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (some, count) => {
        const other = addDays(some, count);
        expect(daysBetween(other, some)).toBe(count);
        expect(addDays(other, -count)).toBe(some);
        expect(other < some).toBe(count < 0);
      }),
      runs(2000),
    );
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });
});

describe('weeks', () => {
  it.each([
    ['2025-11-02', 0],
    ['2025-11-03', 1],
    ['2025-11-05', 3],
    ['2025-11-08', 6],
    ['2024-02-29', 4],
    ['1999-12-31', 5],
  ])('%s is weekday %i', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it.each<[text: string, weekStart: Weekday, first: string]>([
    ['2025-11-05', 1, '2025-11-03'],
    ['2025-11-03', 1, '2025-11-03'],
    ['2025-11-02', 1, '2025-10-27'],
    ['2025-11-05', 0, '2025-11-02'],
    ['2025-11-02', 0, '2025-11-02'],
    ['2025-11-01', 0, '2025-10-26'],
    ['2025-11-05', 6, '2025-11-01'],
    ['2026-01-01', 1, '2025-12-29'],
  ])('%s, weeks from %i, is in the week of %s', (text, weekStart, first) => {
    expect(startOfWeek(day(text), weekStart)).toBe(first);
  });
});
