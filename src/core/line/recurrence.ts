/**
 * Recurrence rules as Tasks understands them: English as rrule reads it, with an optional `when done`. All
 * arithmetic is on calendar days, so that no time zone plays a part.
 */
import { calendarDate } from '../date/calendar';
import { addDays, type Day, daysBetween, makeDay, numberOf, parseDay } from '../date/day';
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
export interface TaskDates<T extends string = string> {
  readonly start: T | null;
  readonly scheduled: T | null;
  readonly due: T | null;
}

/** Reads the text behind 🔁; `null` when Tasks would not understand it (and would drop it on its next edit). */
export function parseRecurrence(text: string): RecurrenceRule | null {
  const match = /^([a-z0-9, !]+?)( when done)?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const whenDone = match[2] !== undefined;
  const rule = readRule(match[1].trim());
  return rule && { text: `${ruleText(rule)}${whenDone ? ' when done' : ''}`, whenDone, rule };
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
  // From an impossible date nobody can count; Tasks drops the rule then.
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
