/** What two texts say with initials, and what they say of each other's words in another order. */
import type { Reader, TextWords } from './copy-words';

/** The ids of initials that one text has, and of the words that they stand for in another; none without these. */
export function spelledOut({ acronyms }: TextWords, key: string, read: Reader['read']): number[] {
  return acronyms.flatMap(([letters, id]) => {
    const part = new RegExp(`\\b${[...letters].join('\\S* ')}\\S*`).exec(key)?.[0];
    return part ? [id, ...read(part).words.map((word) => word >> 2)] : [];
  });
}

const LINKING = /^(?:and|or|with|und|oder|mit|et|y|con|avec)$/;

/** Whether two words of one text have changed places in the other: ask Ana to call Bo, ask Bo to call Ana. */
export function isSwapped(key: string, other: string): boolean {
  if (!/ (?:to|from|that) /.test(key)) return false;
  const [words, others] = [wordsOf(key), wordsOf(other)];
  return words.some((word, at) => {
    const [before, otherBefore] = [words[at - 1], others[others.indexOf(word) - 1]];
    if (
      !before ||
      !otherBefore ||
      before === otherBefore ||
      LINKING.test(before) ||
      LINKING.test(otherBefore)
    )
      return false;
    const [from, to] = [others.indexOf(before), words.indexOf(otherBefore)];
    const instead = others[from + 1];
    return from >= 0 && to >= 0 && !!instead && instead !== word && instead === words[to + 1];
  });
}

function wordsOf(key: string): string[] {
  return key.split(' ').filter((word) => !/^(?:the|an?)$/.test(word));
}
