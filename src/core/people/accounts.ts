/** What is open between the user and everybody else: who owes what to whom, since when, and when one met. */
import { type Day, daysBetween } from '../date/day';
import { compareDue } from '../group/order';
import type { NameMerge, People } from '../index/people';
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
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
interface Draft {
  readonly name: string;
  readonly owesMe: TaskItem[];
  readonly iOwe: TaskItem[];
  readonly proposed: TaskItem[];
  readonly meetings: Meeting[];
  waitingSince: Day | null;
  /** Whether anything but a page of their own speaks of them: not every such page is one of a person. */
  isPerson: boolean;
}

/** The accounts of a vault, by the `nameKey` of their names. */
export class Accounts {
  private readonly byKey = new Map<string, Account>();
  /** Those with something open, who owe the most first. */
  readonly open: readonly Account[];

  constructor(notes: Iterable<NoteEntry>, context: AccountContext) {
    const drafts = new Map<string, Draft>();
    for (const note of notes) addNote(drafts, note, context);
    for (const [key, draft] of drafts) if (draft.isPerson) this.byKey.set(key, finished(draft));
    this.open = [...this.byKey.values()]
      .filter(({ owesMe, iOwe, proposed }) => owesMe.length + iOwe.length + proposed.length > 0)
      .sort(
        (a, b) =>
          b.owesMe.length - a.owesMe.length ||
          b.iOwe.length - a.iOwe.length ||
          b.proposed.length - a.proposed.length ||
          a.name.localeCompare(b.name),
      );
  }

  /** Whether notes speak of a person of this name. */
  has(name: string): boolean {
    return this.byKey.has(nameKey(name));
  }

  /** The account under a name; empty when nothing is known of it. */
  of(name: string): Account {
    const known = this.byKey.get(nameKey(name));
    return known ?? finished(newDraft(name));
  }
}

/** The people with whom a note is, besides the user: its participants, or whose page it is. */
export function peopleOf(facts: NoteFacts, { people, ownNames }: Omit<AccountContext, 'today'>): string[] {
  const written = facts.kind === 'profile' ? [facts.title] : facts.people;
  const names = written.filter((name) => !isMe(name, ownNames)).map((name) => realName(name, facts, people));
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

function isMe(name: string, ownNames: ReadonlySet<string>): boolean {
  const key = nameKey(name);
  return ownNames.has(key) || key === 'me' || key === 'myself';
}

function realName(written: string, facts: NoteFacts, people: People): string {
  const found = people.resolve(written, facts);
  return found.kind === 'person' ? found.name : written;
}

function addNote(
  drafts: Map<string, Draft>,
  { path, facts, tasks }: NoteEntry,
  context: AccountContext,
): void {
  const { today, people, ownNames } = context;
  const draftOf = (name: string): Draft => {
    const key = nameKey(name);
    const draft = drafts.get(key) ?? newDraft(name);
    drafts.set(key, draft);
    return draft;
  };
  const others = peopleOf(facts, context).map(draftOf);
  if (facts.kind === 'meeting') {
    for (const draft of others) {
      draft.isPerson = true;
      draft.meetings.push({ path, title: facts.title, date: facts.date });
    }
  }
  for (const item of tasks) {
    const isOpen = item.state === 'open' || item.state === 'started';
    if (!isOpen && !isWaiting(item, today)) continue;
    const names = item.owners.names.map((name) => realName(name, facts, people));
    const theirs = names.filter((name) => !ownNames.has(nameKey(name)));
    const owners = new Set(theirs.map(draftOf));
    for (const draft of owners) {
      draft.isPerson = true;
      (isOpen ? draft.owesMe : draft.proposed).push(item);
      const { date } = facts;
      if (isOpen && date && (!draft.waitingSince || date < draft.waitingSince)) draft.waitingSince = date;
    }
    // A first name can turn out to be the user's.
    if (!item.owners.mine && theirs.length === names.length) continue;
    for (const draft of others) if (!owners.has(draft)) (isOpen ? draft.iOwe : draft.proposed).push(item);
  }
}

function newDraft(name: string): Draft {
  return { name, owesMe: [], iOwe: [], proposed: [], meetings: [], waitingSince: null, isPerson: false };
}

function finished(draft: Draft): Account {
  for (const items of [draft.owesMe, draft.iOwe, draft.proposed]) items.sort(compareDue);
  const dateOf = ({ date }: Meeting): string => date ?? '';
  const meetings = draft.meetings.sort((a, b) =>
    dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0,
  );
  return { ...draft, meetings, lastMet: meetings[0]?.date ?? null };
}
