import { getLanguage } from 'obsidian';
import type { Weekday } from '../core/date/day';

/** The language tag of the app, for dates. */
export function appLocale(): string {
  try {
    return new Intl.Locale(getLanguage()).toString();
  } catch {
    // Obsidian has names for languages that are no tags of the standard.
    return 'en';
  }
}

interface WeekInfo {
  readonly firstDay: number;
}

/** The day on which weeks begin in the user's region (Monday where the browser does not know). */
export function localeWeekStart(): Weekday {
  // The region counts, not the language of the menus: an English app in Europe still has European weeks.
  const locale = new Intl.Locale(new Intl.DateTimeFormat().resolvedOptions().locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo;
    weekInfo?: WeekInfo;
  };
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  return (first % 7) as Weekday;
}
