import { describe, expect, it } from 'vitest';
import { handWritten } from '../support/copy-yardstick';
import { precision, recall, type Tally, tallyGroups, tallyPairs } from '../support/measure-copies';

const sum = (a: Tally, b: Tally): Tally => ({
  hits: a.hits + b.hits,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
});

describe('the yardstick', () => {
  it('holds at least 300 pairs written by hand, 150 of them kept aside, each once', () => {
    const [choose, aside] = [handWritten('choose'), handWritten('aside')];
    expect(choose.length + aside.length).toBeGreaterThanOrEqual(300);
    expect(aside.length).toBeGreaterThanOrEqual(150);
    const texts = [...choose, ...aside].map(({ a, b }) => `${a}\n${b}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('on what was kept aside, copies', () => {
  it.each(['aside', 'fresh', 'kept'] as const)(
    'are told from look-alikes: precision 0.98, recall 0.90 (%s)',
    (part) => {
      const tally = sum(tallyPairs(part), tallyGroups(part));
      expect(precision(tally)).toBeGreaterThanOrEqual(0.98);
      expect(recall(tally)).toBeGreaterThanOrEqual(0.9);
    },
  );
});
