/** Verbs on single lines, with the default rules and a fixed day. */
import { type Day, parseDay } from '../../../src/core/date/day';
import { planVerb } from '../../../src/core/edit/plan';
import { plannedLines, type Verb } from '../../../src/core/edit/verb';
import { defaultRules, type LineRules } from '../../../src/core/line/rules';
import { StatusRegistry } from '../../../src/core/line/status';

/** The rules of a vault where nobody says otherwise. */
export const RULES: LineRules = defaultRules(new StatusRegistry());

/** A day that must exist. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new RangeError(`${text} is no day`);
  return found;
}

/** A Wednesday. */
export const TODAY = day('2025-11-05');

/** Time enough for thousands of random cases on a busy machine. */
export const PATIENT = { timeout: 120_000 };

/** Carries out a verb: the new lines, joined by line feeds, or else `unchanged` or `refused: …`. */
export function act(line: string, verb: Verb, rules: LineRules = RULES): string {
  const plan = planVerb(line, verb, { rules, today: TODAY });
  if (plan.kind === 'refused') return `refused: ${plan.reason}`;
  return plan.kind === 'unchanged' ? 'unchanged' : plannedLines(line, plan).join('\n');
}
