/** A month as a grid of days. */
import { addDays, addMonths, type Day, startOfWeek, type Weekday } from './day';

/** The first day of the month of a day. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01` as Day;
}

/** The weeks that a month touches, each of seven days; days of other months fill the first and the last. */
export function monthWeeks(day: Day, weekStart: Weekday): Day[][] {
  const first = firstOfMonth(day);
  const end = addMonths(first, 1);
  const weeks: Day[][] = [];
  for (let start = startOfWeek(first, weekStart); start < end; start = addDays(start, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(start, ahead)));
  }
  return weeks;
}

/** The day to which a key of a calendar leads (as in the ARIA date grid); `null` for other keys. */
export function dayAtKey(key: string, day: Day, weekStart: Weekday): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return startOfWeek(day, weekStart);
    case 'End':
      return addDays(startOfWeek(day, weekStart), 6);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}
