import { describe, expect, it } from 'vitest';
import { parseRecurrence } from '../../../src/core/line/recurrence';
import { recurrenceText } from '../../tools/rule-text';

describe('recurrence rules', () => {
  it.each([
    ['every Sunday', 'every week on Sunday'],
    ['every sun', 'every week on Sunday'],
    ['every 1 day', 'every day'],
    ['EVERY DAY', 'every day'],
    ['every day!', 'every day'],
    ['every Tuesday and Friday', 'every week on Tuesday, Friday'],
    ['every month on the last day', 'every month on the last'],
    ['every 2 weeks when done', 'every 2 weeks when done'],
    ['every week When Done', 'every week when done'],
    ['  every 3 months  ', 'every 3 months'],
    ['every day blah', 'every day'],
  ])('%s is %s', (text, rule) => {
    expect(recurrenceText(text)).toBe(rule);
  });

  it.each([
    'daily',
    'weekly',
    'every other day',
    'every two weeks',
    'every fortnight',
    'every quarter',
    'every 0 days',
    'every foo',
    'when done',
    'every day.',
    '',
  ])('%j is no rule', (text) => {
    expect(parseRecurrence(text)).toBeNull();
  });

  it('says whether the next one counts from the day of completion', () => {
    expect(parseRecurrence('every week when done')?.whenDone).toBe(true);
    expect(parseRecurrence('every week')?.whenDone).toBe(false);
  });
});
