/** Splits a text into words. Character codes, because every task of the vault comes through here. */

/** A word where it stands. */
export interface RawWord {
  /** As written. */
  word: string;
  /** Whether a sentence begins with it; and whether a sentence or a part behind a comma does. */
  first: boolean;
  leads: boolean;
}

/** Whether a character belongs to a word, besides the joints that `splitWords` knows. */
function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b);
  }
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x3040) return code >= 0x2c00 && code < 0x2e00;
  return code < 0xd800 || (code >= 0xf900 && code < 0xfe00) || (code >= 0xff66 && code < 0xffdd);
}

const isDigit = (code: number): boolean => code > 0x2f && code < 0x3a;
/** Whether a character is a capital from A to Z. */
export const isUpper = (code: number): boolean => code > 0x40 && code < 0x5b;
/** Scripts without spaces between words. */
const isDense = (code: number): boolean => code >= 0x3040 && code < 0xac00;

/** Whether the character at `at`, between two word characters, holds them together: 10:30, 3.5, OPS-118, Anna's. */
function isJoint(text: string, code: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isWordCode(before) || !isWordCode(after)) return false;
  switch (code) {
    case 0x27:
    case 0x2019:
    case 0x2e:
      return true;
    case 0x2d:
      return isDigit(after) && (isDigit(before) || isUpper(before));
    case 0x2c:
    case 0x2f:
    case 0x3a:
      return isDigit(before) && isDigit(after);
    default:
      return false;
  }
}

/** The words of a text, without the punctuation between them. */
export function splitWords(text: string): RawWord[] {
  const found: RawWord[] = [];
  const end = text.length;
  let first = true;
  let leads = true;
  for (let at = 0; at < end;) {
    let code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      // A full stop, question mark, exclamation mark or colon ends a sentence.
      if (code === 0x2e || code === 0x3f || code === 0x21 || code === 0x3a) first = true;
      if (first || code === 0x2c) leads = true;
      at++;
      continue;
    }
    const from = at++;
    if (isDense(code)) {
      // Two characters each, overlapping: near enough to words.
      const to = isDense(text.charCodeAt(at)) ? at + 1 : at;
      if (to > at || from === 0 || !isDense(text.charCodeAt(from - 1))) {
        found.push({ word: text.slice(from, to), first, leads });
      }
    } else {
      while (at < end) {
        code = text.charCodeAt(at);
        if (!(isWordCode(code) && !isDense(code)) && !isJoint(text, code, at)) break;
        at++;
      }
      found.push({ word: text.slice(from, at), first, leads });
    }
    first = false;
    leads = false;
  }
  return found;
}

/** The text in the form in which two texts count as literally the same: lower case, words and single spaces. */
export function normalText(text: string): string {
  return joinWords(splitWords(text.normalize('NFC')));
}

/** The normal form of a text by its words. */
export function joinWords(words: readonly RawWord[]): string {
  let joined = '';
  for (const { word } of words) joined += joined === '' ? word : ` ${word}`;
  return joined.toLowerCase();
}

/** Without accents, so that a missing one changes nothing. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/’/g, "'");
}
