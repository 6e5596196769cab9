import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../../src/core/note/read-note';
import { type TaskItem, taskKey } from '../../../src/core/note/task-item';
import { type CopyData, CopyIndex } from '../../../src/core/triage/copy-index';
import { disagreements } from '../../../src/core/triage/copy-members';
import { normalText } from '../../../src/core/triage/copy-split';
import { day, PATIENT } from '../support/act';
import { entry } from '../support/items';
import { runs } from '../support/runs';

const DATA: CopyData = { duplicateTag: '#duplicate' };

function note(path: string, ...lines: string[]): NoteEntry {
  return entry(path, lines.join('\n'));
}

function indexOf(notes: readonly NoteEntry[], data: Partial<CopyData> = {}): CopyIndex {
  const index = new CopyIndex({ ...DATA, ...data });
  for (const one of notes) index.replaceNote(one.path, one);
  index.settle();
  return index;
}

/** An index that has all notes and has not begun its work. */
function loaded(notes: readonly NoteEntry[]): CopyIndex {
  const index = new CopyIndex(DATA);
  for (const one of notes) index.replaceNote(one.path, one);
  return index;
}

function task(from: NoteEntry, at = 0): TaskItem {
  const found = from.tasks[at];
  if (!found) throw new Error(`no task ${at} in ${from.path}`);
  return found;
}

const key = (from: NoteEntry, at = 0): string => taskKey(task(from, at));

/** The texts of each group, sorted. */
function groupsOf(index: CopyIndex, notes: Iterable<NoteEntry>): string[][] {
  const found = [...notes].flatMap((one) => one.tasks.map((item) => index.groupOf(taskKey(item))));
  const groups = [...new Set(found)].map((group) =>
    (group?.members ?? []).map(({ item }) => `${item.path}: ${item.text}`).sort(),
  );
  return groups.filter(({ length }) => length > 0).sort((a, b) => a.join().localeCompare(b.join()));
}

const meeting = (path: string, date: string, ...lines: string[]): NoteEntry =>
  note(path, '---', `date: ${date}`, 'participants: [Ana Lee]', '---', ...lines);

const OLD = meeting('Old.md', '2025-10-01', '- [?] Send the price list to Hartwell 📅 2025-10-10 ⏫');
const NEW = meeting('New.md', '2025-11-01', '- [?] Share the price list with Hartwell. @Bo Ek 📅 2025-11-10');
const OTHER = meeting('Other.md', '2025-11-02', '- [?] Water the plants');

