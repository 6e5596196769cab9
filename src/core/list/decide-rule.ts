/** What fits the rules of triage, and what they do to it. */
import { sameVerb, type Step } from '../edit/plan-verbs';
import type { Verb } from '../edit/verb';
import type { TaskItem } from '../note/task-item';
import type { NoteProposals } from '../index/open-tasks';
import { flatten } from '../shared/collect';
import { type GroupOf, stepsOnCards } from '../triage/card';
import type { DecideRule, RuleVerb } from '../triage/rules';
import { type CardContext, cardsFor } from './cards';

/** The proposals that rules fit, one list for each; copies count once. */
export function tasksOfRules(
  notes: readonly NoteProposals[],
  rules: readonly DecideRule[],
  context: CardContext,
): (readonly TaskItem[])[] {
  const cards = cardsFor(context);
  cards.update(notes);
  return rules.map(({ split, query }) => flatten(cards.find(split, query).lists));
}

/** What a rule does to the proposals that it fits, their copies included. */
export function ruleSteps(items: readonly TaskItem[], kind: RuleVerb, groupOf: GroupOf): Step<TaskItem>[] {
  const verb: Verb = { kind };
  // What is already decided elsewhere is itself the copy: all of it goes.
  if (kind === 'close-as-copy') {
    const all = items.flatMap((item) => groupOf(item)?.members.map((member) => member.item) ?? [item]);
    return sameVerb(verb, [...new Set(all)]);
  }
  return stepsOnCards(items, [verb], groupOf);
}
