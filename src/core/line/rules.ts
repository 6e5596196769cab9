/** The symbols and tags that mean something here, and the settings of Tasks that are followed. */
import { isOpen, type StatusRegistry } from './status';
import { sameTag } from './tags';
import type { TaskFields } from './task-line';

/** Symbols are single characters; tags begin with `#`. */
export interface LineRules {
  readonly statuses: StatusRegistry;
  readonly proposedSymbol: string;
  readonly acceptedSymbol: string;
  readonly rejectedSymbol: string;
  readonly doneSymbol: string;
  readonly startedSymbol: string;
  readonly proposedTag: string;
  readonly duplicateTag: string;
  /** Whether completing writes ✅ and rejecting ❌, as the settings of Tasks say. */
  readonly setDoneDate: boolean;
  readonly setCancelledDate: boolean;
  /** Whether a next occurrence gets ➕, stands below the completed line, and loses ⏳ where it can. */
  readonly setCreatedDate: boolean;
  readonly recurrenceOnNextLine: boolean;
  readonly removeScheduled: boolean;
}

/** The rules of a vault where neither the user nor Tasks says otherwise. */
export function defaultRules(statuses: StatusRegistry): LineRules {
  return {
    statuses,
    proposedSymbol: '?',
    acceptedSymbol: ' ',
    rejectedSymbol: '-',
    doneSymbol: 'x',
    startedSymbol: '/',
    proposedTag: '#proposed',
    duplicateTag: '#duplicate',
    setDoneDate: true,
    setCancelledDate: true,
    setCreatedDate: false,
    recurrenceOnNextLine: false,
    removeScheduled: false,
  };
}

/**
 * The state of a task line in the words of this plugin. `ticked` is a proposal that a click elsewhere made done:
 * the symbol changed, the proposed tag is left, and nobody decided.
 */
export type TaskState = 'proposal' | 'ticked' | 'open' | 'started' | 'done' | 'rejected' | 'none';

/** The state that a line is in: the proposed symbol, or an open one with the proposed tag, makes a proposal. */
export function stateOf(fields: Pick<TaskFields, 'symbol' | 'tags'>, rules: LineRules): TaskState {
  if (fields.symbol === rules.proposedSymbol) return 'proposal';
  const { type } = rules.statuses.get(fields.symbol);
  const isTagged = fields.tags.some((tag) => sameTag(tag, rules.proposedTag));
  if (isTagged && isOpen(type)) return 'proposal';
  if (isTagged && type === 'DONE') return 'ticked';
  switch (type) {
    case 'TODO':
    case 'ON_HOLD':
      return 'open';
    case 'IN_PROGRESS':
      return 'started';
    case 'DONE':
      return 'done';
    case 'CANCELLED':
      return 'rejected';
    case 'NON_TASK':
      return 'none';
  }
}
