import { describe, expect, it } from 'vitest';
import { findMentionRun, findMentions } from '../../../src/core/line/mentions';

const namesIn = (text: string): string[] => findMentions(text, 0, text.length).map(({ name }) => name);

describe('mentions anywhere in a text', () => {
  it.each<[text: string, names: string[]]>([
    ['@Ana told @Bo Ek that @[[Cem Kaya]] is late', ['Ana', 'Bo Ek', 'Cem Kaya']],
    ['@Ana/@Bo and x/@Cem', ['Ana', 'Bo']],
    ['`ask @Ana` and @Bo', ['Bo']],
    ['[[Notes @Ana]] and @Bo', ['Bo']],
    ['<mailto: @Ana> @Bo', ['Ana', 'Bo']],
    ['ana@fjord.example (@Bo) @', []],
    ['@Ana (lead, with @Bo) @Cem', ['Ana', 'Cem']],
    ['@Ana\u00a0Lee, @Bo', ['Ana\u00a0Lee', 'Bo']],
    ['@One Two Three Four Five Six Seven', ['One Two Three Four Five Six']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('stay within the part of the text that is asked for', () => {
    const text = '@Ana Lee @Bo Ek';
    expect(findMentions(text, 1, 12).map(({ name, from, to }) => [name, from, to])).toEqual([['Bo', 9, 12]]);
  });
});

describe('the run of mentions at the end', () => {
  it('knows where it stands', () => {
    const text = 'x @Ana (lead), @Bo. ';
    expect(findMentionRun(text, 0, text.length)).toMatchObject({ from: 2, to: 18 });
  });

  it('is looked for at the end of a text only, however long it is', () => {
    const text = `@Ana ${'word '.repeat(1000)}@Bo`;
    expect(findMentionRun(text, 0, text.length)?.mentions.map(({ name }) => name)).toEqual(['Bo']);
    expect(findMentionRun('@Ana '.repeat(5000), 0, 25_000)?.mentions.length).toBeGreaterThan(100);
  });
});
