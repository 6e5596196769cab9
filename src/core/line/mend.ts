/**
 * Broken characters: UTF-8 bytes that a pipeline read as Mac Roman, Windows-1252 or Latin-1, once or twice.
 * A line is mended only in memory, so that it can be read; `toSource` leads every offset back to the bytes
 * that are really there. Only whole sequences that decode to a known character count: honest text in any
 * language holds none of them.
 */
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

/** Broken sequence to true character. */
const BROKEN: ReadonlyMap<string, string> = buildTable();

/** The first units of broken sequences, as the inside of a character class. */
const FIRST_UNITS = [...BROKEN.keys()].map((broken) => escapeUnits(broken.charAt(0))).join('');
const MAY_BE_BROKEN = new RegExp(`[${FIRST_UNITS}]`);
const UNUSUAL = new RegExp(`[\\n\\r\\u2028\\u2029${FIRST_UNITS}]`);

/** Any broken sequence, the longest first. The engine makes a tree of it, where a search of ours would try each. */
const SEQUENCES = new RegExp(
  [...BROKEN.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeUnits)
    .join('|'),
  'g',
);

/**
 * Whether a line holds neither a line terminator nor a character with which a broken sequence can begin: true of
 * nearly all lines. Both are asked at once, because this is the only look at every character of every line.
 */
export function isPlainLine(line: string): boolean {
  return !UNUSUAL.test(line);
}

/** The broken sequences of a text as edits that put them right. */
export function findBroken(text: string): TextEdit[] {
  const found: TextEdit[] = [];
  if (!MAY_BE_BROKEN.test(text)) return found;
  text.replace(SEQUENCES, (broken: string, from: number) => {
    found.push({ from, to: from + broken.length, insert: BROKEN.get(broken) ?? broken });
    return broken;
  });
  return found;
}

/** The mended line, or `null` when nothing in it is broken. */
export function mendLine(line: string): MendedLine | null {
  // Where the two stop running in step, as offsets of either; the line may be as long as a file.
  const mendedAt: number[] = [0];
  const sourceAt: number[] = [0];
  let shorter = 0;
  const text = line.replace(SEQUENCES, (broken: string, from: number) => {
    const whole = BROKEN.get(broken) ?? broken;
    const to = from + broken.length;
    shorter += broken.length - whole.length;
    sourceAt.push(to);
    mendedAt.push(to - shorter);
    return whole;
  });
  if (sourceAt.length === 1) return null;
  return { text, toSource: (offset) => toSource(mendedAt, sourceAt, offset) };
}

function toSource(mendedAt: readonly number[], sourceAt: readonly number[], offset: number): number {
  let low = 0;
  let high = mendedAt.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((mendedAt[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (sourceAt[low] ?? 0) + offset - (mendedAt[low] ?? 0);
}

function buildTable(): Map<string, string> {
  const characters = [...TYPOGRAPHY];
  for (const codePoint of [...fieldSymbols(), VARIATION_SELECTOR])
    characters.push(String.fromCodePoint(codePoint));
  const table = new Map<string, string>();
  for (const character of characters) {
    for (const reader of MISREADINGS) {
      const once = misread(character, reader);
      for (const broken of [once, misread(once, reader)]) {
        // Two units are too few to be sure: "Â·" or "¬∞" can be meant.
        if (broken.length >= 3 && !table.has(broken)) table.set(broken, character);
      }
    }
  }
  return table;
}

function escapeUnits(text: string): string {
  return text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
