/** What is due in a week, in the order in which one looks at it. */
import { addDays, type Day, startOfWeek, type Weekday, weekFrom } from '../date/day';
import { type Group, plainGroup, withTasks } from '../group/group';
import { NEVER } from '../group/order';
import type { DueTasks } from '../index/open-tasks';
import type { TaskItem } from '../note/task-item';
import { countBefore } from '../shared/collect';

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

/** The seven days of a week. */
export function daysOfWeek({
  today,
  weekStart,
  offset,
}: Pick<WeekContext, 'today' | 'weekStart' | 'offset'>): Day[] {
  const first = addDays(startOfWeek(today, weekStart), offset * 7);
  return weekFrom(first);
}

/** Those of tasks sorted by due date that are due from one day to another. */
export function dueBetween(tasks: readonly TaskItem[], first: string, last: string): readonly TaskItem[] {
  const day = (at: number): string => tasks[at]?.due ?? NEVER;
  const from = countBefore(tasks.length, (at) => day(at) < first);
  return tasks.slice(
    from,
    countBefore(tasks.length, (at) => day(at) <= last),
  );
}

/** Those of tasks sorted by due date that have none. */
export function undated(tasks: readonly TaskItem[]): readonly TaskItem[] {
  return dueBetween(tasks, NEVER, NEVER);
}

/** The commitments and proposals that a week is about, in groups; empty groups are left out. */
export function weekGroups(due: DueTasks, context: WeekContext): Group[] {
  const { today, offset, dayTitle } = context;
  const days = daysOfWeek(context);
  const [first, last] = [days[0] ?? today, days[6] ?? today];
  // A day that was picked before midnight is no day to come any more.
  const { only } = context;
  if (only && (only >= today || offset !== 0)) return groupsOfDay(due, only, context);
  const { own, others, proposals } = due;
  const isToCome = (day: Day): boolean => offset !== 0 || day >= today;
  const later = WEEKS_AHEAD.map((week) => {
    const from = addDays(last, week * 7 + 1);
    const items = dueBetween(own, from, addDays(from, 6));
    return plainGroup(`later ${from}`, `Later: week of ${dayTitle(from)}`, items, { startsFolded: true });
  });
  return withTasks([
    ...(offset === 0 ? [overdueGroup(own, today)] : []),
    ...days.filter(isToCome).map((day) => dayGroup(day, own, context)),
    proposedGroup('Proposed for this week', dueBetween(proposals, first, last)),
    waitingGroup(dueBetween(others, '', last)),
    ...later,
    plainGroup('undated', 'No date', undated(own)),
  ]);
}

/** What is due on one day, or late: one's own, what is proposed, and what others owe. */
function groupsOfDay(
  { own, others, proposals }: DueTasks,
  only: Day | 'overdue',
  context: WeekContext,
): Group[] {
  const { today } = context;
  const [first, last] = only === 'overdue' ? ['', addDays(today, -1)] : [only, only];
  return withTasks([
    only === 'overdue' ? overdueGroup(own, today) : dayGroup(only, own, context),
    proposedGroup('Proposed', dueBetween(proposals, first, last)),
    waitingGroup(dueBetween(others, first, last)),
  ]);
}

function proposedGroup(title: string, items: readonly TaskItem[]): Group {
  return plainGroup('proposals', title, items, { tone: 'proposed' });
}

function overdueGroup(own: readonly TaskItem[], today: Day): Group {
  return plainGroup('overdue', 'Overdue', dueBetween(own, '', addDays(today, -1)), { tone: 'overdue' });
}

function dayGroup(day: Day, own: readonly TaskItem[], { today, dayTitle }: WeekContext): Group {
  return plainGroup(day, dayTitle(day), dueBetween(own, day, day), {
    tone: day === today ? 'today' : 'plain',
  });
}

function waitingGroup(items: readonly TaskItem[]): Group {
  return plainGroup('waiting', 'Waiting on', items);
}
