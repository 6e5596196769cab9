/**
 * How much two texts say the same, from their words. The numbers below were chosen on the first part of the
 * yardstick (docs/copies.md).
 */
import { ACTION, HARD, NAME, type TextWords } from './copy-words';

/** The numbers that decide: shares of weight, and factors. */
export interface Limits {
  /** From this score on two texts say the same. */
  readonly same: number;
  /** What owner, due day or people in common take off `same`, together. */
  readonly evidence: number;
  /** Two texts of a group have at least this score, if they are linked by a third one only. */
  readonly together: number;
  /** How much the smaller and the larger of the two remainders count. */
  readonly both: number;
  readonly more: number;
  /** The factors for a word or two instead of others, for longer parts, names, and a first word instead of another. */
  readonly replaced: number;
  readonly rewritten: number;
  readonly renamed: number;
  readonly verb: number;
  /** The factor for words of their own in both texts, in different places. */
  readonly apart: number;
  /** How much an action, and a word that tells tasks apart, weigh beside others as rare. */
  readonly action: number;
  readonly hard: number;
}

/** What is used. */
export const LIMITS: Limits = {
  same: 0.6,
  evidence: 0.06,
  together: 0.3,
  both: 2.2,
  more: 0.3,
  replaced: 0.4,
  rewritten: 0.7,
  renamed: 0.4,
  verb: 0.8,
  apart: 0.8,
  action: 0.4,
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
export function leastShares({ same, evidence, both, more }: Limits): { lighter: number; heavier: number } {
  const rest = 1 / (same - evidence) - 1;
  return { lighter: 1 / (1 + rest / (both + more)), heavier: 1 / (1 + rest / more) };
}

/** Compares one text with many. Both directions give the same number, to the last bit. */
export class Comparer {
  /** Where in the focused text a word stands; -1 where it does not. */
  private places = new Int32Array(0);
  private text: CopyText | null = null;

  constructor(
    private readonly known: WordWeights,
    private readonly limits: Limits,
  ) {}

  /** Sets the text that others are compared with. */
  focus(text: CopyText): void {
    for (const word of this.text?.words ?? []) this.places[word >> 1] = -1;
    this.text = text;
    for (let i = 0; i < text.words.length; i++) {
      const id = (text.words[i] as number) >> 1;
      if (id >= this.places.length) {
        const longer = new Int32Array(id * 2 + 64).fill(-1);
        longer.set(this.places);
        this.places = longer;
      }
      this.places[id] = i;
    }
  }

  /** From 0 (different tasks) to 1 (the same words). What is below `least` may come out as 0. */
  score(other: CopyText, least: number): number {
    const { text, limits } = this;
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
    const score = shared / (shared + limits.both * Math.min(a, b) + limits.more * Math.max(a, b));
    if (content === 0 || score < least || this.actsOtherwise(text, other)) return 0;
    return score * this.replacements(text, other);
  }

  private placeOf(word: number): number {
    return this.places[word >> 1] ?? -1;
  }

  /** Whether both say what to do, and neither says anywhere what the other does. */
  private actsOtherwise(text: CopyText, other: CopyText): boolean {
    return text.action >= 0 && other.action >= 0 && !acts(text, other.action) && !acts(other, text.action);
  }

  /** The factor for words that stand in the place of others; 0 where both texts have hard words of their own. */
  private replacements(text: CopyText, other: CopyText): number {
    const found = other.words.map((word) => this.placeOf(word));
    const matched = new Uint8Array(text.words.length);
    for (const place of found) if (place >= 0) matched[place] = 1;
    const ours = this.look(text, 0, matched.length, matched);
    let theirs = NOTHING;
    let replaced = 0;
    let rewritten = 0;
    let verbs = 0;
    let renamed = 0;
    for (let from = 0; from < found.length; from++) {
      if ((found[from] as number) >= 0) continue;
      // A run of words that only the other text has, and our runs behind the same word or in front of the same one.
      let to = from + 1;
      while (to < found.length && (found[to] as number) < 0) to++;
      const run = this.look(other, from, to);
      theirs |= run;
      const start = from === 0 ? 0 : (found[from - 1] as number) + 1;
      let end = start;
      while (end < matched.length && !matched[end]) end++;
      const back = to === found.length ? matched.length : (found[to] as number);
      let front = back;
      while (front > 0 && !matched[front - 1]) front--;
      // An unknown verb in the place of another one may well mean the same.
      const isVerb = from === 0 && to === 1 && start === 0 && end === 1;
      if (isVerb) verbs = 1;
      for (const [ownFrom, ownTo] of front === start
        ? [[start, end] as const]
        : [[start, end] as const, [front, back] as const]) {
        if (ownFrom >= ownTo || (isVerb && ownFrom === 0)) continue;
        const own = this.look(text, ownFrom, ownTo);
        if (!(own & run & CONTENT)) continue;
        if (own & run & NAMES) renamed++;
        else if (Math.max(ownTo - ownFrom, to - from) > 2) rewritten++;
        else replaced++;
      }
      from = to;
    }
    const both = ours & theirs;
    if (both & HARDS) return 0;
    if (both & NAMES && renamed === 0) renamed = 1;
    const apart = both & CONTENT && replaced + renamed + rewritten + verbs === 0 ? 1 : 0;
    const { limits } = this;
    const factor = limits.replaced ** replaced * limits.renamed ** renamed * limits.rewritten ** rewritten;
    return factor * limits.verb ** verbs * limits.apart ** apart;
  }

  /** What kinds of words there are from `from` to `to`, besides those that are `matched` and the action. */
  private look({ words, action }: CopyText, from: number, to: number, matched?: Uint8Array): number {
    let kinds = NOTHING;
    for (let i = from; i < to; i++) {
      if (matched?.[i]) continue;
      const word = words[i] as number;
      const id = word >> 1;
      kinds |= this.known.kindOf(id) === HARD ? HARDS : id === action ? NOTHING : CONTENT;
      if (word & NAME) kinds |= NAMES;
    }
    return kinds;
  }
}

/** Whether a text names an action. */
function acts({ words }: CopyText, id: number): boolean {
  return words.some((word) => word >> 1 === id);
}
