/** The cursor and the selection of a list, by row keys, so that a list that changes under them moves neither. */
import { indexOfRow, type Row } from './rows';

/** Where the cursor is. `index` is where it was last, for when its row goes. */
export interface Cursor {
  readonly key: string | null;
  readonly index: number;
}

/** The cursor of a list that nobody has moved in. */
export const NO_CURSOR: Cursor = { key: null, index: 0 };

/** The cursor after the rows changed: on its row, else on the task that took its place, else on the last one. */
export function followRows(cursor: Cursor, rows: readonly Row[]): Cursor {
  if (rows.length === 0) return { key: null, index: cursor.index };
  const index = indexOf(cursor, rows);
  if (index >= 0) return { key: cursor.key, index };
  const from = Math.min(cursor.index, rows.length - 1);
  return at(rows, nearestTask(rows, from));
}

/** The cursor some tasks further (back if negative), at most at either end. Folded groups can be stopped at. */
export function moveCursor(cursor: Cursor, rows: readonly Row[], by: number): Cursor {
  if (rows.length === 0) return cursor;
  const step = Math.sign(by);
  let index = currentIndex(cursor, rows);
  for (let left = Math.abs(by); left > 0; left--) {
    let next = index + step;
    while (rows[next] && !canStop(rows[next])) next += step;
    if (!rows[next]) break;
    index = next;
  }
  return at(rows, index);
}

/** The cursor at the first (`-1`) or last (`1`) task. */
export function cursorAtEnd(rows: readonly Row[], end: -1 | 1): Cursor {
  return end < 0 ? at(rows, nearestTask(rows, 0)) : at(rows, rows.length - 1);
}

/** The cursor on a row, which is looked for around a place. */
export function cursorOn(rows: readonly Row[], key: string, near = 0): Cursor {
  const index = indexOfRow(rows, key, near);
  return index < 0 ? NO_CURSOR : { key, index };
}

function currentIndex(cursor: Cursor, rows: readonly Row[]): number {
  const index = indexOf(cursor, rows);
  return index >= 0 ? index : Math.min(cursor.index, rows.length - 1);
}

function indexOf({ key, index }: Cursor, rows: readonly Row[]): number {
  return key === null ? -1 : indexOfRow(rows, key, index);
}

function canStop(row: Row | undefined): boolean {
  return row?.kind === 'task' || (row?.kind === 'group' && row.folded);
}

/** The first place to stop at or behind `from`, else before it. */
function nearestTask(rows: readonly Row[], from: number): number {
  for (let index = from; index < rows.length; index++) if (canStop(rows[index])) return index;
  for (let index = from - 1; index >= 0; index--) if (canStop(rows[index])) return index;
  return from;
}

function at(rows: readonly Row[], index: number): Cursor {
  return { key: rows[index]?.key ?? null, index };
}
