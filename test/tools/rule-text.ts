/** The canonical English text of a rule, letter by letter as rrule 2.8.1 writes it and Tasks stores it. */
import { calendarDate } from '../../src/core/date/calendar';
import { lastOf } from '../../src/core/shared/collect';
import { parseRecurrence } from '../../src/core/line/recurrence';
import type { Rule, RuleWeekday } from '../../src/core/line/recurrence/rule';

const WEEKDAY_NAMES = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

const DAY_MS = 86_400_000;

/** The text behind 🔁 as Tasks writes it again; `null` when it is no rule. */
export function recurrenceText(text: string): string | null {
  const read = parseRecurrence(text);
  return read && ruleText(read) + (read.whenDone ? ' when done' : '');
}

/** The text of a rule, "every 2 weeks on Monday". */
export function ruleText(rule: Rule): string {
  return `every${stepText(rule)}${endText(rule)}`;
}

function stepText(rule: Rule): string {
  const { unit, interval, months } = rule;
  const steps = interval === 1 ? '' : ` ${interval}`;
  const units = ` ${plural(interval, unit)}`;
  switch (unit) {
    case 'minute':
    case 'hour':
      return steps + units;
    case 'day':
      return steps + units + hoursText(rule);
    case 'week':
      return weeklyText(rule, steps && steps + units);
    case 'month': {
      if (months.length === 0) return steps + units + daysText(rule);
      const every = steps && `${steps} months${isPlural(interval) ? ' in' : ''}`;
      return every + monthsText(rule) + daysText(rule);
    }
    case 'year': {
      const every = months.length === 0 ? steps + units : (steps && `${steps} years`) + monthsText(rule);
      return every + daysText(rule) + weeksText(rule);
    }
  }
}

/** `every` is empty for an interval of 1. */
function weeklyText(rule: Rule, every: string): string {
  if (areWorkdays(rule)) return every ? `${every} on weekdays` : ' weekday';
  if (holdsWeekdays(rule, 7)) return `${every} ${plural(rule.interval, 'day')}`;
  const months = rule.months.length === 0 ? '' : ` in${monthsText(rule)}`;
  return (every || ' week') + months + daysText(rule) + hoursText(rule);
}

/** The weekdays and days of the month; each unit has its own way with "Monday to Friday". */
function daysText(rule: Rule): string {
  const sorted = [...rule.weekdays].sort((one, other) => one.weekday - other.weekday);
  const each = sorted.filter(({ nth }) => nth === 0);
  const some = sorted.filter(({ nth }) => nth !== 0);
  if (rule.monthDays.length > 0) {
    // 1, 2, 3, … and then -1, -2, -3, …
    const days = [...rule.monthDays].sort((a, b) => (a > 0 && b > 0 ? a - b : b - a)).map(nthText);
    if (each.length === 0) return ` on the ${join(days, 'and')}`;
    return ` on ${join(each.map(weekdayText), 'or')} the ${join(days, 'or')}`;
  }
  if (rule.unit === 'month' && areWorkdays(rule)) return ' on weekdays';
  let text = '';
  if (each.length > 0 && !areWorkdays(rule)) text = ` on ${each.map(weekdayText).join(', ')}`;
  if (some.length > 0) {
    text += `${each.length > 0 ? ' and' : ''} on the ${join(some.map(weekdayText), 'and')}`;
  }
  return text;
}

function monthsText({ months }: Rule): string {
  const names = months.map((month) => MONTH_NAMES[month - 1]);
  return ` ${join(names, 'and')}`;
}

function weeksText({ weeks }: Rule): string {
  return weeks.length === 0 ? '' : ` in ${plural(weeks.length, 'week')} ${join(weeks, 'and')}`;
}

function hoursText({ hours }: Rule): string {
  return hours.length === 0 ? '' : ` at ${join(hours, 'and')}`;
}

function endText({ until, count }: Rule): string {
  if (until !== null) {
    const { year, month, day } = calendarDate(Math.floor(until / DAY_MS));
    return ` until ${MONTH_NAMES[month - 1]} ${day}, ${year}`;
  }
  return count === null ? '' : ` for ${count} ${plural(count, 'time')}`;
}

/** Whether a rule has the weekdays from Monday on, so many of them and no others. */
function holdsWeekdays({ weekdays }: Rule, count: number): boolean {
  const held = new Set(weekdays.map(({ weekday }) => weekday));
  return held.size === count && Math.max(...held) === count - 1;
}

function areWorkdays(rule: Rule): boolean {
  return holdsWeekdays(rule, 5);
}

function weekdayText({ weekday, nth }: RuleWeekday): string {
  return `${nth === 0 ? '' : `${nthText(nth)} `}${WEEKDAY_NAMES[weekday]}`;
}

function nthText(nth: number): string {
  if (nth === -1) return 'last';
  const count = Math.abs(nth);
  // rrule goes no further than a month: 41th.
  const ending =
    (count > 3 && count < 21) || count > 31 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}${nth < 0 ? ' last' : ''}`;
}

/** 101 has no plural for rrule. */
function isPlural(count: number): boolean {
  return count % 100 !== 1;
}

function plural(count: number, word: string): string {
  return isPlural(count) ? `${word}s` : word;
}

/** "a, b and c". */
function join(parts: readonly unknown[], last: string): string {
  const head = parts.slice(0, -1).join(', ');
  return `${head && `${head} ${last} `}${String(lastOf(parts))}`;
}
