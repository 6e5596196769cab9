/** Copies as one card: which line stands for all of them, and what a decision on it does to the others. */
import { flatten, lastOf } from '../shared/collect';
import { memo, memoMap } from '../shared/memo';
import { sameVerb, type Step } from '../edit/plan-verbs';
import type { Verb } from '../edit/verb';
import { type TaskItem, taskKey, type TaskLists } from '../note/task-item';
import type { CopyGroup } from './copy-members';

/** The group of copies that a proposal belongs to; `null` without copies. */
export type GroupOf = (item: TaskItem) => CopyGroup | null;

/** Leaves of copies only the one that should be kept, or the next best where that one is not in the lists. */
export type Collapse = (lists: TaskLists) => TaskLists;

/**
 * Makes it. The copies in a list are looked for only once, so it must be another list when they are others; `prepare`
 * does that before.
 */
export function makeCollapse(groupOf: GroupOf) {
  const copiesIn = memoMap((items: readonly TaskItem[]) =>
    items.flatMap((item) => {
      const group = groupOf(item);
      return group ? [{ item, group, rank: group.members.findIndex((member) => member.item === item) }] : [];
    }),
  );
  /** What is left of a list, by what is left out. */
  const left = memo((_list: readonly TaskItem[]) => new Map<string, readonly TaskItem[]>());
  const collapse: Collapse = (lists) => {
    const best = new Map<CopyGroup, number>();
    const copies = copiesIn(lists);
    for (const { group, rank } of flatten(copies)) {
      best.set(group, Math.min(rank, best.get(group) ?? rank));
    }
    return lists.map((list, at) => {
      const hidden = copies[at]?.filter(({ group, rank }) => rank !== best.get(group)) ?? [];
      if (hidden.length === 0) return list;
      const found = left(list);
      const key = hidden.map(({ item }) => item.line).join();
      const rest = found.get(key) ?? list.filter((item) => hidden.every((copy) => copy.item !== item));
      found.set(key, rest);
      return rest;
    });
  };
  return Object.assign(collapse, { prepare: copiesIn.one });
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
  const kind = lastOf(verbs)?.kind;
  const closed = sameVerb({ kind: 'close-as-copy' }, others);
  if (kind === 'close-as-copy' && others.length > 0) return closed;
  // Copies that stay awake would stand in the place of the one that sleeps.
  if (kind === 'snooze') return [item, ...others].map((target) => ({ target, verbs }));
  return [{ target: item, verbs }, ...(kind && CLOSES_OTHERS.has(kind) ? closed : [])];
}

/** What verbs on several cards do. While copies are looked at anew, two cards can be about the same line: once is enough. */
export function stepsOnCards(
  items: readonly TaskItem[],
  verbs: readonly Verb[],
  groupOf: GroupOf,
): Step<TaskItem>[] {
  const steps = new Map<string, Step<TaskItem>>();
  for (const step of items.flatMap((item) => stepsOnCard(item, verbs, groupOf(item)))) {
    const key = taskKey(step.target);
    if (!steps.has(key)) steps.set(key, step);
  }
  return [...steps.values()];
}
