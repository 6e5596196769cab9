// Our reader of spoken days and chrono, which it replaced: both understand the same texts, and mean the same day.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/date/day';
import { parseSpokenDay } from '../../../src/core/date/spoken';
import { day, PATIENT, TODAY } from '../support/act';
import { chronoDay } from '../support/chrono-days';
import { runs } from '../support/runs';
import { SPOKEN, TODAYS } from '../support/spoken-texts';

const LEAP_DAY = /^(on )?(29(th)?\W?(of )?feb(ruary)?|feb(ruary)?\W?29(th)?|2\/29|29\/2)$/;

/** What chrono says, but where we differ from it on purpose. */
function expectedDay(said: string, today: Day): Day | null {
  const chrono = chronoDay(said, today);
  // A month from 31 January is the last of February, as of "+1m" and the button; chrono goes on to 3 March.
  if (chrono && /\b(month|year)s?\b/.test(said) && today.slice(8) > '28' && chrono.slice(8) < '04') {
    return addDays(chrono, -Number(chrono.slice(8)));
  }
  // The leap day of the next year is understood before March, too.
  const leapDay = `${Number(today.slice(0, 4)) + 1}-02-29`;
  return !chrono && LEAP_DAY.test(said) && leapDay < '2029' ? parseSpokenDay(leapDay, today) : chrono;
}

describe.each(['UTC', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Kiritimati'])('in %s', (zone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(Object.entries(SPOKEN))('reads %s as chrono does', PATIENT, (_, texts) => {
    fc.assert(
      fc.property(texts, TODAYS, (said, today) => {
        expect({ said, today, day: parseSpokenDay(said, today) }).toEqual({
          said,
          today,
          day: expectedDay(said, today),
        });
      }),
      runs(150),
    );
  });
});

describe('other than chrono', () => {
  it.each([
    // The last day of that name, where chrono takes the next one.
    ['last friday', '2025-11-07', '2025-10-31'],
    ['last weekend', '2025-11-09', '2025-11-01'],
    // The next Monday, as the button says; the end of the working week.
    ['next week', '2025-11-12', '2025-11-10'],
    ['end of next week', '2025-11-15', '2025-11-14'],
    // Counted from the day that these words mean alone, not from the one in the past.
    ['2 days after monday', '2025-11-05', '2025-11-12'],
    // A week has its own Monday.
    ['monday this week', '2025-11-10', '2025-11-03'],
    ['friday last week', '2025-11-07', '2025-10-31'],
    // What chrono does not know.
    ['coming friday', null, '2025-11-07'],
    ['tues', null, '2025-11-11'],
    ['friday.', null, '2025-11-07'],
    ['the 15th', null, '2025-11-15'],
    ['31st', null, '2025-12-31'],
    ['the 3rd of december', null, '2025-12-03'],
    ['3. dec', null, '2025-12-03'],
    ['in december', null, '2025-12-01'],
    ['end of quarter', null, '2025-12-31'],
    ['a week from friday', null, '2025-11-14'],
  ])('%j is not %s but %s', (said, chrono, ours) => {
    expect([chronoDay(said, TODAY), parseSpokenDay(said, TODAY)]).toEqual([chrono, ours]);
  });

  it.each([
    ...['this week', 'this month', 'this year', 'weekday', 'for 3 days', 'next 3 days', 'last 2 weeks'],
    ...['in 48 hours', 'in 5 minutes', 'in half a day', 'last night', 'in several days', 'in 1.5 weeks'],
    ...['in 1 week and 2 days', '3 days before', '3 weeks out', 'twenty-first december', 'dec 32'],
    ...['2026-13-4', 'last day of next week', 'friday, 4 dec 2025'],
  ])('%j is no day for sure', (said) => {
    expect(chronoDay(said, TODAY)).not.toBeNull();
    expect(parseSpokenDay(said, TODAY)).toBeNull();
  });

  it('goes back six months for half a year, where chrono goes back a year and then on', () => {
    const leapDay = day('2024-02-29');
    expect([chronoDay('half a year ago', leapDay), parseSpokenDay('half a year ago', leapDay)]).toEqual([
      '2023-09-01',
      '2023-08-29',
    ]);
    expect(parseSpokenDay('half a year ago', TODAY)).toBe(chronoDay('half a year ago', TODAY));
  });

  it('is the same for a weekday with its date', () => {
    expect(parseSpokenDay('Wednesday, 3 Dec', TODAY)).toBe(chronoDay('wednesday, 3 dec', TODAY));
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      'next',
      'last',
      'this',
      'the',
      'of',
      'in',
      'on',
      'end',
      'day',
      'week',
      'month',
      'ago',
      'from',
      'now',
      '3',
    ],
    ...[
      '3rd',
      '31',
      '2026',
      'friday',
      'dec',
      'may',
      'a',
      'half',
      'before',
      'after',
      'today',
      '-',
      '/',
      '.',
      'th',
    ],
  );

  it('is a day that exists or none', PATIENT, () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.array(words), fc.constantFrom('', ' ')).map(([parts, between]) => parts.join(between)),
    );
    fc.assert(
      fc.property(texts, TODAYS, (text, today) => {
        const found = parseSpokenDay(text, today);
        if (found) expect(day(found)).toBe(found);
      }),
      runs(3000),
    );
  });

  it.each(['1 day after ', '3 ', 'a', ' ', 'friday '])('%j written 10,000 times is no day', (part) => {
    expect(parseSpokenDay(part.repeat(10_000), TODAY)).toBeNull();
  });
});
