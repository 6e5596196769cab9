/**
 * Recurrence rules as Tasks understands them: English through rrule, with an optional `when done`. All
 * arithmetic is on calendar days, which rrule is given as midnights in UTC, so that no time zone plays a part.
 */
import { RRule } from 'rrule';
import { addDays, type Day, daysBetween, makeDay } from '../date/day';

/** A rule that Tasks accepts. */
export interface RecurrenceRule {
  /** The rule as Tasks writes it. */
  readonly text: string;
  /** Whether the next occurrence counts from the day of completion. */
  readonly whenDone: boolean;
  readonly options: ReturnType<typeof RRule.parseText>;
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
  try {
    const options = RRule.parseText(match[1].trim());
    if (!options) return null;
    return { text: `${new RRule(options).toText()}${whenDone ? ' when done' : ''}`, whenDone, options };
  } catch {
    // rrule throws on some texts instead of returning null.
    return null;
  }
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
function dayAfter(rule: RecurrenceRule, from: Day): Day | null {
  let next = occurrenceAfter(rule, from);
  const step = stepOf(rule.text);
  if (!step) return next;
  // The 31st of a month has no next month of 31 days: Tasks then counts from the 30th, and so on.
  let base = from;
  while (next && stepsBetween(next, from, step.unit) > step.count) {
    base = addDays(base, -1);
    next = occurrenceAfter(rule, base);
  }
  return next;
}

function occurrenceAfter(rule: RecurrenceRule, from: Day): Day | null {
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1, Number(from.slice(8, 10)));
  const endOfDay = new Date(midnight.getTime() + 86_399_999);
  const found = new RRule({ ...rule.options, dtstart: midnight }).after(endOfDay);
  return found && makeDay(found.getUTCFullYear(), found.getUTCMonth() + 1, found.getUTCDate());
}

/** How far rules such as "every 2 months" step; other rules name their days themselves. */
function stepOf(text: string): { unit: 'month' | 'year'; count: number } | null {
  const match = /every(?: (\d+))? (month|year)s?/.exec(text);
  if (!match || (match[2] === 'month' && text.includes(' on '))) return null;
  return { unit: match[2] === 'month' ? 'month' : 'year', count: Number(match[1] ?? 1) };
}

function stepsBetween(later: Day, earlier: Day, unit: 'month' | 'year'): number {
  const years = Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
  return unit === 'year' ? years : years * 12 + Number(later.slice(5, 7)) - Number(earlier.slice(5, 7));
}
