/** What is open between the user and everybody else: who owes what to whom, since when, and when one met. */
import { type Day, daysBetween } from '../date/day';
import { compareDue, compareText } from '../group/order';
import type { NameMerge, People } from '../index/people';
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, type TaskItem } from '../note/task-item';
import { makeSortedSet } from '../index/sorted-set';
import { differences } from '../shared/collect';
import { isWaiting } from '../triage/splits';

/** A meeting, or a note, with a person. */
export interface Meeting {
  readonly path: string;
  readonly title: string;
  readonly date: Day | null;
}

/** What is open between the user and one person. */
export interface Account {
  readonly name: string;
  /** Accepted tasks that they own. */
  readonly owesMe: readonly TaskItem[];
  /** Accepted tasks of the user's from meetings with them, or from their own page, that they do not own too. */
  readonly iOwe: readonly TaskItem[];
  /** Proposals of both kinds, without those that are snoozed. */
  readonly proposed: readonly TaskItem[];
  /** The last one first. */
  readonly meetings: readonly Meeting[];
  /** The day of the oldest note from which they owe something. */
  readonly waitingSince: Day | null;
  readonly lastMet: Day | null;
}

/** What accounts depend on besides the notes. */
export interface AccountContext {
  readonly today: Day;
  readonly people: People;
  /** The `nameKey`s of the user's own names. */
  readonly ownNames: ReadonlySet<string>;
}

/** A note that speaks of a person. */
interface Mention {
  readonly path: string;
  /** The day of the note, where they owe something from it. */
  readonly since: Day | null;
}

/** What notes say of one person. */
interface Person {
  readonly name: string;
  readonly owesMe: TaskItem[];
  readonly iOwe: TaskItem[];
  readonly proposed: TaskItem[];
  readonly meetings: Meeting[];
  /** Not every note without people is a page of a person: something else has to speak of them too. */
  readonly mentions: Mention[];
}

const LISTS = ['owesMe', 'iOwe', 'proposed', 'meetings', 'mentions'] as const;

/** What is open with each person, by the `nameKey`s of their names. */
export type Accounts = ReturnType<typeof makeAccounts>;

/** The accounts of notes; they can be made to follow these. */
export function makeAccounts(notes: Iterable<NoteEntry>, { today, people, ownNames }: AccountContext) {
  const persons = new Map<string, Person>();
  /** By full names as they are written, since most come again and again. */
  const byFullName = new Map<string, Person | null>();
  const accountsOf = new Map<Person, Account>();
  const sorted = makeSortedSet(compareAccounts);
  let known: readonly NoteEntry[] = [];

  /** The person of a name as written in a note; `null` for the user. */
  const personOf = (written: string, facts: NoteFacts): Person | null => {
    let person = byFullName.get(written);
    if (person !== undefined) return person;
    const name = people.nameOf(written, facts);
    const key = nameKey(name);
    person = isMe(written, ownNames) || ownNames.has(key) ? null : (persons.get(key) ?? newPerson(name));
    if (person) persons.set(key, person);
    // A first name alone can be somebody else in the next note.
    if (written.includes(' ')) byFullName.set(written, person);
    return person;
  };
  const personsOf = (names: readonly string[], facts: NoteFacts): Set<Person> =>
    new Set(names.flatMap((name) => personOf(name, facts) ?? []));

  /** Adds what a note says of people, each of whom is handed to `touch` before. */
  const read = ({ path, facts, tasks }: NoteEntry, touch: (person: Person) => void): void => {
    const { title, date } = facts;
    const others = personsOf(peopleIn(facts), facts);
    others.forEach(touch);
    if (facts.kind === 'meeting') {
      for (const other of others) {
        other.mentions.push({ path, since: null });
        other.meetings.push({ path, title, date });
      }
    }
    for (const item of tasks) {
      const isOpen = isOpenCommitment(item);
      if (!isOpen && !isWaiting(item, today)) continue;
      const { names, mine } = item.owners;
      const owners = personsOf(names, facts);
      owners.forEach(touch);
      for (const owner of owners) {
        owner.mentions.push({ path, since: isOpen ? date : null });
        (isOpen ? owner.owesMe : owner.proposed).push(item);
      }
      // A first name can turn out to be the user's.
      if (!mine && names.every((name) => personOf(name, facts))) continue;
      for (const other of others) if (!owners.has(other)) (isOpen ? other.iOwe : other.proposed).push(item);
    }
  };

  const accounts = {
    /** Takes over the notes as they are now; only those that changed are looked at, and the people in them. */
    update(next: Iterable<NoteEntry>): void {
      const entries = [...next];
      const { gone, come } = differences(known, entries);
      known = entries;
      const changed = new Set<Person>();
      // Other lists take the place of those that somebody may hold.
      const keep = (person: Person, isKept: (thing: { readonly path: string }) => boolean): void => {
        for (const list of LISTS) Object.assign(person, { [list]: person[list].filter(isKept) });
      };
      const touch = (person: Person): void => {
        if (changed.has(person)) return;
        changed.add(person);
        const before = accountsOf.get(person);
        if (before && isOpen(person)) sorted.remove(before);
        keep(person, Boolean);
      };
      for (const note of gone) read(note, touch);
      const paths = new Set(gone.map(({ path }) => path));
      for (const person of changed) keep(person, ({ path }) => !paths.has(path));
      for (const note of come) read(note, touch);
      for (const person of changed) {
        const account = accountOf(person);
        accountsOf.set(person, account);
        if (isOpen(person)) sorted.add(account);
      }
    },

    /** Those with something open, who owe the most first. */
    get open(): readonly Account[] {
      return sorted.all();
    },

    /** Whether notes speak of a person of this name. */
    has: (name: string): boolean => (persons.get(nameKey(name))?.mentions.length ?? 0) > 0,

    /** The account under a name; empty when nothing is known of it. */
    of(name: string): Account {
      const person = persons.get(nameKey(name)) ?? newPerson(name);
      return accountsOf.get(person) ?? accountOf(person);
    },
  };
  accounts.update(notes);
  return accounts;
}

