import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameMerge, makePeople } from '../../../src/core/index/people';
import type { NoteEntry } from '../../../src/core/note/read-note';
import { type Accounts, makeAccounts, peopleOf, withMerge } from '../../../src/core/people/accounts';
import { accountGroups, accountSummary, personGroups } from '../../../src/core/people/person-groups';
import { TODAY } from '../support/act';
import { entry, texts, indexOf } from '../support/items';
import { runs } from '../support/runs';

const meeting = (path: string, people: string, ...lines: string[]): NoteEntry =>
  entry(path, `---\nparticipants: [${people}]\n---\n# ${path.slice(13, -3)}\n${lines.join('\n')}\n`);

const NOTES = [
  entry(
    'People/Ana Lee.md',
    '---\naliases: [Annie]\n---\n# Ana Lee\n- [ ] ask Ana for the key @Me\n- [ ] lend the saw @Ana Lee\n',
  ),
  entry('Shopping.md', '# Shopping\n- [ ] buy nails @Me\n'),
  meeting(
    '2025-10-01 - Harvest.md',
    'Ana Lee, Robin Fell, Bo Ek',
    '- [ ] count crates @Ana 📅 2025-11-20',
    '- [/] mend the press @Annie 📅 2025-10-20',
    '- [ ] pay the mill @Myself',
    '- [ ] carry the ladder @Myself @Ana Lee',
    '- [?] paint the gate @Ana Lee',
    '- [?] call the smith @Me',
    '- [?] sleep on it @Me 🛫 2025-12-01',
    '- [x] water the trees @Ana ✅ 2025-10-02',
    '- [ ] nobody does this',
  ),
  meeting(
    '2025-11-01 - Cellar.md',
    'Ana Lee, Robin Fell',
    '- [ ] draw a plan @Bo Ekk',
    '- [ ] mine too @Robin',
  ),
];

const OWN: ReadonlySet<string> = new Set(['robin fell']);

function accountsOf(notes: readonly NoteEntry[] = NOTES, merges: readonly NameMerge[] = []): Accounts {
  return makeAccounts(notes, { today: TODAY, people: makePeople(indexOf(...notes), merges), ownNames: OWN });
}

describe('an account', () => {
  const ana = accountsOf().of('ana lee');

  it('holds what somebody owes, under every name that is theirs, the earliest first', () => {
    expect(texts(ana.owesMe)).toEqual(['mend the press', 'count crates', 'carry the ladder', 'lend the saw']);
  });

  it('holds what I owe from meetings with them and from their page, but nothing twice', () => {
    expect(texts(ana.iOwe)).toEqual(['pay the mill', 'mine too', 'ask Ana for the key']);
  });

  it('holds what is proposed for either of us, unless it is snoozed', () => {
    expect(texts(ana.proposed)).toEqual(['paint the gate', 'call the smith']);
  });

  it('knows since when one waits, and when one met', () => {
    expect([ana.waitingSince, ana.lastMet]).toEqual(['2025-10-01', '2025-11-01']);
    expect(ana.meetings.map(({ title }) => title)).toEqual(['Cellar', 'Harvest']);
    expect(accountsOf().of('Bo Ekk').lastMet).toBeNull();
  });

  it('is empty for a stranger', () => {
    const { owesMe, iOwe, proposed, meetings } = accountsOf().of('Zoë');
    expect([owesMe, iOwe, proposed, meetings]).toEqual([[], [], [], []]);
  });
});

describe('the accounts', () => {
  it('are of all people with something open, and of no page that is no person’s', () => {
    expect(accountsOf().open.map(({ name }) => name)).toEqual(['Ana Lee', 'Bo Ekk', 'Bo Ek']);
  });

  it('become one when two spellings are merged, and two again when that is taken back', () => {
    const merged = accountsOf(NOTES, withMerge([], 'Bo Ekk', 'Bo Ek'));
    expect(merged.open.map(({ name }) => name)).toEqual(['Ana Lee', 'Bo Ek']);
    expect(texts(merged.of('Bo Ek').owesMe)).toEqual(['draw a plan']);
    expect(merged.of('Bo Ek').lastMet).toBe('2025-10-01');
  });

  it('lose nothing, whatever is merged with whatever', () => {
    const names = ['Ana Lee', 'Annie', 'Bo Ek', 'Bo Ekk', 'Ana', 'Robin'];
    const owedBy = (accounts: Accounts): string[] =>
      [...new Set(accounts.open.flatMap(({ owesMe }) => texts(owesMe)))].sort();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 6 }),
        (acts) => {
          const merges = acts.reduce<NameMerge[]>((all, [from, to]) => withMerge(all, from, to), []);
          const others = accountsOf(NOTES, merges);
          // Robin is the user, until Robin counts as somebody else.
          const isRobin = merges.some((merge) => merge.includes('Robin'));
          if (!isRobin) expect(owedBy(others)).toEqual(owedBy(accountsOf()));
          for (const [from] of merges) expect(others.open.map(({ name }) => name)).not.toContain(from);
        },
      ),
      runs(100),
    );
  });
});

describe('a merge', () => {
  it('takes back what contradicts it', () => {
    expect(withMerge([['Bo', 'Bo Ek']], 'bo ek', 'Bo')).toEqual([['bo ek', 'Bo']]);
    expect(withMerge([['Bo', 'Bo Ek']], 'Bo', 'Bo Ekk')).toEqual([['Bo', 'Bo Ekk']]);
    expect(withMerge([['A', 'B']], 'C', 'D')).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('of a name with itself, or with nothing, is none', () => {
    expect(withMerge([], 'Bo', ' bo ')).toEqual([]);
    expect(withMerge([], 'Bo', ' ')).toEqual([]);
  });
});

describe('the people of a note', () => {
  const context = { people: makePeople(indexOf(...NOTES)), ownNames: OWN };
  const of = (path: string): string[] => peopleOf(NOTES.find((note) => note.path === path)!.facts, context);

  it('are its participants without me, or whose page it is', () => {
    expect(of('2025-10-01 - Harvest.md')).toEqual(['Ana Lee', 'Bo Ek']);
    expect(of('People/Ana Lee.md')).toEqual(['Ana Lee']);
  });
});

describe('the groups', () => {
  const plain = (text = ''): string => text.replace(/\u00a0/g, ' ');
  const context = { today: TODAY, dayLabel: (day: string) => `on ${day}` };

  it('say of each person how much is open and how old it is', () => {
    const [ana, bo] = personGroups(accountsOf().open, context);
    expect(plain(ana?.detail)).toBe('Owes me 4, oldest 35 days · I owe 3 · 2 proposed · met on 2025-11-01');
    expect(plain(bo?.detail)).toBe('Owes me 1, oldest 4 days');
    expect([ana?.startsFolded, ana?.person, ana?.items.length]).toEqual([true, 'Ana Lee', 9]);
  });

  it('of one person show both directions', () => {
    const groups = accountGroups(accountsOf().of('Ana Lee'));
    expect(groups.map(({ title, items }) => `${title} ${items.length}`)).toEqual([
      'Owes me 4',
      'I owe 3',
      'Proposed 2',
    ]);
    expect(accountGroups(accountsOf().of('Bo Ekk')).map(({ title }) => title)).toEqual(['Owes me']);
  });

  it('do not speak of an age of nothing', () => {
    const today = meeting('2025-11-05 - Now.md', 'Ana Lee', '- [ ] fresh @Ana Lee');
    expect(plain(accountSummary(accountsOf([today]).of('Ana Lee'), context))).toBe(
      'Owes me 1 · met on 2025-11-05',
    );
  });
});
