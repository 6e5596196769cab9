/**
 * How much two texts say the same, from their words. The numbers below were chosen on the first part of the
 * yardstick (docs/copies.md).
 */
import { ACTION, HARD, NAME, type TextWords } from './copy-words';

/** The numbers that decide. Shares of weight, and factors. */
export const LIMITS = {
  /** From this on two texts say the same. */
  same: 0.5,
  /** What owner, due day or people in common take off `same`, together. */
  evidence: 0.06,
  /** Below this no two texts of a group may be, besides the one in its middle. */
  together: 0.3,
  /** How much the smaller and the larger of the two remainders count. */
  both: 1.2,
  more: 0.4,
  /** For each place where one word stands instead of another, and for such a place with names. */
  replaced: 0.6,
  renamed: 0.4,
  /** The weight of an action, and of a word that tells tasks apart, beside others as rare. */
  action: 0.5,
  hard: 1,
};

// What a run of words holds.
const NOTHING = 0;
const CONTENT = 1;
const HARDS = 2;
const NAMES = 4;

/** A text with what it weighs. */
export interface CopyText extends TextWords {
  /** The sum of the weights of its words. */
  weight: number;
}

/** What is known of words. */
export interface WordWeights {
  weightOf(id: number): number;
  kindOf(id: number): number;
}

/** The least share of its own weight that the lighter, and the heavier, of two texts that say the same have in common. */
export function leastShares(): { lighter: number; heavier: number } {
  const rest = 1 / (LIMITS.same - LIMITS.evidence) - 1;
  return { lighter: 1 / (1 + rest / (LIMITS.both + LIMITS.more)), heavier: 1 / (1 + rest / LIMITS.more) };
}

/** Compares one text with many. Both directions give the same number, to the last bit. */
export class Comparer {
  /** Where in the focused text a word stands; -1 or nothing where it does not. */
  private readonly places: number[] = [];
  private text: CopyText | null = null;

  constructor(private readonly known: WordWeights) {}

  /** Sets the text that others are compared with. */
  focus(text: CopyText): void {
    for (const word of this.text?.words ?? []) this.places[word >> 1] = -1;
    this.text = text;
    for (let i = 0; i < text.words.length; i++) this.places[(text.words[i] as number) >> 1] = i;
  }

  /** From 0 (different tasks) to 1 (the same words). */
  score(other: CopyText): number {
    const { text } = this;
    if (!text || text.negated !== other.negated) return 0;
    let shared = 0;
    let content = 0;
    for (const word of other.words) {
      if (this.placeOf(word) < 0) continue;
      const weight = this.known.weightOf(word >> 1);
      shared += weight;
      if (this.known.kindOf(word >> 1) !== ACTION) content += weight;
    }
    const [a, b] = [text.weight - shared, other.weight - shared];
    if (a + b === 0) return shared > 0 ? 1 : 0;
    if (content === 0) return 0;
    const score = shared / (shared + LIMITS.both * Math.min(a, b) + LIMITS.more * Math.max(a, b));
    if (score < LIMITS.together || this.actsOtherwise(text, other)) return 0;
    return score * this.replacements(text, other);
  }

  private placeOf(word: number): number {
    return this.places[word >> 1] ?? -1;
  }

  /** Whether both say what to do, and neither says what the other does. */
  private actsOtherwise(text: CopyText, other: CopyText): boolean {
    if (text.action < 0 || other.action < 0 || text.action === other.action) return false;
    return this.placeOf(other.action * 2) < 0 && !other.words.some((word) => word >> 1 === text.action);
  }

  /** The factor for words that stand in the place of others; 0 where both texts have hard words of their own. */
  private replacements(text: CopyText, other: CopyText): number {
    const found = other.words.map((word) => this.placeOf(word));
    const matched = new Uint8Array(text.words.length);
    for (const place of found) if (place >= 0) matched[place] = 1;
    const ours = this.look(text.words, 0, matched.length, matched);
    let theirs = NOTHING;
    let replaced = 0;
    let renamed = 0;
    for (let from = 0; from < found.length; from++) {
      if ((found[from] as number) >= 0) continue;
      // A run of words that only the other text has, and our runs behind the same word or in front of the same one.
      let to = from + 1;
      while (to < found.length && (found[to] as number) < 0) to++;
      const run = this.look(other.words, from, to);
      theirs |= run;
      const start = from === 0 ? 0 : (found[from - 1] as number) + 1;
      let end = start;
      while (end < matched.length && !matched[end]) end++;
      const back = to === found.length ? matched.length : (found[to] as number);
      let front = back;
      while (front > 0 && !matched[front - 1]) front--;
      // An unknown verb in the place of another one may well mean the same.
      const isVerb = from === 0 && to === 1 && start === 0 && end === 1;
      for (const [ownFrom, ownTo] of front === start
        ? [[start, end] as const]
        : [[start, end] as const, [front, back] as const]) {
        if (ownFrom >= ownTo || (isVerb && ownFrom === 0)) continue;
        const own = this.look(text.words, ownFrom, ownTo);
        if (!(own & run & CONTENT)) continue;
        if (own & run & NAMES) renamed++;
        else replaced++;
      }
      from = to;
    }
    const both = ours & theirs;
    if (both & HARDS) return 0;
    if (both & NAMES && renamed === 0) renamed = 1;
    return LIMITS.replaced ** replaced * LIMITS.renamed ** renamed;
  }

  /** What kinds of words there are from `from` to `to`, besides those that are `matched`. */
  private look(words: readonly number[], from: number, to: number, matched?: Uint8Array): number {
    let kinds = NOTHING;
    for (let i = from; i < to; i++) {
      if (matched?.[i]) continue;
      const word = words[i] as number;
      const kind = this.known.kindOf(word >> 1);
      kinds |= kind === HARD ? HARDS : kind === ACTION ? NOTHING : CONTENT;
      if (word & NAME) kinds |= NAMES;
    }
    return kinds;
  }
}
