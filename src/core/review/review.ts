/** The weekly review: a pass through overdue, this week, what one waits for, and what has no date. */
import { addDays, type Day, startOfWeek, type Weekday } from '../date/day';
import { parseTaskLine } from '../line/task-line';
import { editableText } from '../line/words';
import type { DueTasks } from '../index/open-tasks';
import { taskKey } from '../note/task-item';
import { type IsThere, type Pass, readPass, settle, startPass } from '../pass/pass';
import type { Verb } from '../edit/verb';
import { asRecord, isListOf } from '../shared/stored';
import { dueBetween, undated } from './week';

/** What became of a task in a review. */
export type ReviewOutcome = 'done' | 'moved' | 'dropped' | 'decided';

export const REVIEW_OUTCOMES: readonly ReviewOutcome[] = ['done', 'moved', 'dropped', 'decided'];

/** The parts of a review, in the order in which it walks them. */
export const REVIEW_SECTIONS = ['Overdue', 'This week', 'Waiting on', 'No date'] as const;

export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

/** A review under way, or ended. Plain data, so that it can be stored and resumed. */
export interface Review {
  readonly pass: Pass<ReviewOutcome>;
  /** The first day of the week that is reviewed; names the review. */
  readonly week: Day;
  /** Where in the queue each section begins, in their order. */
  readonly starts: readonly number[];
}

/** Begins a review of the week in which today lies. */
export function startReview({ own, others, proposals }: DueTasks, today: Day, weekStart: Weekday): Review {
  const week = startOfWeek(today, weekStart);
  const last = addDays(week, 6);
  const sections = [
    dueBetween(own, '', addDays(today, -1)),
    [...dueBetween(own, today, last), ...dueBetween(proposals, week, last)],
    [...dueBetween(others, '', last), ...undated(others)],
    undated(own),
  ];
  let at = 0;
  const starts = sections.map((items) => (at += items.length) - items.length);
  return { pass: startPass(sections.flat().map(taskKey)), week, starts };
}

/** The part of a review in which it is now; `null` at its end. */
export function sectionOf({ pass, starts }: Review): ReviewSection | null {
  if (pass.position >= pass.queue.length) return null;
  const index = starts.filter((start) => start <= pass.position).length - 1;
  return REVIEW_SECTIONS[index] ?? null;
}

/** What a verb makes of a task, for the summary. */
export function outcomeOf(verb: Verb): ReviewOutcome {
  return OUTCOMES[verb.kind] ?? 'decided';
}

const OUTCOMES: Readonly<Partial<Record<Verb['kind'], ReviewOutcome>>> = {
  complete: 'done',
  reschedule: 'moved',
  snooze: 'moved',
  reject: 'dropped',
  'close-as-copy': 'dropped',
};

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** A task as a review saw it: its note, and its words at the beginning. */
export interface ReviewedTask {
  readonly path: string;
  readonly text: string;
  /** What else was noted with the decision: the new day. */
  readonly detail: string;
}

/** What a review came to: the tasks by what became of them. */
export type ReviewSummary = Readonly<Record<ReviewOutcome | 'open', readonly ReviewedTask[]>>;

/** Sums up a review. Still open is what nothing was decided on and what is still there. */
export function summarize({ pass }: Review, isThere: IsThere): ReviewSummary {
  const summary: Record<ReviewOutcome | 'open', ReviewedTask[]> = {
    done: [],
    moved: [],
    dropped: [],
    decided: [],
    open: [],
  };
  const left = new Set(pass.queue);
  for (const { key, what, detail } of pass.decisions) {
    left.delete(key);
    summary[what].push(describe(key, detail));
  }
  for (const key of left) if (isThere(key)) summary.open.push(describe(key, ''));
  return summary;
}

/** Reads a stored review of this week and goes on where it was; `null` for none, or one of another week. */
export function readReview(stored: unknown, week: Day, isThere: IsThere): Review | null {
  const { pass, week: own, starts } = asRecord(stored);
  const read = readPass(pass, REVIEW_OUTCOMES);
  if (!read || own !== week || !isListOf(starts, isNumber)) return null;
  return { pass: settle(read, isThere), week, starts };
}

/** The words of a task from its key: the line itself has another text once something was decided. */
function describe(key: string, detail: string): ReviewedTask {
  const [path = '', , , source = ''] = key.split('\n');
  const line = parseTaskLine(source);
  return { path, text: (line && editableText(line)) || source.trim(), detail };
}
