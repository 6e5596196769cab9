/** Days in words, relative to today. */
import { type Day, daysBetween, noonOf } from './day';

/** How urgent a due date looks. */
export type DueTone = 'overdue' | 'today' | 'soon' | 'later';

/** How near a due date is; `soon` is within the next three days. */
export function dueTone(due: Day, today: Day): DueTone {
  const days = daysBetween(due, today);
  if (days < 0) return 'overdue';
  return days === 0 ? 'today' : days <= 3 ? 'soon' : 'later';
}

/** A due date as short as it can be said: "Today", "Fri", "3 days overdue", "12 Dec". */
export function dueLabel(due: Day, today: Day, locale: string): string {
  const days = daysBetween(due, today);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Yesterday';
  if (days > 1 && days < 7) return weekdayName(due, locale);
  if (days < 0 && days >= -30) return `${-days} days overdue`;
  return shortDay(due, today, locale);
}

/** Day and month, with the year where it is another one than today's. */
export function shortDay(day: Day, today: Day, locale: string): string {
  return dated(day, today, locale, { month: 'short' });
}

/** Weekday, day and month, as a heading. */
export function longDay(day: Day, today: Day, locale: string): string {
  return dated(day, today, locale, { weekday: 'long', month: 'long' });
}

/** Weekday, day and month as short as they can be: "Fri, 7 Nov". */
export function mediumDay(day: Day, today: Day, locale: string): string {
  return dated(day, today, locale, { weekday: 'short', month: 'short' });
}

/** The name of a weekday, short. */
export function weekdayName(day: Day, locale: string): string {
  return format(day, locale, { weekday: 'short' });
}

/** Month and year. */
export function monthName(day: Day, locale: string): string {
  return format(day, locale, { month: 'long', year: 'numeric' });
}

function dated(day: Day, today: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(day, locale, { ...options, day: 'numeric', ...(sameYear ? null : { year: 'numeric' }) });
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  const made = FORMATS.get(key) ?? new Intl.DateTimeFormat(locale, options);
  FORMATS.set(key, made);
  return made.format(noonOf(day));
}
