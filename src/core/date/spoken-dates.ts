/** Days of the calendar as people write them: "3 Dec", "December 3rd, 2026", "12/3", "the 15th". */
import { calendarDate, dayNumber } from './calendar';
import { addMonths, type Day, makeDay, parseDay } from './day';
import { firstOfMonth } from './month';
import { findName, type SpokenNames } from './spoken-names';

/**
 * Year, month and day; the name of a month is `M` (no text in lower case has one), its number and `;` here. `a` and `b` are day and month in
 * the order of the language. Without a day it is the first of the month, or with `end` its last day.
 */
const SHAPES: readonly RegExp[] = [
  /^(?<y>\d{4})[-./ ]M?(?<m>\d+);?[-./ ](?<d>\d\d?)$/,
  /^(?<d>\d\d?)(?:th|\.)?[-/ ]?M(?<m>\d+);(?:[-/ ](?<y>(\d\d){1,2}))?$/,
  /^M(?<m>\d+);[-/ ]?(?<d>\d\d?)(?:th)?(?:[-/ ](?<y>(\d\d){1,2}))?$/,
  /^(?:in |(?<end>end |last day ))?M(?<m>\d+);(?: (?<y>\d{4}))?$/,
  /^(?<m>\d\d?)\/(?<y>\d{4})$/,
  /^(?<a>\d\d?)\/(?<b>\d\d?)(?:\/(?<y>\d\d))?$/,
  /^(?<a>\d\d?)([-./])(?<b>\d\d?)\2(?<y>\d{4})$/,
];
/** "3.12." is a day only where days stand before months; elsewhere it is a number. */
const DOTTED = /^(?<a>\d\d?)\.(?<b>\d\d?)\.(?<y>\d\d)?$/;

/** The day that is written by its date; without a year it is the next such day, today included. */
export function readDate(said: string, today: Day, names: SpokenNames): Day | null {
  const ordinal = /^(\d\d?)th$/.exec(said);
  if (ordinal) return nextOfNumber(ordinal[1] ?? '', today);
  const { months, dayFirst } = names;
  const numbered = said.replace(/[^\d ./-]+/g, (word) => {
    const month = findName(months, word) + 1;
    // "Jan" and "Mar" alone are many things.
    return month && (word !== said || word.length > 3 || word === 'may') ? `M${month};` : word;
  });
  for (const shape of dayFirst ? [...SHAPES, DOTTED] : SHAPES) {
    const { y, m, d, a, b, end } = shape.exec(numbered)?.groups ?? {};
    if (m) return dateOf(y, m, d ?? (end ? '' : '1'), today);
    // In the order of the language, where there is such a month.
    if (!a || !b) continue;
    const isDayFirst = dayFirst ? +b <= 12 : +a > 12;
    return isDayFirst ? dateOf(y, b, a, today) : dateOf(y, a, b, today);
  }
  return null;
}

/** An empty day is the last of the month. */
function dateOf(year: string | undefined, month: string, day: string, today: Day): Day | null {
  const inYear = (one: number): Day | null =>
    makeDay(one, +month, day ? +day : calendarDate(dayNumber(one, +month + 1, 0)).day);
  // Of two digits, years from 51 on lie in the past.
  if (year) return inYear(year.length > 2 ? +year : +year + (+year > 50 ? 1900 : 2000));
  const thisYear = Number(today.slice(0, 4));
  const next = inYear(thisYear);
  return next && next >= today ? next : inYear(thisYear + 1);
}

/** The next day of that number; there is no 31st in some months, but in one of any two. */
function nextOfNumber(number: string, today: Day): Day | null {
  const days = [0, 1, 2].map((later) => {
    const month = addMonths(firstOfMonth(today), later);
    return parseDay(month.slice(0, 8) + number.padStart(2, '0'));
  });
  return days.find((day) => day && day >= today) ?? null;
}
