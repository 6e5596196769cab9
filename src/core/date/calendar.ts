/** The Gregorian calendar in whole numbers, for arithmetic that needs no `Date` and so no time zone. */

/** A day of the (proleptic) Gregorian calendar. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** From 0000-02-29 to 1970-01-01. */
const DAYS_TO_1970 = 719_469;
/** After which the calendar repeats itself. */
export const DAYS_IN_400_YEARS = 146_097;

/** The number of a day, counted from 1970-01-01; months outside 1 to 12 lie in the years around. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years are counted from March, so that a leap day is the last of its year.
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  return daysBeforeYear(marchYear) + daysBeforeMonth(months - marchYear * 12) + day - DAYS_TO_1970;
}

/** The day of a number that `dayNumber` gives. */
export function calendarDate(number: number): CalendarDate {
  const days = number + DAYS_TO_1970 - 1;
  // The average length of a year comes close; a day at the edge of a year may need one step.
  let year = Math.floor((days * 400) / DAYS_IN_400_YEARS);
  if (days < daysBeforeYear(year)) year--;
  else if (days >= daysBeforeYear(year + 1)) year++;
  const rest = days - daysBeforeYear(year);
  const month = Math.floor((5 * rest + 2) / 153);
  const day = rest - daysBeforeMonth(month) + 1;
  return month < 10 ? { year, month: month + 3, day } : { year: year + 1, month: month - 9, day };
}

/** The weekday of a numbered day: 0 is Monday, 6 is Sunday. */
export function weekdayOfNumber(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Of years that begin on 1 March. */
function daysBeforeYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Of months from March on, which is 0. */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}
