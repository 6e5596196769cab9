/** What one change or one key costs must not grow with the vault. Operations are counted, not times. */
import { describe, expect, it } from 'vitest';
import { makeSortedSet } from '../../../src/core/index/sorted-set';
import { NoteIndex } from '../../../src/core/index/note-index';
import { cursorAtEnd, followRows, moveCursor } from '../../../src/core/list/cursor';
import { indexOfRow, type Row } from '../../../src/core/list/rows';
import { buildRows } from './build-rows';
import { groupTasks } from '../../../src/core/group/group';
import { makePeople, type NameMerge } from '../../../src/core/index/people';
import { FIRST_STATE, type ListState } from '../../../src/core/list/list-state';
import { buildList, type ListContext } from '../../../src/core/list/task-list';
import type { NoteEntry } from '../../../src/core/note/read-note';
import type { TaskItem } from '../../../src/core/note/task-item';
import { makeAccounts } from '../../../src/core/people/accounts';
import { weekGroups } from '../../../src/core/review/week';
import { TODAY } from '../support/act';
import { entry, items, openTasks, texts, indexOf } from '../support/items';

const SIZES = [200, 2000] as const;

function vault(notes: number): NoteIndex {
  const index = new NoteIndex();
  for (let number = 0; number < notes; number++) {
    const path = `Calls/${number}.md`;
    index.replace(path, entry(path, `- [?] one ${number}\n- [?] two ${number}\n- [ ] three ${number}\n`));
  }
  return index;
}

function rowsOf(index: NoteIndex): Row[] {
  const context = {
    today: TODAY,
    factsOf: (path: string) => index.note(path)?.facts,
    ownerLabel: () => '',
  };
  return buildRows(
    groupTasks(
      index.open.byMeeting().map(({ items }) => items),
      'meeting',
      context,
    ),
    new Set(),
  );
}

/** Counts how often rows are asked for anything. */
function counted<T extends object>(rows: readonly T[]): { rows: readonly T[]; reads: () => number } {
  let reads = 0;
  const watched = new Proxy(rows as T[], {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key) as unknown;
    },
  });
  return { rows: watched, reads: () => reads };
}

describe('one changed note', () => {
  it('is compared with few others, however many there are', () => {
    const comparisons = SIZES.map((size) => {
      let count = 0;
      const set = makeSortedSet<number>((a, b) => {
        count++;
        return a - b;
      });
      for (let number = 0; number < size; number++) set.add(number * 2);
      set.all();
      count = 0;
      set.remove(100);
      set.add(101);
      set.all();
      return count;
    });
    // Ten times as many: a few steps more of a search by halves.
    expect(comparisons[1]).toBeLessThanOrEqual((comparisons[0] ?? 0) + 10);
  });

  it.each(SIZES)('makes only its own rows anew among %i notes', (size) => {
    const index = vault(size);
    const before = new Set(rowsOf(index));
    index.replace('Calls/7.md', entry('Calls/7.md', '- [?] changed 7\n- [?] two 7\n'));
    const made = rowsOf(index).filter((row) => !before.has(row));
    expect(made).toHaveLength(3);
  });

  it('says nothing new about people when only its tasks have changed, or they are known', () => {
    const index = indexOf(entry('A.md', '---\nparticipants: [Ana Lee]\n---\n'), entry('B.md', '# Bo Ek\n'));
    const { revision } = index.names;
    index.replace('C.md', entry('C.md', '---\nparticipants: [Ana Lee]\n---\n- [ ] decided\n'));
    index.replace('B.md', entry('B.md', '# Bo Ek\n- [ ] decided\n'));
    expect(index.names.revision).toBe(revision);
    index.replace('C.md', entry('C.md', '---\nparticipants: [Cy Orr]\n---\n'));
    expect(index.names.revision).toBeGreaterThan(revision);
  });

  it('with somebody new leaves people as they are, and has no other note looked at', () => {
    const index = indexOf(entry('A.md', '---\nparticipants: [Ana Lee]\n---\n'));
    const people = makePeople(index, NO_MERGES);
    expect(people.nameOf('Ana', undefined)).toBe('Ana Lee');
    index.replace('B.md', entry('B.md', '---\nparticipants: [Bo Ek]\n---\n'));
    index.notes = () => expect.fail('all notes are looked at');
    expect(people.follow(NO_MERGES)).toBe(true);
    expect(people.nameOf('Bo', undefined)).toBe('Bo Ek');
    expect(people.nameOf('Cy', undefined)).toBe('Cy');
    index.replace('C.md', entry('C.md', '---\nparticipants: [Cy Orr]\n---\n'));
    // Somebody was asked for "Cy" before.
    expect(people.follow(NO_MERGES)).toBe(false);
    expect(people.nameOf('Cy', undefined)).toBe('Cy');
  });
});

