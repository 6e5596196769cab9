import { describe, expect, it } from 'vitest';
import { findTags, sameTag } from '../../../src/core/line/tags';

const tagsOf = (text: string): string[] => findTags(text).map(({ from, to }) => text.slice(from, to));

describe('tags', () => {
  it.each<[text: string, tags: string[]]>([
    ['#a', ['#a']],
    ['call #a now #b/c-d_e', ['#a', '#b/c-d_e']],
    ['#123 #é #田中 #🏢', ['#123', '#é', '#田中', '#🏢']],
    ['#a, #b. #c! (#d)', ['#a', '#b', '#c']],
    ['a#b ##c # #', []],
    ['#a#b #c', ['#a', '#c']],
    ["#it's #a[0] #a+b=c;d", ["#it's", '#a[0]', '#a+b=c;d']],
    ['#a\tb #c', ['#a\tb', '#c']],
    ['x\t#a', ['#a']],
    ['#a\u00a0#b', ['#a']],
    ['#a\t@b', ['#a']],
    ['`#a` [#b](x) [[#c]]', []],
    ['https://a.example/#b', []],
    ['', []],
  ])('%j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });

  it.each([
    ['#proposed', '#Proposed', true],
    ['#proposed', '#proposed/x', false],
    ['#a', '#b', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameTag(a, b)).toBe(same);
  });
});
