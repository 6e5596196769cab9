/** Dates, times and numbers of a text in one spelling each. */
import { MONTH } from './copy-vocabulary';
import { fold, type RawWord } from './copy-split';

/** Brings dates, times and numbers into one spelling. */
export function foldNumbers(words: RawWord[]): RawWord[] {
  const found: RawWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const raw = words[i] as RawWord;
    const [value, used] = readNumber(words, i);
    found.push(value === null ? raw : { ...raw, word: value });
    i += used;
  }
  return found;
}

const wordAt = (words: readonly RawWord[], at: number): string => fold((words[at]?.word ?? '').toLowerCase());

/** The number of a month by its folded name; 0 if it is none. */
export function monthOf(word: string): number {
  const match = word === '' ? null : MONTH.exec(word);
  return match ? match.findIndex((part, group) => group > 0 && part !== undefined) : 0;
}

/** The normal form of what stands at `at`, or `null`, and how many further words it takes. */
function readNumber(words: readonly RawWord[], at: number): [value: string | null, used: number] {
  const word = wordAt(words, at);
  if (!/\d/.test(word)) {
    const month = monthOf(word);
    const day = month > 0 ? /^(\d\d?)(?:st|nd|rd|th)?$/.exec(wordAt(words, at + 1)) : null;
    if (!day) return [null, 0];
    return [`${month}/${Number(day[1])}`, /^\d{4}$/.test(wordAt(words, at + 2)) ? 2 : 1];
  }
  let match = /^\d{4}-(\d\d?)-(\d\d?)/.exec(word);
  if (match) return [`${Number(match[1])}/${Number(match[2])}`, 0];
  match = /^(\d\d?)([./])(\d\d?)(?:[./]\d{2,4})?$/.exec(word);
  if (match && (match[2] === '/' || match[3]?.length === 2)) {
    const [one, two] = [Number(match[1]), Number(match[3])];
    if (two <= 12 && one <= 31) return [`${two}/${one}`, 0];
    if (one <= 12 && two <= 31) return [`${one}/${two}`, 0];
  }
  match = /^(\d\d?)(?::(\d\d))?([ap]m)?$/.exec(word);
  const next = wordAt(words, at + 1);
  const half = match?.[3] ?? (/^[ap]m$/.test(next) ? next : undefined);
  if (match && (match[2] !== undefined || half !== undefined)) {
    const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
    return [`${hour}:${match[2] ?? '00'}`, half !== undefined && match[3] === undefined ? 1 : 0];
  }
  const day = /^(\d\d?)(?:st|nd|rd|th|er)?$/.exec(word);
  if (day) {
    const between = /^(?:of|de)$/.test(next) ? 1 : 0;
    const month = monthOf(wordAt(words, at + 1 + between));
    if (month > 0) {
      const year = /^\d{4}$/.test(wordAt(words, at + 2 + between)) ? 1 : 0;
      return [`${month}/${Number(day[1])}`, 1 + between + year];
    }
    return [String(day[1]), 0];
  }
  return [
    word
      .replace(/[.,](?=\d{3}(?!\d))/g, '')
      .replace(/^v(?=\d)/, '')
      .replace(/^(\d+)k$/, '$1000'),
    0,
  ];
}