describe('a group', () => {
  it('knows initials by their words, but not by any that stand where a dot does', () => {
    const short = note('A.md', '- [?] Review the SOW with legal', '- [?] Check the U.S. offer');
    const long = note('B.md', '- [?] Review the statement of work with legal');
    const other = note('C.md', '- [?] Check the usual team savings offer');
    const all = [short, long, other];
    expect(groupsOf(indexOf(all), all)).toEqual([
      ['A.md: Review the SOW with legal', 'B.md: Review the statement of work with legal'],
    ]);
  });

  it('holds the proposals that say the same, the newest meeting first', () => {
    const group = indexOf([OLD, OTHER, NEW]).groupOf(key(OLD));
    expect(group?.members.map(({ item }) => item.path)).toEqual(['New.md', 'Old.md']);
    expect(group?.because).toBe('newest');
    expect(indexOf([OLD, OTHER, NEW]).groupOf(key(OTHER))).toBeNull();
  });

  it('keeps the one with the most fields of one day, and the one that the user picked', () => {
    const bare = meeting('Bare.md', '2025-11-01', '- [?] Share the price list with Hartwell');
    const group = indexOf([bare, NEW]).groupOf(key(bare));
    expect([group?.kept.item.path, group?.because]).toEqual(['New.md', 'most-fields']);
    const picked = indexOf([OLD, NEW], { picks: [key(OLD)] });
    expect(picked.groupOf(key(NEW))?.kept.item.path).toBe('Old.md');
    expect(picked.groupOf(key(NEW))?.because).toBe('picked');
    picked.setPicks([]);
    picked.settle();
    expect(picked.groupOf(key(NEW))?.kept.item.path).toBe('New.md');
  });

  it('says which owners and due days differ, and asks nothing where only one is known', () => {
    const group = indexOf([OLD, NEW]).groupOf(key(OLD));
    if (!group) throw new Error('no group');
    expect(disagreements(group)).toEqual({ owners: [], dues: [day('2025-10-10'), day('2025-11-10')] });
    const third = meeting('Third.md', '2025-11-03', '- [?] Send Hartwell the price list @Ana Lee');
    const three = indexOf([OLD, NEW, third]).groupOf(key(third));
    if (!three) throw new Error('no group');
    expect(disagreements(three).owners.map(({ names }) => names)).toEqual([['Ana Lee'], ['Bo Ek']]);
  });

  it('takes a verb that means several things for any of them, and as a part of other words for the same', () => {
    const revised = note('Revised.md', '- [?] Send the revised price list to Hartwell before Friday');
    const updated = note('Updated.md', '- [?] Share the updated price list with Hartwell by Friday');
    const tell = note('Tell.md', '- [?] Tell the harbour office about the pontoon');
    const update = note('Update.md', '- [?] Update the harbour office about the pontoon');
    const index = indexOf([revised, updated, tell, update]);
    expect(index.groupOf(key(revised))?.members).toHaveLength(2);
    expect(index.groupOf(key(tell))?.members).toHaveLength(2);
  });

  it('never joins what differs in a number, a name, a negation or a day', () => {
    const texts = [
      'Send Q3 report',
      'Send Q4 report',
      'Approve budget',
      'Do not approve budget',
      'Call Anna',
      'Call Ben',
      'Book the boardroom for 12 May',
      'Book the boardroom for 19 May',
      'Send the sales report to the finance team on Monday',
      'Send the sales report to the finance team on Friday',
    ];
    const notes = texts.map((text, at) => note(`${at}.md`, `- [?] ${text}`));
    expect(groupsOf(indexOf(notes), notes)).toEqual([]);
  });

  it('does not chain: two tasks that a longer text both holds stay apart', () => {
    const both = note('a.md', '- [?] Send the lab report to Graz and to Pau');
    const one = note('b.md', '- [?] Send the lab report to Graz');
    const two = note('c.md', '- [?] Send the lab report to Pau');
    const groups = groupsOf(indexOf([both, one, two]), [both, one, two]);
    expect(
      groups.some(
        (group) => group.some((x) => x.startsWith('b.md')) && group.some((x) => x.startsWith('c.md')),
      ),
    ).toBe(false);
  });

  it('keeps its key when unrelated notes change', () => {
    const index = indexOf([OLD, NEW, OTHER]);
    const before = index.groupOf(key(OLD))?.key;
    const changed = note('Other.md', '- [?] Water the lawn', '- [?] Order coffee');
    index.replaceNote('Other.md', changed);
    expect([...index.settle().groups]).toEqual([]);
    expect(index.groupOf(key(NEW))?.key).toBe(before);
  });

  it('tells which groups and notes changed', () => {
    const index = indexOf([OLD]);
    index.replaceNote(NEW.path, NEW);
    const { groups, paths } = index.settle();
    expect([...groups]).toEqual([index.groupOf(key(OLD))?.key]);
    expect([...paths].sort()).toEqual(['New.md', 'Old.md']);
    index.replaceNote('Old.md', null);
    expect(index.settle().groups.size).toBeGreaterThan(0);
    expect(index.groupOf(key(NEW))).toBeNull();
  });
});

