/** What two texts say with initials, and what they say of each other's words in another order. */
import type { Reader, TextWords } from './copy-words';

/** The ids of initials that one text has, and of the words that they stand for in another; none without these. */
export function spelledOut({ acronyms }: TextWords, { key }: TextWords, read: Reader['read']): number[] {
  return acronyms.flatMap(([pattern, id]) => {
    const part = pattern.exec(key);
    return part ? [id, ...read(part[0]).words.map((word) => word >> 2)] : [];
  });
}

const JOINS = / (?:to|from|that) /;

/** Whether two words of one text have changed places in the other: ask Ana to call Bo, ask Bo to call Ana. */
export function isSwapped({ key }: TextWords, other: TextWords): boolean {
  if (!JOINS.test(key) && !JOINS.test(other.key)) return false;
  const [words, others] = [wordsOf(key), wordsOf(other.key)];
  return words.some((word, at) => {
    const instead = after(others, words[at - 1]);
    return instead && instead !== word && instead === after(words, others[others.indexOf(word) - 1]);
  });
}

/**
 * The words, behind an empty one; each once, so that it makes no difference which of two texts comes first. What joins
 * two words that may as well change places does not count.
 */
function wordsOf(key: string): string[] {
  return [...new Set(['', ...key.split(' ').filter((word) => !/^(?:the|an?|and|or|with)$/.test(word))])];
}

/** The word behind another; empty if that is not there. */
function after(words: readonly string[], word = '-'): string | undefined {
  return words[words.indexOf(word) + 1];
}
