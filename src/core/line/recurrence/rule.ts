/** A recurrence rule as rrule, and so Tasks, understands it. An empty list restricts nothing. */
export interface Rule {
  unit: RuleUnit;
  interval: number;
  weekdays: RuleWeekday[];
  /** From 1; the last day of a month is -1. */
  monthDays: number[];
  /** 1 to 12. */
  months: number[];
  /** Weeks of the year, from 1. */
  weeks: number[];
  /** Hours of the day, from 1; 24 and more lie in the days after. */
  hours: number[];
  /** After how many occurrences the rule ends; `null` when it does not count them. */
  count: number | null;
  /** After which time the rule ends, in milliseconds since 1970 in UTC; `null` when it has no last day. */
  until: number | null;
}

/** What a rule counts in steps of its interval. */
export type RuleUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A weekday of a rule. */
export interface RuleWeekday {
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  /** The how manyth of its month or year, from the end when negative; 0 is each. */
  readonly nth: number;
}

/** Monday to Friday. */
export function workdays(): RuleWeekday[] {
  return [0, 1, 2, 3, 4].map((weekday) => ({ weekday, nth: 0 }));
}
