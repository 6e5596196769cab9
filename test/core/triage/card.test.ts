import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../../src/core/note/read-note';
import type { TaskItem } from '../../../src/core/note/task-item';
import { makeCollapse, stepsOnCards } from '../../../src/core/triage/card';
import { type CopyGroup, makeGroup } from '../../../src/core/triage/copy-members';
import { entry } from '../support/items';
import { runs } from '../support/runs';

const read = (path: string): NoteEntry =>
  entry(path, ['- [?] one', '- [?] two', '- [?] three'].map((line) => `${line} in ${path}`).join('\n'));
const NOTES = ['A.md', 'B.md', 'C.md', 'D.md'].map(read);
const ALL = NOTES.flatMap(({ tasks, facts }) => tasks.map((item) => ({ item, facts })));

describe('of copies', () => {
  it('the best that is there is left, whichever lists were asked for before', () => {
    const kinds = fc.array(fc.constantFrom('a', 'b', 'c', ''), {
      minLength: ALL.length,
      maxLength: ALL.length,
    });
    const asks = fc.array(fc.subarray(NOTES), { maxLength: 8 });
    fc.assert(
      fc.property(kinds, asks, (kindOf, turns) => {
        const groups = new Map<string, CopyGroup>();
        const groupOf = (item: TaskItem): CopyGroup | null => {
          const kind = kindOf[ALL.findIndex((other) => other.item === item)] ?? '';
          const members = ALL.filter((_, at) => kindOf[at] === kind);
          if (kind === '' || members.length < 2) return null;
          const group = groups.get(kind) ?? makeGroup(kind, members, new Set());
          groups.set(kind, group);
          return group;
        };
        const collapse = makeCollapse(groupOf);
        for (const notes of turns) {
          const there = new Set(notes.flatMap(({ tasks }) => tasks));
          const isBest = (item: TaskItem): boolean => {
            const group = groupOf(item);
            return !group || group.members.find((member) => there.has(member.item))?.item === item;
          };
          const lists = notes.map(({ tasks }) => tasks);
          expect(collapse(lists)).toEqual(lists.map((tasks) => tasks.filter(isBest)));
          // What is left of a list is the very same as long as it holds the same.
          const [once, again] = [collapse(lists), collapse(lists)];
          expect(once.every((list, at) => list === again[at])).toBe(true);
        }
      }),
      runs(200),
    );
  });
});

describe('a decision on several cards', () => {
  it('names each line once, also while two cards are still about the same copies', () => {
    const [first, second, other] = ALL.map(({ item }) => item);
    if (!first || !second || !other) return expect.fail('no tasks');
    // Of the note as it was read before: other objects for the same lines.
    const before = read('A.md');
    const members = before.tasks.slice(0, 2).map((item) => ({ item, facts: before.facts }));
    const group = makeGroup('x', members, new Set());
    const steps = stepsOnCards([first, second, other], [{ kind: 'accept' }], (item) =>
      item === other ? null : group,
    );
    expect(steps.map(({ target, verbs }) => [target.text, verbs.map(({ kind }) => kind).join()])).toEqual([
      [first.text, 'accept'],
      [second.text, 'close-as-copy'],
      [other.text, 'accept'],
    ]);
  });
});
