import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, difference } from '../../../src/core/text/text-edit';
import { runs } from '../support/runs';

describe('edits of a text', () => {
  it.each([
    ['none', [], 'abcdef'],
    ['a replacement', [{ from: 1, to: 3, insert: 'X' }], 'aXdef'],
    ['an insertion', [{ from: 6, to: 6, insert: 'X' }], 'abcdefX'],
    ['a removal', [{ from: 0, to: 6, insert: '' }], ''],
    [
      'several, in any order',
      [
        { from: 4, to: 5, insert: '' },
        { from: 0, to: 1, insert: 'AA' },
        { from: 2, to: 2, insert: '-' },
      ],
      'AAb-cdf',
    ],
    [
      'two insertions at one place, which keep their order',
      [
        { from: 2, to: 2, insert: '1' },
        { from: 2, to: 2, insert: '2' },
      ],
      'ab12cdef',
    ],
    [
      'an insertion where a removal begins, which stays',
      [
        { from: 2, to: 4, insert: '' },
        { from: 2, to: 2, insert: 'X' },
      ],
      'abXef',
    ],
  ])('%s', (_, edits, after) => {
    expect(applyEdits('abcdef', edits)).toBe(after);
  });

  it('that overlap are a mistake of the caller', () => {
    const edits = [
      { from: 1, to: 3, insert: '' },
      { from: 2, to: 4, insert: '' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(/overlap/);
  });
});

/** Half of a character. */
const LONE = /\p{Surrogate}/u;

describe('the difference of two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '📅', '📆', '\r\n', 'é'), { maxLength: 8 });

  it('turns one into the other, without cutting a character in two', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [from, to] = [a.join(''), b.join('')];
        const edit = difference(from, to);
        expect(applyEdits(from, [edit])).toBe(to);
        expect(edit.insert).not.toMatch(LONE);
        expect(from.slice(edit.from, edit.to)).not.toMatch(LONE);
      }),
      runs(2000),
    );
  });

  it.each([
    ['abc', 'abc', { from: 3, to: 3, insert: '' }],
    ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
    ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
    ['📅', '📆', { from: 0, to: 2, insert: '📆' }],
    ['', 'a', { from: 0, to: 0, insert: 'a' }],
  ])('%j to %j', (from, to, edit) => {
    expect(difference(from, to)).toEqual(edit);
  });
});
