/**
 * Calendar days as `YYYY-MM-DD` strings. They are never instants: no time zone can move them, and they sort
 * as text.
 */
import { addDays as addDaysTo, addMonths as addMonthsTo, differenceInCalendarDays } from 'date-fns';

declare const dayBrand: unique symbol;

/** A day that exists in the (proleptic) Gregorian calendar, written `YYYY-MM-DD`. */
export type Day = string & { readonly [dayBrand]: true };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day that a text of the shape `dddd-dd-dd` names; `null` for any other text and for days like 2025-02-30. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
  return day >= 1 && day <= last ? (text as Day) : null;
}

/** The day of a year, month (1 to 12) and day of month; `null` when there is none such. */
export function makeDay(year: number, month: number, day: number): Day | null {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The calendar day of a local point in time. */
export function dayOf(date: Date): Day {
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}` as Day;
}

/** Noon of a day in local time: far from any clock change, for libraries that want a `Date`. */
export function noonOf(day: Day): Date {
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(addDaysTo(noonOf(day), count));
}

/** The day `count` months later, at most the last day of that month. */
export function addMonths(day: Day, count: number): Day {
  return dayOf(addMonthsTo(noonOf(day), count));
}

/** How many days `a` lies after `b`. */
export function daysBetween(a: Day, b: Day): number {
  return differenceInCalendarDays(noonOf(a), noonOf(b));
}

/** A day of the week: 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The day of the week of a day. */
export function weekdayOf(day: Day): Weekday {
  return noonOf(day).getDay() as Weekday;
}

/** The first day of the week in which a day lies, for weeks that begin on `weekStart`. */
export function startOfWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
