/** The days that one key picks when a task is rescheduled. */
import { addDays, addMonths, type Day, startOfWeek, weekdayOf } from './day';

/** A named day relative to today. `none` means no date at all. */
export type DatePreset = 'today' | 'tomorrow' | 'next-week' | 'next-month' | 'next-friday' | 'none';

/** The presets in the order in which they are offered. */
export const DATE_PRESETS: readonly DatePreset[] = [
  'today',
  'tomorrow',
  'next-friday',
  'next-week',
  'next-month',
  'none',
];

/** The day of a preset. The next week begins on its Monday, wherever calendars begin it: that is when work does. */
export function presetDay(preset: DatePreset, today: Day): Day | null {
  switch (preset) {
    case 'today':
      return today;
    case 'tomorrow':
      return addDays(today, 1);
    case 'next-friday':
      return addDays(today, ((5 - weekdayOf(today) + 6) % 7) + 1);
    case 'next-week':
      return addDays(startOfWeek(today, 1), 7);
    case 'next-month':
      return addMonths(today, 1);
    case 'none':
      return null;
  }
}
