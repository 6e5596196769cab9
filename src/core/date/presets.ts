/** The days that one key picks when a task is rescheduled. */
import { addDays, addMonths, type Day, startOfWeek, weekdayOf } from './day';

/** A named day relative to today. `none` means no date at all. */
export type DatePreset = 'today' | 'tomorrow' | 'next-week' | 'next-month' | 'next-friday' | 'none';

/** The day of a preset. The next week begins on its Monday, wherever calendars begin it: that is when work does. */
export function presetDay(preset: DatePreset, today: Day): Day | null {
  return PRESETS[preset](today);
}

const PRESETS: Readonly<Record<DatePreset, (today: Day) => Day | null>> = {
  today: (today) => today,
  tomorrow: (today) => addDays(today, 1),
  'next-friday': (today) => addDays(today, ((5 - weekdayOf(today) + 6) % 7) + 1),
  'next-week': (today) => addDays(startOfWeek(today, 1), 7),
  'next-month': (today) => addMonths(today, 1),
  none: () => null,
};

/** The presets in the order in which they are offered. */
export const DATE_PRESETS = Object.keys(PRESETS) as readonly DatePreset[];
