/** What a user can do to a task line, and how a line answers. */
import type { Day } from '../date/day';
import type { Priority } from '../line/format';
import type { LineRules } from '../line/rules';
import { applyEdits, difference, type TextEdit } from '../text/text-edit';

/** A verb with its arguments. */
export type Verb =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'start' }
  /** Whether the line had the proposed symbol, and the proposed tag, before it was decided. */
  | { readonly kind: 'reopen'; readonly asProposal: boolean; readonly withTag: boolean }
  | { readonly kind: 'reschedule'; readonly day: Day | null }
  | { readonly kind: 'snooze'; readonly day: Day | null }
  /** The name as it stands behind the `@`; `null` removes the owner. */
  | { readonly kind: 'assign'; readonly name: string | null }
  | { readonly kind: 'prioritize'; readonly priority: Priority | null }
  | { readonly kind: 'edit-text'; readonly text: string }
  | { readonly kind: 'close-as-copy' }
  /** Moves hidden fields to where they are read, and removes those that stand there twice. */
  | { readonly kind: 'repair' };

/** What a verb needs to know besides the line. */
export interface VerbContext {
  readonly rules: LineRules;
  readonly today: Day;
}

/** Why a line refuses a verb. Nothing is written then. */
export type Refusal =
  /** The line is no task line. */
  | 'not-a-task'
  /** Accepting something that is already done or rejected. */
  | 'already-decided'
  /** The result would be read in another way than was meant. */
  | 'would-change-more'
  /** The argument cannot stand in a line. */
  | 'bad-argument';

/**
 * What a verb would do to one line. Edits are of the line as it stands in the note; they may add lines by
 * line feeds. With `drop` the line itself goes, with its line ending.
 */
export type LinePlan =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[]; readonly drop?: true }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** The answer of a line that refuses. */
export function refused(reason: Refusal): { readonly kind: 'refused'; readonly reason: Refusal } {
  return { kind: 'refused', reason };
}

/** The change of one line into another text; `unchanged` where it is the same. */
export function planChange(source: string, text: string): LinePlan {
  return text === source ? { kind: 'unchanged' } : { kind: 'edits', edits: [difference(source, text)] };
}

/** The text in the place of `source` when a plan that does not take the line out is carried out. */
export function textAfter(source: string, plan: LinePlan): string {
  return plan.kind === 'edits' ? applyEdits(source, plan.edits) : source;
}

/** The line, or lines, that stand in the place of `source` when a plan is carried out. */
export function plannedLines(source: string, plan: LinePlan): string[] {
  return plan.kind === 'edits' && plan.drop ? [] : textAfter(source, plan).split('\n');
}
