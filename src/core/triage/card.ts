/** Copies as one card: which line stands for all of them, and what a decision on it does to the others. */
import { lastOf } from '../shared/collect';
import { sameVerb, type Step } from '../edit/plan-verbs';
import type { Verb } from '../edit/verb';
import type { TaskItem } from '../note/task-item';
import type { CopyGroup } from './copy-members';

/** The group of copies that a proposal belongs to; `null` without copies. */
export type GroupOf = (item: TaskItem) => CopyGroup | null;

/** Of copies, only the one that should be kept, or the next best where that one is not in the list. */
export function collapseCopies(items: readonly TaskItem[], groupOf: GroupOf): readonly TaskItem[] {
  const present = new Set(items);
  const best = new Map<CopyGroup, TaskItem | undefined>();
  const stands = (item: TaskItem): boolean => {
    const group = groupOf(item);
    if (!group) return true;
    if (!best.has(group)) best.set(group, group.members.find((member) => present.has(member.item))?.item);
    return best.get(group) === item;
  };
  return items.filter(stands);
}

/** Decisions after which the other copies are settled too. */
const CLOSES_OTHERS: ReadonlySet<Verb['kind']> = new Set<Verb['kind']>([
  'accept',
  'reject',
  'complete',
  'start',
]);

/**
 * What verbs on a card do. A decision is made on the line that stands for the copies, the others are closed as
 * copies of it; to close as copy leaves that line a proposal. What is no decision changes only that line.
 */
export function stepsOnCard(
  item: TaskItem,
  verbs: readonly Verb[],
  group: CopyGroup | null,
): Step<TaskItem>[] {
  const others = (group?.members ?? []).map((member) => member.item).filter((other) => other !== item);
  const last = lastOf(verbs);
  if (!last || others.length === 0) return [{ target: item, verbs }];
  const closed = sameVerb({ kind: 'close-as-copy' }, others);
  if (last.kind === 'close-as-copy') return closed;
  // Copies that stay awake would stand in the place of the one that sleeps.
  if (last.kind === 'snooze') return [item, ...others].map((target) => ({ target, verbs }));
  return CLOSES_OTHERS.has(last.kind) ? [{ target: item, verbs }, ...closed] : [{ target: item, verbs }];
}
