import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cursor,
  cursorAtEnd,
  cursorOn,
  followRows,
  moveCursor,
  NO_CURSOR,
} from '../../../src/core/list/cursor';
import type { Group } from '../../../src/core/group/group';
import { type Row } from '../../../src/core/list/rows';
import { buildRows } from './build-rows';
import { items } from '../support/items';
import { runs } from '../support/runs';

/** Rows of groups such as `one two | three`; a group in parentheses is folded. */
function rowsOf(layout: string): Row[] {
  const folded = new Set<string>();
  const groups = layout.split('|').map((part, index): Group => {
    const words = part.replace(/[()]/g, ' ').trim().split(/\s+/).filter(Boolean);
    const key = words[0] ?? String(index);
    if (part.includes('(')) folded.add(key);
    const lines = words.map((word) => `- [ ] ${word}`);
    return { key, title: `Group ${key}`, detail: '', tone: 'plain', items: items(...lines) };
  });
  return buildRows(groups, folded);
}

const at = (rows: readonly Row[], cursor: Cursor): string => {
  const row = rows.find(({ key }) => key === cursor.key);
  if (!row) return 'nowhere';
  return row.kind === 'task' ? row.item.text : row.group.title;
};

const on = (rows: readonly Row[], text: string): Cursor => {
  const row = rows.find((other) => other.kind === 'task' && other.item.text === text);
  return row ? cursorOn(rows, row.key) : NO_CURSOR;
};

describe('moving', () => {
  const rows = rowsOf('one two | (three) | four');

  it.each([
    ['one', 1, 'two'],
    ['two', 1, 'Group three'],
    ['two', 2, 'four'],
    ['four', 1, 'four'],
    ['four', -1, 'Group three'],
    ['four', -2, 'two'],
    ['one', -1, 'one'],
    ['one', 10, 'four'],
    ['four', -10, 'one'],
    ['two', 0, 'two'],
  ])('from %s by %i leads to %s', (from, by, to) => {
    expect(at(rows, moveCursor(on(rows, from), rows, by))).toBe(to);
  });

  it('leads to the first and the last task', () => {
    expect(at(rows, cursorAtEnd(rows, -1))).toBe('one');
    expect(at(rows, cursorAtEnd(rows, 1))).toBe('four');
    expect(at(rowsOf('(one)'), cursorAtEnd(rowsOf('(one)'), -1))).toBe('Group one');
  });

  it('leads nowhere in an empty list', () => {
    expect(moveCursor(NO_CURSOR, [], 1)).toEqual(NO_CURSOR);
    expect(cursorAtEnd([], 1).key).toBeNull();
    expect(cursorOn(rows, 'no such row')).toEqual(NO_CURSOR);
  });
});

describe('when the rows change', () => {
  it.each([
    ['the task is still there', 'one two three', 'two', 'zero | one new two three', 'two'],
    ['the task is gone: the one behind it', 'one two three', 'two', 'one three', 'three'],
    ['the last task is gone: the one before it', 'one two', 'two', 'one', 'one'],
    ['its whole group is gone', 'one | two three | four', 'two', 'one | four', 'four'],
    ['everything behind it is gone', 'one two | three', 'three', 'one two', 'two'],
    ['its group was folded', 'one | two three | four', 'three', 'one | (two three) | four', 'four'],
    ['nobody has moved yet', 'one two', '', 'one two', 'one'],
  ])('%s', (_, before, from, after, to) => {
    const rows = rowsOf(after);
    expect(at(rows, followRows(on(rowsOf(before), from), rows))).toBe(to);
  });

  it('keeps its place through an empty list', () => {
    const rows = rowsOf('one two three');
    const empty = followRows(on(rows, 'three'), []);
    expect(empty.key).toBeNull();
    expect(at(rows, followRows(empty, rows))).toBe('three');
  });

  it('always ends on a row of the list', () => {
    const layout = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', '|', '(e)', '| f'), { maxLength: 8 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(layout, layout, fc.integer({ min: -9, max: 9 }), (before, after, by) => {
        const [old, rows] = [rowsOf(before), rowsOf(after)];
        const cursor = followRows(moveCursor(followRows(NO_CURSOR, old), old, by), rows);
        expect(rows[cursor.index]?.key ?? null).toBe(cursor.key);
        expect(cursor.key === null).toBe(rows.length === 0);
      }),
      runs(500),
    );
  });
});
