/**
 * Recurrence rules as Tasks understands them: English as rrule reads it, with an optional `when done`. All
 * arithmetic is on calendar days, so that no time zone plays a part.
 */
import { calendarDate } from '../date/calendar';
import { addDays, type Day, dayOfNumber, daysBetween, numberOf, parseDay } from '../date/day';
import { readRule } from './recurrence/read-rule';
import type { Rule } from './recurrence/rule';
import { nextRuleDay } from './recurrence/rule-days';

/** A rule that Tasks accepts. */
export interface RecurrenceRule extends Rule {
  /** Whether the next occurrence counts from the day of completion. */
  readonly whenDone: boolean;
}

/** The three dates that move with a recurring task; absent ones are `null`. */
export interface TaskDates<T extends string = string> {
  readonly start: T | null;
  readonly scheduled: T | null;
  readonly due: T | null;
}

/** Reads the text behind 🔁; `null` when Tasks would not understand it (and would drop it on its next edit). */
export function parseRecurrence(text: string): RecurrenceRule | null {
  const match = /^([a-z0-9, !]+?)( when done)?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const rule = readRule(match[1].trim());
  return rule && { ...rule, whenDone: match[2] !== undefined };
}

/**
 * The dates of the next occurrence of a task that is completed on `today`; `null` when the rule gives none.
 * `dropScheduled` follows the setting of Tasks that removes the scheduled date. Dates may be impossible.
 */
export function nextOccurrence(
  rule: RecurrenceRule,
  { start, scheduled, due }: TaskDates,
  today: Day,
  dropScheduled: boolean,
): TaskDates<Day> | null {
  const reference = due ?? (dropScheduled ? (start ?? scheduled) : (scheduled ?? start));
  // Without dates nothing moves, and no rule comes to its end.
  if (reference === null) return { start: null, scheduled: null, due: null };
  const known = parseDay(reference);
  // From an impossible date nobody can count, unless the rule counts from today; Tasks drops the rule then.
  const from = rule.whenDone ? today : known;
  const next = from && dayAfter(rule, from);
  if (!next) return null;
  // Each date keeps its distance from the one that the rule counts from; to Tasks an impossible one has none.
  const moved = (text: string | null): Day | null => {
    const day = parseDay(text);
    return text === null ? null : known && day ? addDays(next, daysBetween(day, known)) : next;
  };
  const keepsScheduled = !dropScheduled || (start ?? due) === null;
  return { start: moved(start), scheduled: keepsScheduled ? moved(scheduled) : null, due: moved(due) };
}

/** The first day of the rule behind `from`, counted from `from`. */
function dayAfter(rule: Rule, from: Day): Day | null {
  const number = numberOf(from);
  let next = nextRuleDay(rule, number);
  // The 31st of a month has no next month of 31 days: Tasks then counts from the 30th, and so on.
  let base = number;
  while (next !== null && isTooFar(rule, number, next)) next = nextRuleDay(rule, --base);
  return next === null ? null : parseDay(dayOfNumber(next));
}

/** Whether more steps lie between two days than rules such as "every 2 months" take; other rules name their days. */
function isTooFar(
  { unit, interval, months, weekdays, monthDays }: Rule,
  from: number,
  next: number,
): boolean {
  if (months.length > 0 && interval === 1) return false;
  const [earlier, later] = [calendarDate(from), calendarDate(next)];
  const years = later.year - earlier.year;
  if (unit === 'year') return years > interval;
  const onlySteps = unit === 'month' && weekdays.length + monthDays.length === 0;
  return onlySteps && years * 12 + later.month - earlier.month > interval;
}
