/** What is kept from one time to the next must be what would be made anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPINGS } from '../../../src/core/group/group';
import { ORDERS } from '../../../src/core/group/order';
import { NoteIndex } from '../../../src/core/index/note-index';
import { makePeople } from '../../../src/core/index/people';
import { FIRST_STATE, type ListState } from '../../../src/core/list/list-state';
import { buildList, type ListContext, listSteps, type TaskList } from '../../../src/core/list/task-list';
import { taskKey } from '../../../src/core/note/task-item';
import { makeAccounts } from '../../../src/core/people/accounts';
import { CopyIndex } from '../../../src/core/triage/copy-index';
import { SPLITS } from '../../../src/core/triage/splits';
import { TODAY } from '../support/act';
import { entry, indexOf } from '../support/items';
import { runs } from '../support/runs';

const LINES = [
  '- [?] Paint the gate of the yard @Myself',
  '- [?] Paint the gate of the yard @Ana Lee 📅 2025-11-04',
  '- [?] Paint the gate of the yard 🛫 2025-12-01',
  '- [x] Paint the gate of the yard ✅ 2025-11-01',
  '- [?] Count the crates in the cellar @Bo Ek ⏫ 📅 2025-11-07',
  '- [?] Count the crates in the cellar',
  '- [ ] Mend the old cider press @Ana 📅 2025-11-06',
  '- [/] Mend the old cider press @Myself',
  '- [ ] Pay the mill @Bo Ek @Myself 📅 2025-10-01',
  '- [x] Call the smith #proposed',
];

const change = fc.record({
  path: fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md', 'E.md'),
  lines: fc.option(fc.array(fc.constantFrom(...LINES), { maxLength: 4 }), { freq: 6 }),
  date: fc.constantFrom('2025-01-01', '2025-10-31', '2025-11-01'),
  people: fc.constantFrom('Ana Lee', 'Ana Lee, Bo Ek', 'Bo Ek, Cy Orr'),
});

const state = fc.record({
  tab: fc.constantFrom('triage', 'triage', 'triage', 'week', 'people'),
  split: fc.constantFrom(...SPLITS),
  grouping: fc.constantFrom(...GROUPINGS),
  order: fc.constantFrom('note', 'note', ...ORDERS),
  query: fc.constantFrom(
    '',
    '',
    'g',
    'ga',
    'gate',
    'a',
    'ana',
    'copies:>1',
    'owner:bo',
    'with:cy',
    '-crates',
  ),
  week: fc.constantFrom(0, 0, 1),
}) as fc.Arbitrary<Partial<ListState>>;

/** An index with what the plugin keeps in step with it. */
function vault() {
  const index = new NoteIndex();
  const copies = new CopyIndex({ duplicateTag: '#duplicate', separations: [] });
  const people = makePeople(indexOf());
  const ownNames: ReadonlySet<string> = new Set();
  const accounts = makeAccounts([], { today: TODAY, people, ownNames });
  const context: ListContext = {
    today: TODAY,
    weekStart: 1,
    staleWeeks: 8,
    isDecided: (item) => copies.decidedBy(taskKey(item)) !== null,
    copiesOf: (item) => copies.groupOf(taskKey(item))?.members.length ?? 1,
    groupOf: (item) => copies.groupOf(taskKey(item)),
    factsOf: (path) => index.note(path)?.facts,
    ownerLabel: ({ owners }) => owners.names.join(', ') || owners.kind,
    dayTitle: (day) => `on ${day}`,
    dayLabel: (day) => day,
    accounts: () => {
      accounts.update(index.notes());
      return accounts;
    },
    peopleHere: () => ['Bo Ek'],
    openNote: () => null,
  };
  const fresh: ListContext = {
    ...context,
    accounts: () => makeAccounts(index.notes(), { today: TODAY, people, ownNames }),
  };
  return {
    index,
    context,
    replace: (path: string, text: string | null): void => {
      index.replace(path, text === null ? null : entry(path, text));
      copies.replaceNote(path, index.note(path));
      index.open.touched(copies.settle().paths);
    },
    /** What would be shown if nothing had been kept. */
    afresh: (of: ListState): TaskList => buildList(index, of, { ...fresh }),
  };
}

