import { describe, expect, it } from 'vitest';
import { DATE_PRESETS, type DatePreset, presetDay } from '../../../src/core/date/presets';
import { day } from '../support/act';

/** A week, day by day: today, tomorrow, next Friday, the Monday of next week. */
const WEEK = [
  ['2025-11-02', '2025-11-03', '2025-11-07', '2025-11-03'],
  ['2025-11-03', '2025-11-04', '2025-11-07', '2025-11-10'],
  ['2025-11-04', '2025-11-05', '2025-11-07', '2025-11-10'],
  ['2025-11-05', '2025-11-06', '2025-11-07', '2025-11-10'],
  ['2025-11-06', '2025-11-07', '2025-11-07', '2025-11-10'],
  ['2025-11-07', '2025-11-08', '2025-11-14', '2025-11-10'],
  ['2025-11-08', '2025-11-09', '2025-11-14', '2025-11-10'],
] as const;

describe('date presets', () => {
  it.each(WEEK)('on %s', (today, tomorrow, friday, monday) => {
    const pick = (preset: DatePreset): string | null => presetDay(preset, day(today));
    expect(DATE_PRESETS.map(pick)).toEqual([
      today,
      tomorrow,
      friday,
      monday,
      today.replace('2025-11', '2025-12'),
      null,
    ]);
  });

  it.each([
    ['next-month', '2025-01-31', '2025-02-28'],
    ['next-month', '2024-01-31', '2024-02-29'],
    ['next-month', '2025-12-31', '2026-01-31'],
    ['tomorrow', '2024-02-28', '2024-02-29'],
    ['tomorrow', '2025-12-31', '2026-01-01'],
    ['next-week', '2025-12-31', '2026-01-05'],
    ['next-friday', '2025-12-27', '2026-01-02'],
  ] as const)('%s on %s is %s', (preset, today, expected) => {
    expect(presetDay(preset, day(today))).toBe(expected);
  });
});
