/** The parts into which triage divides the proposals. */
import { addDays, type Day } from '../date/day';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';

/** The splits in the order in which they are shown. */
export const SPLITS = ['mine', 'nobody', 'theirs', 'decided', 'snoozed', 'stale', 'all'] as const;

/** A part of the proposals. */
export type Split = (typeof SPLITS)[number];

/** What dividing needs to know besides the task. */
export interface SplitContext {
  readonly today: Day;
  /** After how many weeks an untouched proposal is stale; 0 for never. */
  readonly staleWeeks: number;
  readonly factsOf: (path: string) => NoteFacts | undefined;
  /** Whether a task that is done, accepted or rejected says the same. */
  readonly isDecided: (item: TaskItem) => boolean;
}

/** Whether a proposal is hidden until a later day. */
export function isSnoozed(item: TaskItem, today: Day): boolean {
  return item.start !== null && item.start > today;
}

/** Whether somebody has to decide on a task now, or had to long ago. */
export function isWaiting(item: TaskItem, today: Day): boolean {
  return (item.state === 'proposal' && !isSnoozed(item, today)) || item.state === 'ticked';
}

/** Whether nothing has happened around a proposal for long: its note, its meeting and its dates are all old. */
export function isStale(item: TaskItem, context: SplitContext, border = staleBorder(context)): boolean {
  if (border === null) return false;
  const facts = context.factsOf(item.path);
  const days = [facts?.modified, facts?.date, item.due, item.start];
  // Of a proposal without any date nobody can tell.
  return days.some((day) => day) && days.every((day) => !day || day < border);
}

/** What lies before this day is stale; `null` where nothing ever is. */
function staleBorder({ today, staleWeeks }: SplitContext): Day | null {
  return staleWeeks === 0 ? null : addDays(today, -7 * staleWeeks);
}

/** The split of a proposal besides `all`; `null` for a task that nobody has to decide on. */
export function splitOf(
  item: TaskItem,
  context: SplitContext,
  border = staleBorder(context),
): Exclude<Split, 'all'> | null {
  if (item.state === 'proposal') {
    if (isSnoozed(item, context.today)) return 'snoozed';
    if (context.isDecided(item)) return 'decided';
    if (isStale(item, context, border)) return 'stale';
  } else if (item.state !== 'ticked') return null;
  if (item.owners.mine) return 'mine';
  return item.owners.kind === 'nobody' ? 'nobody' : 'theirs';
}

/** Splits that wait for their time, and are left out of `all`. */
const ASIDE: ReadonlySet<Split> = new Set<Split>(['snoozed', 'stale']);

/** The proposals of every split. `all` are those that are neither snoozed nor stale. */
export function divide(tasks: Iterable<TaskItem>, context: SplitContext): Record<Split, TaskItem[]> {
  const parts: Record<Split, TaskItem[]> = {
    mine: [],
    nobody: [],
    theirs: [],
    decided: [],
    snoozed: [],
    stale: [],
    all: [],
  };
  const border = staleBorder(context);
  // The proposals of a note come one after the other, so its facts are asked for once.
  let path = '';
  let facts: NoteFacts | undefined;
  const near = { ...context, factsOf: () => facts };
  for (const item of tasks) {
    if (item.path !== path) {
      path = item.path;
      facts = context.factsOf(path);
    }
    const split = splitOf(item, near, border);
    if (split === null) continue;
    parts[split].push(item);
    if (!ASIDE.has(split)) parts.all.push(item);
  }
  return parts;
}

/** Splits that are seldom there, and take no room while they hold nothing. */
const SELDOM: ReadonlySet<Split> = new Set<Split>(['decided', 'stale']);

/** The splits that are offered while one is open. */
export function offeredSplits(open: Split, counts: Readonly<Record<Split, number>>): Split[] {
  return SPLITS.filter((split) => split === open || counts[split] > 0 || !SELDOM.has(split));
}
