/** Every verb by the name under which the tests speak of it, with the parts of a line that it may change. */
import type { FieldName } from '../../../src/core/edit/meaning';
import type { Verb } from '../../../src/core/edit/verb';
import { day } from './act';

/** A verb, and what of a line may read differently after it. */
export interface KnownVerb {
  readonly verb: Verb;
  readonly touches: readonly FieldName[];
}

const DECISION: readonly FieldName[] = ['symbol', 'tags', 'description', 'done', 'cancelled'];

const DATES: readonly FieldName[] = ['created', 'start', 'scheduled', 'due', 'cancelled', 'done'];

/** The verbs as they are said on the command line, so that tables stay readable. */
export const VERBS = {
  accept: { verb: { kind: 'accept' }, touches: ['symbol', 'tags', 'description'] },
  reject: { verb: { kind: 'reject' }, touches: DECISION },
  complete: { verb: { kind: 'complete' }, touches: DECISION },
  start: { verb: { kind: 'start' }, touches: DECISION },
  reopen: { verb: { kind: 'reopen', asProposal: false, withTag: false }, touches: DECISION },
  'reopen as proposal': { verb: { kind: 'reopen', asProposal: true, withTag: true }, touches: DECISION },
  'close as copy': { verb: { kind: 'close-as-copy' }, touches: DECISION },
  'due 2025-12-01': { verb: { kind: 'reschedule', day: day('2025-12-01') }, touches: ['due'] },
  'due 2025-11-08': { verb: { kind: 'reschedule', day: day('2025-11-08') }, touches: ['due'] },
  'due none': { verb: { kind: 'reschedule', day: null }, touches: ['due'] },
  'snooze 2025-12-01': { verb: { kind: 'snooze', day: day('2025-12-01') }, touches: ['start'] },
  'snooze none': { verb: { kind: 'snooze', day: null }, touches: ['start'] },
  'assign Ana Lee': { verb: { kind: 'assign', name: 'Ana Lee' }, touches: ['description'] },
  'assign none': { verb: { kind: 'assign', name: null }, touches: ['description'] },
  'priority high': { verb: { kind: 'prioritize', priority: 'high' }, touches: ['priority'] },
  'priority none': { verb: { kind: 'prioritize', priority: null }, touches: ['priority'] },
  'text New words': { verb: { kind: 'edit-text', text: 'New words' }, touches: ['description'] },
  repair: { verb: { kind: 'repair' }, touches: [...DATES, 'description', 'priority'] },
} as const satisfies Record<string, KnownVerb>;

/** The name of a verb in the tests. */
export type VerbName = keyof typeof VERBS;

/** All names. */
export const VERB_NAMES = Object.keys(VERBS) as VerbName[];
