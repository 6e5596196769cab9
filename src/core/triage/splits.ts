/** The parts into which triage divides the proposals. */
import type { Day } from '../date/day';
import type { TaskItem } from '../note/task-item';

/** A part of the proposals. */
export type Split = 'mine' | 'nobody' | 'theirs' | 'snoozed' | 'all';

/** The splits in the order in which they are shown. */
export const SPLITS: readonly Split[] = ['mine', 'nobody', 'theirs', 'snoozed', 'all'];

/** Whether a proposal is hidden until a later day. */
export function isSnoozed(item: TaskItem, today: Day): boolean {
  return item.start !== null && item.start > today;
}

/** The split of a proposal besides `all`; `null` for a task that nobody has to decide on. */
export function splitOf(item: TaskItem, today: Day): Exclude<Split, 'all'> | null {
  if (item.state !== 'proposal' && item.state !== 'ticked') return null;
  if (isSnoozed(item, today)) return 'snoozed';
  if (item.owners.mine) return 'mine';
  return item.owners.kind === 'nobody' ? 'nobody' : 'theirs';
}

/** Whether a proposal belongs to a split. `all` are all that are not snoozed. */
export function belongsTo(item: TaskItem, split: Split, today: Day): boolean {
  const own = splitOf(item, today);
  return own === split || (split === 'all' && own !== null && own !== 'snoozed');
}

/** How many proposals each split holds. */
export function countSplits(tasks: Iterable<TaskItem>, today: Day): Record<Split, number> {
  const counts: Record<Split, number> = { mine: 0, nobody: 0, theirs: 0, snoozed: 0, all: 0 };
  for (const item of tasks) {
    const split = splitOf(item, today);
    if (split !== null) counts[split]++;
  }
  counts.all = counts.mine + counts.nobody + counts.theirs;
  return counts;
}
