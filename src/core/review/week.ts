/** What is due in a week, in the order in which one looks at it. */
import { addDays, type Day, startOfWeek, type Weekday, weekFrom } from '../date/day';
import { type Group, plainGroup, withTasks } from '../group/group';
import { compareDue } from '../group/order';
import { isOpenCommitment, isOwn, type TaskItem } from '../note/task-item';

export { isOwn } from '../note/task-item';

/** The weeks behind the one that is shown that are listed under "Later". */
const WEEKS_AHEAD = [0, 1, 2, 3];

/** A week to look at. */
export interface WeekContext {
  readonly today: Day;
  readonly weekStart: Weekday;
  /** 0 is this week, 1 the next. */
  readonly offset: number;
  /** A single day, or what is overdue, in place of the week. */
  readonly only?: Day | 'overdue' | null;
  /** A day for people, in their locale. */
  readonly dayTitle: (day: Day) => string;
}

/** The tasks of a week by their part in it, each sorted by due date. */
export interface WeekParts {
  /** Commitments that are mine or nobody's, whenever they are due. */
  readonly own: readonly TaskItem[];
  /** Commitments of others, whenever they are due. */
  readonly others: readonly TaskItem[];
  /** Proposals that are due in the week. */
  readonly proposals: readonly TaskItem[];
}

/** The seven days of a week. */
export function daysOfWeek({
  today,
  weekStart,
  offset,
}: Pick<WeekContext, 'today' | 'weekStart' | 'offset'>): Day[] {
  const first = addDays(startOfWeek(today, weekStart), offset * 7);
  return weekFrom(first);
}

/** Divides tasks into the parts of a week from `first` to `last`. */
export function weekParts(tasks: Iterable<TaskItem>, first: Day, last: Day): WeekParts {
  const own: TaskItem[] = [];
  const others: TaskItem[] = [];
  const proposals: TaskItem[] = [];
  for (const item of tasks) {
    if (item.state === 'proposal') {
      if (item.due && item.due >= first && item.due <= last) proposals.push(item);
    } else if (isOpenCommitment(item)) {
      (isOwn(item) ? own : others).push(item);
    }
  }
  for (const part of [own, others, proposals]) part.sort(compareDue);
  return { own, others, proposals };
}

/** The commitments and proposals that a week is about, in groups; empty groups are left out. */
export function weekGroups(tasks: Iterable<TaskItem>, context: WeekContext): Group[] {
  const { today, offset, dayTitle } = context;
  const days = daysOfWeek(context);
  const [first, last] = [days[0] ?? today, days[6] ?? today];
  // A day that was picked before midnight is no day to come any more.
  const { only } = context;
  if (only && (only >= today || offset !== 0)) return groupsOfDay(tasks, only, context);
  const { own, others, proposals } = weekParts(tasks, first, last);
  const dueIn = (from: Day, to: Day) => own.filter(({ due }) => due && due >= from && due <= to);
  const undated = own.filter(({ due }) => !due);
  const isToCome = (day: Day): boolean => offset !== 0 || day >= today;
  const later = WEEKS_AHEAD.map((week) => {
    const from = addDays(last, week * 7 + 1);
    const title = `Later: week of ${dayTitle(from)}`;
    return plainGroup(`later ${from}`, title, dueIn(from, addDays(from, 6)), { startsFolded: true });
  });
  return withTasks([
    ...(offset === 0 ? [overdueGroup(own, today)] : []),
    ...days.filter(isToCome).map((day) => dayGroup(day, context, dueIn(day, day))),
    proposedGroup('Proposed for this week', proposals),
    waitingGroup(others.filter(({ due }) => due !== null && due <= last)),
    ...later,
    plainGroup('undated', 'No date', undated),
  ]);
}

/** What is due on one day, or late: one's own, what is proposed, and what others owe. */
function groupsOfDay(tasks: Iterable<TaskItem>, only: Day | 'overdue', context: WeekContext): Group[] {
  const { today } = context;
  const [first, last] = only === 'overdue' ? ['0000-01-01' as Day, addDays(today, -1)] : [only, only];
  const { own, others, proposals } = weekParts(tasks, first, last);
  const isDue = ({ due }: TaskItem): boolean => due !== null && due >= first && due <= last;
  const due = own.filter(isDue);
  return withTasks([
    only === 'overdue' ? overdueGroup(due, today) : dayGroup(only, context, due),
    proposedGroup('Proposed', proposals),
    waitingGroup(others.filter(isDue)),
  ]);
}

function proposedGroup(title: string, items: readonly TaskItem[]): Group {
  return plainGroup('proposals', title, items, { tone: 'proposed' });
}

function overdueGroup(own: readonly TaskItem[], today: Day): Group {
  const late = own.filter(({ due }) => due && due < today);
  return plainGroup('overdue', 'Overdue', late, { tone: 'overdue' });
}

function dayGroup(day: Day, { today, dayTitle }: WeekContext, items: readonly TaskItem[]): Group {
  return plainGroup(day, dayTitle(day), items, { tone: day === today ? 'today' : 'plain' });
}

function waitingGroup(items: readonly TaskItem[]): Group {
  return plainGroup('waiting', 'Waiting on', items);
}
