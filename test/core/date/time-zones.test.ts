// Days are no instants: nothing may move because of where the user is, or because clocks change there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  noonOf,
  startOfWeek,
  weekdayOf,
} from '../../../src/core/date/day';
import { presetDay } from '../../../src/core/date/presets';
import { monthWeeks } from '../../../src/core/date/month';
import { understandDay } from '../../../src/core/date/relative';
import { parseSpokenDay } from '../../../src/core/date/spoken';
import { weekLoad } from '../../../src/core/review/load';
import { daysOfWeek } from '../../../src/core/review/week';
import { day } from '../support/act';

/** Zones with the days on which their clocks change; in some of them at midnight. */
const ZONES: readonly (readonly [zone: string, changes: readonly string[]])[] = [
  ['UTC', ['2025-11-05']],
  ['Europe/Berlin', ['2025-03-30', '2025-10-26']],
  ['America/New_York', ['2025-03-09', '2025-11-02']],
  ['America/Santiago', ['2025-04-05', '2025-04-06', '2025-09-07']],
  ['Asia/Beirut', ['2025-03-30', '2025-10-26']],
  ['America/Asuncion', ['2024-03-24', '2024-10-06']],
  ['Australia/Lord_Howe', ['2025-04-06', '2025-10-05']],
  ['Asia/Kathmandu', ['2025-11-05']],
  ['Pacific/Kiritimati', ['2025-12-31']],
  ['Pacific/Pago_Pago', ['2025-12-31']],
];

describe.each(ZONES)('in %s', (zone, changes) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('is where this test runs', () => {
    const hour = (timeZone?: string): string =>
      new Date(1_762_300_000_000).toLocaleTimeString('en', timeZone === undefined ? {} : { timeZone });
    expect(hour()).toBe(hour(zone));
  });

  it.each(changes)('%s is a day like any other', (text) => {
    const some = day(text);
    const [previous, next] = [addDays(some, -1), addDays(some, 1)];
    expect([previous, next].map((other) => daysBetween(other, some))).toEqual([-1, 1]);
    expect(addDays(next, -1)).toBe(some);
    expect(dayOf(noonOf(some))).toBe(some);
    expect(addMonths(addMonths(some, 1), -1)).toBe(some);
    expect((weekdayOf(previous) + 1) % 7).toBe(weekdayOf(some));
    expect(daysBetween(some, startOfWeek(some, 1))).toBe((weekdayOf(some) + 6) % 7);
    expect(presetDay('tomorrow', some)).toBe(next);
    expect(parseSpokenDay('tomorrow', some)).toBe(next);
    expect(parseSpokenDay('yesterday', next)).toBe(some);
    expect(parseSpokenDay('in 1 week', some)).toBe(addDays(some, 7));
    const [said] = understandDay('the day before lunch', previous, [{ title: 'Lunch', day: next }]);
    expect(said?.day).toBe(some);
    for (const weekStart of [0, 1, 6] as const) {
      const days = monthWeeks(some, weekStart).flat();
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual(
        expect.arrayContaining([previous, some, next].filter((one) => days.includes(one))),
      );
      expect(days.filter((one) => one === some)).toHaveLength(1);
      const bars = weekLoad([], { today: some, weekStart, offset: 0 }, 0).map(({ key }) => key);
      expect(bars.slice(0, 3)).toEqual(['overdue', some, next]);
      const week = weekLoad([], { today: some, weekStart, offset: 1 }, 0).map(({ key }) => key);
      expect(week).toEqual(daysOfWeek({ today: addDays(some, 7), weekStart, offset: 0 }));
      expect(new Set(week).size).toBe(7);
    }
  });

  it('has the same weeks as everywhere', () => {
    expect(weekdayOf(day('2025-11-05'))).toBe(3);
    expect(startOfWeek(day('2025-11-05'), 1)).toBe('2025-11-03');
    expect(presetDay('next-friday', day('2025-11-05'))).toBe('2025-11-07');
  });

  it('counts through a whole year without losing a day', () => {
    let some = day('2024-12-30');
    for (let count = 0; count < 400; count++) some = addDays(some, 1);
    expect(some).toBe('2026-02-03');
  });
});
