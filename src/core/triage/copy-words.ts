/** Reads the words of a task's text so that different spellings of one thing become the same word. */
import { foldNumbers, monthOf } from './copy-numbers';
import { fold, isUpper, joinWords, type RawWord, splitWords } from './copy-split';
import { ACTIONS, FORGET, NEGATIONS, PARTICLE, REASONS, STOP_WORDS, WEEKDAY } from './copy-vocabulary';

/**
 * What a word does in a task: nothing, name a thing, name an action, or tell tasks apart (`HARD`: numbers, dates,
 * tickets, single capitals). Negations turn a task around; "forget" takes that back.
 */
export type WordKind = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const STOP = 0;
const PLAIN = 1;
export const ACTION = 2;
export const HARD = 3;
const NEGATION = 4;
const FORGETTING = 5;
const REASON = 6;

/** A word that is a name as far as its capital in the middle of a sentence tells; a flag beside its id. */
export const NAME = 1;

/** The words of one text that count, each once. */
export interface TextWords {
  /** The text's `normalText`. */
  readonly key: string;
  /** In the order of the text: `id * 2`, plus `NAME`. */
  readonly words: readonly number[];
  readonly negated: boolean;
  /** The id of the first action, -1 without one. */
  readonly action: number;
}

/** Of longer texts, so many words count. */
const MOST_WORDS = 60;

const NUMBERED = /\bno\.? ?\d/;

const NUMBER_WORDS = 'two three four five six seven eight nine ten'.split(' ');

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
      [REASONS, REASON],
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

  /** Reads a text. The same text explains the same words, whatever was read before, up to their numbers. */
  read(text: string): TextWords {
    const raw = splitWords(text.normalize('NFC'));
    const words: number[] = [];
    let negated = false;
    let explains = false;
    let lead = -1;
    let opening = -1;
    let last = -1;
    let names = 0;
    const folded = /\d/.test(text) ? foldNumbers(raw) : raw;
    for (let at = 0; at < folded.length; at++) {
      const { word, first, leads } = folded[at] as RawWord;
      const code = this.codeOf(word === 'A' && !first ? 'A.' : word);
      const kind = code & 7;
      if (leads) explains = false;
      if (kind === REASON) explains = true;
      // Not in "no. 4".
      if (kind === NEGATION && !explains && !(word === 'no' && NUMBERED.test(text))) negated = true;
      if (kind === FORGETTING) negated = false;
      if (kind !== PLAIN && kind !== ACTION && kind !== HARD) continue;
      const id = code >> 3;
      if (words.length >= MOST_WORDS || words.includes(id * 2) || words.includes(id * 2 + NAME)) continue;
      // English says first what to do, German last; elsewhere it is a noun.
      const isVerb = kind === ACTION && !PARTICLE.test(folded[at + 1]?.word ?? '');
      if (isVerb && leads && lead < 0) lead = id;
      if (isVerb && words.length === 0) opening = id;
      last = isVerb ? id : -1;
      const start = word.charCodeAt(0);
      const isName = kind === PLAIN && !first && (isUpper(start) || (start > 0xbf && start < 0xdf));
      if (isName) names++;
      words.push(id * 2 + (isName ? NAME : 0));
    }
    // German, and headlines: where most words have a capital, a capital makes no name.
    const plain = names * 2 > words.length ? words.map((word) => word & ~NAME) : words;
    const action = lead >= 0 ? lead : opening >= 0 ? opening : last;
    return { key: joinWords(raw), words: plain, negated, action };
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
    if (/^(?:[B-HJ-Z]|A\.)$/.test(word)) return this.idOf(word, HARD) * 8 + HARD;
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
