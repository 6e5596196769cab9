/** The verbs of the `lines` tool: their arguments, and what they make of a line. */
import type { Day } from '../../src/core/date/day';
import { parseSpokenDay } from '../../src/core/date/spoken';
import { planVerb } from '../../src/core/edit/plan';
import { plannedLines, type Refusal, type Verb } from '../../src/core/edit/verb';
import { PRIORITIES, type Priority } from '../../src/core/line/format';
import { UsageError } from './arguments';
import { RULES } from './report-line';

/** What a verb made of a line. `after` holds the lines that stand there then, whatever the outcome. */
export interface VerbReport {
  before: string;
  after: readonly string[];
  outcome: 'applied' | 'unchanged' | 'refused';
  reason?: Refusal;
}

const PLAIN: Readonly<Record<string, Verb>> = {
  accept: { kind: 'accept' },
  reject: { kind: 'reject' },
  complete: { kind: 'complete' },
  start: { kind: 'start' },
  // A single line does not say whether it was a proposal once, so it is reopened as a task.
  reopen: { kind: 'reopen', asProposal: false, withTag: false },
};

const WITH_ARGUMENT: Readonly<Record<string, (argument: string, today: Day) => Verb>> = {
  reschedule: (text, today) => ({ kind: 'reschedule', day: readDay(text, today) }),
  snooze: (text, today) => ({ kind: 'snooze', day: readDay(text, today) }),
  assign: (text) => ({ kind: 'assign', name: text === 'none' ? null : text.replace(/^@/, '') }),
  priority: (text) => ({ kind: 'prioritize', priority: readPriority(text) }),
};

/** Every verb, as it is said in messages. */
export const VERB_NAMES: readonly string[] = [...Object.keys(PLAIN), ...Object.keys(WITH_ARGUMENT)];

/** The verb that the words of the command line name. An argument may be several words: "next friday". */
export function readVerb([name = '', ...words]: readonly string[], today: Day): Verb {
  const plain = lookUp(PLAIN, name);
  if (plain) {
    if (words.length > 0) throw new UsageError(`${name} takes no argument, but got "${words.join(' ')}".`);
    return plain;
  }
  const verb = lookUp(WITH_ARGUMENT, name);
  if (!verb) throw new UsageError(`"${name}" is no verb. The verbs: parse, ${VERB_NAMES.join(', ')}.`);
  const argument = words.join(' ').trim();
  if (argument === '') throw new UsageError(`${name} needs an argument; "none" removes what is there.`);
  return verb(argument, today);
}

/** Carries out a verb on a line. */
export function reportVerb(before: string, verb: Verb, today: Day): VerbReport {
  const plan = planVerb(before, verb, { rules: RULES, today });
  const after = plannedLines(before, plan);
  if (plan.kind === 'refused') return { before, after, outcome: 'refused', reason: plan.reason };
  return { before, after, outcome: plan.kind === 'edits' ? 'applied' : 'unchanged' };
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
}

function readDay(text: string, today: Day): Day | null {
  if (text === 'none') return null;
  const day = parseSpokenDay(text, today);
  if (!day) throw new UsageError(`"${text}" is no day: say YYYY-MM-DD, "fri", "in 2 weeks" or "none".`);
  return day;
}

function readPriority(text: string): Priority | null {
  if (text === 'none') return null;
  const priority = PRIORITIES.find((known) => known === text);
  if (!priority) {
    throw new UsageError(`"${text}" is no priority: highest, high, medium, low, lowest or none.`);
  }
  return priority;
}
