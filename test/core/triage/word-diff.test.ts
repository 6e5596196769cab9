import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../src/core/triage/word-diff';
import { runs } from '../support/runs';

const marked = (a: string, b: string): string =>
  wordDiff(a, b)
    .map(({ text, kind }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}{${text.trim()}} `))
    .join('')
    .trim();

const words = fc.array(fc.constantFrom('send', 'Send', 'the', 'list', 'list.', 'to', 'Bo', 'новый'), {
  maxLength: 12,
});

describe('the difference of two texts', () => {
  it('is told in words, without minding case and punctuation', () => {
    expect(marked('Send the list to Bo.', 'send the new list to Bo')).toBe('send the +{new} list to Bo');
    expect(marked('Call Anna', 'Call Ben')).toBe('Call -{Anna} +{Ben}');
    expect(wordDiff('', '')).toEqual([]);
  });

  it('gives both texts back', () => {
    const squeeze = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[\s.]+/g, ' ')
        .trim();
    fc.assert(
      fc.property(words, words, (one, two) => {
        const parts = wordDiff(one.join(' '), two.join('  '));
        const without = (kind: string): string =>
          squeeze(
            parts
              .filter((part) => part.kind !== kind)
              .map(({ text }) => `${text} `)
              .join(''),
          );
        expect(without('removed')).toBe(squeeze(two.join(' ')));
        expect(without('added')).toBe(squeeze(one.join(' ')));
      }),
      runs(300),
    );
  });

  it('is there for texts of any length', () => {
    const long = 'word '.repeat(3000);
    expect(wordDiff(long, `${long}end`).at(-1)?.text).toBe('end');
  });
});
