/** What verbs and their outcomes are called in messages. */
import type { Refusal, Verb } from './verb';

/** What was done, to begin a message with: "Accepted". */
export function pastTense(verb: Verb): string {
  switch (verb.kind) {
    case 'reschedule':
      return verb.day ? `Due ${verb.day}` : 'Due date removed';
    case 'snooze':
      return verb.day ? `Snoozed until ${verb.day}` : 'Back from snooze';
    case 'assign':
      return verb.name === null ? 'Owner removed' : `Assigned to ${verb.name.replace(/^\[\[|\]\]$/g, '')}`;
    case 'prioritize':
      return verb.priority ? `Priority ${verb.priority}` : 'Priority removed';
    default:
      return DONE[verb.kind];
  }
}

/** Of the verbs that have nothing else to say. */
const DONE: Readonly<
  Record<Exclude<Verb['kind'], 'reschedule' | 'snooze' | 'assign' | 'prioritize'>, string>
> = {
  accept: 'Accepted',
  reject: 'Rejected',
  complete: 'Completed',
  start: 'Started',
  reopen: 'Reopened',
  'edit-text': 'Text changed',
  'close-as-copy': 'Closed as copy',
  repair: 'Repaired',
};

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
  return REFUSALS[reason];
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'not-a-task': 'it is no task',
  'already-decided': 'it is already decided',
  'would-change-more': 'the change would alter how the rest of the line is read',
  'bad-argument': 'this cannot stand in a task line',
};

/** `1 task`, `3 tasks`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
