/**
 * Heights of rows that are estimated until a row has been on the screen, with offsets in logarithmic time:
 * a Fenwick tree over the heights. All lengths are CSS pixels.
 */
export class RowHeights {
  private readonly heights: Float64Array;
  private readonly tree: Float64Array;

  constructor(estimates: ArrayLike<number>) {
    this.heights = Float64Array.from(estimates);
    this.tree = new Float64Array(estimates.length + 1);
    for (let i = 1; i < this.tree.length; i++) {
      this.tree[i] = (this.tree[i] ?? 0) + (this.heights[i - 1] ?? 0);
      const parent = i + (i & -i);
      if (parent < this.tree.length) this.tree[parent] = (this.tree[parent] ?? 0) + (this.tree[i] ?? 0);
    }
  }

  /** The heights of these rows, for a list that has some of them too. */
  slice(from: number, to: number): Float64Array {
    return this.heights.slice(from, to);
  }

  get count(): number {
    return this.heights.length;
  }

  get total(): number {
    return this.offsetOf(this.count);
  }

  /** Distance from the top of the list to the top of a row. */
  offsetOf(row: number): number {
    let sum = 0;
    for (let i = Math.min(row, this.count); i > 0; i -= i & -i) sum += this.tree[i] ?? 0;
    return sum;
  }

  heightOf(row: number): number {
    return this.heights[row] ?? 0;
  }

  /** Sets what a row measured; returns by how much that differs from before. */
  measure(row: number, height: number): number {
    const change = height - this.heightOf(row);
    if (change === 0 || row >= this.count) return 0;
    this.heights[row] = height;
    for (let i = row + 1; i < this.tree.length; i += i & -i) this.tree[i] = (this.tree[i] ?? 0) + change;
    return change;
  }

  /** The row that covers a distance from the top; the last one beyond the end. */
  rowAt(offset: number): number {
    let row = 0;
    let left = offset;
    for (let step = 1 << (31 - Math.clz32(this.count || 1)); step > 0; step >>= 1) {
      const next = row + step;
      if (next <= this.count && (this.tree[next] ?? 0) <= left) {
        row = next;
        left -= this.tree[next] ?? 0;
      }
    }
    return Math.max(0, Math.min(row, this.count - 1));
  }
}

/** Rows `from` to `to` (exclusive) to keep on the page for a viewport, with a margin above and below. */
export function visibleRows(
  heights: RowHeights,
  scrollTop: number,
  viewport: number,
  margin: number,
): { from: number; to: number } {
  if (heights.count === 0) return { from: 0, to: 0 };
  const from = heights.rowAt(Math.max(0, scrollTop - margin));
  const to = heights.rowAt(scrollTop + viewport + margin) + 1;
  return { from, to: Math.min(to, heights.count) };
}
