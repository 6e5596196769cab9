/** Measures how well copies are found, on both kinds of texts of the yardstick. */
import type { TextNode } from '../../../src/core/triage/copy-nodes';
import { copyTexts } from '../../../src/core/triage/copy-texts';
import { CopyIndex } from '../../../src/core/triage/copy-index';
import { LIMITS, type Limits } from '../../../src/core/triage/copy-similarity';
import { taskKey } from '../../../src/core/note/task-item';
import { generated, handWritten, type LabelledPair, type Part, SEEDS } from './copy-yardstick';
import { entry } from './items';

/** Pairs by what was found and what is true. */
export interface Tally {
  hits: number;
  wrong: number;
  missed: number;
}

/** How many matters are generated from each seed. */
const MATTERS = 400;

export const precision = ({ hits, wrong }: Tally): number => (hits + wrong === 0 ? 1 : hits / (hits + wrong));
export const recall = ({ hits, missed }: Tally): number => (hits + missed === 0 ? 1 : hits / (hits + missed));

/** The hand-written pairs with what is found of them, among all texts of their part. */
export function judgePairs(
  part: Part,
  limits: Limits = LIMITS,
): { pair: LabelledPair; score: number; found: boolean }[] {
  const texts = copyTexts(limits, () => true);
  const add = (text: string): TextNode => {
    const node = texts.ensure(text);
    const { tasks, facts } = entry('Texts.md', `- [?] ${text}`);
    for (const item of tasks) node.members.push({ node, task: { item, facts }, decided: null });
    return node;
  };
  for (const { text } of generated(part, SEEDS[part][0] as number, MATTERS)) add(text);
  const pairs = handWritten(part).map((pair) => ({ pair, a: add(pair.a), b: add(pair.b) }));
  texts.refreeze(() => undefined);
  for (const node of texts.all.values()) texts.relink(node);
  return pairs.map(({ pair, a, b }) => {
    const score = a === b ? 1 : texts.score(a, b);
    return { pair, score, found: score >= limits.same };
  });
}

/** Counts the hand-written pairs. */
export function tallyPairs(part: Part, limits: Limits = LIMITS): Tally {
  const tally: Tally = { hits: 0, wrong: 0, missed: 0 };
  for (const { pair, found } of judgePairs(part, limits)) {
    if (found && pair.same) tally.hits++;
    else if (found) tally.wrong++;
    else if (pair.same) tally.missed++;
  }
  return tally;
}

/** Counts all pairs of generated texts that are in one group, or should be. `each` is told of the faults. */
export function tallyGroups(
  part: Part,
  limits: Limits = LIMITS,
  each?: (fault: string, a: string, b: string) => void,
): Tally {
  const tally: Tally = { hits: 0, wrong: 0, missed: 0 };
  for (const seed of SEEDS[part]) {
    const texts = generated(part, seed, MATTERS);
    const index = new CopyIndex({ duplicateTag: '#duplicate' }, limits);
    const tasks = texts.map(({ text }, at) => {
      const note = entry(`${at}.md`, `- [?] ${text}`);
      index.replaceNote(note.path, note);
      const [task] = note.tasks;
      if (!task) throw new Error(text);
      return task;
    });
    index.settle();
    const groups = tasks.map((task, at) => index.groupOf(taskKey(task))?.key ?? `${at}`);
    for (let i = 0; i < texts.length; i++) {
      for (let j = 0; j < i; j++) {
        const same = texts[i]?.matter === texts[j]?.matter;
        const found = groups[i] === groups[j];
        if (!same && !found) continue;
        if (same && found) tally.hits++;
        else if (found) tally.wrong++;
        else tally.missed++;
        if (same !== found) each?.(found ? 'wrong' : 'missed', texts[j]?.text ?? '', texts[i]?.text ?? '');
      }
    }
  }
  return tally;
}
