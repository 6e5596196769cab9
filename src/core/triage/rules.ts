/** Deciding by rule: a part of the proposals, a filter, and the verb that is done to all that fit. */
import { asRecord, isText } from '../shared/stored';
import { type Split, SPLITS } from './splits';

/** The verbs of rules. */
export const RULE_VERBS = ['accept', 'reject', 'complete', 'close-as-copy'] as const;

export type RuleVerb = (typeof RULE_VERBS)[number];

/** A rule. It is data that the user saved; it never runs by itself. */
export interface DecideRule {
  readonly name: string;
  readonly split: Split;
  readonly query: string;
  readonly verb: RuleVerb;
}

/** Rules that are offered where something fits them. */
export const SUGGESTED_RULES: readonly DecideRule[] = [
  { name: 'Close what is already decided', split: 'decided', query: '', verb: 'close-as-copy' },
  { name: 'Reject mine, overdue by more than 30 days', split: 'mine', query: 'overdue:>30', verb: 'reject' },
  { name: 'Accept theirs, to wait on', split: 'theirs', query: '', verb: 'accept' },
  { name: 'Reject what is stale', split: 'stale', query: '', verb: 'reject' },
];

/** Reads a stored rule; `null` for anything that is none. */
export function readRule(stored: unknown): DecideRule | null {
  const { name, split, query, verb } = asRecord(stored);
  const knownSplit = SPLITS.find((one) => one === split);
  const knownVerb = RULE_VERBS.find((one) => one === verb);
  if (!isText(name) || !isText(query) || !knownSplit || !knownVerb) return null;
  return { name, split: knownSplit, query, verb: knownVerb };
}
