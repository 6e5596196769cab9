/**
 * How much two texts say the same, from their words. The numbers below were chosen on the first part of the
 * yardstick (docs/copies.md).
 */
import { isSwapped, spelledOut } from './copy-spellings';
import { ADVERSE, HARD, isAction, LIGHT, NAME, NONE, type Reader, type TextWords } from './copy-words';

/** The numbers that decide: shares of weight, and factors. */
export interface Limits {
  /** From this score on two texts say the same. */
  readonly same: number;
  /** Two texts of a group have at least this score, if they are linked by a third one only. */
  readonly together: number;
  /** How much the smaller and the larger of the two remainders count. */
  readonly both: number;
  readonly more: number;
  /** The factors for words, and for names, that each of the texts has and the other has not. */
  readonly apart: number;
  readonly renamed: number;
  /** The factors for an unknown verb instead of a known one, and instead of another unknown one. */
  readonly verb: number;
  readonly verbs: number;
}

/** What is used. */
export const LIMITS: Limits = {
  same: 0.6,
  together: 0.3,
  both: 2.2,
  more: 0.2,
  apart: 0.6,
  renamed: 0.4,
  verb: 0.8,
  verbs: 0.6,
};

/** A text with what it weighs. */
export interface WeighedText extends TextWords {
  /** The sum of the weights of its words. */
  weight: number;
}

/** What is known of words, by id. */
export interface WordFacts extends Reader {
  readonly weights: readonly number[];
}

/** What a word of a text weighs. Whole numbers, so that sums do not depend on the order. */
export function weightOf(word: number, weights: readonly number[]): number {
  const weight = weights[word >> 2] as number;
  return word & LIGHT ? (weight * 3) >> 3 : weight;
}

/** The score of two texts that share so much and have these remainders, before anything is held against them. */
export function scoreOf(shared: number, rest: number, otherRest: number, { both, more }: Limits): number {
  const less = both * Math.min(rest, otherRest) + more * Math.max(rest, otherRest);
  return shared / (shared + less);
}

/** The least share of its own weight that the one, and the other, of two texts that say the same have in common. */
export function leastShares({ same, both, more }: Limits): [number, number] {
  const rest = 1 / same - 1;
  return [1 / (1 + rest / (both + more)), 1 / (1 + rest / more)];
}

// What a text has of its own, besides `NAME`: something that is no action, something that tells tasks apart.
const CONTENT = 2;
const HARDS = 4;

/** A function that compares two texts; one with many faster than many with many. */
export function comparer(
  { kinds, weights, read }: WordFacts,
  limits: Limits,
): (text: WeighedText, other: WeighedText, least: number) => number {
  let focus: WeighedText | null = null;
  /** The words of `focus` by id, plus 1; else 0. */
  const places: number[] = [];

  /** Ids of words that the other text has too, as other words. */
  let alike: readonly number[] = NONE;

  const has = ({ words }: TextWords, id: number): boolean =>
    words.some((word) => word >> 2 === id) || alike.includes(id);

  const own = (text: TextWords, other: TextWords): number => {
    let found = 0;
    for (const word of text.words) {
      const id = word >> 2;
      if (has(other, id)) continue;
      found |= (word & NAME) | (kinds[id] === HARD ? HARDS : id === text.action ? 0 : CONTENT);
    }
    return found;
  };

  /** The factor for actions, where neither text names anywhere what the other says is to do. */
  const actions = (a: TextWords, b: TextWords): number => {
    const isOurs = a.action >= 0 && !has(b, a.action);
    const isTheirs = b.action >= 0 && !has(a, b.action);
    const [kind, other] = [kinds[a.action], kinds[b.action]];
    if ((isOurs && kind === ADVERSE) || (isTheirs && other === ADVERSE)) return 0;
    if (!isOurs || !isTheirs) return 1;
    if (isAction(kind)) return isAction(other) ? 0 : limits.verb;
    return isAction(other) ? limits.verb : limits.verbs;
  };

  /** What one of the texts says with initials, and two verbs with a meaning in common. */
  const alikeIn = (text: TextWords, other: TextWords): readonly number[] => [
    ...spelledOut(text, other, read),
    ...spelledOut(other, text, read),
    ...(text.meanings.some((group) => other.meanings.includes(group)) ? [text.action, other.action] : []),
  ];

  const alikeWeight = ({ words }: TextWords): number =>
    words.reduce((sum, word) => (alike.includes(word >> 2) ? sum + weightOf(word, weights) : sum), 0);

  /** From 0 (different tasks) to 1 (the same words). What is below `least` may come out as 0. */
  return (text, other, least) => {
    if (text.negated !== other.negated) return 0;
    // One word of content says too little; texts with all words the same are one text anyway.
    if (text.words.length < 2 || other.words.length < 2) return 0;
    if (focus !== text) {
      for (const word of focus?.words ?? []) places[word >> 2] = 0;
      while (places.length < kinds.length) places.push(0);
      for (const word of text.words) places[word >> 2] = word + 1;
      focus = text;
    }
    alike = NONE;
    if (text.isVague || other.isVague)
      alike = alikeIn(text, other).filter((id) => has(text, id) !== has(other, id));
    let count = alike.length;
    let [ours, theirs] = count > 0 ? [alikeWeight(text), alikeWeight(other)] : [0, 0];
    for (const word of other.words) {
      const place = places[word >> 2];
      if (!place) continue;
      ours += weightOf(place - 1, weights);
      theirs += weightOf(word, weights);
      if (!((place - 1) & word & LIGHT)) count++;
    }
    const shared = Math.min(ours, theirs);
    const [rest, otherRest] = [text.weight - ours, other.weight - theirs];
    if (rest + otherRest === 0) return Number(shared > 0 && !isSwapped(text, other));
    const score = count > 0 ? scoreOf(shared, rest, otherRest, limits) : 0;
    if (score < least) return 0;
    const both = own(text, other) & own(other, text);
    if (both & HARDS) return 0;
    const factor = (both & NAME ? limits.renamed : 1) * (both & CONTENT ? limits.apart : 1);
    const found = score * factor * actions(text, other);
    return found >= least && isSwapped(text, other) ? 0 : found;
  };
}
