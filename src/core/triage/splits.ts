/** The parts into which triage divides the proposals. */
import { addDays, type Day } from '../date/day';
import type { NoteProposals } from '../index/open-tasks';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';
import { differences } from '../shared/collect';
import { memo } from '../shared/memo';

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
export class Splits {
  private notes: readonly NoteProposals[] = [];
  /** What lies before this day is stale; `null` where nothing ever is. */
  private readonly border: Day | null;
  private readonly sizes = { mine: 0, nobody: 0, theirs: 0, decided: 0, snoozed: 0, stale: 0, all: 0 };
  private readonly partsOf = memo((note: NoteProposals) => this.divide(note));

  constructor(private readonly context: SplitContext) {
    const { today, staleWeeks } = context;
    this.border = staleWeeks === 0 ? null : addDays(today, -7 * staleWeeks);
  }

  /** Takes over the proposals as they are now, and says how many there are in each split. */
  update(notes: readonly NoteProposals[]): Readonly<Record<Split, number>> {
    const { gone, come } = differences(this.notes, notes);
    for (const note of gone) this.count(note, -1);
    for (const note of come) this.count(note, 1);
    this.notes = notes;
    return { ...this.sizes };
  }

  /** The proposals of a split, a list for each note; the same list as long as nothing is known of it that is new. */
  lists(split: Split): (readonly TaskItem[])[] {
    const lists: (readonly TaskItem[])[] = [];
    for (const note of this.notes) {
      const items = this.partsOf(note)[split];
      if (items) lists.push(items);
    }
    return lists;
  }

  private count(note: NoteProposals, by: 1 | -1): void {
    const parts = this.partsOf(note);
    for (const split of SPLITS) this.sizes[split] += by * (parts[split]?.length ?? 0);
  }

  private divide({ path, items }: NoteProposals): NoteParts {
    const facts = this.context.factsOf(path);
    const parts: NoteParts = {};
    for (const item of items) {
      const split = this.splitOf(item, facts);
      (parts[split] ??= []).push(item);
      if (!ASIDE.has(split)) (parts.all ??= []).push(item);
    }
    return parts;
  }

  private splitOf(item: TaskItem, facts: NoteFacts | undefined): Split {
    if (item.state === 'proposal') {
      if (isSnoozed(item, this.context.today)) return 'snoozed';
      if (this.context.isDecided(item)) return 'decided';
      if (this.isStale(item, facts)) return 'stale';
    }
    if (item.owners.mine) return 'mine';
    return item.owners.kind === 'nobody' ? 'nobody' : 'theirs';
  }

  /** Whether nothing has happened around a proposal for long: its note, its meeting and its dates are all old. */
  private isStale({ due, start }: TaskItem, facts: NoteFacts | undefined): boolean {
    const { border } = this;
    if (border === null) return false;
    const days = [facts?.modified, facts?.date, due, start];
    // Of a proposal without any date nobody can tell.
    return days.some((day) => day) && days.every((day) => !day || day < border);
  }
}

/** Splits that are seldom there, and take no room while they hold nothing. */
const SELDOM: ReadonlySet<Split> = new Set<Split>(['decided', 'stale']);

/** The splits that are offered while one is open. */
export function offeredSplits(open: Split, counts: Readonly<Record<Split, number>>): Split[] {
  return SPLITS.filter((split) => split === open || counts[split] > 0 || !SELDOM.has(split));
}
