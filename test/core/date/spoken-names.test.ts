import { describe, expect, it } from 'vitest';
import { parseSpokenDay } from '../../../src/core/date/spoken';
import { spokenNames } from '../../../src/core/date/spoken-names';
import { TODAY } from '../support/act';

describe('days in the language of the user, on Wednesday 2025-11-05', () => {
  it.each([
    ['de', 'Fr', '2025-11-07'],
    ['de', 'Freitag', '2025-11-07'],
    ['de', '3. Dez.', '2025-12-03'],
    ['de', '3. Dezember 2026', '2026-12-03'],
    ['de', '5. marz', '2026-03-05'],
    ['de', 'Mi, 3. Dez', '2025-12-03'],
    ['de', 'übermorgen', '2025-11-07'],
    ['de', 'in 3 Tagen', '2025-11-08'],
    ['de', 'nächste Woche', '2025-11-10'],
    ['de', '3.12.', '2025-12-03'],
    ['de', '3.12.2026', '2026-12-03'],
    ['fr', 'ven.', '2025-11-07'],
    ['fr', 'mar', '2025-11-11'],
    ['fr', '3 déc', '2025-12-03'],
    ['fr', '1 aout', '2026-08-01'],
    ['fr', 'après-demain', '2025-11-07'],
    ['fr', 'dans 2 semaines', '2025-11-19'],
    ['es', 'vie', '2025-11-07'],
    ['es', 'manana', '2025-11-06'],
    ['es', '3 de diciembre de 2026', '2026-12-03'],
    ['ru', '3 декабря', '2025-12-03'],
    ['ja', '明日', '2025-11-06'],
    ['th', '3 ธันวาคม 2026', '2026-12-03'],
    ['en-GB', '3/12', '2025-12-03'],
    ['en-GB', '12/13', '2025-12-13'],
  ])('in %s %j is %s', (locale, text, expected) => {
    expect(parseSpokenDay(text, TODAY, spokenNames(locale))).toBe(expected);
  });

  it.each(['de', 'fr', 'es', 'ru', 'ja', 'ar', 'fa', 'hi', 'tr', 'vi'])(
    'English is understood in %s',
    (locale) => {
      const said = (text: string): string | null => parseSpokenDay(text, TODAY, spokenNames(locale));
      const texts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next friday', 'tomorrow', 'next week'];
      const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
      for (const text of [...texts, ...months.map((month) => `3 ${month}`), 'in 3 days', 'end of month']) {
        expect([text, said(text)]).toEqual([text, parseSpokenDay(text, TODAY)]);
        expect(said(text)).not.toBeNull();
      }
    },
  );

  it.each(['ju', 'd', 'marsch', 'juillet 32', '31.2.', 'freitagabend'])('%j is no day for sure', (text) => {
    for (const locale of ['de', 'fr']) expect(parseSpokenDay(text, TODAY, spokenNames(locale))).toBeNull();
  });
});
