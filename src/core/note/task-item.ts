/** One task line of a note in scope, as the index keeps it. */
import type { Day } from '../date/day';
import type { TaskState } from '../line/rules';
import type { Priority } from '../line/format';
import type { Owners } from '../line/owner';
import type { LineProblem } from '../line/problems';

/** Everything that lists, queries and edits need to know of a line without reading its note again. */
export interface TaskItem {
  readonly path: string;
  /** Counts from 0. It may be out of date by the time of an edit; `source` and `ordinal` find the line then. */
  readonly line: number;
  /** The line as it stands in the note, without its line ending. */
  readonly source: string;
  /** The text of the nearest heading above; empty without one. */
  readonly heading: string;
  /** How many identical lines stand before this one under the same heading. */
  readonly ordinal: number;
  readonly symbol: string;
  readonly state: TaskState;
  /** The description without owners, trailing tags and fields. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly owners: Owners;
  readonly priority: Priority | null;
  readonly due: Day | null;
  readonly scheduled: Day | null;
  readonly start: Day | null;
  readonly done: Day | null;
  readonly cancelled: Day | null;
  readonly recurs: boolean;
  readonly problems: readonly LineProblem[];
}

/** Tasks in lists, mostly one for each note, which are other lists when anything in them is. */
export type TaskLists = readonly (readonly TaskItem[])[];

/** Names a line across rereads of its note, as long as the line itself does not change. */
export function taskKey(item: Pick<TaskItem, 'path' | 'heading' | 'ordinal' | 'source'>): string {
  return `${item.path}\n${item.heading}\n${item.ordinal}\n${item.source}`;
}

/** Whether a task was accepted and is not done: a commitment. */
export function isOpenCommitment({ state }: Pick<TaskItem, 'state'>): boolean {
  return state === 'open' || state === 'started';
}

/** Whether a task is mine, or nobody's yet. */
export function isOwn({ owners }: Pick<TaskItem, 'owners'>): boolean {
  return owners.mine || owners.kind === 'nobody';
}
