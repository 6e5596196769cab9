/** A month as a grid of days. */
import { addDays, addMonths, type Day, startOfWeek, type Weekday, weekFrom } from './day';

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
    weeks.push(weekFrom(start));
  }
  return weeks;
}

const DAYS_AHEAD: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};
const MONTHS_AHEAD: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };
const PLACES_IN_WEEK: Readonly<Record<string, number>> = { Home: 0, End: 6 };

/** The day to which a key of a calendar leads (as in the ARIA date grid); `null` for other keys. */
export function dayAtKey(key: string, day: Day, weekStart: Weekday): Day | null {
  const [days, months, place] = [DAYS_AHEAD[key], MONTHS_AHEAD[key], PLACES_IN_WEEK[key]];
  if (days) return addDays(day, days);
  if (months) return addMonths(day, months);
  return place === undefined ? null : addDays(startOfWeek(day, weekStart), place);
}
