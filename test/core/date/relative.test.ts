import { describe, expect, it } from 'vitest';
import { type KnownEvent, understandDay } from '../../../src/core/date/relative';
import { day, TODAY } from '../support/act';

const EVENTS: readonly KnownEvent[] = [
  { title: 'Board review', day: day('2025-11-14') },
  { title: 'Board dinner (Malmö)', day: day('2025-11-20') },
  { title: 'Weekly with Ana', day: day('2025-11-03') },
  { title: 'Weekly with Ana', day: day('2025-10-27') },
  { title: 'Leap party', day: day('2024-02-29') },
  { title: 'The end', day: day('9999-12-31') },
];

const said = (text: string): string[] =>
  understandDay(text, TODAY, EVENTS).map(
    ({ day: found, event }) => `${found}${event ? ` ${event.title}` : ''}`,
  );

describe('a day said by a meeting, on Wednesday 2025-11-05', () => {
  it.each([
    ['two days before board review', ['2025-11-12 Board review']],
    ['2 days before the Board Review', ['2025-11-12 Board review']],
    ['the day before board rev', ['2025-11-13 Board review']],
    ['day before board review', ['2025-11-13 Board review']],
    ['before board review', ['2025-11-13 Board review']],
    ['a week after review board', ['2025-11-21 Board review']],
    ['2 months before the board review', ['2025-09-14 Board review']],
    ['three weeks before Board review', ['2025-10-24 Board review']],
    ['ten days after leap party', ['2024-03-10 Leap party']],
    ['2 days before board', ['2025-11-12 Board review', '2025-11-18 Board dinner (Malmö)']],
    ['after malmö', ['2025-11-21 Board dinner (Malmö)']],
    ['board dinner', ['2025-11-20 Board dinner (Malmö)']],
    ['weekly', ['2025-11-03 Weekly with Ana', '2025-10-27 Weekly with Ana']],
  ])('%j is %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['fri', ['2025-11-07']],
    ['in 2 weeks', ['2025-11-19']],
    ['two days before friday', ['2025-11-05']],
    ['the day before friday', ['2025-11-06']],
    ['a week after 3 Dec', ['2025-12-10']],
    ['2 days before 2024-03-01', ['2024-02-28']],
    ['2 days before 2026-01-01', ['2025-12-30']],
  ])('%j needs none: %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ...['', ' ', 'before', 'two days before', 'before ', 'two days before soon', 'bo', 'ana board'],
    ...['in 2 days before board review', 'after the end', '0 days before lunch', '📅'],
  ])('%j is no day for sure', (text) => {
    expect(said(text)).toEqual([]);
  });
});
