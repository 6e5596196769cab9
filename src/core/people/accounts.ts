/** What is open between the user and everybody else: who owes what to whom, since when, and when one met. */
import { type Day, daysBetween } from '../date/day';
import { compareDue, compareText } from '../group/order';
import type { NameMerge, People } from '../index/people';
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, type TaskItem } from '../note/task-item';
import type { NoteIndex } from '../index/note-index';
import { SortedSet } from '../index/sorted-set';
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

const LISTS = ['owesMe', 'iOwe', 'proposed'] as const;

/** What all notes say of one person. */
class Person {
  owesMe: TaskItem[] = [];
  iOwe: TaskItem[] = [];
  proposed: TaskItem[] = [];
  meetings: Meeting[] = [];
  account: Account | null = null;
  /** In how many notes they are called how: of spellings that differ in capital letters only one is shown. */
  readonly names = new Map<string, number>();
  /** From how many notes of a day they owe something. */
  readonly since = new Map<Day, number>();
  /** How often anything but a page of their own speaks of them: not every note without people is one of a person. */
  mentions = 0;
}

interface Named {
  readonly person: Person;
  readonly name: string;
}

/** The accounts of a vault, by the `nameKey` of their names. */
export class Accounts {
  private readonly persons = new Map<string, Person>();
  /** Full names as they are written, since most come again and again. */
  private readonly byFullName = new Map<string, Named | null>();
  private readonly sorted = new SortedSet<Account>(compareAccounts);
  private notes: readonly NoteEntry[] = [];
  private revision = -1;
  /** The paths of notes that are not any more what they were, and the people of whom they and the new ones speak. */
  private gone: ReadonlySet<string> = new Set();
  private readonly changed = new Set<Person>();

  constructor(
    notes: Iterable<NoteEntry>,
    private readonly context: AccountContext,
  ) {
    this.take(notes);
  }

  /** Follows an index: only notes that changed are looked at, and the people in them. */
  update(index: Pick<NoteIndex, 'revision' | 'notes'>): this {
    if (index.revision !== this.revision) this.take(index.notes());
    this.revision = index.revision;
    return this;
  }

  /** Those with something open, who owe the most first. */
  get open(): readonly Account[] {
    return this.sorted.all();
  }

  /** Whether notes speak of a person of this name. */
  has(name: string): boolean {
    return (this.persons.get(nameKey(name))?.mentions ?? 0) > 0;
  }

  /** The account under a name; empty when nothing is known of it. */
  of(name: string): Account {
    return this.persons.get(nameKey(name))?.account ?? accountOf(new Person(), name);
  }

  private take(notes: Iterable<NoteEntry>): void {
    const next = [...notes];
    const { gone, come } = differences(this.notes, next);
    this.notes = next;
    this.gone = new Set(gone.map(({ path }) => path));
    for (const note of gone) this.count(note, -1);
    for (const note of come) this.count(note, 1);
    for (const person of this.changed) this.settle(person);
    this.changed.clear();
  }

  /** Makes the account of a person anew. */
  private settle(person: Person): void {
    if (person.account) this.sorted.remove(person.account);
    const [name] = [...person.names.keys()].sort();
    person.account = name === undefined ? null : accountOf(person, name);
    if (person.account && person.mentions > 0 && LISTS.some((list) => person[list].length > 0))
      this.sorted.add(person.account);
  }

  /** Who a name as written in a note is, and how they are called; `null` for the user. */
  private who(written: string, facts: NoteFacts): Named | null {
    const known = this.byFullName.get(written);
    if (known !== undefined) return known;
    const { people, ownNames } = this.context;
    const name = people.nameOf(written, facts);
    const key = nameKey(name);
    const person = this.persons.get(key) ?? new Person();
    const named = isMe(written, ownNames) || ownNames.has(key) ? null : { person, name };
    if (named) this.persons.set(key, person);
    // A first name alone can be somebody else in the next note.
    if (written.includes(' ')) this.byFullName.set(written, named);
    return named;
  }

  /** Adds what a note says of people, or takes it back. */
  private count({ path, facts, tasks }: NoteEntry, by: 1 | -1): void {
    const { today } = this.context;
    const personsOf = (names: readonly string[]): Set<Person> => {
      const persons = new Set<Person>();
      for (const written of names) {
        const named = this.who(written, facts);
        if (!named) continue;
        this.touch(named.person);
        tally(named.person.names, named.name, by);
        persons.add(named.person);
      }
      return persons;
    };
    const others = personsOf(peopleIn(facts));
    if (facts.kind === 'meeting') {
      for (const other of others) {
        other.mentions += by;
        if (by > 0) other.meetings.push({ path, title: facts.title, date: facts.date });
      }
    }
    for (const item of tasks) {
      const isOpen = isOpenCommitment(item);
      if (!isOpen && !isWaiting(item, today)) continue;
      const { names } = item.owners;
      const owners = personsOf(names);
      for (const owner of owners) {
        owner.mentions += by;
        if (by > 0) (isOpen ? owner.owesMe : owner.proposed).push(item);
        if (isOpen && facts.date) tally(owner.since, facts.date, by);
      }
      // A first name can turn out to be the user's.
      const isMine = item.owners.mine || names.some((name) => !this.who(name, facts));
      if (by < 0 || !isMine) continue;
      for (const other of others) if (!owners.has(other)) (isOpen ? other.iOwe : other.proposed).push(item);
    }
  }

  /** Takes out what notes said of a person that do not say it any more. Accounts that somebody holds stay as they are. */
  private touch(person: Person): void {
    if (this.changed.has(person)) return;
    this.changed.add(person);
    const isThere = ({ path }: { readonly path: string }): boolean => !this.gone.has(path);
    for (const list of LISTS) person[list] = person[list].filter(isThere);
    person.meetings = person.meetings.filter(isThere);
  }
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

/** Counts one more, or one less; what comes to nothing is gone. */
function tally<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

function accountOf({ owesMe, iOwe, proposed, meetings, since }: Person, name: string): Account {
  for (const items of [owesMe, iOwe, proposed]) items.sort(compareDue);
  meetings.sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path));
  const [waitingSince = null] = [...since.keys()].sort();
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