const NO_MERGES: readonly NameMerge[] = [];

/** What one changed note makes a list ask for, by what it asks; the list was there before. */
function questions(size: number, state: Partial<ListState>): Readonly<Record<string, number>> {
  const index = vault(size);
  const asked = { isDecided: 0, groupOf: 0, factsOf: 0, ownerLabel: 0, copiesOf: 0 };
  const count = <T>(name: keyof typeof asked, answer: T): T => {
    asked[name]++;
    return answer;
  };
  const context: ListContext = {
    ...{ today: TODAY, weekStart: 1, staleWeeks: 8 },
    isDecided: () => count('isDecided', false),
    groupOf: () => count('groupOf', null),
    copiesOf: () => count('copiesOf', 1),
    factsOf: (path) => count('factsOf', index.note(path)?.facts),
    ownerLabel: () => count('ownerLabel', 'Nobody'),
    dayTitle: (day) => day,
    dayLabel: (day) => day,
    accounts: () => makeAccounts([], { today: TODAY, people: makePeople(indexOf()), ownNames: new Set() }),
    peopleHere: () => [],
    openNote: () => null,
  };
  const build = () => buildList(index, { ...FIRST_STATE, split: 'all', ...state }, context);
  expect(build().shown).toBe(size * 2);
  Object.assign(asked, { isDecided: 0, groupOf: 0, factsOf: 0, ownerLabel: 0, copiesOf: 0 });
  index.replace('Calls/7.md', entry('Calls/7.md', '- [?] changed 7\n- [?] two 7\n'));
  expect(build().shown).toBe(size * 2);
  return { ...asked };
}

