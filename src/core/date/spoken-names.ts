/** What days are called in a language, as `Intl` knows it: names of weekdays and months, "tomorrow", "in 3 weeks". */
import { addMonths, type Day, noonOf, weekFrom } from './day';

/** The words for days in English and in one more language, as `plainText` writes them. */
export interface SpokenNames {
  /** The names of each day, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** The names of each month, January first. */
  readonly months: readonly (readonly string[])[];
  /** By what is said, how many units (of `shiftDay`) it is from today. */
  readonly amounts: ReadonlyMap<string, readonly [count: number, unit: string]>;
  /** Whether 12/3 is 12 March. */
  readonly dayFirst: boolean;
}

/** A Monday in January. */
const MONDAY = '2023-01-02' as Day;
const KNOWN = new Map<string, SpokenNames>();

/** English and the language of a locale; made once. A locale that is no language tag throws, as `Intl` does. */
export function spokenNames(locale: string): SpokenNames {
  const names = KNOWN.get(locale) ?? makeNames(locale, [locale, 'en']);
  KNOWN.set(locale, names);
  return names;
}

/** A text without what people leave out: capitals, accents, commas, dots behind words, "the" and "of". */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/(\p{L})\./gu, '$1')
    .replace(/[\s,]+/g, ' ')
    .trim()
    .replace(/\b(the|of|de) /g, '');
}

/** Which list has the word, or else, alone, a name that begins with its three or more letters; -1 if none. */
export function findName(lists: SpokenNames['months'], word: string): number {
  const find = (fits: (name: string) => boolean): number => {
    const found = lists.flatMap((names, index) => (names.some(fits) ? [index] : []));
    return found.length === 1 ? (found[0] ?? -1) : -1;
  };
  const exact = find((name) => name === word);
  return exact < 0 && word.length > 2 ? find((name) => name.startsWith(word)) : exact;
}

function makeNames(locale: string, locales: readonly string[]): SpokenNames {
  const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const amounts = new Map<string, [number, string]>();
  for (const language of locales) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      for (let count = -12; count <= 12; count++) {
        // "This week" is no day.
        if (count || unit === 'day') amounts.set(plainText(format.format(count, unit)), [count, unit]);
      }
    }
  }
  return {
    weekdays: namesOf(locales, 'weekday', weekFrom(MONDAY)),
    months: namesOf(
      locales,
      'month',
      months.map((count) => addMonths(MONDAY, count)),
    ),
    amounts,
    dayFirst: formatter(locale, {})(MONDAY)[0]?.type === 'day',
  };
}

/** Long and short, as they are called in a date ("декабря", not "декабрь"). */
function namesOf(locales: readonly string[], type: 'weekday' | 'month', days: readonly Day[]): string[][] {
  const formats = locales.flatMap((locale) =>
    ['long', 'short'].map((width) => formatter(locale, { day: 'numeric', [type]: width })),
  );
  return days.map((day) =>
    formats.map((format) => plainText(format(day).find((part) => part.type === type)?.value ?? '')),
  );
}

function formatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (day: Day) => Intl.DateTimeFormatPart[] {
  const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options });
  return (day) => format.formatToParts(noonOf(day));
}
