import { describe, expect, it } from 'vitest';
import { parseSpokenDay } from '../../../src/core/date/spoken';
import { day, TODAY } from '../support/act';

const said = (text: string, today = TODAY): string | null => parseSpokenDay(text, today);

describe('days as people say them, on Wednesday 2025-11-05', () => {
  it.each([
    ['2025-12-24', '2025-12-24'],
    ['2024-02-29', '2024-02-29'],
    ['today', '2025-11-05'],
    ['Today ', '2025-11-05'],
    ['td', '2025-11-05'],
    ['tomorrow', '2025-11-06'],
    ['tm', '2025-11-06'],
    ['yesterday', '2025-11-04'],
    ['the day after tomorrow', '2025-11-07'],
    ['fri', '2025-11-07'],
    ['friday', '2025-11-07'],
    ['on Friday', '2025-11-07'],
    ['by fri', '2025-11-07'],
    ['due monday', '2025-11-10'],
    ['mon', '2025-11-10'],
    ['tue', '2025-11-11'],
    ['thursday', '2025-11-06'],
    ['sunday', '2025-11-09'],
    ['this friday', '2025-11-07'],
    ['next week', '2025-11-10'],
    ['nw', '2025-11-10'],
    ['eow', '2025-11-07'],
    ['end of week', '2025-11-07'],
    ['the end of the week', '2025-11-07'],
    ['end of next week', '2025-11-14'],
    ['eom', '2025-11-30'],
    ['end of month', '2025-11-30'],
    ['end of  this month', '2025-11-30'],
    ['end of next month', '2025-12-31'],
    ['eoy', '2025-12-31'],
    ['in a fortnight', '2025-11-19'],
    ['+5d', '2025-11-10'],
    ['5d', '2025-11-10'],
    ['2w', '2025-11-19'],
    ['+ 3 m', '2026-02-05'],
    ['1y', '2026-11-05'],
    ['in 2 weeks', '2025-11-19'],
    ['in two weeks', '2025-11-19'],
    ['in 10 days', '2025-11-15'],
    ['in a month', '2025-12-05'],
    ['3 Dec', '2025-12-03'],
    ['Dec 3', '2025-12-03'],
    ['3rd of December', '2025-12-03'],
    ['3 January', '2026-01-03'],
    ['3 Dec 2026', '2026-12-03'],
    ['December 24th, 2025', '2025-12-24'],
    ['12/24/2025', '2025-12-24'],
    ['last day of november', '2025-11-30'],
    ['the first of December', '2025-12-01'],
    ['Wed, 3 Dec', '2025-12-03'],
    ['a fortnight ago', '2025-10-22'],
    ['due by friday', '2025-11-07'],
    ['the day before friday', '2025-11-06'],
    ['after friday', '2025-11-08'],
    ['week after 3 Dec', '2025-12-10'],
  ])('%j is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ...['', ' ', 'soon', 'x', 'when Bo is back', 'friday or monday', '2025-02-30', '32 Dec'],
    ...['fridayish', 'some friday', '2025', '9999y', '#', '📅'],
    // Times of day and ranges have no place in a date field.
    ...['friday 5pm', 'tomorrow at 9', 'noon', 'monday to friday', '3 dec utc+2'],
  ])('%j is no day for sure', (text) => {
    expect(said(text)).toBeNull();
  });

  it.each([
    ['eom', '2024-02-10', '2024-02-29'],
    ['eom', '2025-02-28', '2025-02-28'],
    ['end of next month', '2025-12-15', '2026-01-31'],
    ['end of next month', '2025-01-31', '2025-02-28'],
    ['1m', '2025-01-31', '2025-02-28'],
    ['1y', '2024-02-29', '2025-02-28'],
    ['tomorrow', '2025-12-31', '2026-01-01'],
    ['5d', '2024-02-26', '2024-03-02'],
    ['friday', '2025-11-07', '2025-11-07'],
  ])('%s on %s is %s', (text, today, expected) => {
    expect(said(text, day(today))).toBe(expected);
  });
});
