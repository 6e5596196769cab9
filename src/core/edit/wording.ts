/** What verbs and their outcomes are called in messages. */
import type { Refusal, Verb } from './verb';

/** What was done, to begin a message with: "Accepted". */
export function pastTense(verb: Verb): string {
  switch (verb.kind) {
    case 'accept':
      return 'Accepted';
    case 'reject':
      return 'Rejected';
    case 'complete':
      return 'Completed';
    case 'start':
      return 'Started';
    case 'reopen':
      return 'Reopened';
    case 'reschedule':
      return verb.day ? `Due ${verb.day}` : 'Due date removed';
    case 'snooze':
      return verb.day ? `Snoozed until ${verb.day}` : 'Back from snooze';
    case 'assign':
      return verb.name === null ? 'Owner removed' : `Assigned to ${verb.name.replace(/^\[\[|\]\]$/g, '')}`;
    case 'prioritize':
      return verb.priority ? `Priority ${verb.priority}` : 'Priority removed';
    case 'edit-text':
      return 'Text changed';
    case 'close-as-copy':
      return 'Closed as copy';
    case 'repair':
      return 'Repaired';
  }
}

/** What is to be done, for a button: "Accept". */
export function imperative(verb: Verb): string {
  return IMPERATIVES[verb.kind];
}

const IMPERATIVES: Readonly<Record<Verb['kind'], string>> = {
  accept: 'Accept',
  reject: 'Reject',
  complete: 'Complete',
  start: 'Start',
  reopen: 'Reopen',
  reschedule: 'Reschedule',
  snooze: 'Snooze',
  assign: 'Assign',
  prioritize: 'Set priority of',
  'edit-text': 'Change',
  'close-as-copy': 'Close',
  repair: 'Repair',
};

/** Why a line refused, to end a message with. */
export function refusalText(reason: Refusal): string {
  switch (reason) {
    case 'not-a-task':
      return 'it is no task';
    case 'already-decided':
      return 'it is already decided';
    case 'would-change-more':
      return 'the change would alter how the rest of the line is read';
    case 'bad-argument':
      return 'this cannot stand in a task line';
  }
}

/** `1 task`, `3 tasks`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