describe('after one changed note', () => {
  it.each<[string, Partial<ListState>]>([
    ['by meeting', {}],
    ['by person', { grouping: 'person' }],
    ['by age', { grouping: 'age' }],
    ['filtered', { query: 'owner:nobody' }],
    ['found by note', { query: 'calls' }],
  ])('a list %s divides, groups and filters only the proposals of that note', (_name, state) => {
    const [few, many] = SIZES.map((size) => questions(size, state));
    expect(few?.['isDecided']).toBe(2);
    expect(many).toEqual(few);
  });

  it.each<[string, Partial<ListState>]>([
    ['triage', { split: 'all' }],
    ['the week', { tab: 'week' }],
    ['people', { tab: 'people' }],
  ])('the filter of %s looks at that note, and with another letter at what was left', (_name, state) => {
    let reads = 0;
    const watched = (path: string, lines: string): NoteEntry => {
      const note = entry(path, `---\nparticipants: [Ana Lee]\n---\n${lines}`);
      for (const task of note.tasks) {
        const { text } = task;
        Object.defineProperty(task, 'text', { get: () => (reads++, text) });
      }
      return note;
    };
    const lines = (word: string) => `- [?] ${word} @Me 📅 ${TODAY}\n- [ ] ${word} @Me 📅 ${TODAY}\n`;
    const index = new NoteIndex();
    for (let at = 0; at < 300; at++)
      index.replace(`${at}.md`, watched(`${at}.md`, lines(at % 50 ? 'two' : 'onto')));
    const accounts = makeAccounts([], { today: TODAY, people: makePeople(index), ownNames: new Set() });
    const context: ListContext = {
      ...{ today: TODAY, weekStart: 1, staleWeeks: 0, dayTitle: String, dayLabel: String },
      isDecided: () => false,
      groupOf: () => null,
      copiesOf: () => 1,
      factsOf: (path) => index.note(path)?.facts,
      ownerLabel: () => '',
      accounts: () => accounts,
      peopleHere: () => [],
      openNote: () => null,
    };
    const all = state.tab ? 600 : 300;
    const costs = ['', 'on', 'ont', 'on', 'ont', 'x'].map((query) => {
      accounts.update(index.notes());
      reads = 0;
      buildList(index, { ...FIRST_STATE, ...state, query }, context);
      return reads;
    });
    expect(costs).toEqual([0, all, all / 50, 0, all / 50, all]);
    index.replace('7.md', watched('7.md', lines('three')));
    accounts.update(index.notes());
    reads = 0;
    buildList(index, { ...FIRST_STATE, ...state, query: 'x' }, context);
    expect(reads).toBe(all / 300);
  });

  it('a week looks at few tasks besides those that it shows', () => {
    const reads = SIZES.map((size) => {
      const lines = Array.from({ length: size }, (_, at) => `- [${at % 2 ? '?' : ' '}] one 📅 2030-01-01`);
      const { own, proposals } = openTasks(items(...lines)).byDue();
      const lists = { own: counted(own), others: counted<TaskItem>([]), proposals: counted(proposals) };
      const due = { own: lists.own.rows, others: lists.others.rows, proposals: lists.proposals.rows };
      const week = { today: TODAY, weekStart: 1, offset: 0, dayTitle: String } as const;
      expect(weekGroups(due, week)).toEqual([]);
      return lists.own.reads() + lists.proposals.reads();
    });
    // Ten times as many: a few steps more of each search by halves.
    expect(reads[1]).toBeLessThanOrEqual((reads[0] ?? 0) + 100);
  });

  // A name of a person has no digits.
  const nameOf = (number: number): string =>
    `Cy ${String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)))}`;

  it('accounts look only at that note, and at the people in it', () => {
    const reads = SIZES.map((size) => {
      let count = 0;
      const watched = (path: string, line: string): NoteEntry => {
        const note = entry(path, `---\nparticipants: [Ana Lee]\n---\n${line}\n`);
        const tasks = note.tasks;
        return Object.defineProperty({ ...note }, 'tasks', { get: () => (count++, tasks) });
      };
      const notes = Array.from({ length: size }, (_, at) => watched(`${at}.md`, `- [ ] one @${nameOf(at)}`));
      const context = { today: TODAY, people: makePeople(indexOf()), ownNames: new Set<string>() };
      const accounts = makeAccounts(notes, context);
      const before = accounts.of(nameOf(8));
      expect(before.owesMe).toHaveLength(1);
      count = 0;
      notes[7] = watched('7.md', `- [ ] two @${nameOf(7)}`);
      accounts.update(notes);
      expect(texts(accounts.of(nameOf(7)).owesMe)).toEqual(['two']);
      expect(accounts.of(nameOf(8))).toBe(before);
      return count;
    });
    expect(reads).toEqual([2, 2]);
  });
});

describe('one key', () => {
  it('looks at few rows, however many there are', () => {
    const reads = SIZES.map((size) => {
      const list = counted(rowsOf(vault(size)));
      let cursor = moveCursor(cursorAtEnd(list.rows, -1), list.rows, 50);
      const before = list.reads();
      cursor = moveCursor(cursor, list.rows, 1);
      cursor = followRows(cursor, list.rows);
      expect(list.rows[indexOfRow(list.rows, cursor.key ?? '', cursor.index)]?.key).toBe(cursor.key);
      return list.reads() - before;
    });
    expect(reads[0]).toBeGreaterThan(0);
    expect(reads[1]).toBe(reads[0]);
  });
});
