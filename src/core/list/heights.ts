/** Heights of rows that are estimated until a row has been on the screen. All lengths are CSS pixels. */
export type RowHeights = ReturnType<typeof makeHeights>;

/** Heights from estimates, with offsets in logarithmic time: a Fenwick tree over the heights. */
export function makeHeights(estimates: ArrayLike<number>) {
  const heights = new Float64Array(estimates);
  const count = heights.length;
  const tree = new Float64Array(count + 1);
  for (let i = 1; i <= count; i++) {
    tree[i] = (tree[i] ?? 0) + (heights[i - 1] ?? 0);
    const parent = i + (i & -i);
    if (parent <= count) tree[parent] = (tree[parent] ?? 0) + (tree[i] ?? 0);
  }

  const offsetOf = (row: number): number => {
    let sum = 0;
    for (let i = Math.min(row, count); i > 0; i -= i & -i) sum += tree[i] ?? 0;
    return sum;
  };
  const heightOf = (row: number): number => heights[row] ?? 0;

  return {
    count,
    heightOf,

    /** Distance from the top of the list to the top of a row. */
    offsetOf,

    /** The heights of these rows, for a list that has some of them too. */
    slice: (from: number, to: number): Float64Array => heights.slice(from, to),

    get total(): number {
      return offsetOf(count);
    },

    /** Sets what a row measured; returns by how much that differs from before. */
    measure(row: number, height: number): number {
      const change = height - heightOf(row);
      if (change === 0 || row >= count) return 0;
      heights[row] = height;
      for (let i = row + 1; i <= count; i += i & -i) tree[i] = (tree[i] ?? 0) + change;
      return change;
    },

    /** The row that covers a distance from the top; the last one beyond the end. */
    rowAt(offset: number): number {
      let row = 0;
      let left = offset;
      for (let step = 1 << (31 - Math.clz32(count || 1)); step > 0; step >>= 1) {
        const next = row + step;
        if (next <= count && (tree[next] ?? 0) <= left) {
          row = next;
          left -= tree[next] ?? 0;
        }
      }
      return Math.max(0, Math.min(row, count - 1));
    },
  };
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