describe('a separation', () => {
  const pair = [normalText(task(OLD).text), normalText(task(NEW).text)] as const;

  it('splits a group, and its end joins it again', () => {
    const index = indexOf([OLD, NEW], { separations: [pair] });
    expect(index.groupOf(key(OLD))).toBeNull();
    index.setSeparations([]);
    index.settle();
    expect(index.groupOf(key(OLD))?.members).toHaveLength(2);
    index.setSeparations([[pair[1], pair[0]]]);
    index.settle();
    expect(index.groupOf(key(OLD))).toBeNull();
  });

  it('also holds where both are like a third, and for texts that are letter for letter the same', () => {
    const third = note('Third.md', '- [?] Send Hartwell the price list');
    const index = indexOf([OLD, NEW, third], { separations: [pair] });
    const group = index.groupOf(key(third));
    expect(group?.members).toHaveLength(2);
    const twins = [note('a.md', '- [?] Call Anna'), note('b.md', '- [?] call Anna!')];
    expect(groupsOf(indexOf(twins), twins)).toHaveLength(1);
    expect(groupsOf(indexOf(twins, { separations: [['call anna', 'call anna']] }), twins)).toEqual([]);
  });

  it('keeps a decision from answering a proposal', () => {
    const done = note('Done.md', '- [x] Send the price list to Hartwell ✅ 2025-10-09');
    expect(indexOf([done, NEW]).decidedBy(key(NEW))?.kind).toBe('done');
    expect(indexOf([done, NEW], { separations: [pair] }).decidedBy(key(NEW))).toBeNull();
  });
});

describe('a decision', () => {
  it('is found with its kind and day, the last of equal ones', () => {
    const first = note('a.md', '- [-] Share the price list with Hartwell ❌ 2025-09-01');
    const second = note('b.md', '- [x] Share the price list with Hartwell ✅ 2025-10-01');
    const index = indexOf([first, second, NEW]);
    const decided = index.decidedBy(key(NEW));
    expect([decided?.kind, decided?.day, decided?.item?.path]).toEqual(['done', '2025-10-01', 'b.md']);
    index.replaceNote('b.md', null);
    index.settle();
    expect(index.decidedBy(key(NEW))?.kind).toBe('rejected');
    expect(index.decidedBy(key(first))).toBeNull();
  });

  it('is an accepted task too, with the day of its meeting', () => {
    const accepted = meeting('a.md', '2025-10-20', '- [ ] Send Hartwell the price list');
    const decided = indexOf([accepted, NEW]).decidedBy(key(NEW));
    expect([decided?.kind, decided?.day]).toEqual(['accepted', '2025-10-20']);
  });

  it('is not a copy that was closed as one', () => {
    const closed = note('a.md', '- [-] Share the price list with Hartwell #duplicate ❌ 2025-09-01');
    expect(indexOf([closed, NEW]).decidedBy(key(NEW))).toBeNull();
  });

  it('is remembered after its task is gone', () => {
    const remembered = {
      text: 'Send Hartwell the price list',
      kind: 'rejected',
      day: day('2025-08-01'),
    } as const;
    const index = indexOf([NEW]);
    index.setRemembered('gone.md', [remembered]);
    index.settle();
    expect(index.decidedBy(key(NEW))).toEqual({ item: null, ...remembered });
    index.setRemembered('gone.md', []);
    index.settle();
    expect(index.decidedBy(key(NEW))).toBeNull();
  });
});

describe('texts of all kinds', () => {
  it('are grouped in other scripts, without words, and at any length', () => {
    const texts = [
      '给客户发送新的报价单',
      '给客户发送新的报价单。',
      '???',
      '...',
      'word '.repeat(5000),
      `${'word '.repeat(5000)}!`,
    ];
    const notes = texts.map((text, at) => note(`${at}.md`, `- [?] ${text}`));
    const groups = groupsOf(indexOf(notes), notes);
    expect(groups.map((group) => group.length)).toContain(2);
  });
});

