// Each class of characters against the expression that it stands for, for every code unit there is.
import { describe, expect, it } from 'vitest';
import {
  codePointBefore,
  isBlockIdUnit,
  isDigit,
  isIdUnit,
  isLineTerminator,
  isRuleUnit,
  isTagUnit,
  isWhitespace,
  unitsOf,
} from '../../../src/core/line/characters';

const CLASSES: readonly (readonly [name: string, is: (unit: number) => boolean, pattern: RegExp])[] = [
  ['white space', isWhitespace, /^\s$/],
  ['line terminators', isLineTerminator, /^(?!.)[^]$/],
  ['digits', isDigit, /^[0-9]$/],
  ['characters of ids', isIdUnit, /^[A-Za-z0-9_-]$/],
  ['characters of block ids', isBlockIdUnit, /^[A-Za-z0-9-]$/],
  ['characters of rules', isRuleUnit, /^[A-Za-z0-9, !]$/],
  ['characters of tags', isTagUnit, /^[^ !@#$%^&*(),.?":{}|<>]$/],
];

describe('character classes', () => {
  it.each(CLASSES)('%s are those of the expression', (_, is, pattern) => {
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      if (is(unit) !== pattern.test(character)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a', 1, 0x61],
    ['📅', 2, 0x1f4c5],
    ['x📅', 3, 0x1f4c5],
    ['\udcc5', 1, 0xdcc5],
    ['a\udcc5', 2, 0xdcc5],
    ['\ud83d', 1, 0xd83d],
    ['', 0, 0],
  ])('the code point in %j before %i', (text, end, codePoint) => {
    expect(codePointBefore(text, end)).toBe(codePoint);
  });

  it('knows how many units a code point takes', () => {
    expect([0x61, 0xffff, 0x10000].map(unitsOf)).toEqual([1, 1, 2]);
  });
});
