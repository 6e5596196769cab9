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
export function isStale(item: TaskItem, { today, staleWeeks, factsOf }: SplitContext): boolean {
  if (staleWeeks === 0) return false;
  const facts = factsOf(item.path);
  const days = [facts?.modified, facts?.date, item.due, item.start].filter((day) => day !== null);
  const border = addDays(today, -7 * staleWeeks);
  // Of a proposal without any date nobody can tell.
  return days.length > 0 && days.every((day) => day !== undefined && day < border);
}

/** The split of a proposal besides `all`; `null` for a task that nobody has to decide on. */
export function splitOf(item: TaskItem, context: SplitContext): Exclude<Split, 'all'> | null {
  if (item.state === 'proposal') {
    if (isSnoozed(item, context.today)) return 'snoozed';
    if (context.isDecided(item)) return 'decided';
    if (isStale(item, context)) return 'stale';
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
  for (const item of tasks) {
    const split = splitOf(item, context);
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