const TEXTS = [
  'Send the price list to Hartwell',
  'Share the price list with Hartwell by Friday',
  'Send Hartwell the updated price list',
  'Do not send the price list to Hartwell',
  'Send the price list 2 to Hartwell',
  'Send the price list to Lindner',
  'Send the guest list to Hartwell',
  'Send the price list and the guest list to Hartwell and Lindner',
  'Water the plants',
  'Water the plants and the lawn in the yard',
  'Angebot an Lindner schicken',
  'Call Anna',
];

const lines = fc.array(
  fc.tuple(
    fc.constantFrom('?', '?', '?', 'x', '-', ' '),
    fc.constantFrom(...TEXTS),
    fc.constantFrom('', ' @Bo Ek', ' 📅 2025-11-08'),
  ),
  { maxLength: 4 },
);
const steps = fc.array(fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md'), lines), {
  maxLength: 14,
});
const toNote = (path: string, parts: readonly (readonly string[])[]): NoteEntry =>
  meeting(path, '2025-10-01', ...parts.map(([symbol, text, rest]) => `- [${symbol}] ${text}${rest}`));

function answers(index: CopyIndex, notes: Iterable<NoteEntry>): unknown {
  const all = [...notes];
  const tasks = all.flatMap((one) => one.tasks);
  return {
    groups: groupsOf(index, all),
    each: tasks.map((item) => [
      taskKey(item),
      index.groupOf(taskKey(item))?.key,
      index.groupOf(taskKey(item))?.kept.item.source,
      index.decidedBy(taskKey(item)),
    ]),
  };
}

