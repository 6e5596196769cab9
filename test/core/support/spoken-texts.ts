/** Random English texts that mean a day, by the way in which it is said. */
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/date/day';
import { day } from './act';

const WEEKDAYS = [
  ...['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ...['sun', 'mon', 'tue', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat'],
];
const LONG_MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'];
const COUNTS = [
  ...['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['a couple of', 'couple of', '0', '1', '2', '3', '7', '10', '28', '31', '90', '366', '999'],
];

const weekday = fc.constantFrom(...WEEKDAYS);
const month = fc.constantFrom(...LONG_MONTHS, ...SHORT_MONTHS);
const longMonth = fc.constantFrom(...LONG_MONTHS);
const figure = fc.integer({ min: 1, max: 31 }).map(String);
const monthFigure = fc.integer({ min: 1, max: 12 }).map(String);
const number = fc.constantFrom('1st', '2nd', '3rd', '4th', '11th', '21st', '22nd', '23rd', '30th', '31st');
const date = fc.oneof(figure, number);
const year = fc.constantFrom('2024', '2025', '2026', '2028', '2100');
const anyYear = fc.oneof(year, fc.constantFrom('26', '28', '30'));
const unit = fc.constantFrom('day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years');

/** Parts one after the other; texts among them stand as they are. */
function say(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const all = parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part));
  return fc.tuple(...all).map((said) => said.join(''));
}

const amount = say(fc.constantFrom(...COUNTS), ' ', unit);

/** By name: texts of which chrono and our reader understand every one, or neither does. */
export const SPOKEN: Readonly<Record<string, fc.Arbitrary<string>>> = {
  words: fc.constantFrom(
    'today',
    'tomorrow',
    'yesterday',
    'now',
    'tonight',
    'tmr',
    'tmrw',
    'next month',
    'next year',
  ),
  weekdays: say(fc.constantFrom('', 'on ', 'this ', 'next '), weekday),
  'weekdays of next week': say(weekday, fc.constantFrom(' next week', ' of next week')),
  weekends: fc.constantFrom('weekend', 'this weekend', 'next weekend'),
  amounts: say(fc.constantFrom('', 'in ', 'within ', '+', '-', '- '), amount),
  'amounts from now': say(amount, fc.constantFrom(' ago', ' from now')),
  'half a year': fc.constantFrom('half a year', 'in half a year', 'half a year from now'),
  'ends of years': fc.constantFrom(
    'end of next month',
    'last day of month',
    'end of next year',
    'end of last year',
  ),
  'ends of months': say(fc.constantFrom('end of ', 'last day of '), longMonth, ' ', year),
  'day and month': say(fc.constantFrom('', 'on '), date, fc.constantFrom(' ', '-', '/', ' of '), month),
  'day, month and year': say(date, fc.constantFrom(' ', ' of '), month, fc.constantFrom(' ', ', '), anyYear),
  'month and day': say(month, fc.constantFrom(' ', '-', '/', ''), date),
  'month, day and year': say(month, ' ', date, fc.constantFrom(' ', ', '), anyYear),
  'months alone': longMonth,
  'month and year': say(month, fc.constantFrom(' ', ' of ', ', '), year),
  'month/year': say(monthFigure, '/', year),
  'month/day': say(figure, '/', figure),
  'month/day/year': say(figure, '/', figure, '/', anyYear),
  'month.day.year': say(figure, '.', figure, '.', year),
  'month-day-year': say(figure, '-', figure, '-', year),
  'year/month/day': fc
    .constantFrom('-', '/', '.', ' ')
    .chain((mark) => say(year, mark, monthFigure, mark, figure)),
  'year month day': fc.constantFrom('-', '/', ' ').chain((mark) => say(year, mark, month, mark, figure)),
};

/** Days of ten years, with those more often where a year or a month turns. */
export const TODAYS: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: 0, max: 3652 }).map((count) => addDays(day('2023-01-01'), count)),
  fc.constantFrom(
    ...['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2027-02-28', '2027-03-01', '2028-02-29'].map(
      day,
    ),
    ...['2024-12-31', '2025-01-01', '2025-12-29', '2025-12-31', '2026-01-01', '2026-01-31', '2026-03-31'].map(
      day,
    ),
    ...['2025-11-03', '2025-11-05', '2025-11-07', '2025-11-08', '2025-11-09'].map(day),
  ),
);
