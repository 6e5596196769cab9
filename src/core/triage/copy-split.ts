/** Splits a text into words, and finds their stems. By one expression, because every task of the vault comes through here. */

/** The words of a text as written, and what begins with each: two lists, and no object per word. */
export interface SplitText {
  readonly words: string[];
  /** 2 where a sentence begins, 1 where a part behind a comma does, else 0. */
  readonly starts: number[];
}

/** Whether a character is a capital from A to Z. */
export const isUpper = (code: number): boolean => code > 0x40 && code < 0x5b;

const LETTERS =
  '\\dA-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u1fff\\u2c00-\\u2dff\\uac00-\\ud7ff\\uf900-\\ufdff\\uff66-\\uffdc';
/** Scripts without spaces between words. */
const DENSE = '\\u3040-\\uabff';
/**
 * A word, many of a dense script, or what ends a part of a sentence. Some characters hold those around them together:
 * 10:30, 3.5, OPS-118, Anna's.
 */
const PARTS = RegExp(
  `(?!['’.])(?:[a-z]+|\\d[,/:](?=\\d)|[\\dA-Z]-(?=\\d)|[${LETTERS}]|['’.](?=[${LETTERS}${DENSE}]))+|[${DENSE}]+|[.?!:,]`,
  'g',
);

/** The words of a text, without the punctuation between them. */
export function splitWords(text: string): SplitText {
  const words: string[] = [];
  const starts: number[] = [];
  let start = 2;
  for (const part of text.match(PARTS) ?? []) {
    const code = part.charCodeAt(0);
    // A full stop, question mark, exclamation mark or colon ends a sentence.
    if (code === 0x2e || code === 0x3f || code === 0x21 || code === 0x3a) start = 2;
    else if (code === 0x2c) start ||= 1;
    else {
      // Of a dense script, two characters each, overlapping: near enough to words.
      const step = code >= 0x3040 && code < 0xac00 ? 1 : part.length;
      for (let at = 0; at < part.length; at += step) {
        words.push(part.slice(at, at + step + 1));
        starts.push(start);
        start = 0;
      }
    }
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

const ENDINGS =
  /(?:(?:ic)?ations?|e?ments?|ure?s?|ungen|ung|ions?|l?ies|ance|ate|ieren|ar|ern|en|er|es|al|at(?=[ei])|[ai]b(?:le|ilit)|it(?=y|ie)|ing|ed|ue|e|l?y|s)+$/;

/** A folded word with a hyphen for its common endings, so that it is no stop word; crude, but the same for most forms. */
export function stem(word: string): string {
  const spelt = word
    .replace(/([iy])z/, '$1s')
    .replace(/ou(?=r)/, 'o')
    .replace(/nse/, 'nce')
    .replace(/tre(?=s?$)/, 'ter');
  const rest = spelt.slice(4).replace(ENDINGS, '');
  const short =
    rest === spelt.slice(4) ? spelt.replace(/^(.{3,})(?:ing|ed|s)$/, '$1') : spelt.slice(0, 4) + rest;
  // Of long words not all vowels and doubled letters count, so that most misspellings make no difference.
  return short.length < 7
    ? `${short.replace(/(.)\1$/, '$1')}-`
    : `${short.slice(0, 3)}${short
        .slice(3)
        .replace(/[aeiouy]+/g, '')
        .replace(/(.)\1/g, '$1')}=`;
}
