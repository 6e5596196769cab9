import { describe, expect, it } from 'vitest';
import { dueLabel, dueTone, longDay, shortDay } from '../../../src/core/date/labels';
import { day, TODAY } from '../support/act';

describe('a due date', () => {
  it.each([
    ['2025-11-05', 'Today', 'today'],
    ['2025-11-06', 'Tomorrow', 'soon'],
    ['2025-11-07', 'Fri', 'soon'],
    ['2025-11-08', 'Sat', 'soon'],
    ['2025-11-09', 'Sun', 'later'],
    ['2025-11-11', 'Tue', 'later'],
    ['2025-11-12', '12 Nov', 'later'],
    ['2026-01-02', '2 Jan 2026', 'later'],
    ['2025-11-04', 'Yesterday', 'overdue'],
    ['2025-11-03', '2 days overdue', 'overdue'],
    ['2025-10-06', '30 days overdue', 'overdue'],
    ['2025-10-05', '5 Oct', 'overdue'],
    ['2024-11-05', '5 Nov 2024', 'overdue'],
  ])('%s is "%s", %s', (due, label, tone) => {
    expect([dueLabel(day(due), TODAY, 'en-GB'), dueTone(day(due), TODAY)]).toEqual([label, tone]);
  });

  it('is said in the language of the user', () => {
    expect(dueLabel(day('2025-11-07'), TODAY, 'de')).toBe('Fr');
    expect(dueLabel(day('2025-12-12'), TODAY, 'de')).toBe('12. Dez.');
  });
});

describe('a day', () => {
  it('has its year where it is another one', () => {
    expect(shortDay(day('2025-12-31'), TODAY, 'en-GB')).toBe('31 Dec');
    expect(shortDay(day('2026-01-01'), TODAY, 'en-GB')).toBe('1 Jan 2026');
    expect(longDay(day('2025-11-06'), TODAY, 'en-GB')).toBe('Thursday 6 November');
    expect(longDay(day('2026-01-01'), TODAY, 'en-GB')).toMatch(/^Thursday,? 1 January 2026$/);
  });
});
