/** The days of a rule, as rrule 2.8.1 finds them. Days are numbers as in `date/calendar`. */
import {
  type CalendarDate,
  calendarDate,
  dayNumber,
  DAYS_IN_400_YEARS,
  weekdayOfNumber,
} from '../../date/calendar';
import type { Rule, RuleUnit, RuleWeekday } from './rule';

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const LAST_YEAR = 9999;

/** The first day of a rule behind the day `start`, from which it counts its steps; `null` when there is none. */
export function nextRuleDay(written: Rule, start: number): number | null {
  const rule = complete(written, start);
  const until = rule.until === null ? Infinity : rule.until / MINUTE_MS;
  let left = rule.count ?? Infinity;
  for (const [begin, last] of periods(rule, start)) {
    const first = Math.max(begin, start);
    for (let day = first; day <= last; day++) {
      const date = calendarDate(day);
      if (!allows(rule.months, (month) => month === date.month)) {
        day = dayNumber(date.year, date.month + 1, 1) - 1;
        continue;
      }
      if (!isRuleDay(rule, day, date, first)) continue;
      for (const minute of minutesOf(rule, day - start)) {
        const time = day * DAY_MINUTES + minute;
        if (time > until) return null;
        if (time >= (start + 1) * DAY_MINUTES) return Math.floor(time / DAY_MINUTES);
        // What falls on the first day is passed over, but counted.
        if (--left === 0) return null;
      }
    }
  }
  return null;
}

/** The rule with what it leaves to the day from which it counts. */
function complete(rule: Rule, start: number): Rule {
  if (rule.weeks.length + rule.monthDays.length + rule.weekdays.length > 0) return rule;
  const { month, day } = calendarDate(start);
  switch (rule.unit) {
    case 'year':
      return { ...rule, months: rule.months.length > 0 ? rule.months : [month], monthDays: [day] };
    case 'month':
      return { ...rule, monthDays: [day] };
    case 'week':
      return { ...rule, weekdays: [{ weekday: weekdayOfNumber(start), nth: 0 }] };
    default:
      return rule;
  }
}

/** First and last days of the years, months, weeks or days of a rule; the first may begin before `start`. */
function* periods({ unit, interval }: Rule, start: number): Generator<readonly [number, number]> {
  const { year, month } = calendarDate(start);
  const monday = start - weekdayOfNumber(start);
  const beginOf = (step: number): number => {
    if (unit === 'year') return dayNumber(year + step, 1, 1);
    if (unit === 'month') return dayNumber(year, month + step, 1);
    if (unit === 'week') return monday + 7 * step;
    return start + (isLong ? Math.floor((step * minutes) / DAY_MINUTES) : step);
  };
  // Of hours and minutes every day is looked at, if steps are not longer; `minutesOf` knows which of them it has.
  const minutes = minutesPerStep(unit) * interval;
  const isLong = minutes > DAY_MINUTES;
  const stride = minutes > 0 ? 1 : interval;
  // The calendar repeats itself after 400 years: a rule without a day in so many steps has none.
  const most = DAYS_IN_400_YEARS * (isLong ? interval : stride);
  const end = Math.min(dayNumber(LAST_YEAR + 1, 1, 1), start + most);
  for (let step = 0; beginOf(step) < end; step += stride) {
    yield [beginOf(step), isLong ? beginOf(step) : beginOf(step + 1) - 1];
  }
}

/** 0 for units that are no part of a day. */
function minutesPerStep(unit: RuleUnit): number {
  return unit === 'hour' ? 60 : unit === 'minute' ? 1 : 0;
}

/** Whether what a rule says of days, save their months, holds for a day. `periodDay` is the first of its period. */
function isRuleDay(rule: Rule, day: number, date: CalendarDate, periodDay: number): boolean {
  const fromEnd = date.day - 1 - daysInMonth(date);
  // The days of a week have one number, also where the week goes beyond the year.
  const week = weekNumber(rule.unit === 'week' ? periodDay : day);
  return (
    isRuleWeekday(rule, day, date) &&
    allows(rule.monthDays, (monthDay) => monthDay === date.day || monthDay === fromEnd) &&
    allows(rule.weeks, (one) => one === week)
  );
}

function isRuleWeekday({ unit, months, weekdays }: Rule, day: number, date: CalendarDate): boolean {
  // "The 1st Monday" has a meaning in months and years; elsewhere it is each Monday.
  const some = unit === 'month' || unit === 'year' ? weekdays.filter(({ nth }) => nth !== 0) : [];
  const each = weekdays.filter((one) => !some.includes(one));
  const isSame = ({ weekday }: RuleWeekday): boolean => weekday === weekdayOfNumber(day);
  const inYear = unit === 'year' && months.length === 0;
  // Where a rule has both, rrule wants a day to be both.
  return allows(each, isSame) && allows(some, (one) => isSame(one) && isNth(one.nth, day, date, inYear));
}

/** Whether a day is the nth of its weekday in its month or year. */
function isNth(nth: number, day: number, date: CalendarDate, inYear: boolean): boolean {
  const before = inYear ? day - dayNumber(date.year, 1, 1) : date.day - 1;
  if (nth > 0) return Math.floor(before / 7) + 1 === nth;
  const after = inYear ? dayNumber(date.year, 12, 31) - day : daysInMonth(date) - date.day;
  return Math.floor(after / 7) + 1 === -nth;
}

function daysInMonth({ year, month }: CalendarDate): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** The number of a day's week in its year: weeks begin on Monday, the first has the first Thursday (ISO 8601). */
function weekNumber(day: number): number {
  const { year } = calendarDate(day);
  const thursday = day - weekdayOfNumber(day) + 3;
  const yearOfWeek = calendarDate(thursday).year;
  const newYear = dayNumber(year, 1, 1);
  if (
    yearOfWeek < year &&
    weekdayOfNumber(newYear) === 5 &&
    dayNumber(year + 1, 1, 1) - dayNumber(year - 1, 1, 1) === 730
  ) {
    // rrule takes a weekend at the beginning of such a year for week 53, which the year before does not have.
    return 53;
  }
  return Math.floor((thursday - dayNumber(yearOfWeek, 1, 1)) / 7) + 1;
}

/** The minutes at which a rule falls on a day, counted from its midnight. */
function minutesOf({ unit, interval, hours }: Rule, daysFromStart: number): readonly number[] {
  const step = minutesPerStep(unit) * interval;
  if (step === 0) return hours.length === 0 ? [0] : hours.map((hour) => hour * 60);
  const midnight = daysFromStart * DAY_MINUTES;
  const minutes: number[] = [];
  for (let at = Math.ceil(midnight / step) * step; at < midnight + DAY_MINUTES; at += step) {
    minutes.push(at - midnight);
  }
  return minutes;
}

/** An empty list allows all. */
function allows<T>(list: readonly T[], fits: (one: T) => boolean): boolean {
  return list.length === 0 || list.some(fits);
}
