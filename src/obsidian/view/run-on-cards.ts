import type { Step } from '../../core/edit/plan-verbs';
import type { Verb } from '../../core/edit/verb';
import type { TaskItem } from '../../core/note/task-item';
import { stepsOnCards } from '../../core/triage/card';
import { type Disagreements, disagreements } from '../../core/triage/copy-members';
import { askToAgree } from './agree-modal';
import type { ViewServices } from './services';

/** Verbs after which a task stands for its copies, so that owner and due date must be the right ones. */
const ASKS: ReadonlySet<Verb['kind']> = new Set<Verb['kind']>(['accept', 'start', 'close-as-copy']);

/**
 * Turns a verb on cards into steps for their copies. Where the copies of a single card disagree the user is asked;
 * where those of one of several cards do, all is shown before it is written.
 */
export function runOnCards(
  verb: Verb,
  items: readonly TaskItem[],
  services: ViewServices,
  run: (verb: Verb, steps: readonly Step<TaskItem>[], showFirst?: boolean) => void,
): void {
  const differencesOf = (item: TaskItem): Disagreements | null => {
    const group = ASKS.has(verb.kind) ? services.copies.groupOf(item) : null;
    const found = group && disagreements(group);
    return found && found.owners.length + found.dues.length > 0 ? found : null;
  };
  const stepsOf = (verbs: readonly Verb[]): Step<TaskItem>[] =>
    stepsOnCards(items, verbs, services.copies.groupOf);
  const [only, second] = items;
  const differences = items.map(differencesOf).find((found) => found !== null);
  if (!only || !differences || second) {
    return run(verb, stepsOf([verb]), differences ? true : undefined);
  }
  askToAgree(only, differences, services, (first) => {
    const steps = stepsOf([...first, verb]);
    // Closing the copies leaves the card itself as it is, but for what was agreed on.
    const agreed = verb.kind === 'close-as-copy' && first.length > 0 ? [{ target: only, verbs: first }] : [];
    run(verb, [...agreed, ...steps]);
  });
}
