/** Splits a text into words. Character codes, because every task of the vault comes through here. */

/** The words of a text as written, and what begins with each: two lists, and no object per word. */
export interface SplitText {
  readonly words: string[];
  /** 2 where a sentence begins, 1 where a part behind a comma does, else 0. */
  readonly starts: number[];
}

const isDigit = (code: number): boolean => code > 0x2f && code < 0x3a;
/** Whether a character is a capital from A to Z. */
export const isUpper = (code: number): boolean => code > 0x40 && code < 0x5b;
/** Scripts without spaces between words. */
const isDense = (code: number): boolean => code >= 0x3040 && code < 0xac00;

/** Whether a character belongs to a word, besides the joints. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code > 0x60 && code < 0x7b) || isDigit(code) || isUpper(code);
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x3040) return code >= 0x2c00 && code < 0x2e00;
  return code < 0xd800 || (code >= 0xf900 && code < 0xfe00) || (code >= 0xff66 && code < 0xffdd);
}

/** Whether the character at `at` holds those around it together: 10:30, 3.5, OPS-118, Anna's. */
function isJoint(text: string, code: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (code === 0x27 || code === 0x2019 || code === 0x2e) return isWordCode(before) && isWordCode(after);
  if (!isDigit(after)) return false;
  if (code === 0x2d) return isDigit(before) || isUpper(before);
  return (code === 0x2c || code === 0x2f || code === 0x3a) && isDigit(before);
}

/** The words of a text, without the punctuation between them. */
export function splitWords(text: string): SplitText {
  const words: string[] = [];
  const starts: number[] = [];
  const end = text.length;
  let start = 2;
  for (let at = 0; at < end;) {
    let code = text.charCodeAt(at);
    const from = at++;
    if (!isWordCode(code)) {
      // A full stop, question mark, exclamation mark or colon ends a sentence.
      if (code === 0x2e || code === 0x3f || code === 0x21 || code === 0x3a) start = 2;
      else if (code === 0x2c) start ||= 1;
      continue;
    }
    let to = at;
    // Of these, two characters each, overlapping: near enough to words.
    if (isDense(code)) to += isDense(text.charCodeAt(at)) ? 1 : 0;
    else {
      while (at < end) {
        code = text.charCodeAt(at);
        if (isDense(code) || !(isWordCode(code) || isJoint(text, code, at))) break;
        at++;
      }
      to = at;
    }
    words.push(text.slice(from, to));
    starts.push(start);
    start = 0;
  }
  return { words, starts };
}

/** The text in the form in which two texts count as literally the same: lower case, words and single spaces. */
export function normalText(text: string): string {
  return splitWords(text.normalize('NFC')).words.join(' ').toLowerCase();
}

/** Without accents, so that a missing one changes nothing. */
export function fold(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/’/g, "'");
}
