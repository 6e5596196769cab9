/**
 * How much two texts say the same, from their words. The numbers below were chosen on the first part of the
 * yardstick (docs/copies.md).
 */
import { ACTION, ADVERSE, HARD, LIGHT, NAME, type TextWords } from './copy-words';

/** The numbers that decide: shares of weight, and factors. */
export interface Limits {
  /** From this score on two texts say the same. */
  readonly same: number;
  /** Two texts of a group have at least this score, if they are linked by a third one only. */
  readonly together: number;
  /** How much the smaller and the larger of the two remainders count. */
  readonly both: number;
  readonly more: number;
  /** The factors for a word or two instead of others, for longer parts, and for names. */
  readonly replaced: number;
  readonly rewritten: number;
  readonly renamed: number;
  /** The factors for an unknown verb instead of a known one, and instead of another unknown one. */
  readonly verb: number;
  readonly verbs: number;
  /** The factor for words of their own in both texts, in different places. */
  readonly apart: number;
  /** How much an action weighs beside other words as rare. */
  readonly action: number;
}

/** What is used. */
export const LIMITS: Limits = {
  same: 0.6,
  together: 0.3,
  both: 2.2,
  more: 0.3,
  replaced: 0.4,
  rewritten: 0.7,
  renamed: 0.4,
  verb: 0.8,
  verbs: 0.7,
  apart: 0.8,
  action: 0.4,
};

/** What is known of words, by id. */
export interface WordFacts {
  readonly kinds: readonly number[];
  readonly weights: readonly number[];
}

/** What a word of a text weighs. Whole numbers, so that sums do not depend on the order. */
export function weightOf(word: number, weights: readonly number[]): number {
  const weight = weights[word >> 2] as number;
  return word & LIGHT ? weight >> 1 : weight;
}

/** The least share of its own weight that the one, and the other, of two texts that say the same have in common. */
export function leastShares({ same, both, more }: Limits): [number, number] {
  const rest = 1 / same - 1;
  return [1 / (1 + rest / (both + more)), 1 / (1 + rest / more)];
}

/** A text with what it weighs. */
export interface WeighedText extends TextWords {
  /** The sum of the weights of its words. */
  weight: number;
}

/** A run of words that the other text does not have. */
interface Run {
  /** The words around it that both have; -1 and -2 at the ends of the text. */
  readonly before: number;
  behind: number;
  length: number;
  kinds: number;
}

// What a run of words holds: a name, something else than the action, something that tells tasks apart.
const CONTENT = 2;
const HARDS = 4;

/** A function that compares a text with others. It compares one with many faster than many with many. */
export function comparer(
  facts: WordFacts,
  limits: Limits,
): (text: WeighedText, other: WeighedText, least: number) => number {
  /** Where in the text a word stands, counted from 1; 0 where it does not. By id. */
  let places = new Int32Array(64);
  let focus: WeighedText | null = null;

  const runs = ({ words, action }: TextWords, isShared: (id: number) => boolean): Run[] => {
    const found: Run[] = [];
    let before = -1;
    let run: Run | null = null;
    for (const word of words) {
      const id = word >> 2;
      if (isShared(id)) {
        if (run) run.behind = id;
        run = null;
        before = id;
        continue;
      }
      if (!run) found.push((run = { before, behind: -2, length: 0, kinds: 0 }));
      run.length++;
      run.kinds |= (word & NAME) | (facts.kinds[id] === HARD ? HARDS : id === action ? 0 : CONTENT);
    }
    return found;
  };

  const isAction = (id: number): boolean => facts.kinds[id] === ACTION || facts.kinds[id] === ADVERSE;

  /** The factor for actions, where neither text names anywhere what the other says is to do. */
  const actions = (a: TextWords, b: TextWords): number => {
    const isOwn = ({ action }: TextWords, { words }: TextWords): boolean =>
      action >= 0 && !words.some((word) => word >> 2 === action);
    const [isOurs, isTheirs] = [isOwn(a, b), isOwn(b, a)];
    if (isOurs && facts.kinds[a.action] === ADVERSE) return 0;
    if (isTheirs && facts.kinds[b.action] === ADVERSE) return 0;
    if (!isOurs || !isTheirs) return 1;
    const known = Number(isAction(a.action)) + Number(isAction(b.action));
    return known === 2 ? 0 : known === 1 ? limits.verb : limits.verbs;
  };

  /** The factor for words that stand in the place of others; 0 where both texts have hard words of their own. */
  const replacements = (text: TextWords, other: TextWords): number => {
    const ids = new Set(other.words.map((word) => word >> 2));
    const ours = runs(text, (id) => ids.has(id));
    const theirs = runs(other, (id) => (places[id] as number) > 0);
    const all = (list: Run[]): number => list.reduce((kinds, run) => kinds | run.kinds, 0);
    const both = all(ours) & all(theirs);
    if (both & HARDS) return 0;
    let factor = 1;
    let isRenamed = !(both & NAME);
    for (const own of ours) {
      for (const run of theirs) {
        if (own.before !== run.before && own.behind !== run.behind) continue;
        if (own.kinds & run.kinds & NAME) {
          factor *= limits.renamed;
          isRenamed = true;
        } else if (own.kinds & run.kinds & CONTENT) {
          factor *= Math.max(own.length, run.length) > 2 ? limits.rewritten : limits.replaced;
        }
      }
    }
    if (!isRenamed) return factor * limits.renamed;
    return both & CONTENT && factor === 1 ? limits.apart : factor;
  };

  /** From 0 (different tasks) to 1 (the same words). What is below `least` may come out as 0. */
  return (text, other, least) => {
    if (text.negated !== other.negated) return 0;
    if (focus !== text) {
      for (const word of focus?.words ?? []) places[word >> 2] = 0;
      focus = text;
      if (facts.kinds.length > places.length) places = new Int32Array(facts.kinds.length * 2);
      for (let at = 0; at < text.words.length; at++) places[(text.words[at] as number) >> 2] = at + 1;
    }
    const { words } = text;
    let [ours, theirs, hasContent] = [0, 0, false];
    for (const word of other.words) {
      const place = places[word >> 2];
      if (!place) continue;
      ours += weightOf(words[place - 1] as number, facts.weights);
      theirs += weightOf(word, facts.weights);
      hasContent ||= !isAction(word >> 2);
    }
    const shared = Math.min(ours, theirs);
    const rest = text.weight - ours;
    const otherRest = other.weight - theirs;
    if (rest + otherRest === 0) return shared > 0 ? 1 : 0;
    const score =
      shared / (shared + limits.both * Math.min(rest, otherRest) + limits.more * Math.max(rest, otherRest));
    if (!hasContent || score < least) return 0;
    const factor = actions(text, other);
    return factor && factor * score * replacements(text, other);
  };
}
