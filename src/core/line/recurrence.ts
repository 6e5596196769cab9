/**
 * Recurrence rules as Tasks understands them: English as rrule reads it, with an optional `when done`. All
 * arithmetic is on calendar days, so that no time zone plays a part.
 */
import { calendarDate } from '../date/calendar';
import { addDays, type Day, daysBetween, makeDay, numberOf } from '../date/day';
import { readRule } from './recurrence/read-rule';
import type { Rule } from './recurrence/rule';
import { nextRuleDay } from './recurrence/rule-days';
import { ruleText } from './recurrence/rule-text';

/** A rule that Tasks accepts. */
export interface RecurrenceRule {
  /** The rule as Tasks writes it. */
  readonly text: string;
  /** Whether the next occurrence counts from the day of completion. */
  readonly whenDone: boolean;
  readonly rule: Rule;
}

/** The three dates that move with a recurring task; absent ones are `null`. */
export interface TaskDates {
  readonly start: Day | null;
  readonly scheduled: Day | null;
  readonly due: Day | null;
}

/** Reads the text behind 🔁; `null` when Tasks would not understand it (and would drop it on its next edit). */
export function parseRecurrence(text: string): RecurrenceRule | null {
  const match = /^([a-z0-9, !]+?)( when done)?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const whenDone = match[2] !== undefined;
  const rule = readRule(match[1].trim());
  return rule && { text: `${ruleText(rule)}${whenDone ? ' when done' : ''}`, whenDone, rule };
}

/** When a task comes back. */
export interface Occurrence {
  /** The day that the rule gives, which the date it counts from becomes. */
  readonly day: Day;
  readonly dates: TaskDates;
}

/**
 * The next occurrence of a task that is completed on `today`; `null` when the rule gives none.
 * `dropScheduled` follows the setting of Tasks that removes the scheduled date.
 */
export function nextOccurrence(
  rule: RecurrenceRule,
  dates: TaskDates,
  today: Day,
  dropScheduled: boolean,
): Occurrence | null {
  const { start, scheduled, due } = dates;
  const reference = due ?? (dropScheduled ? (start ?? scheduled) : (scheduled ?? start));
  const next = dayAfter(rule, rule.whenDone || !reference ? today : reference);
  if (!next) return null;
  if (!reference) return { day: next, dates: { start: null, scheduled: null, due: null } };
  // Each date keeps its distance from the one that the rule counts from.
  const moved = (day: Day | null): Day | null => day && addDays(next, daysBetween(day, reference));
  const keepsScheduled = !dropScheduled || (!start && !due);
  const scheduledNext = keepsScheduled ? moved(scheduled) : null;
  return { day: next, dates: { start: moved(start), scheduled: scheduledNext, due: moved(due) } };
}

/** The first day of the rule behind `from`, counted from `from`. */
function dayAfter({ rule, text }: RecurrenceRule, from: Day): Day | null {
  const number = numberOf(from);
  let next = nextRuleDay(rule, number);
  const step = stepOf(text);
  // The 31st of a month has no next month of 31 days: Tasks then counts from the 30th, and so on.
  let base = number;
  while (step && next !== null && stepsBetween(next, number, step.unit) > step.count) {
    next = nextRuleDay(rule, --base);
  }
  if (next === null) return null;
  const date = calendarDate(next);
  return makeDay(date.year, date.month, date.day);
}

/** How far rules such as "every 2 months" step; other rules name their days themselves. */
function stepOf(text: string): { unit: 'month' | 'year'; count: number } | null {
  const match = /every(?: (\d+))? (month|year)s?/.exec(text);
  if (!match || (match[2] === 'month' && text.includes(' on '))) return null;
  return { unit: match[2] === 'month' ? 'month' : 'year', count: Number(match[1] ?? 1) };
}

function stepsBetween(later: number, earlier: number, unit: 'month' | 'year'): number {
  const [to, from] = [calendarDate(later), calendarDate(earlier)];
  const years = to.year - from.year;
  return unit === 'year' ? years : years * 12 + to.month - from.month;
}
