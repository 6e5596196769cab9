/** The words of recurrence rules, as rrule tells them apart. */

/** The kinds of words. */
export type WordKind =
  | (typeof OTHERS)[number][0]
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

const WEEKDAYS = [
  /^mo(n(day)?)?/i,
  /^tu(e(s(day)?)?)?/i,
  /^we(d(n(esday)?)?)?/i,
  /^th(u(r(sday)?)?)?/i,
  /^fr(i(day)?)?/i,
  /^sa(t(urday)?)?/i,
  /^su(n(day)?)?/i,
];

const MONTHS = [
  /^jan(uary)?/i,
  /^feb(ruary)?/i,
  /^mar(ch)?/i,
  /^apr(il)?/i,
  /^may/i,
  /^june?/i,
  /^july?/i,
  /^aug(ust)?/i,
  /^sep(t(ember)?)?/i,
  /^oct(ober)?/i,
  /^nov(ember)?/i,
  /^dec(ember)?/i,
];

const OTHERS = [
  ['number', /^[1-9]\d*/],
  // Words to rrule, but of no use to a rule: "every two weeks" is none, and "one" does not begin with "on".
  ['numeral', /^(one|two|three|times?)/i],
  ['every', /^every/i],
  ['minute', /^minutes?/i],
  ['hour', /^hours?/i],
  ['day', /^days?/i],
  ['workdays', /^weekdays?/i],
  ['week', /^weeks?/i],
  ['month', /^months?/i],
  ['year', /^years?/i],
  ['on', /^(on|in)/i],
  ['at', /^at/i],
  ['the', /^the/i],
  ['first', /^first/i],
  ['second', /^second/i],
  ['third', /^third/i],
  ['nth', /^([1-9]\d*)(th|nd|rd|st)/i],
  ['last', /^last/i],
  ['for', /^for/i],
  ['until', /^(un)?til/i],
  ['and', /^(,\s*|(and|or)\s*)+/i],
] as const;

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
  const tryWord = (kind: WordKind, pattern: RegExp, value?: number): void => {
    const length = pattern.exec(source)?.[0].length ?? 0;
    const rest = source.slice(length);
    if (length > 0 && (!best || rest.length < best.rest.length)) {
      best = { kind, value: value ?? (Number.parseInt(source, 10) || 0), rest };
    }
  };
  for (const [kind, pattern] of OTHERS) tryWord(kind, pattern);
  WEEKDAYS.forEach((pattern, index) => tryWord('weekday', pattern, index));
  MONTHS.forEach((pattern, index) => tryWord('monthName', pattern, index + 1));
  return best;
}
