/** The parts into which triage divides the proposals. */
import { addDays, type Day } from '../date/day';
import type { NoteProposals } from '../index/open-tasks';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem, TaskLists } from '../note/task-item';
import { differences } from '../shared/collect';
import { memoMap } from '../shared/memo';

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

/** Splits that wait for their time, and are left out of `all`. */
const ASIDE: ReadonlySet<Split> = new Set<Split>(['snoozed', 'stale']);

/** The proposals of one note in each split in which there are some. */
type NoteParts = Partial<Record<Split, TaskItem[]>>;

/** The proposals by split. A note is divided once, and again only when it has changed. */
export function makeSplits({ today, staleWeeks, factsOf, isDecided }: SplitContext) {
  /** What lies before this day is stale; before the empty text lies nothing. */
  const border = staleWeeks === 0 ? '' : addDays(today, -7 * staleWeeks);
  const counts = { mine: 0, nobody: 0, theirs: 0, decided: 0, snoozed: 0, stale: 0, all: 0 };
  let known: readonly NoteParts[] = [];

  /** Whether nothing has happened around a proposal for long: its note, its meeting and its dates are all old. */
  const isStale = ({ due, start }: TaskItem, facts: NoteFacts | undefined): boolean => {
    const days = [facts?.modified, facts?.date, due, start];
    // Of a proposal without any date nobody can tell.
    return days.some((day) => day) && days.every((day) => !day || day < border);
  };
  const splitOf = (item: TaskItem, facts: NoteFacts | undefined): Split => {
    if (item.state === 'proposal') {
      if (isSnoozed(item, today)) return 'snoozed';
      if (isDecided(item)) return 'decided';
      if (isStale(item, facts)) return 'stale';
    }
    if (item.owners.mine) return 'mine';
    return item.owners.kind === 'nobody' ? 'nobody' : 'theirs';
  };
  const partsOf = memoMap(({ path, items }: NoteProposals): NoteParts => {
    const facts = factsOf(path);
    const parts: NoteParts = {};
    for (const item of items) {
      const split = splitOf(item, facts);
      (parts[split] ??= []).push(item);
      if (!ASIDE.has(split)) (parts.all ??= []).push(item);
    }
    return parts;
  });
  const count = (parts: NoteParts, by: 1 | -1): void => {
    for (const split in parts) counts[split as Split] += by * (parts[split as Split]?.length ?? 0);
  };

  return {
    partsOf,

    /** Takes over the proposals as they are now, and says how many there are in each split. */
    update(notes: readonly NoteProposals[]): Readonly<Record<Split, number>> {
      const next = partsOf(notes);
      const { gone, come } = differences(known, next);
      for (const parts of gone) count(parts, -1);
      for (const parts of come) count(parts, 1);
      known = next;
      return { ...counts };
    },

    /** The proposals of a split, a list for each note; the same list as long as nothing new is known of it. */
    lists(split: Split): TaskLists {
      const lists: (readonly TaskItem[])[] = [];
      for (const { [split]: list } of known) if (list) lists.push(list);
      return lists;
    },
  };
}

/** Splits that are seldom there, and take no room while they hold nothing. */
const SELDOM: ReadonlySet<Split> = new Set<Split>(['decided', 'stale']);

/** The splits that are offered while one is open. */
export function offeredSplits(open: Split, counts: Readonly<Record<Split, number>>): Split[] {
  return SPLITS.filter((split) => split === open || counts[split] > 0 || !SELDOM.has(split));
}
