/** Several verbs on one line, as one change of it. */
import { applyEdits } from '../text/text-edit';
import { planVerb } from './plan';
import { type LinePlan, planChange, refused, type Verb, type VerbContext } from './verb';

/** What is to be done to lines at once: each with its verbs, in their order. */
export interface Step<T> {
  readonly target: T;
  readonly verbs: readonly Verb[];
}

/** The same verb for each of some lines. */
export function sameVerb<T>(verb: Verb, targets: readonly T[]): Step<T>[] {
  return targets.map((target) => ({ target, verbs: [verb] }));
}

/** Plans verbs one after the other. */
export function planVerbs(source: string, verbs: readonly Verb[], context: VerbContext): LinePlan {
  return planInTurn(
    source,
    verbs.map((verb) => (text) => planVerb(text, verb, context)),
  );
}

/** Plans changes one after the other, each of what the one before made of the line. One that refuses refuses all. */
export function planInTurn(source: string, changes: readonly ((text: string) => LinePlan)[]): LinePlan {
  const [only, second] = changes;
  // One change alone keeps its own edits.
  if (only && !second) return only(source);
  let text = source;
  for (const change of changes) {
    const plan = change(text);
    if (plan.kind === 'refused') return plan;
    if (plan.kind === 'unchanged') continue;
    // A line that went, or became two, is no line that a further change could be meant for.
    if (plan.drop || plan.edits.some(({ insert }) => insert.includes('\n')))
      return refused('would-change-more');
    text = applyEdits(text, plan.edits);
  }
  return planChange(source, text);
}
