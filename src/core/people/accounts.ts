/** What is open between the user and everybody else: who owes what to whom, since when, and when one met. */
import { type Day, daysBetween } from '../date/day';
import { compareDue, compareText } from '../group/order';
import type { NameMerge, People } from '../index/people';
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, type TaskItem } from '../note/task-item';
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

/** An account that is being filled. */
type Draft = { -readonly [K in keyof Account]: Account[K] extends readonly (infer T)[] ? T[] : Account[K] };

/** The accounts of a vault, by the `nameKey` of their names. */
export class Accounts {
  private readonly byKey = new Map<string, Draft>();
  /** Those whom anything but a page of their own speaks of: not every note without people is one of a person. */
  private readonly known = new Set<Account>();
  /** Full names as they are written, since most come again and again. */
  private readonly byFullName = new Map<string, Draft | null>();
  /** Those with something open, who owe the most first. */
  readonly open: readonly Account[];

  constructor(
    notes: Iterable<NoteEntry>,
    private readonly context: AccountContext,
  ) {
    for (const note of notes) this.addNote(note);
    for (const account of this.byKey.values()) complete(account);
    const weight = ({ owesMe, iOwe, proposed }: Account) =>
      [owesMe, iOwe, proposed].map(({ length }) => length);
    const weights = new Map([...this.known].map((account) => [account, weight(account)]));
    this.open = [...weights]
      .filter(([, sizes]) => sizes.some(Boolean))
      .sort(([a, x], [b, y]) => compareAll(y, x) || a.name.localeCompare(b.name))
      .map(([account]) => account);
  }

  /** Whether notes speak of a person of this name. */
  has(name: string): boolean {
    return this.known.has(this.of(name));
  }

  /** The account under a name; empty when nothing is known of it. */
  of(name: string): Account {
    return this.byKey.get(nameKey(name)) ?? newDraft(name);
  }

  /** The account of a name as written in a note; `null` for the user. */
  private draftOf(written: string, facts: NoteFacts): Draft | null {
    const known = this.byFullName.get(written);
    if (known !== undefined) return known;
    const { people, ownNames } = this.context;
    const name = people.nameOf(written, facts);
    const key = nameKey(name);
    const draft =
      isMe(written, ownNames) || ownNames.has(key) ? null : (this.byKey.get(key) ?? newDraft(name));
    if (draft) this.byKey.set(key, draft);
    // A first name alone can be somebody else in the next note.
    if (written.includes(' ')) this.byFullName.set(written, draft);
    return draft;
  }

  private addNote({ path, facts, tasks }: NoteEntry): void {
    const { today } = this.context;
    const draftsOf = (names: readonly string[]): Set<Draft> =>
      new Set(names.flatMap((name) => this.draftOf(name, facts) ?? []));
    const others = draftsOf(peopleIn(facts));
    if (facts.kind === 'meeting') {
      for (const draft of others) {
        this.known.add(draft);
        draft.meetings.push({ path, title: facts.title, date: facts.date });
      }
    }
    for (const item of tasks) {
      const isOpen = isOpenCommitment(item);
      if (!isOpen && !isWaiting(item, today)) continue;
      const { names } = item.owners;
      const owners = draftsOf(names);
      for (const draft of owners) {
        this.known.add(draft);
        (isOpen ? draft.owesMe : draft.proposed).push(item);
        const { date } = facts;
        if (isOpen && date && (!draft.waitingSince || date < draft.waitingSince)) draft.waitingSince = date;
      }
      // A first name can turn out to be the user's.
      if (!item.owners.mine && names.every((name) => this.draftOf(name, facts))) continue;
      for (const draft of others) if (!owners.has(draft)) (isOpen ? draft.iOwe : draft.proposed).push(item);
    }
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

function newDraft(name: string): Draft {
  return { name, owesMe: [], iOwe: [], proposed: [], meetings: [], waitingSince: null, lastMet: null };
}

function complete(draft: Draft): void {
  for (const items of [draft.owesMe, draft.iOwe, draft.proposed]) items.sort(compareDue);
  draft.meetings.sort((a, b) => compareText(b.date ?? '', a.date ?? ''));
  draft.lastMet = draft.meetings[0]?.date ?? null;
}

/** The first difference of two lists of numbers. */
function compareAll(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find(Boolean) ?? 0;
}
