import { describe, expect, it } from 'vitest';
import type { Group } from '../../../src/core/group/group';
import { buildRows } from '../../../src/core/list/rows';
import { items } from '../support/items';

const group = (key: string, title: string, ...lines: string[]): Group => ({
  key,
  title,
  detail: '',
  tone: 'plain',
  items: items(...lines),
});

const shape = (groups: readonly Group[], ...folded: string[]): string[] =>
  buildRows(groups, new Set(folded)).map((row) =>
    row.kind === 'group' ? `${row.group.title}${row.folded ? ' (folded)' : ''}` : `- ${row.item.text}`,
  );

const GROUPS = [group('a', 'Pier', '- [ ] one', '- [ ] two'), group('b', 'Ferry', '- [ ] one')];

describe('rows', () => {
  it('are groups with their tasks', () => {
    expect(shape(GROUPS)).toEqual(['Pier', '- one', '- two', 'Ferry', '- one']);
  });

  it('leave out the tasks of folded groups', () => {
    expect(shape(GROUPS, 'a', 'c')).toEqual(['Pier (folded)', 'Ferry', '- one']);
  });

  it('have no row for a group without a title, which cannot be folded', () => {
    expect(shape([group('all', '', '- [ ] one')], 'all')).toEqual(['- one']);
  });

  it('have keys of their own, also when a task stands in two groups or twice in a note', () => {
    const rows = buildRows([...GROUPS, group('c', 'Buoy', '- [ ] one', '- [ ] one')], new Set());
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('keep the key of a task when lines move around it', () => {
    const keyOf = (groups: readonly Group[]): string | undefined =>
      buildRows(groups, new Set()).find((row) => row.kind === 'task' && row.item.text === 'two')?.key;
    expect(keyOf([group('a', 'Other title', '- [ ] new', '', '- [ ] two')])).toBe(keyOf(GROUPS));
  });

  it('are none for nothing', () => {
    expect(shape([])).toEqual([]);
  });
});