const noteText = (path: string, lines: readonly string[], date: string, people: string): string =>
  `---\ntitle: Meeting ${path}\ndate: ${date}\nparticipants: [${people}]\n---\n${lines.join('\n')}\n`;

function shown({ rows, filteredOut, ...rest }: TaskList): unknown {
  const said = rows.map((row) =>
    row.kind === 'task'
      ? row.key
      : [row.group.key, row.group.title, row.group.detail, row.group.items.length],
  );
  return { ...rest, filteredOut: filteredOut(), said };
}

/** Goes so many steps, or to the end. */
function go(steps: Iterator<void>, most = Infinity): void {
  for (let at = 0; at < most && steps.next().done !== true; at++);
}

describe('a list that is kept from one change to the next', () => {
  it('is the same after notes changed while others were being built in steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(change, state, fc.nat(20), fc.boolean()), { maxLength: 12 }),
        state,
        (acts, part) => {
          const { index, context, replace, afresh } = vault();
          for (const [{ path, lines, date, people }, other, most, isFinished] of acts) {
            const steps = listSteps(index, { ...FIRST_STATE, ...other }, context);
            go(steps, most);
            replace(path, lines && noteText(path, lines, date, people));
            if (isFinished) go(steps);
          }
          const all: ListState = { ...FIRST_STATE, ...part };
          expect(shown(buildList(index, all, context))).toEqual(shown(afresh(all)));
        },
      ),
      runs(300),
    );
  });

  it('is the one that would be made anew, whatever changes and whatever is looked at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(change, fc.array(state, { maxLength: 3 })), { maxLength: 12 }),
        (acts) => {
          const { index, context, replace, afresh } = vault();
          for (const [{ path, lines, date, people }, states] of acts) {
            replace(path, lines && noteText(path, lines, date, people));
            for (const part of states) {
              const all: ListState = { ...FIRST_STATE, ...part };
              expect(shown(buildList(index, all, context))).toEqual(shown(afresh(all)));
            }
          }
        },
      ),
      runs(300),
    );
  });

  it('follows the copies of a task by which it is filtered', () => {
    const { index, context, replace } = vault();
    const week: ListState = { ...FIRST_STATE, tab: 'week', query: 'copies:>1' };
    replace('A.md', '- [?] Paint the gate of the yard 📅 2025-11-06\n');
    expect(buildList(index, week, context).shown).toBe(0);
    replace('B.md', '- [?] Paint the gate of the yard\n');
    expect(buildList(index, week, context).shown).toBe(1);
  });

  it('follows a decision on a copy in another note', () => {
    const { index, context, replace } = vault();
    const counts = (): Readonly<Record<string, number>> => buildList(index, FIRST_STATE, context).counts;
    replace('A.md', '- [?] Paint the gate of the yard @Myself\n');
    replace('B.md', '- [?] Paint the gate of the yard @Myself\n');
    expect(buildList(index, FIRST_STATE, context).shown).toBe(1);
    expect(counts()).toMatchObject({ mine: 2, decided: 0 });
    replace('B.md', '- [x] Paint the gate of the yard @Myself ✅ 2025-11-01\n');
    expect(counts()).toMatchObject({ mine: 0, decided: 1 });
  });
});

describe('accounts that follow the notes', () => {
  const NAMES = ['Ana Lee', 'Ana', 'Bo Ek', 'Cy Orr', 'Dee'];
  const context = { today: TODAY, people: makePeople(indexOf()), ownNames: new Set(['cy orr']) };

  it('are those of the notes as they are, and leave what they said before as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 10 }), (turns) => {
        const index = new NoteIndex();
        const accounts = makeAccounts([], context);
        for (const changes of turns) {
          const before = accounts.open.map((account) => ({ account, copy: structuredClone(account) }));
          for (const { path, lines, date, people } of changes) {
            const note = lines && entry(path, noteText(path, lines, date, people));
            index.replace(path, note);
          }
          accounts.update(index.notes());
          const fresh = makeAccounts(index.notes(), context);
          expect(accounts.open).toEqual(fresh.open);
          for (const name of NAMES) {
            expect(accounts.of(name)).toEqual(fresh.of(name));
            expect(accounts.has(name)).toBe(fresh.has(name));
          }
          for (const { account, copy } of before) expect(structuredClone(account)).toEqual(copy);
        }
      }),
      runs(200),
    );
  });
});
