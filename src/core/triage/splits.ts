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

/** Whether a proposal belongs to a split. `all` are all that are not snoozed. */
export function belongsTo(item: TaskItem, split: Split, today: Day): boolean {
  if (item.state !== 'proposal') return false;
  if (isSnoozed(item, today)) return split === 'snoozed';
  switch (split) {
    case 'mine':
      return item.owners.mine;
    case 'nobody':
      return item.owners.kind === 'nobody';
    case 'theirs':
      return item.owners.kind === 'named';
    case 'snoozed':
      return false;
    case 'all':
      return true;
  }
}

/** How many proposals each split holds. */
export function countSplits(tasks: Iterable<TaskItem>, today: Day): Record<Split, number> {
  const counts: Record<Split, number> = { mine: 0, nobody: 0, theirs: 0, snoozed: 0, all: 0 };
  for (const item of tasks) {
    for (const split of SPLITS) if (belongsTo(item, split, today)) counts[split]++;
  }
  return counts;
}
