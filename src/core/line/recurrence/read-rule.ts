/**
 * Reads a rule's English text as rrule 2.8.1 does, which Tasks uses: what it accepts and refuses, what it passes
 * over, and what it makes of the rest. Each reader returns whether what it has read can be part of a rule.
 */
import { type Rule, workdays } from './rule';
import { readWords, type Word, type WordKind } from './words';

const MOST_NTH = 366;

/** The rule that a text of letters, digits, spaces and `,` names; `null` when rrule refuses it. */
export function readRule(text: string): Rule | null {
  const words = new Words(text);
  if (!words.take('every')) return null;
  const rule: Rule = {
    unit: 'week',
    interval: words.take('number')?.value ?? 1,
    weekdays: [],
    monthDays: [],
    months: [],
    weeks: [],
    hours: [],
    count: null,
    until: null,
  };
  return readBody(words, rule) && readEnd(words, rule) ? rule : null;
}

/** The words still to be read. */
class Words {
  readonly #words: readonly Word[];
  #at = 0;

  constructor(text: string) {
    this.#words = readWords(text);
  }

  get next(): Word | undefined {
    return this.#words[this.#at];
  }

  skip(): void {
    this.#at++;
  }

  /** Takes the next word if it is of that kind. */
  take(kind: WordKind): Word | null {
    const { next } = this;
    if (next?.kind !== kind) return null;
    this.skip();
    return next;
  }
}

/** What comes after "every 2". */
function readBody(words: Words, rule: Rule): boolean {
  const kind = words.next?.kind;
  switch (kind) {
    case 'weekday':
      return (
        readList(words, 'weekday', (weekday) => rule.weekdays.push({ weekday, nth: 0 })) &&
        readHours(words, rule) &&
        readMonthDays(words, rule)
      );
    case 'monthName':
      rule.unit = 'year';
      return readList(words, kind, (month) => rule.months.push(month)) && readDays(words, rule);
    case 'workdays':
      rule.weekdays = workdays();
      words.skip();
      return readHours(words, rule);
    case 'day':
      rule.unit = kind;
      words.skip();
      return readHours(words, rule);
    case 'week':
      words.skip();
      return readDays(words, rule) && readHours(words, rule);
    case 'minute':
    case 'hour':
    case 'month':
    case 'year':
      rule.unit = kind;
      words.skip();
      return readDays(words, rule);
    default:
      return false;
  }
}

/** Words of one kind with commas or "and" between them. */
function readList(words: Words, kind: WordKind, add: (value: number) => void): boolean {
  do {
    const word = words.take(kind);
    if (!word) return false;
    add(word.value);
  } while (words.take('and'));
  return true;
}

/** "on the 1st Monday and the last, in March, in week 5". */
function readDays(words: Words, rule: Rule): boolean {
  const on = words.take('on');
  if (!words.take('the') && !on) return true;
  do {
    const nth = readNth(words);
    if (nth === null) return false;
    const weekday = words.take('weekday');
    if (weekday) rule.weekdays.push({ weekday: weekday.value, nth });
    else if (nth !== 0) {
      rule.monthDays.push(nth);
      words.take('day');
    } else if (words.take('workdays')) {
      if (rule.weekdays.length === 0) rule.weekdays = workdays();
    } else if (words.take('week')) {
      rule.weeks = [];
      if (!readList(words, 'number', (week) => rule.weeks.push(week))) return false;
    } else {
      const month = words.take('monthName');
      if (!month) return true;
      rule.months.push(month.value);
    }
  } while (words.take('and') ?? words.take('the') ?? words.take('on'));
  return true;
}

/** "at 9 and 17". */
function readHours(words: Words, rule: Rule): boolean {
  while (words.take('at')) {
    rule.hours = [];
    if (!readList(words, 'number', (hour) => rule.hours.push(hour))) return false;
  }
  return true;
}

/** "on the 1st", after weekdays; rrule passes over the word behind each, whatever it is. */
function readMonthDays(words: Words, rule: Rule): boolean {
  words.take('on');
  words.take('the');
  do {
    const nth = readNth(words);
    if (nth === null) return false;
    if (nth === 0) return rule.monthDays.length === 0;
    rule.monthDays.push(nth);
    words.skip();
  } while (words.take('and'));
  return true;
}

/** The number of "2nd" or "3rd last"; 0 when none stands there, `null` when it is out of range. */
function readNth(words: Words): number | null {
  if (words.take('last')) return -1;
  if (words.take('first')) return 1;
  const nth = words.take('nth')?.value ?? 0;
  if (nth > MOST_NTH) return null;
  return nth !== 0 && words.take('last') ? -nth : nth;
}

/** "for 3 times" or "until January 1, 2026". What follows, and what else stands there, rrule passes over. */
function readEnd(words: Words, rule: Rule): boolean {
  const until = words.take('until');
  if (until) {
    // As rrule does: the engine understands many forms, and takes them in local time.
    rule.until = Date.parse(until.rest);
    return Boolean(rule.until);
  }
  if (!words.take('for')) return true;
  rule.count = words.take('number')?.value ?? null;
  return rule.count !== null;
}
