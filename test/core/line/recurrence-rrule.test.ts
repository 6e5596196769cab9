import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/date/day';
import { nextOccurrence, parseRecurrence } from '../../../src/core/line/recurrence';
import { PATIENT } from '../support/act';
import { ruleDay, ruleText } from '../support/random-rules';
import { rruleRead, rruleText } from '../support/rrule';
import { recurrenceText } from '../../tools/rule-text';
import { runs } from '../support/runs';
import { compareRule } from '../support/two-rules';

const DAYS = ['2024-02-29', '2025-12-31', '2026-01-31', '2022-01-01', '2023-12-28', '2025-11-05'] as Day[];

/** What people write, and what rrule is peculiar about. */
const TEXTS = [
  'every day',
  'every 3 days',
  'every weekday',
  'every 2 weekdays',
  'every week on Tuesday and Friday',
  'every 2 weeks on mon, wed',
  'every monday and thursday',
  'every month on the 1st',
  'every month on the 31st',
  'every month on the last',
  'every month on the last Friday',
  'every month on the 2nd last Friday',
  'every month on the 15th and last',
  'every month on weekdays',
  'every 101 months',
  'every month in January on the 3rd',
  'every January and July on the 4th',
  'every year',
  'every 4 years',
  'every year in week 53',
  'every year in weeks 1 and 52',
  'every week in week 52',
  'every year on the 100th Monday',
  'every 2 years in February on the 29th',
  'every day for 3 times',
  'every day for 1 time',
  'every week until January 1, 2026',
  'every day until 2026',
  'every day until whenever',
  'every day until January 1, 1970',
  'every day at 9 and 17',
  'every day at 30',
  'every hour',
  'every 36 hours',
  'every minute on Monday',
  'every 12000 minutes',
  'everyday',
  'every mondayand fri',
  'every monday on the 1st and 15th',
  'every monday on the 1st two for 3 times',
  'every month on the first last',
  'every month on the 1st last',
  'every month on 5',
  'every Monday, ',
  'every day for three times',
  'every other week',
  'every month on the 366th',
  'every month on the 367th',
];

describe('our recurrence rules and those of rrule', () => {
  it.each(TEXTS)('agree on %j', (text) => {
    expect(compareRule(text, DAYS).difference).toBeNull();
  });

  it('agree on what is a rule, on its text and on the next day', PATIENT, () => {
    let [rules, days] = [0, 0];
    fc.assert(
      fc.property(ruleText, fc.array(ruleDay, { minLength: 2, maxLength: 2 }), (text, from) => {
        const compared = compareRule(text, from);
        rules += compared.isRule ? 1 : 0;
        days += compared.days;
        expect(compared.difference).toBeNull();
      }),
      runs(2000),
    );
    // Most texts must be rules, or nothing would have been compared.
    expect(rules).toBeGreaterThan(700);
    expect(days).toBeGreaterThan(1400);
  });

  it('agree on any text that may stand behind the emoji', () => {
    const letters = fc.constantFrom(
      ...'aeinorstvy',
      'every',
      ' ',
      'day',
      'on',
      'the',
      '1',
      'st',
      ',',
      '!',
      'mo',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
        const text = `every ${parts.join('')}`.trim();
        const options = rruleRead(text);
        expect(recurrenceText(text)).toBe(options && rruleText(options));
      }),
      runs(3000),
    );
  });
});

describe('rules that have no day', () => {
  it.each([
    'every minute on the 32nd',
    'every hour on the 30th in February',
    'every week in week 60',
    'every month on Monday and 1st Friday',
    'every year on the 366th Monday',
    'every 9000 years',
    'every 99999999999999999999999 days',
    'every 99999999999999999999999 minutes',
  ])('%j ends without one', (text) => {
    const rule = parseRecurrence(text);
    expect(rule).not.toBeNull();
    const due = '2025-11-05' as Day;
    expect(rule && nextOccurrence(rule, { start: null, scheduled: null, due }, due, false)).toBeNull();
  });
});
