import type { Step } from '../../core/edit/plan-verbs';
import type { Verb } from '../../core/edit/verb';
import type { TaskItem } from '../../core/note/task-item';
import { stepsOnCard } from '../../core/triage/card';
import { disagreements } from '../../core/triage/copy-members';
import { askToAgree } from './agree-modal';
import type { ViewServices } from './services';

/** Verbs after which a task stands for its copies, so that owner and due date must be the right ones. */
const ASKS: ReadonlySet<Verb['kind']> = new Set<Verb['kind']>(['accept', 'start', 'close-as-copy']);

/** Turns a verb on cards into steps for their copies; asks where the copies of a single card disagree. */
export function runOnCards(
  verb: Verb,
  items: readonly TaskItem[],
  services: ViewServices,
  run: (verb: Verb, steps: readonly Step<TaskItem>[]) => void,
): void {
  const stepsOf = (item: TaskItem, verbs: readonly Verb[]): Step<TaskItem>[] =>
    stepsOnCard(item, verbs, services.copies.groupOf(item));
  const [only, second] = items;
  const group = only && !second ? services.copies.groupOf(only) : null;
  const differences = group && ASKS.has(verb.kind) ? disagreements(group) : null;
  if (!only || !differences || differences.owners.length + differences.dues.length === 0)
    return run(
      verb,
      items.flatMap((item) => stepsOf(item, [verb])),
    );
  askToAgree(only, differences, services, (first) => {
    const steps = stepsOf(only, [...first, verb]);
    // Closing the copies leaves the card itself as it is, but for what was agreed on.
    const agreed = verb.kind === 'close-as-copy' && first.length > 0 ? [{ target: only, verbs: first }] : [];
    run(verb, [...agreed, ...steps]);
  });
}

/** One verb for each of some tasks. */
export function stepsFor(verb: Verb, items: readonly TaskItem[]): Step<TaskItem>[] {
  return items.map((target) => ({ target, verbs: [verb] }));
}
