/** What the copies index knows of single tasks: what part they play, and which of a group should be kept. */
import type { Day } from '../date/day';
import { compareText } from '../group/order';
import { nameKey, type Owners } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import { type TaskItem, taskKey } from '../note/task-item';
import { sameTag } from '../line/tags';

/** What was decided on a task. */
export type Decided = 'done' | 'accepted' | 'rejected';

/** A decision whose task is gone from the notes, as the owner of the data remembers it. */
export interface RememberedDecision {
  /** The text of the task, without owner, tags and fields. */
  readonly text: string;
  readonly kind: Decided;
  readonly day: Day | null;
}

/** What was decided on a task that says the same as a proposal. `item` is `null` for remembered decisions. */
export interface DecidedTask {
  readonly item: TaskItem | null;
  readonly text: string;
  readonly kind: Decided;
  /** When it was done or rejected; else the day of its meeting. */
  readonly day: Day | null;
}

/** An open proposal with the note that it stands in. */
export interface CopyMember {
  readonly item: TaskItem;
  readonly facts: NoteFacts;
}

/** Why a proposal is the one to keep. */
export type KeptBecause = 'picked' | 'newest' | 'most-fields' | 'first';

/** Proposals that say the same. */
export interface CopyGroup {
  /** The same as long as the group's most typical text is; no other group has it. */
  readonly key: string;
  /** The one to keep first, the others from the newest meeting to the oldest. */
  readonly members: readonly CopyMember[];
  readonly kept: CopyMember;
  readonly because: KeptBecause;
}

/** The part that a task plays; `null` for one that plays none, such as a closed copy. */
export function roleOf(item: TaskItem, duplicateTag: string): 'proposal' | Decided | null {
  const { state, tags } = item;
  if (state === 'ticked') return 'proposal';
  if (state === 'open' || state === 'started') return 'accepted';
  return state === 'none' || (state === 'rejected' && tags.some((tag) => sameTag(tag, duplicateTag)))
    ? null
    : state;
}

/** How many fields of a task are filled. */
function fieldCount({ owners, priority, due, scheduled, start, recurs }: TaskItem): number {
  const fields = [owners.kind !== 'nobody', priority, due, scheduled, start, recurs];
  return fields.filter(Boolean).length;
}

const newestFirst = (a: CopyMember, b: CopyMember): number =>
  compareText(b.facts.date ?? '', a.facts.date ?? '');
const fullestFirst = (a: CopyMember, b: CopyMember): number => fieldCount(b.item) - fieldCount(a.item);

/** Puts the members of a group in order: the newest meeting, then the most fields, then their place in the vault. */
export function makeGroup(
  key: string,
  members: readonly CopyMember[],
  picks: ReadonlySet<string>,
): CopyGroup {
  const sorted = [...members].sort(
    (a, b) =>
      newestFirst(a, b) ||
      fullestFirst(a, b) ||
      compareText(a.item.path, b.item.path) ||
      a.item.line - b.item.line,
  );
  const picked = picks.size > 0 ? sorted.find(({ item }) => picks.has(taskKey(item))) : undefined;
  const [first, second = first] = sorted as [CopyMember, CopyMember?];
  const kept = picked ?? first;
  const because = picked
    ? 'picked'
    : newestFirst(kept, second) < 0
      ? 'newest'
      : fullestFirst(kept, second) < 0
        ? 'most-fields'
        : 'first';
  return { key, members: [kept, ...sorted.filter((member) => member !== kept)], kept, because };
}

/** What the copies of one task disagree on, so that the user has to be asked; empty lists where they agree. */
export interface Disagreements {
  /** Each owner or set of owners that some copy has. Copies without one do not count. */
  readonly owners: readonly Owners[];
  /** Each due day that some copy has, in order. */
  readonly dues: readonly Day[];
}

const ownersKey = ({ mine, names }: Owners): string =>
  `${mine ? '@' : ''}${names.map(nameKey).sort().join()}`;

/** Owners and due days that differ within a group. */
export function disagreements({ members }: CopyGroup): Disagreements {
  const owners = new Map<string, Owners>();
  const dues = new Set<Day>();
  for (const { item } of members) {
    if (item.owners.kind !== 'nobody') owners.set(ownersKey(item.owners), item.owners);
    if (item.due) dues.add(item.due);
  }
  return {
    owners: owners.size > 1 ? [...owners.values()] : [],
    dues: dues.size > 1 ? [...dues].sort() : [],
  };
}
