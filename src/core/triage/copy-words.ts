/** Reads the words of a task's text so that different spellings of one thing become the same word. */
import { ACTIONS, FORGET, MONTH, NEGATIONS, STOP_WORDS, WEEKDAY } from './copy-vocabulary';

/**
 * What a word does in a task: nothing, name a thing, name an action, or tell tasks apart (`HARD`: numbers, dates,
 * tickets, single capitals). Negations turn a task around; "forget" takes that back.
 */
export type WordKind = 0 | 1 | 2 | 3 | 4 | 5;
const STOP = 0;
const PLAIN = 1;
export const ACTION = 2;
export const HARD = 3;
const NEGATION = 4;
const FORGETTING = 5;

/** A word that is a name as far as its capital in the middle of a sentence tells; a flag beside its id. */
export const NAME = 1;

/** The words of one text that count, each once. */
export interface TextWords {
  /** In the order of the text: `id * 2`, plus `NAME`. */
  readonly words: readonly number[];
  readonly negated: boolean;
  /** The id of the first action, -1 without one. */
  readonly action: number;
}

const NUMBER_WORDS = 'two three four five six seven eight nine ten'.split(' ');

/** The text in the form in which two texts count as literally the same: lower case, words and single spaces. */
export function normalText(text: string): string {
  return splitWords(text.normalize('NFC'))
    .map(({ word }) => word.toLowerCase())
    .join(' ');
}

interface RawWord {
  /** As written. */
  word: string;
  /** Whether a sentence begins with it. */
  first: boolean;
}

/** Whether a character belongs to a word, besides the joints that `splitWords` knows. */
function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b);
  }
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x3040) return code >= 0x2c00 && code < 0x2e00;
  return code < 0xd800 || (code >= 0xf900 && code < 0xfe00) || (code >= 0xff66 && code < 0xffdd);
}

const isDigit = (code: number): boolean => code > 0x2f && code < 0x3a;
const isUpper = (code: number): boolean => code > 0x40 && code < 0x5b;
/** Scripts without spaces between words. */
const isDense = (code: number): boolean => code >= 0x3040 && code < 0xac00;

/** Whether the character at `at`, between two word characters, holds them together: 10:30, 3.5, OPS-118, Anna's. */
function isJoint(text: string, code: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isWordCode(before) || !isWordCode(after)) return false;
  switch (code) {
    case 0x27:
    case 0x2019:
    case 0x2e:
      return true;
    case 0x2d:
      return isDigit(after) && (isDigit(before) || isUpper(before));
    case 0x2c:
    case 0x2f:
    case 0x3a:
      return isDigit(before) && isDigit(after);
    default:
      return false;
  }
}

function splitWords(text: string): RawWord[] {
  const found: RawWord[] = [];
  const end = text.length;
  let first = true;
  for (let at = 0; at < end;) {
    let code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      // A full stop, question mark, exclamation mark or colon ends a sentence.
      if (code === 0x2e || code === 0x3f || code === 0x21 || code === 0x3a) first = true;
      at++;
      continue;
    }
    const from = at++;
    if (isDense(code)) {
      // Two characters each, overlapping: near enough to words.
      const to = isDense(text.charCodeAt(at)) ? at + 1 : at;
      if (to > at || from === 0 || !isDense(text.charCodeAt(from - 1))) {
        found.push({ word: text.slice(from, to), first });
      }
    } else {
      while (at < end) {
        code = text.charCodeAt(at);
        if (!(isWordCode(code) && !isDense(code)) && !isJoint(text, code, at)) break;
        at++;
      }
      found.push({ word: text.slice(from, at), first });
    }
    first = false;
  }
  return found;
}

/** Without accents, so that a missing one changes nothing. */
function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/’/g, "'");
}

/** A word without its common endings; crude, but the same for all forms of most words. Expects a folded word. */
export function stem(word: string): string {
  if (/[^a-z]/.test(word)) return word;
  let rest = word.replace(/([iy])z/, '$1s');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest
      .replace(/^(.{5,}?)(?:al|ance)$/, '$1')
      .replace(/^(.{4,}?)(?:ations?|ements?|ungen|ung|ions?|ies|ate|ern|en|er|es|e|y)$/, '$1')
      .replace(/^(.{3,}?)(?:ing|ed|s)$/, '$1');
  }
  return rest.replace(/(.)\1$/, '$1');
}

/** Brings dates, times and numbers into one spelling. */
function foldNumbers(words: RawWord[]): RawWord[] {
  const found: RawWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const { word, first } = words[i] as RawWord;
    const [value, used] = readNumber(words, i);
    found.push({ word: value ?? word, first });
    i += used;
  }
  return found;
}

const wordAt = (words: readonly RawWord[], at: number): string => fold((words[at]?.word ?? '').toLowerCase());

function monthOf(word: string): number {
  const match = word === '' ? null : MONTH.exec(word);
  return match ? match.findIndex((part, group) => group > 0 && part !== undefined) : 0;
}