/** The people with whom a note is, besides the user: its participants, or whose page it is. */
export function peopleOf(facts: NoteFacts, { people, ownNames }: Omit<AccountContext, 'today'>): string[] {
  const names = peopleIn(facts)
    .filter((name) => !isMe(name, ownNames))
    .map((name) => people.nameOf(name, facts));
  return [...new Set(names)].filter((name) => !ownNames.has(nameKey(name)));
}

/** How many days a task has been waiting since its meeting; `null` where the note has no date. */
export function daysWaiting(facts: NoteFacts | undefined, today: Day): number | null {
  return facts?.date ? Math.max(0, daysBetween(today, facts.date)) : null;
}

/**
 * Merges with one more: all that counted as `spelling` counts as `name`. What was said before of either
 * spelling and contradicts it is taken back.
 */
export function withMerge(merges: readonly NameMerge[], spelling: string, name: string): NameMerge[] {
  const [from, to] = [nameKey(spelling), nameKey(name)];
  if (from === to || from === '' || to === '') return [...merges];
  const others = merges.filter(([other]) => nameKey(other) !== from && nameKey(other) !== to);
  return [...others, [spelling.trim(), name.trim()]];
}

function peopleIn(facts: NoteFacts): readonly string[] {
  return facts.kind === 'profile' ? [facts.title] : facts.people;
}

function isMe(name: string, ownNames: ReadonlySet<string>): boolean {
  const key = nameKey(name);
  return ownNames.has(key) || key === 'me' || key === 'myself';
}

function newPerson(name: string): Person {
  return { name, owesMe: [], iOwe: [], proposed: [], meetings: [], mentions: [] };
}

function isOpen({ mentions, owesMe, iOwe, proposed }: Person): boolean {
  return mentions.length > 0 && owesMe.length + iOwe.length + proposed.length > 0;
}

function accountOf({ name, owesMe, iOwe, proposed, meetings, mentions }: Person): Account {
  for (const items of [owesMe, iOwe, proposed]) items.sort(compareDue);
  meetings.sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path));
  const [waitingSince = null] = mentions.flatMap(({ since }) => since ?? []).sort();
  return { name, owesMe, iOwe, proposed, meetings, waitingSince, lastMet: meetings[0]?.date ?? null };
}

/** Who owes the most first, then to whom the user does. */
function compareAccounts(a: Account, b: Account): number {
  return (
    b.owesMe.length - a.owesMe.length ||
    b.iOwe.length - a.iOwe.length ||
    b.proposed.length - a.proposed.length ||
    a.name.localeCompare(b.name)
  );
}
