/** Random texts of recurrence rules: sound, odd, and broken ones, in the characters that may stand behind 🔁. */
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/date/day';

const WEEKDAYS = 'Monday mon tues wed Thursday thu th fri Saturday SUN mo we'.split(' ');
const MONTHS = 'January feb Mar april may jun JULY aug sept Sep oct November dec'.split(' ');
const UNITS = 'day days week weeks weekday weekdays month months year years days week month year hours'.split(
  ' ',
);
const NTH =
  '1st 2nd 3rd 4th 5th 15th 22nd 29th 30th 31st 53rd 100th 366th 367th first second third last'.split(' ');
const NUMBERS =
  '1 2 3 4 5 6 7 9 12 13 14 21 24 30 36 48 52 53 90 100 101 400 1441 12000 one two three 0'.split(' ');
const UNTIL = [
  'January 1, 2026',
  'January 1 2025',
  '1 March 2024',
  'Dec 2030',
  '2026',
  '31 December 2025',
  'tomorrow',
  'Jan 1, 1970',
  'March 3',
  'Friday',
];
const OTHERS =
  'every on in at the last for times until til and or , , first second third other day week weekday month blah when done ! 5 2nd mon jan'.split(
    ' ',
  );

const pick = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const glue = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.filter((text) => text !== '').join(' '));
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), part);
const list = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(', ', ' and ', ',', ' or ', ', and '),
    )
    .map(([parts, between]) => parts.join(between));

const nth = fc.oneof({ weight: 3, arbitrary: pick(NTH) }, glue(pick(NTH), fc.constant('last')));
const nthDay = fc.oneof(nth, glue(nth, pick(WEEKDAYS)), glue(nth, fc.constant('day')));
const dayClause = fc.oneof(
  glue(fc.constantFrom('on', 'on the', 'the', 'in'), list(nthDay)),
  glue(fc.constant('on'), list(pick(WEEKDAYS))),
  glue(fc.constant('on the'), list(fc.oneof(nthDay, pick(WEEKDAYS)))),
  glue(fc.constant('in'), list(pick(MONTHS))),
  fc.constantFrom('on weekdays', 'on weekday'),
  glue(fc.constantFrom('in week', 'in weeks'), list(pick(NUMBERS))),
);
const clause = fc.oneof({ weight: 4, arbitrary: dayClause }, glue(fc.constant('at'), list(pick(NUMBERS))));
const end = fc.oneof(
  glue(fc.constant('for'), pick(NUMBERS), fc.constantFrom('times', 'time', '')),
  glue(fc.constantFrom('until', 'til'), pick(UNTIL)),
);
const start = fc.oneof({ weight: 3, arbitrary: pick(UNITS) }, list(pick(WEEKDAYS)), list(pick(MONTHS)));
const every = glue(fc.constant('every'), maybe(pick(NUMBERS)));

/** A rule of parts in their order. */
const soundRule = fc.oneof(
  glue(every, start),
  glue(every, start, clause),
  glue(every, start, maybe(clause), maybe(clause), maybe(clause), maybe(end)),
);

/** A rule with words added, taken away, exchanged or run together, and letters lost. */
const brokenRule = fc
  .tuple(soundRule, fc.array(fc.tuple(fc.nat(), fc.nat(6), pick(OTHERS)), { minLength: 1, maxLength: 3 }))
  .map(([rule, changes]) => changes.reduce((text, [at, kind, word]) => broken(text, at, kind, word), rule));

function broken(text: string, at: number, kind: number, word: string): string {
  const words = text.split(' ');
  const index = at % words.length;
  if (kind === 0) words.splice(index, 0, word);
  else if (kind === 1) words.splice(index, 1);
  else if (kind === 2) words.splice(index, 1, word);
  else if (kind === 3) words.push(words[index] ?? '');
  else if (kind === 4) words.splice(index, 2, words.slice(index, index + 2).join(''));
  else if (kind === 5) return text.slice(0, at % text.length) + text.slice((at % text.length) + 1);
  else return text.toUpperCase();
  return words.join(' ');
}

/** Any text of a rule, without spaces at its ends. */
export const ruleText: fc.Arbitrary<string> = fc
  .oneof({ weight: 3, arbitrary: soundRule }, brokenRule)
  .map((text) => text.trim());

const FIRST_DAY = '2019-01-01' as Day;
const EDGES = ['2024-02-29', '2025-12-31', '2022-01-01', '2011-01-02', '2026-01-31', '2023-12-28'] as Day[];

/** Any day of twelve years, those at the edges of months and years more often. */
export const ruleDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(12 * 365).map((days) => addDays(FIRST_DAY, days)) },
  fc.constantFrom(...EDGES),
);
