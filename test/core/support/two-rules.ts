/** One rule read twice: by the plugin, and by rrule. */
import { calendarDate } from '../../../src/core/date/calendar';
import { type Day, makeDay, numberOf } from '../../../src/core/date/day';
import { readRule } from '../../../src/core/line/recurrence/read-rule';
import type { Rule } from '../../../src/core/line/recurrence/rule';
import { nextRuleDay } from '../../../src/core/line/recurrence/rule-days';
import { ruleText } from '../../tools/rule-text';
import { rruleDayAfter, rruleRead, rruleText } from './rrule';

const FAR_YEARS = 12;

/** How the two differ. */
export interface RuleDifference {
  readonly what: string;
  readonly own: string | null;
  readonly rrule: string | null;
}

/** What was compared. */
export interface RuleComparison {
  readonly difference: RuleDifference | null;
  /** Whether both understand the text. */
  readonly isRule: boolean;
  /** How many next days were compared. */
  readonly days: number;
}

/**
 * Compares acceptance, canonical text and the days behind each of `days`. To learn from rrule that a day is decades
 * away, or that a rule allows none, takes up to hours, because it looks at every step up to the year 9999; only
 * `patient` asks, and not of hours and minutes.
 */
export function compareRule(text: string, days: readonly Day[], patient = false): RuleComparison {
  const rule = readRule(text);
  const options = rruleRead(text);
  const own = rule && ruleText(rule);
  const canonical = options && rruleText(options);
  if (own !== canonical)
    return { difference: { what: 'text', own, rrule: canonical }, isRule: false, days: 0 };
  let compared = 0;
  if (rule && options) {
    for (const day of days) {
      const next = ownDayAfter(rule, day);
      if (isFar(rule, day, next) && (!patient || isByTime(rule))) continue;
      const expected = rruleDayAfter(options, day);
      compared++;
      if (next !== expected) {
        return {
          difference: { what: `after ${day}`, own: next, rrule: expected },
          isRule: true,
          days: compared,
        };
      }
    }
  }
  return { difference: null, isRule: rule !== null, days: compared };
}

function ownDayAfter(rule: Rule, day: Day): Day | null {
  const next = nextRuleDay(rule, numberOf(day));
  if (next === null) return null;
  const date = calendarDate(next);
  return makeDay(date.year, date.month, date.day);
}

function isFar(rule: Rule, day: Day, next: Day | null): boolean {
  if (next !== null) return Number(next.slice(0, 4)) - Number(day.slice(0, 4)) > FAR_YEARS;
  const { weekdays, monthDays, months, weeks } = rule;
  return weekdays.length + monthDays.length + months.length + weeks.length > 0;
}

function isByTime({ unit }: Rule): boolean {
  return unit === 'hour' || unit === 'minute';
}
