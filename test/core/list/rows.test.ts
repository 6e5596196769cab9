import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, plainGroup } from '../../../src/core/group/group';
import { buildRows } from './build-rows';
import { taskKey } from '../../../src/core/note/task-item';
import { items } from '../support/items';
import { runs } from '../support/runs';

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

  it('are those of the groups as they are, whatever groups of the same tasks were there before', () => {
    const tasks = items('- [ ] a', '- [ ] b', '- [ ] c', '- [ ] d', '- [ ] e');
    const some = fc.record({
      key: fc.constantFrom('x', 'y'),
      title: fc.constantFrom('', 'X'),
      items: fc.subarray([...tasks], { minLength: 1 }),
      folded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (turns) => {
        for (const { folded, ...rest } of turns) {
          const rows = buildRows(
            [plainGroup(rest.key, rest.title, rest.items)],
            new Set(folded ? [rest.key] : []),
          );
          const heading = rest.title === '' ? [] : [`group\n${rest.key}`];
          const keys = rest.items.map((item) => `${rest.key}\n${taskKey(item)}`);
          expect(rows.map(({ key }) => key)).toEqual([...heading, ...(folded && rest.title ? [] : keys)]);
        }
      }),
      runs(200),
    );
  });

  it('of tasks before and behind a change stay what they were', () => {
    const tasks = items('- [ ] a', '- [ ] b', '- [ ] c', '- [ ] d');
    const rowsOf = (...at: number[]) =>
      buildRows(
        [
          plainGroup(
            'x',
            'X',
            at.flatMap((one) => tasks[one] ?? []),
          ),
        ],
        new Set(),
      ).slice(1);
    const before = rowsOf(0, 1, 3);
    const after = rowsOf(0, 2, 3);
    expect(after.map((row) => before.includes(row))).toEqual([true, false, true]);
  });

  it('are none for nothing', () => {
    expect(shape([])).toEqual([]);
  });
});
