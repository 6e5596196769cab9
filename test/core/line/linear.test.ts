// How much of a line is looked at, counted: twice the line may take twice the steps, whatever it is made of.
import { describe, expect, it } from 'vitest';
import { MISREADINGS, misread } from '../../../src/core/line/encodings';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { PATIENT } from '../support/act';

const BROKEN = MISREADINGS.flatMap((reader) => [
  misread('📅', reader),
  misread(misread('⏫', reader), reader),
]);

const PIECES = [
  ...['#a ', '#a', '📅', '[', ']', ' ', 'a', 'a ', 'a, ', '@a ', '⛔ a,', '🔁 every ', '🆔 a ', '🏁 keep '],
  ...['📅 2025-11-08 ', '✅2025-11-08', '#x✅2025-11-08', '⏫', '\uFE0F', '^a ', 'ðŸ“', 'Ã°Â', ...BROKEN],
];

/** The characters that reading a line looks at, and those that it passes over or copies. */
function stepsOf(source: string): number {
  /* eslint-disable @typescript-eslint/unbound-method -- put back as they were */
  const { charCodeAt, indexOf, slice } = String.prototype;
  /* eslint-enable @typescript-eslint/unbound-method */
  let steps = 0;
  String.prototype.charCodeAt = function (at) {
    steps++;
    return charCodeAt.call(this, at);
  };
  String.prototype.indexOf = function (text, from = 0) {
    const found = indexOf.call(this, text, from);
    steps += 1 + (found < 0 ? this.length : found) - from;
    return found;
  };
  String.prototype.slice = function (from, to) {
    const piece = slice.call(this, from, to);
    steps += 1 + piece.length;
    return piece;
  };
  try {
    const line = parseTaskLine(source);
    if (line) readFields(line);
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf, slice });
  }
  return steps;
}

describe('reading a long line', () => {
  it.each(PIECES)('of %j takes steps in proportion to its length', PATIENT, (piece) => {
    for (const end of ['', ' 📅 2025-11-08', ' #b ✅ 2025-11-09 #c 📅 2025-11-08 ^d']) {
      const steps = [20_000, 40_000].map((length) =>
        stepsOf(`- [ ] x ${piece.repeat(length / piece.length)}${end}`),
      );
      const [once = 0, twice = 0] = steps;
      expect(once).toBeGreaterThan(0);
      expect(once).toBeLessThan(20_000 * 12);
      expect(twice).toBeLessThanOrEqual(2 * once + 100);
    }
  });
});
