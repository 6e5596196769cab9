/** What differs between two texts, word by word. */

import { lastOf } from '../shared/collect';

/** A run of words with the spaces behind them. */
export interface DiffPart {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** Above so many pairs of words the texts are not compared word by word; an ordinary task has some hundreds. */
const MOST_PAIRS = 250_000;

/**
 * The words of `b` as they come from `a`: `removed` stands in `a` only, `added` in `b` only. Case and punctuation at
 * the ends of words make no difference. The parts of kind `same` and `added` together are `b`, up to spaces.
 */
export function wordDiff(a: string, b: string): DiffPart[] {
  const [before, after] = [wordsOf(a), wordsOf(b)];
  const [one, two] = [before.map(plain), after.map(plain)];
  const width = two.length + 1;
  const isShort = one.length * two.length <= MOST_PAIRS;
  // How many words the rests of both texts have in common, from each pair of places on.
  const common = new Uint16Array(isShort ? (one.length + 1) * width : 0);
  for (let i = isShort ? one.length - 1 : -1; i >= 0; i--) {
    for (let j = two.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const [right, down] = [common[at + 1] ?? 0, common[at + width] ?? 0];
      common[at] = one[i] === two[j] ? (common[at + width + 1] ?? 0) + 1 : Math.max(right, down);
    }
  }
  const parts: { text: string; kind: DiffPart['kind'] }[] = [];
  const push = (text: string, kind: DiffPart['kind']): void => {
    const last = lastOf(parts);
    if (last?.kind === kind) last.text += text;
    else parts.push({ text, kind });
  };
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const at = i * width + j;
    if (one[i] === two[j]) {
      push(after[j] as string, 'same');
      i++;
      j++;
    } else if (
      i < before.length &&
      (j === after.length || (common[at + width] ?? 0) >= (common[at + 1] ?? 0))
    ) {
      push(before[i++] as string, 'removed');
    } else push(after[j++] as string, 'added');
  }
  return parts;
}

function wordsOf(text: string): string[] {
  return text.trim().match(/\S+\s*/g) ?? [];
}

function plain(word: string): string {
  const trimmed = word.trim().toLowerCase();
  return trimmed.replace(/^[("'“„«*_`[]+|[)"'”“»*_`\],.;:!?]+$/g, '') || trimmed;
}
