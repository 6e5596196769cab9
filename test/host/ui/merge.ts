interface Hunk {
  from: number;
  to: number;
  lines: string[];
}

/** Differences from a to b as replaced line ranges of a. */
function diff(a: string[], b: string[]): Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [n, m] = [endA - start, endB - start];
  if (n === 0 && m === 0) return [];
  if (n * m > 4_000_000) return [{ from: start, to: endA, lines: b.slice(start, endB) }];
  const width = m + 1;
  const lengths = new Uint32Array((n + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const hunks: Hunk[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && a[start + i] === b[start + j]) {
      i++;
      j++;
      continue;
    }
    const hunk: Hunk = { from: start + i, to: start + i, lines: [] };
    while ((i < n || j < m) && !(i < n && j < m && a[start + i] === b[start + j])) {
      if (j < m && (i === n || at(i, j + 1) >= at(i + 1, j))) hunk.lines.push(b[start + j++] ?? '');
      else hunk.to = start + ++i;
    }
    hunks.push(hunk);
  }
  return hunks;
}

const touches = (x: Hunk, y: Hunk): boolean =>
  (x.from < y.to && y.from < x.to) || x.from === y.from || (x.from === x.to && x.from === y.to);

/**
 * Joins two changes of the same text by lines. Where both changed the same lines, `mine` stays
 * and `conflict` is true.
 */
export function merge(base: string, mine: string, theirs: string): { text: string; conflict: boolean } {
  const lines = base.split('\n');
  const own = diff(lines, mine.split('\n'));
  const other = diff(lines, theirs.split('\n'));
  const same = (x: Hunk, y: Hunk): boolean => JSON.stringify(x) === JSON.stringify(y);
  const clashing = other.filter((hunk) => own.some((mineHunk) => touches(hunk, mineHunk)));
  const conflict = clashing.some((hunk) => !own.some((mineHunk) => same(hunk, mineHunk)));
  const all = [...own, ...other.filter((hunk) => !clashing.includes(hunk))].sort((x, y) => y.from - x.from);
  for (const hunk of all) lines.splice(hunk.from, hunk.to - hunk.from, ...hunk.lines);
  return { text: lines.join('\n'), conflict };
}
