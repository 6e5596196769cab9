// Things in order while thousands of them come and go. Comparisons are counted, not times.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSortedSet } from '../../../src/core/index/sorted-set';

/** Numbers below `size`, each once, in no order. */
function shuffled(size: number): number[] {
  // A prime that divides none of the sizes leads to each place once.
  return Array.from({ length: size }, (_, at) => (at * 7919) % size);
}

describe('a sorted set', () => {
  it('is in order whenever it is asked, however much came and went', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -6000, max: 6000 }), fc.nat(5000)), { maxLength: 6 });
    fc.assert(
      fc.property(steps, (changes) => {
        const set = makeSortedSet<number>((a, b) => a - b);
        const plain = new Set<number>();
        for (const [count, from] of changes) {
          for (let at = 0; at < Math.abs(count); at++) {
            const number = (from + at * 7919) % 10_007;
            if (count > 0 && !plain.has(number)) {
              plain.add(number);
              set.add(number);
            } else if (count < 0 && plain.delete(number)) set.remove(number);
          }
          expect(set.all()).toEqual([...plain].sort((a, b) => a - b));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves little to do for who asks first after very many came', () => {
    const asked = [10_000, 40_000].map((size) => {
      let count = 0;
      const set = makeSortedSet<number>((a, b) => {
        count++;
        return a - b;
      });
      let most = 0;
      for (const number of shuffled(size + 1999)) {
        const before = count;
        set.add(number);
        most = Math.max(most, count - before);
      }
      const before = count;
      expect(set.all()).toHaveLength(size + 1999);
      return Math.max(most, count - before);
    });
    // Sorting all of the larger one takes more than 500,000.
    for (const count of asked) expect(count).toBeLessThan(60_000);
  });

  it('does not change what it returned earlier', () => {
    const set = makeSortedSet<number>((a, b) => a - b);
    for (const number of shuffled(3000)) set.add(number);
    const before = set.all();
    const copy = [...before];
    for (const number of shuffled(3000)) set.add(number + 0.5);
    set.remove(5);
    set.all();
    expect(before).toEqual(copy);
  });
});
