/** Recurrence rules as Tasks understands them: English through rrule, with an optional `when done`. */
import { RRule } from 'rrule';

/** A rule that Tasks accepts. */
export interface RecurrenceRule {
  /** The rule as Tasks writes it. */
  readonly text: string;
  /** Whether the next occurrence counts from the day of completion. */
  readonly whenDone: boolean;
  readonly rule: RRule;
}

/** Reads the text behind 🔁; `null` when Tasks would not understand it (and would drop it on its next edit). */
export function parseRecurrence(text: string): RecurrenceRule | null {
  const match = /^([a-z0-9, !]+?)( when done)?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const whenDone = match[2] !== undefined;
  try {
    const options = RRule.parseText(match[1].trim());
    if (!options) return null;
    const rule = new RRule(options);
    return { text: `${rule.toText()}${whenDone ? ' when done' : ''}`, whenDone, rule };
  } catch {
    // rrule throws on some texts instead of returning null.
    return null;
  }
}
