/**
 * Broken characters: UTF-8 bytes that a pipeline read as Mac Roman, Windows-1252 or Latin-1, once or twice.
 * A line is mended only in memory, so that it can be read; `toSource` leads every offset back to the bytes
 * that are really there. Only whole sequences that decode to a known character count: honest text in any
 * language holds none of them.
 */
import { countBefore } from '../shared/collect';
import type { TextEdit } from '../text/text-edit';
import { MISREADINGS, misread } from './encodings';
import { fieldSymbols, VARIATION_SELECTOR } from './format';

/** A line with its broken characters put right, and the way back to the line as it is. */
export interface MendedLine {
  readonly text: string;
  /** The offset in the original line of an offset in `text` (0 to `text.length`). */
  toSource(offset: number): number;
}

/** Dashes, quotes, arrows and the like, which come with such text. */
const TYPOGRAPHY = '–—‘’‚“”„…•→←↔⇒€™';

/** The broken sequences as a tree of their units. */
interface Branch {
  readonly next: Map<number, Branch>;
  /** The true character of the sequence that ends here, if one does. */
  whole: string | null;
}

/** What is looked for. Made for the first line that is read, because it would be half of loading the plugin. */
let known: { readonly root: Branch; readonly mayBeBroken: RegExp; readonly unusual: RegExp } | null = null;

function sequences() {
  if (known) return known;
  const root = buildTree();
  // The first units of broken sequences, as the inside of a character class.
  const units = [...root.next.keys()].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  const unusual = new RegExp(`[\\n\\r\\u2028\\u2029${units}]`);
  return (known = { root, mayBeBroken: new RegExp(`[${units}]`), unusual });
}

/**
 * Whether a line holds neither a line terminator nor a character with which a broken sequence can begin: true of
 * nearly all lines. Both are asked at once, because this is the only look at every character of every line.
 */
export function isPlainLine(line: string): boolean {
  return !sequences().unusual.test(line);
}

/** The broken sequences of a text as edits that put them right. */
export function findBroken(text: string): TextEdit[] {
  const found: TextEdit[] = [];
  eachBroken(text, (from, to, insert) => found.push({ from, to, insert }));
  return found;
}

/** The mended line, or `null` when nothing in it is broken. */
export function mendLine(line: string): MendedLine | null {
  // Where the two stop running in step, as offsets of either; the line may be as long as a file.
  const mendedAt: number[] = [0];
  const sourceAt: number[] = [0];
  let text = '';
  let at = 0;
  eachBroken(line, (from, to, whole) => {
    // A slice of nothing would cost as much as any.
    text += from > at ? line.slice(at, from) + whole : whole;
    at = to;
    mendedAt.push(text.length);
    sourceAt.push(to);
  });
  if (at === 0) return null;
  return { text: text + line.slice(at), toSource: (offset) => toSource(mendedAt, sourceAt, offset) };
}

/** Calls `take` for the longest broken sequence at each place, left to right. */
function eachBroken(text: string, take: (from: number, to: number, whole: string) => void): void {
  const { root, mayBeBroken } = sequences();
  let at = text.search(mayBeBroken);
  while (at >= 0 && at < text.length) {
    let branch = root.next.get(text.charCodeAt(at));
    let whole: string | null = null;
    let to = at + 1;
    for (let next = to; branch; next++) {
      if (branch.whole !== null) {
        whole = branch.whole;
        to = next;
      }
      branch = branch.next.get(text.charCodeAt(next));
    }
    if (whole !== null) take(at, to, whole);
    at = to;
  }
}

function toSource(mendedAt: readonly number[], sourceAt: readonly number[], offset: number): number {
  const last = countBefore(mendedAt.length, (at) => (mendedAt[at] ?? 0) <= offset) - 1;
  return (sourceAt[last] ?? 0) + offset - (mendedAt[last] ?? 0);
}

function buildTree(): Branch {
  const symbols = [...fieldSymbols(), VARIATION_SELECTOR].map((codePoint) => String.fromCodePoint(codePoint));
  const root: Branch = { next: new Map(), whole: null };
  for (const character of [...TYPOGRAPHY, ...symbols]) {
    for (const reader of MISREADINGS) {
      const once = misread(character, reader);
      for (const broken of [once, misread(once, reader)]) {
        // Two units are too few to be sure: "Â·" or "¬∞" can be meant.
        if (broken.length >= 3) branchOf(root, broken).whole ??= character;
      }
    }
  }
  return root;
}

function branchOf(root: Branch, sequence: string): Branch {
  let branch = root;
  for (let at = 0; at < sequence.length; at++) {
    const unit = sequence.charCodeAt(at);
    const known = branch.next.get(unit) ?? { next: new Map<number, Branch>(), whole: null };
    branch.next.set(unit, known);
    branch = known;
  }
  return branch;
}
