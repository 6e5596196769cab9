import { describe, expect, it } from 'vitest';
import { belongsTo, countSplits, SPLITS } from '../../../src/core/triage/splits';
import { TODAY } from '../support/act';
import { item, items } from '../support/items';

const LINES = [
  ['- [?] a @Myself', ['mine', 'all']],
  ['- [?] a @Ana @Myself', ['mine', 'all']],
  ['- [ ] a #proposed @Myself', ['mine', 'all']],
  ['- [?] a', ['nobody', 'all']],
  ['- [?] a @TBD', ['nobody', 'all']],
  ['- [?] a @Ana', ['theirs', 'all']],
  ['- [?] a @Ana 🛫 2025-11-06', ['snoozed']],
  ['- [?] a @Myself 🛫 2026-01-01 📅 2025-11-01', ['snoozed']],
  ['- [?] a 🛫 2025-11-05', ['nobody', 'all']],
  ['- [?] a 🛫 2025-11-04', ['nobody', 'all']],
  ['- [?] a 🛫 2025-02-30', ['nobody', 'all']],
  ['- [ ] a @Myself', []],
  ['- [ ] a @Myself 🛫 2025-11-06', []],
  ['- [x] a @Myself #proposed', ['mine', 'all']],
  ['- [x] a @Myself', []],
  ['- [-] a', []],
] as const;

describe('splits', () => {
  it.each(LINES)('%s: %j', (line, splits) => {
    expect(SPLITS.filter((split) => belongsTo(item(line), split, TODAY))).toEqual(splits);
  });

  it('are counted', () => {
    expect(countSplits(items(...LINES.map(([line]) => line)), TODAY)).toEqual({
      mine: 4,
      nobody: 5,
      theirs: 1,
      snoozed: 2,
      all: 10,
    });
  });

  it('hold each proposal once', () => {
    const counts = countSplits(items(...LINES.map(([line]) => line)), TODAY);
    expect(counts.mine + counts.nobody + counts.theirs).toBe(counts.all);
  });
});
