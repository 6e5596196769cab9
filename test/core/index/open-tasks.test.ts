import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDue } from '../../../src/core/group/order';
import { NoteIndex } from '../../../src/core/index/note-index';
import { makeSortedSet } from '../../../src/core/index/sorted-set';
import { isOpenCommitment, isOwn, type TaskItem } from '../../../src/core/note/task-item';
import { entry, texts } from '../support/items';

const LINES = [
  '- [?] a 📅 2025-11-02',
  '- [?] b',
  '- [ ] c 📅 2025-11-01',
  '- [/] d',
  '- [x] e',
  '- [?] a 📅 2025-11-02',
  '- [ ] f @Ana 📅 2025-11-01',
];

const proposed = (index: NoteIndex): TaskItem[] => index.open.byMeeting().flatMap(({ items }) => items);

function note(path: string, lines: readonly string[], date: string): ReturnType<typeof entry> {
  return entry(path, `---\ntitle: ${path}\ndate: ${date}\n---\n${lines.join('\n')}\n`);
}

const change = fc.record({
  path: fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md'),
  lines: fc.option(fc.array(fc.constantFrom(...LINES), { maxLength: 5 })),
  date: fc.constantFrom('2025-10-01', '2025-10-02', ''),
  look: fc.boolean(),
});

describe('the open tasks', () => {
  it('are after any changes those that a look at all notes finds, in order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = new NoteIndex();
        for (const { path, lines, date, look } of changes) {
          index.replace(path, lines && note(path, lines, date));
          if (look) index.open.byDue();
        }
        const all = [...index.tasks()];
        const sorted = (fits: (item: TaskItem) => boolean): TaskItem[] => all.filter(fits).sort(compareDue);
        expect(index.open.byDue()).toEqual({
          own: sorted((item) => isOpenCommitment(item) && isOwn(item)),
          others: sorted((item) => isOpenCommitment(item) && !isOwn(item)),
          proposals: sorted(({ state }) => state === 'proposal'),
        });
        const proposals = sorted(({ state }) => state === 'proposal' || state === 'ticked');
        expect(proposed(index).sort(compareDue)).toEqual(proposals);
      }),
    );
  });

  it('come by meeting, the newest first', () => {
    const index = new NoteIndex();
    index.replace('Old.md', note('Old.md', ['- [?] old', '- [?] older'], '2025-10-01'));
    index.replace('New.md', note('New.md', ['- [?] new'], '2025-11-01'));
    index.replace('None.md', entry('None.md', '- [?] none'));
    expect(texts(proposed(index))).toEqual(['new', 'old', 'older', 'none']);
    index.replace('Old.md', note('Old.md', ['- [?] old'], '2025-11-02'));
    expect(texts(proposed(index))).toEqual(['old', 'new', 'none']);
  });
});

describe('a sorted set', () => {
  it('leaves what it returned as it was', () => {
    const set = makeSortedSet<number>((a, b) => a - b);
    for (const number of [3, 1, 2]) set.add(number);
    const before = set.all();
    expect(set.all()).toBe(before);
    set.remove(2);
    expect([before, set.all()]).toEqual([
      [1, 2, 3],
      [1, 3],
    ]);
  });
});
