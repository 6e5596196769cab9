/**
 * Calendar days as `YYYY-MM-DD` strings. They are never instants: no time zone can move them, and they sort
 * as text.
 */
import { ownCopy } from '../shared/pool';
import { calendarDate, dayNumber, weekdayOfNumber } from './calendar';

declare const dayBrand: unique symbol;

/** A day that exists in the (proleptic) Gregorian calendar, written `YYYY-MM-DD`. */
export type Day = string & { readonly [dayBrand]: true };

/** Days that were read, each kept once, by their eight digits: a vault names few of them, many times. */
const known = new Map<number, Day | null>();
const MOST_KNOWN = 20_000;

/** The day that a text of the shape `dddd-dd-dd` names; `null` for any other text, for days like 2025-02-30, and for no text. */
export function parseDay(text: string | null): Day | null {
  if (text?.length !== 10) return null;
  let digits = 0;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    const isHyphen = at === 4 || at === 7;
    if (isHyphen ? digit !== -3 : !(digit >= 0 && digit <= 9)) return null;
    if (!isHyphen) digits = digits * 10 + digit;
  }
  // A number is found without looking at the text again.
  let day = known.get(digits);
  if (day === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(digits, (day = readDay(ownCopy(text))));
  }
  return day;
}

/** The number of a day that is none, such as 30 February, belongs to another one. */
function readDay(text: string): Day | null {
  const day = dayOfNumber(dayNumber(...partsOf(text)));
  return day === text ? day : null;
}

/** The day of a year, month (1 to 12) and day of month; `null` when there is none such. */
export function makeDay(year: number, month: number, day: number): Day | null {
  return parseDay(writeDay(year, month, day));
}

/** The calendar day of a local point in time. */
export function dayOf(date: Date): Day {
  return writeDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Noon of a day in local time: far from any clock change, for libraries that want a `Date`. */
export function noonOf(day: Day): Date {
  const date = new Date(2000, 0, 1, 12);
  const [year, month, ofMonth] = partsOf(day);
  date.setFullYear(year, month - 1, ofMonth);
  return date;
}

/** The number of a day, as in `calendar.ts`. */
export function numberOf(day: Day): number {
  return dayNumber(...partsOf(day));
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOf(day) + count);
}

/** The day `count` months later, at most the last day of that month. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, ofMonth] = partsOf(day);
  const sameDay = dayNumber(year, month + count, ofMonth);
  return dayOfNumber(Math.min(sameDay, dayNumber(year, month + count + 1, 0)));
}

/** How many days `a` lies after `b`. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(a) - numberOf(b);
}

/** A day of the week: 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The day of the week of a day. */
export function weekdayOf(day: Day): Weekday {
  return ((weekdayOfNumber(numberOf(day)) + 1) % 7) as Weekday;
}

/** The first day of the week in which a day lies, for weeks that begin on `weekStart`. */
export function startOfWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** Seven days from a day on. */
export function weekFrom(first: Day): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(first, ahead));
}

/** The day of a number, which `numberOf` gives; outside the years 0 to 9999 it is none. */
export function dayOfNumber(number: number): Day {
  const { year, month, day } = calendarDate(number);
  return writeDay(year, month, day);
}

function partsOf(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function writeDay(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
