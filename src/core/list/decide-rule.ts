/** What fits the rules of triage, and what they do to it. */
import { sameVerb, type Step } from '../edit/plan-verbs';
import type { Verb } from '../edit/verb';
import type { TaskItem } from '../note/task-item';
import { collapseCopies, stepsOnCard } from '../triage/card';
import type { DecideRule, RuleVerb } from '../triage/rules';
import { divide } from '../triage/splits';
import { filterTasks } from './filter';
import type { ListContext } from './task-list';

/** The proposals that rules fit, one list for each; copies count once. */
export function tasksOfRules(
  tasks: Iterable<TaskItem>,
  rules: readonly DecideRule[],
  context: ListContext,
): (readonly TaskItem[])[] {
  const splits = divide(tasks, context);
  return rules.map(({ split, query }) =>
    collapseCopies(filterTasks(splits[split], query, context), context.groupOf),
  );
}

/** What a rule does to the proposals that it fits, their copies included. */
export function ruleSteps(
  items: readonly TaskItem[],
  kind: RuleVerb,
  groupOf: ListContext['groupOf'],
): Step<TaskItem>[] {
  const verb: Verb = { kind };
  // What is already decided elsewhere is itself the copy: all of it goes.
  if (kind === 'close-as-copy') {
    const all = items.flatMap((item) => groupOf(item)?.members.map((member) => member.item) ?? [item]);
    return sameVerb(verb, [...new Set(all)]);
  }
  return items.flatMap((item) => stepsOnCard(item, [verb], groupOf(item)));
}
