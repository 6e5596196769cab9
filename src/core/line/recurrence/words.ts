/** The words of recurrence rules, as rrule tells them apart. */

/** The kinds of words. */
export type WordKind =
  | keyof typeof OTHERS
  | 'weekday'
  /** The name of a month. */
  | 'monthName';

/** A word of a rule. */
export interface Word {
  readonly kind: WordKind;
  /** Of numbers their value, of weekdays 0 (Monday) to 6, of names of months 1 to 12, else 0. */
  readonly value: number;
  /** The text behind the word. */
  readonly rest: string;
}

const WEEKDAYS =
  'mo(n(day)?)? tu(e(s(day)?)?)? we(d(n(esday)?)?)? th(u(r(sday)?)?)? fr(i(day)?)? sa(t(urday)?)? su(n(day)?)?';

const MONTHS =
  'jan(uary)? feb(ruary)? mar(ch)? apr(il)? may june? july? aug(ust)? sep(t(ember)?)? oct(ober)? nov(ember)? dec(ember)?';

/** All other words by their kinds. */
const OTHERS = {
  number: '[1-9]\\d*',
  // Words to rrule, but of no use to a rule: "every two weeks" is none, and "one" does not begin with "on".
  numeral: 'one|two|three|times?',
  every: 'every',
  minute: 'minutes?',
  hour: 'hours?',
  day: 'days?',
  workdays: 'weekdays?',
  week: 'weeks?',
  month: 'months?',
  year: 'years?',
  on: 'on|in',
  at: 'at',
  the: 'the',
  first: 'first',
  nth: '[1-9]\\d*(th|nd|rd|st)',
  last: 'last',
  for: 'for',
  until: '(un)?til',
  and: '(,\\s*|(and|or)\\s*)+',
};

const WORDS: readonly (readonly [pattern: RegExp, kind: WordKind, value?: number])[] = [
  ...Object.entries(OTHERS).map(([kind, source]) => [atStart(source), kind as WordKind] as const),
  [atStart('second'), 'nth', 2],
  [atStart('third'), 'nth', 3],
  ...WEEKDAYS.split(' ').map((source, index) => [atStart(source), 'weekday', index] as const),
  ...MONTHS.split(' ').map((source, index) => [atStart(source), 'monthName', index + 1] as const),
];

function atStart(source: string): RegExp {
  return new RegExp(`^(?:${source})`, 'i');
}

/**
 * The words at the beginning of a text; the first part that is no word ends them. Words need no space between
 * them, and the longest one counts: "everyday" is "every day".
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (let word = readWord(text); word; word = readWord(word.rest)) words.push(word);
  return words;
}

function readWord(text: string): Word | null {
  const source = text.trimStart();
  let best: Word | null = null;
  let longest = 0;
  for (const [pattern, kind, value = Number.parseInt(source, 10) || 0] of WORDS) {
    const length = pattern.exec(source)?.[0].length ?? 0;
    if (length <= longest) continue;
    best = { kind, value, rest: source.slice(length) };
    longest = length;
  }
  return best;
}