/** The normal form of what stands at `at`, or `null`, and how many further words it takes. */
function readNumber(words: readonly RawWord[], at: number): [value: string | null, used: number] {
  const word = wordAt(words, at);
  if (!/\d/.test(word)) {
    const month = monthOf(word);
    const day = month > 0 ? /^(\d\d?)(?:st|nd|rd|th)?$/.exec(wordAt(words, at + 1)) : null;
    if (!day) return [null, 0];
    return [`${month}/${Number(day[1])}`, /^\d{4}$/.test(wordAt(words, at + 2)) ? 2 : 1];
  }
  let match = /^\d{4}-(\d\d?)-(\d\d?)/.exec(word);
  if (match) return [`${Number(match[1])}/${Number(match[2])}`, 0];
  match = /^(\d\d?)([./])(\d\d?)(?:[./]\d{2,4})?$/.exec(word);
  if (match && (match[2] === '/' || match[3]?.length === 2)) {
    const [one, two] = [Number(match[1]), Number(match[3])];
    if (two <= 12 && one <= 31) return [`${two}/${one}`, 0];
    if (one <= 12 && two <= 31) return [`${one}/${two}`, 0];
  }
  match = /^(\d\d?)(?::(\d\d))?([ap]m)?$/.exec(word);
  const next = wordAt(words, at + 1);
  const half = match?.[3] ?? (/^[ap]m$/.test(next) ? next : undefined);
  if (match && (match[2] !== undefined || half !== undefined)) {
    const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
    return [`${hour}:${match[2] ?? '00'}`, half !== undefined && match[3] === undefined ? 1 : 0];
  }
  const day = /^(\d\d?)(?:st|nd|rd|th|er)?$/.exec(word);
  if (day) {
    const between = /^(?:of|de)$/.test(next) ? 1 : 0;
    const month = monthOf(wordAt(words, at + 1 + between));
    if (month > 0) {
      const year = /^\d{4}$/.test(wordAt(words, at + 2 + between)) ? 1 : 0;
      return [`${month}/${Number(day[1])}`, 1 + between + year];
    }
    return [String(day[1]), 0];
  }
  return [
    word
      .replace(/[.,](?=\d{3}(?!\d))/g, '')
      .replace(/^v(?=\d)/, '')
      .replace(/^(\d+)k$/, '$1000'),
    0,
  ];
}

/** The words of all texts, by number. */
export class Vocabulary {
  /** Kind and id of a word as it is written: `id * 8 + kind`. */
  private readonly written = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  /** The kind of each id. */
  readonly kinds: WordKind[] = [];

  constructor() {
    for (const [words, kind] of [
      [STOP_WORDS, STOP],
      [NEGATIONS, NEGATION],
      [FORGET, FORGETTING],
    ] as const) {
      for (const word of words.split(' ')) this.written.set(word, kind);
    }
    for (const group of ACTIONS.split('\n')) {
      const [name = '', ...others] = group.split(' ').map(stem);
      const id = this.idOf(name, ACTION);
      for (const other of others) this.ids.set(other, id);
    }
    for (const [count, word] of NUMBER_WORDS.entries()) {
      this.written.set(word, this.idOf(String(count + 2), HARD) * 8 + HARD);
    }
  }

  /** Reads a text. The same text gives the same words, whatever was read before, up to their numbers. */
  read(text: string): TextWords {
    let raw = splitWords(text);
    if (/\d/.test(text)) raw = foldNumbers(raw);
    const words: number[] = [];
    const seen = new Set<number>();
    let negated = false;
    let action = -1;
    let names = 0;
    for (const { word, first } of raw) {
      const code = this.codeOf(word);
      const kind = code & 7;
      if (kind === NEGATION) negated = true;
      if (kind === FORGETTING) negated = false;
      if (kind !== PLAIN && kind !== ACTION && kind !== HARD) continue;
      const id = code >> 3;
      if (kind === ACTION && action < 0) action = id;
      if (seen.has(id)) continue;
      seen.add(id);
      const start = word.charCodeAt(0);
      const isName = kind === PLAIN && !first && (isUpper(start) || (start > 0xbf && start < 0xdf));
      if (isName) names++;
      words.push(id * 2 + (isName ? NAME : 0));
    }
    // German, and headlines: where most words have a capital, a capital makes no name.
    const plain = names * 2 > words.length ? words.map((word) => word & ~NAME) : words;
    return { words: plain, negated, action };
  }

  private codeOf(word: string): number {
    const known = this.written.get(word);
    if (known !== undefined) return known;
    const code = this.classify(word);
    // Not a slice, which would keep the note's whole text in memory.
    this.written.set(` ${word}`.slice(1), code);
    return code;
  }

  private classify(word: string): number {
    // A single capital tells things apart (plan A, plan B), where it is no article or pronoun.
    if (/^[B-HJ-Z]$/.test(word)) return this.idOf(word, HARD) * 8 + HARD;
    let plain = fold(word.toLowerCase());
    if (/n't$/.test(plain)) return NEGATION;
    // L'offre, d'abord, qu'il; Anna's.
    plain = plain.replace(/^[a-z]{1,2}'/, '').replace(/'s?$/, '');
    if (/^[a-z]?$/.test(plain)) return STOP;
    const listed = this.written.get(plain);
    if (listed !== undefined) return listed;
    const month = plain.length > 3 ? monthOf(plain) : 0;
    if (month > 0) return this.idOf(`month ${month}`, HARD) * 8 + HARD;
    const isHard = /\d/.test(plain) || WEEKDAY.test(plain);
    const id = this.idOf(isHard ? plain : stem(plain), isHard ? HARD : PLAIN);
    return id * 8 + (this.kinds[id] ?? PLAIN);
  }

  private idOf(name: string, kind: WordKind): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.kinds.push(kind) - 1;
    this.ids.set(` ${name}`.slice(1), id);
    return id;
  }
}
