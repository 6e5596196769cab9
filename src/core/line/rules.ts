/** The symbols and tags that mean something here, and the settings of Tasks that are followed. */
import { isOpen, type StatusRegistry, type StatusType } from './status';
import { sameTag } from './tags';
import type { TaskFields } from './task-line';

/** Symbols are single characters; tags begin with `#`. */
export interface LineMarks {
  readonly proposedSymbol: string;
  readonly acceptedSymbol: string;
  readonly startedSymbol: string;
  readonly doneSymbol: string;
  readonly rejectedSymbol: string;
  readonly proposedTag: string;
  readonly duplicateTag: string;
}

/** What is done as the settings of Tasks say. */
export interface TasksWays {
  /** Whether completing writes ✅ and rejecting ❌, as the settings of Tasks say. */
  readonly setDoneDate: boolean;
  readonly setCancelledDate: boolean;
  /** Whether a next occurrence gets ➕, stands below the completed line, and loses ⏳ where it can. */
  readonly setCreatedDate: boolean;
  readonly recurrenceOnNextLine: boolean;
  readonly removeScheduled: boolean;
}

/** Everything that lines are read and changed by. */
export interface LineRules extends LineMarks, TasksWays {
  readonly statuses: StatusRegistry;
}

/** What means something where the user does not say otherwise. */
export const DEFAULT_MARKS: LineMarks = {
  proposedSymbol: '?',
  acceptedSymbol: ' ',
  startedSymbol: '/',
  doneSymbol: 'x',
  rejectedSymbol: '-',
  proposedTag: '#proposed',
  duplicateTag: '#duplicate',
};

/** What is done where Tasks does not say otherwise. */
export const DEFAULT_WAYS: TasksWays = {
  setDoneDate: true,
  setCancelledDate: true,
  setCreatedDate: false,
  recurrenceOnNextLine: false,
  removeScheduled: false,
};

/** The rules of a vault where neither the user nor Tasks says otherwise. */
export function defaultRules(statuses: StatusRegistry): LineRules {
  return { statuses, ...DEFAULT_MARKS, ...DEFAULT_WAYS };
}

/**
 * The state of a task line in the words of this plugin. `ticked` is a proposal that a click elsewhere made done:
 * the symbol changed, the proposed tag is left, and nobody decided.
 */
export type TaskState = 'proposal' | 'ticked' | 'open' | 'started' | 'done' | 'rejected' | 'none';

/** The state that a line is in: the proposed symbol, or an open one with the proposed tag, makes a proposal. */
export function stateOf(fields: Pick<TaskFields, 'symbol' | 'tags'>, rules: LineRules): TaskState {
  if (fields.symbol === rules.proposedSymbol) return 'proposal';
  const type = rules.statuses.typeOf(fields.symbol);
  const isTagged = fields.tags.some((tag) => sameTag(tag, rules.proposedTag));
  if (isTagged && isOpen(type)) return 'proposal';
  if (isTagged && type === 'DONE') return 'ticked';
  return STATES[type];
}

/** The states that the types of statuses mean. */
export const STATES: Readonly<Record<StatusType, TaskState>> = {
  TODO: 'open',
  ON_HOLD: 'open',
  IN_PROGRESS: 'started',
  DONE: 'done',
  CANCELLED: 'rejected',
  NON_TASK: 'none',
};
