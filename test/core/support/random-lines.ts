/** Random lines that are made of what the format is made of, so that they come close to every rule of it. */
import fc from 'fast-check';
import { MISREADINGS, misread } from '../../../src/core/line/encodings';
import { fieldSymbols } from '../../../src/core/line/format';

const SYMBOLS = fieldSymbols().map((codePoint) => String.fromCodePoint(codePoint));

const BROKEN = ['📅', '⏫', '✅', '🔁', '→'].flatMap((symbol) =>
  MISREADINGS.flatMap((reader) => {
    const once = misread(symbol, reader);
    return [once, misread(once, reader), once.slice(0, -1), once.slice(1)];
  }),
);

const DATES = [
  '2025-11-08',
  '2025-02-30',
  '2024-02-29',
  '0000-00-00',
  '9999-12-31',
  '2025-1-1',
  '20251-11-08',
];

const FIELDS = [
  '📅 2025-11-08',
  '📅 2025-02-30',
  '🗓️ 2025-11-08',
  '⏳ 2025-11-01',
  '🛫2025-10-31',
  '➕ 2025-10-29',
  '✅ 2025-11-02',
  '❌  2025-11-03',
  '🔁 every week when done',
  '🔁 every day',
  '🏁 keep',
  '🏁 delete',
  '🆔 a-1',
  '⛔ a-1, b_2',
  '⏫️',
];

const WORDS = [
  'Call',
  'the ferry',
  'Ünï',
  '田中',
  'مرسى',
  '👍🏽',
  'é',
  'every',
  'keep',
  'a_b',
  '1.',
  'https://a.b/@c',
];

const OWNERS = ['@Myself', '@Ana Lee', '@[[Bo Ek]]', '@TBD', '@Ana (lead, email: a@b.c)', 'a@b.c', '@'];

const TAGS = ['#task', '#proposed', '#Proposed', '#duplicate', '#a/b', '#1', '##', '#x,', '#a:b', '#é'];

const BITS = [
  ...[
    '\uFE0F',
    '\uFE0E',
    '#',
    '@',
    '^',
    '[',
    ']',
    '(',
    ')',
    '`',
    '*',
    '>',
    ',',
    '.',
    '!',
    ':',
    '-',
    '_',
    '%%',
  ],
  ...['0', '7', 'x', 'Z', '|', '\ud83d', '\udcc5', '\u200b', '^id', '^a-1 ', '[[', ']]', '\\', "'"],
];

const SPACES = ['\t', '\u00a0', '\u3000', '\ufeff', '\u2028', '\r', '\u200a', '\v', '  '];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constant(' ') },
  { weight: 5, arbitrary: fc.constantFrom(...FIELDS) },
  { weight: 4, arbitrary: fc.constantFrom(...SYMBOLS) },
  { weight: 3, arbitrary: fc.constantFrom(...DATES) },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...TAGS) },
  { weight: 2, arbitrary: fc.constantFrom(...OWNERS) },
  { weight: 4, arbitrary: fc.constantFrom(...BITS) },
  { weight: 1, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 2, arbitrary: fc.constantFrom(...BROKEN) },
);

const START = fc.constantFrom(
  ...['- [?] ', '- [ ] ', '- [x] ', '- [-] ', '- [/] ', '* [?] ', '+ [ ]', '1. [?] ', '12)  [ ] '],
  ...['> - [?] ', '>> 3. [ ] ', '\t- [?] ', '    - [ ] ', ' > - [x] ', '- [📌] ', '- [\ud83d] ', '- [!]'],
);

const pieces = (most: number): fc.Arbitrary<string> =>
  fc.array(piece, { maxLength: most }).map((parts) => parts.join(''));

/** Any line, mostly one that is a task. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(START, pieces(14)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: pieces(10) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `- [ ] ${text}`) },
);

/** A line that looks like those that people and note-takers write: words, owner, tags and fields with spaces. */
export const plainLine: fc.Arbitrary<string> = fc
  .tuple(
    START,
    fc.array(fc.constantFrom(...WORDS, ...OWNERS.slice(0, 6)), { minLength: 1, maxLength: 5 }),
    fc.array(fc.constantFrom(...FIELDS, ...TAGS.slice(0, 5), ...BROKEN.slice(0, 2)), { maxLength: 6 }),
    fc.constantFrom('', '', ' ^note-1', '  ', ' ^x  '),
  )
  .map(([start, words, fields, end]) => `${start}${[...words, ...fields].join(' ')}${end}`);

/** A proposal that was ticked elsewhere, among other fields and tags. */
export const tickedLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('- [x] ', '> 1. [x] ', '\t* [x]  '),
    fc.array(fc.constantFrom(...WORDS, ...OWNERS.slice(0, 4)), { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom(...FIELDS, ...TAGS.slice(0, 5)), { maxLength: 4 }),
    fc.constantFrom('#proposed', '#Proposed'),
    fc.array(fc.constantFrom(...FIELDS, '✅ 2025-11-04'), { maxLength: 3 }),
    fc.constantFrom('', ' ^note-1', '  '),
  )
  .map(
    ([start, words, fields, tag, more, end]) =>
      `${start}${[...words, ...fields, tag, ...more].join(' ')}${end}`,
  );