describe('an index that followed every change', () => {
  it(
    'answers like one that was built afresh',
    () => {
      fc.assert(
        fc.property(steps, fc.boolean(), (changes, isSeparated) => {
          const separations = isSeparated
            ? [[normalText(TEXTS[0] ?? ''), normalText(TEXTS[2] ?? '')] as const]
            : [];
          const index = new CopyIndex({ ...DATA, separations });
          const notes = new Map<string, NoteEntry>();
          for (const [path, parts] of changes) {
            const changed = toNote(path, parts);
            notes.set(path, changed);
            index.replaceNote(path, changed);
            index.settle();
          }
          index.recount();
          index.settle();
          const sorted = [...notes.values()].sort((a, b) => a.path.localeCompare(b.path));
          expect(answers(index, sorted)).toEqual(answers(indexOf(sorted, { separations }), sorted));
        }),
        runs(300),
      );
    },
    PATIENT.timeout,
  );

  it(
    'answers like one that went another way, with the same frozen weights',
    () => {
      fc.assert(
        fc.property(steps, fc.array(fc.nat(3), { maxLength: 14 }), (changes, pauses) => {
          const start = TEXTS.slice(0, 8).map((text, at) => note(`start ${at}.md`, `- [?] ${text}`));
          const [one, two] = [indexOf(start), indexOf(start)];
          const last = new Map(changes.map(([path, parts]) => [path, toNote(path, parts)]));
          for (const [at, [path, parts]] of changes.entries()) {
            one.replaceNote(path, toNote(path, parts));
            // Some work, not all of it.
            const work = one.work();
            for (let step = 0; step < (pauses[at] ?? 0); step++) work.next();
          }
          for (const [path, latest] of [...last].reverse()) two.replaceNote(path, latest);
          one.settle();
          two.settle();
          const notes = [...start, ...[...last.values()].sort((a, b) => a.path.localeCompare(b.path))];
          expect(answers(one, notes)).toEqual(answers(two, notes));
        }),
        runs(300),
      );
    },
    PATIENT.timeout,
  );

  it(
    'answers like another where many texts hang together and work is broken off anywhere',
    () => {
      // Two heaps of texts, so that one changes while the other one is worked on.
      const heaps = ['lamp rope sail mast deck keel', 'salt corn rice milk beef plum'].map((words) =>
        words.split(' '),
      );
      const text = (n: number): string => {
        const word = (digit: number): string => heaps[n % 2]?.[Math.floor(n / 2 / digit) % 6] ?? '';
        return `Order ${word(1)} ${word(6)} ${word(36)}`;
      };
      const start = Array.from({ length: 432 }, (_, n) => note(`${n}.md`, `- [?] ${text(n)}`));
      const symbols = fc.constantFrom('?', '?', 'x', '-');
      const change = fc.tuple(fc.nat(450), fc.nat(431), symbols, fc.nat(50));
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
          const notes = new Map(start.map((one) => [one.path, one]));
          const index = new CopyIndex(DATA);
          for (const one of start) index.replaceNote(one.path, one);
          const work = index.work();
          work.next();
          for (const [at, n, symbol, pause] of changes) {
            for (let step = 0; step < pause; step++) work.next();
            const changed = note(`${at}.md`, `- [${symbol}] ${text(n)}`);
            notes.set(changed.path, changed);
            index.replaceNote(changed.path, changed);
            // Another worker comes in between, as when the user picks one of the copies.
            if (pause % 3 === 0) index.settle();
          }
          while (work.next().done !== true);
          index.settle();
          const other = indexOf(start);
          for (const [path, one] of [...notes].reverse()) other.replaceNote(path, one);
          other.settle();
          const all = [...notes.values()].sort((a, b) => a.path.localeCompare(b.path));
          expect(groupsOf(index, all)).toEqual(groupsOf(other, all));
        }),
        runs(20),
      );
    },
    PATIENT.timeout,
  );

  it(
    'answers like another wherever its work is broken off by a worker that finishes first',
    () => {
      // Two heaps, each of which hangs together; a text is three words of five.
      const heaps = ['lamp rope sail mast deck', 'salt corn rice milk beef'].map((words) => words.split(' '));
      const text = (n: number): string =>
        `Order ${[1, 5, 25].map((digit) => heaps[n % 2]?.[Math.floor(n / 2 / digit) % 5]).join(' ')}`;
      // In the middle of each heap, a text that all others of it are like.
      const hubs = heaps.map((words, n) => note(`hub ${n}.md`, `- [?] Order ${words.join(' ')}`));
      const texts = Array.from({ length: 250 }, (_, n) => note(`${n}.md`, `- [?] ${text(n)}`));
      const start = [...hubs, ...texts];
      // The middle goes, is decided, or gets company; in the heap that is worked on and in the other one.
      const changes = heaps.flatMap((words, n) => [
        note(`hub ${n}.md`),
        note(`hub ${n}.md`, `- [x] Order ${words.join(' ')}`),
        note('new.md', `- [?] Order ${words.join(' ')} and paint`),
      ]);
      const after = changes.map((change) => {
        const index = indexOf(start);
        index.replaceNote(change.path, change);
        index.settle();
        const notes = [...start.filter(({ path }) => path !== change.path), change];
        return { change, notes, groups: groupsOf(index, notes) };
      });
      const slices = [...loaded(start).work()].length;
      expect(slices).toBeGreaterThan(20);
      for (let broken = 1; broken <= slices; broken++) {
        const expected = after[broken % after.length];
        if (!expected) throw new Error('no change');
        const index = loaded(start);
        const work = index.work();
        for (let step = 0; step < broken; step++) work.next();
        index.replaceNote(expected.change.path, expected.change);
        index.settle();
        while (work.next().done !== true);
        expect(groupsOf(index, expected.notes), `broken off at ${broken}`).toEqual(expected.groups);
      }
    },
    PATIENT.timeout,
  );

  it('works in slices, and gives old answers until it is done', () => {
    const notes = Array.from({ length: 300 }, (_, at) =>
      note(`${at}.md`, `- [?] ${TEXTS[at % 12] ?? ''} ${at % 50}`),
    );
    const index = new CopyIndex(DATA);
    for (const one of notes) index.replaceNote(one.path, one);
    const slices = [...index.work()].length;
    expect(slices).toBeGreaterThan(5);
    expect(groupsOf(index, notes)).toEqual(groupsOf(indexOf(notes), notes));
  });
});
