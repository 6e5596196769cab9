import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHeights, visibleRows } from '../../../src/core/list/heights';
import { runs } from '../support/runs';

const height = fc.integer({ min: 1, max: 200 });
const heights = fc.array(height, { minLength: 1, maxLength: 70 });
const changes = fc.array(fc.tuple(fc.nat(69), height), { maxLength: 30 });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('heights of rows', () => {
  it('add up like a plain list, whatever was measured', () => {
    fc.assert(
      fc.property(heights, changes, (estimates, measured) => {
        const rows = makeHeights(estimates);
        const plain = [...estimates];
        for (const [row, now] of measured) {
          const change = rows.measure(row, now);
          if (row >= plain.length) {
            expect(change).toBe(0);
            continue;
          }
          expect(change).toBe(now - (plain[row] ?? 0));
          plain[row] = now;
        }
        expect(rows.total).toBe(sum(plain));
        for (let row = 0; row <= plain.length; row++) {
          expect(rows.offsetOf(row)).toBe(sum(plain.slice(0, row)));
          expect(rows.heightOf(row)).toBe(plain[row] ?? 0);
        }
      }),
      runs(500),
    );
  });

  it('lead from a distance to the row that covers it', () => {
    fc.assert(
      fc.property(heights, changes, fc.integer({ min: -10, max: 15_000 }), (estimates, measured, offset) => {
        const rows = makeHeights(estimates);
        for (const [row, now] of measured) rows.measure(row, now);
        const row = rows.rowAt(offset);
        if (offset < 0) expect(row).toBe(0);
        else if (offset >= rows.total) expect(row).toBe(rows.count - 1);
        else {
          expect(rows.offsetOf(row)).toBeLessThanOrEqual(offset);
          expect(rows.offsetOf(row + 1)).toBeGreaterThan(offset);
        }
      }),
      runs(2000),
    );
  });

  it('are nothing in an empty list', () => {
    const none = makeHeights([]);
    expect([none.count, none.total, none.rowAt(0), none.rowAt(100), none.measure(0, 10)]).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(visibleRows(none, 0, 500, 100)).toEqual({ from: 0, to: 0 });
  });
});

describe('rows to keep on the page', () => {
  it.each([
    ['at the top', 0, 100, 0, { from: 0, to: 11 }],
    ['in the middle', 205, 100, 0, { from: 20, to: 31 }],
    ['with a margin', 205, 100, 50, { from: 15, to: 36 }],
    ['at the end', 900, 100, 50, { from: 85, to: 100 }],
    ['beyond the end', 5000, 100, 0, { from: 99, to: 100 }],
    ['above the top', -50, 100, 0, { from: 0, to: 6 }],
  ])('%s', (_, scrollTop, viewport, margin, range) => {
    const rows = makeHeights(Array.from({ length: 100 }, () => 10));
    expect(visibleRows(rows, scrollTop, viewport, margin)).toEqual(range);
  });

  it('cover the viewport', () => {
    fc.assert(
      fc.property(
        heights,
        fc.nat(9000),
        fc.nat(600),
        fc.nat(200),
        (estimates, scrollTop, viewport, margin) => {
          const rows = makeHeights(estimates);
          const { from, to } = visibleRows(rows, scrollTop, viewport, margin);
          expect(from).toBeLessThan(to);
          expect(rows.offsetOf(from)).toBeLessThanOrEqual(Math.max(scrollTop, 0));
          expect(rows.offsetOf(to)).toBeGreaterThanOrEqual(Math.min(scrollTop + viewport, rows.total));
        },
      ),
      runs(1000),
    );
  });
});
