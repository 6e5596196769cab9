/** Recurrence rules through rrule, which the Tasks plugin uses: what our own reading of rules is held against. */
import rrule from 'rrule';
import { type Day, makeDay } from '../../../src/core/date/day';

const DAY_MS = 86_400_000;

/** A rule as rrule understands it. */
export type RruleOptions = ReturnType<typeof rrule.RRule.parseText>;

/** What rrule reads; `null` when it refuses the text, which it mostly does by throwing. */
export function rruleRead(text: string): RruleOptions | null {
  try {
    return rrule.RRule.parseText(text);
  } catch {
    return null;
  }
}

/** The canonical text of a rule. */
export function rruleText(options: RruleOptions): string {
  return new rrule.RRule(options).toText();
}

/** The first day of a rule behind `from`, counted from `from`. */
export function rruleDayAfter(options: RruleOptions, from: Day): Day | null {
  const midnight = new Date(`${from}T00:00:00Z`);
  const endOfDay = new Date(midnight.getTime() + DAY_MS - 1);
  const found = new rrule.RRule({ ...options, dtstart: midnight }).after(endOfDay);
  return found && makeDay(found.getUTCFullYear(), found.getUTCMonth() + 1, found.getUTCDate());
}
