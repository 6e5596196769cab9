/** Days as people say them: "fri", "in 2 weeks", "end of month", "3 Dec", "+5d". */
import { addDays, addMonths, type Day, parseDay, startOfWeek } from './day';
import { firstOfMonth } from './month';
import { presetDay } from './presets';
import { readAmount, shiftDay, UNIT_MONTHS } from './spoken-amounts';
import { readDate } from './spoken-dates';
import { findName, plainText, type SpokenNames, spokenNames } from './spoken-names';

/** What is longer is no name of a day. */
const MAX_LENGTH = 80;

/** What is said for what is read below, in this order. */
const SHORT_FORMS: readonly (readonly [pattern: RegExp, long: string])[] = [
  [/^(due )?((on|by) )?/, ''],
  [/^first /, '1th '],
  [/(\d)(st|nd|rd|th)\b/, '$1th'],
  [/^(td|now|tonight)$/, 'today'],
  [/^tm(rw?)?$/, 'tomorrow'],
  [/^(before|after) /, 'day $1 '],
  [/^(day|week) (before|after) /, '1 $1 $2 '],
  [/^nw$/, 'next week'],
  [/^eo(?=[wmqy]$)/, 'end '],
];

const WEEKDAY = /^(?:(this|coming|next|last) )?(\S+)(?: (this|next|last) week)?$/;
/** The last day of a week may be Friday or Sunday; its end is the end of work. */
const END = /^(?:end|last day(?! .*w)) (?:(this|next|last) )?(w|week|m|month|q|quarter|y|year)$/;
const DATED_WEEKDAY = /^(\S+) (.+)$/;

/**
 * The day that a text means on `today`, in English or with the names of another language; `YYYY-MM-DD` always
 * works. `null` when it means none for sure: a text of which a part is not understood may mean another day.
 */
export function parseSpokenDay(text: string, today: Day, names = spokenNames('en')): Day | null {
  const said = text.trim();
  return said.length > MAX_LENGTH ? null : readDay(plainText(said), today, names);
}

function readDay(text: string, today: Day, names: SpokenNames): Day | null {
  const said = SHORT_FORMS.reduce((one, [pattern, long]) => one.replace(pattern, long), text);
  return (
    parseDay(said) ??
    readKnown(said, today, names) ??
    readAmount(said, today, (other) => readDay(other, today, names)) ??
    readEnd(said, today) ??
    readWeekday(said, today, names) ??
    readDate(said, today, names) ??
    readDatedWeekday(said, today, names)
  );
}

/** What `Intl` itself would say: "tomorrow", "next week", "in 3 days". */
function readKnown(said: string, today: Day, names: SpokenNames): Day | null {
  const [count, unit] = names.amounts.get(said) ?? [];
  if (count === 1 && unit === 'week' && !/\d/.test(said)) return presetDay('next-week', today);
  return count !== undefined && unit ? shiftDay(today, count, unit) : null;
}

/** "End of month", "eow". */
function readEnd(said: string, today: Day): Day | null {
  const [, which, unit = ''] = END.exec(said) ?? [];
  const months = UNIT_MONTHS[unit.charAt(0)];
  // On a weekend the working week that ends is the coming one.
  if (unit && !months) return weekdayIn(today, 4, undefined, which === 'this' ? undefined : which);
  if (!months) return null;
  const over = (Number(today.slice(5, 7)) - 1) % months;
  const next = addMonths(firstOfMonth(today), (laterBy(which) + 1) * months - over);
  return parseDay(addDays(next, -1));
}

/** "Fri", "next friday", "friday next week"; a weekday is the next such day, today included. */
function readWeekday(said: string, today: Day, names: SpokenNames): Day | null {
  const [, which, word = '', week] = WEEKDAY.exec(said) ?? [];
  const weekday = weekdayNamed(word, names);
  return weekday < 0 || (which && week) ? null : weekdayIn(today, weekday, which, week);
}

/** "Friday, 3 Dec", where that is a Friday. */
function readDatedWeekday(said: string, today: Day, names: SpokenNames): Day | null {
  const [, name = '', date = ''] = DATED_WEEKDAY.exec(said) ?? [];
  const day = readDate(date, today, names);
  return day && addDays(startOfWeek(day, 1), weekdayNamed(name, names)) === day ? day : null;
}

/** 0 is Monday; -1 where there is no such day. */
function weekdayNamed(word: string, names: SpokenNames): number {
  return word === 'weekend' ? 5 : findName(names.weekdays, word);
}

/** A weekday of the week that is named, or else the next or the last one, seen from today. */
function weekdayIn(today: Day, weekday: number, which: string | undefined, week: string | undefined): Day {
  const inWeek = addDays(startOfWeek(today, 1), weekday);
  if (week || which === 'next') return addDays(inWeek, laterBy(week ?? which) * 7);
  if (which === 'last') return inWeek < today ? inWeek : addDays(inWeek, -7);
  return inWeek < today ? addDays(inWeek, 7) : inWeek;
}

function laterBy(which: string | undefined): number {
  return which === 'next' ? 1 : which === 'last' ? -1 : 0;
}
