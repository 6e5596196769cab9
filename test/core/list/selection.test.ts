import { describe, expect, it } from 'vitest';
import { type Row } from '../../../src/core/list/rows';
import { buildRows } from './build-rows';
import {
  NO_SELECTION,
  pruneSelection,
  type Selection,
  selectRange,
  toggleGroup,
  toggleSelected,
} from '../../../src/core/list/selection';
import { items } from '../support/items';

const group = (key: string, ...words: string[]): Row[] =>
  buildRows(
    [{ key, title: key, detail: '', tone: 'plain', items: items(...words.map((word) => `- [ ] ${word}`)) }],
    new Set(),
  );

const ROWS = [...group('A', 'one', 'two', 'three'), ...group('B', 'four', 'five')];

const key = (text: string, rows: readonly Row[] = ROWS): string =>
  rows.find((row) => row.kind === 'task' && row.item.text === text)?.key ?? '';

const shown = (selection: Selection): string[] =>
  ROWS.flatMap((row) => (row.kind === 'task' && selection.keys.has(row.key) ? [row.item.text] : []));

describe('the selection', () => {
  it('takes rows in and out', () => {
    const one = toggleSelected(NO_SELECTION, key('one'));
    const both = toggleSelected(one, key('four'));
    expect(shown(both)).toEqual(['one', 'four']);
    expect(shown(toggleSelected(both, key('one')))).toEqual(['four']);
    expect(shown(one)).toEqual(['one']);
    expect(NO_SELECTION.keys.size).toBe(0);
  });

  it.each([
    ['one', 'three', ['one', 'two', 'three']],
    ['three', 'one', ['one', 'two', 'three']],
    ['two', 'five', ['two', 'three', 'four', 'five']],
    ['two', 'two', ['two']],
  ])('extends from %s to %s', (from, to, texts) => {
    expect(shown(selectRange(NO_SELECTION, ROWS, key(from), key(to)))).toEqual(texts);
  });

  it('extends from where it began, over groups, which are no tasks', () => {
    const first = toggleSelected(NO_SELECTION, key('two'));
    const wide = selectRange(first, ROWS, key('one'), key('four'));
    expect(shown(wide)).toEqual(['two', 'three', 'four']);
    expect(wide.keys.size).toBe(3);
    expect(shown(selectRange(wide, ROWS, key('four'), key('one')))).toEqual(['one', 'two', 'three', 'four']);
  });

  it('takes just the row where the beginning is gone', () => {
    const gone: Selection = { keys: new Set(), anchor: 'gone' };
    expect(shown(selectRange(gone, ROWS, key('one'), key('four')))).toEqual(['four']);
  });

  it('takes a whole group, and lets go of it', () => {
    const some = toggleSelected(NO_SELECTION, key('two'));
    const all = toggleGroup(some, ROWS, 'A');
    expect(shown(all)).toEqual(['one', 'two', 'three']);
    expect(shown(toggleGroup(all, ROWS, 'A'))).toEqual([]);
    expect(shown(toggleGroup(all, ROWS, 'B'))).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('forgets rows that are gone', () => {
    const both = toggleSelected(toggleSelected(NO_SELECTION, key('one')), key('four'));
    const left = pruneSelection(both, ROWS.slice(0, 3));
    expect(shown(left)).toEqual(['one']);
    expect(left.anchor).toBeNull();
    expect(pruneSelection(both, ROWS).anchor).toBe(key('four'));
    expect(pruneSelection(NO_SELECTION, [])).toBe(NO_SELECTION);
  });
});
