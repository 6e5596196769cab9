/** The numbers behind the pictures: the age of the backlog, what was decided by week, the load to come. */
import { addDays, type Day, daysBetween, startOfWeek, type Weekday } from '../date/day';
import type { OpenTasks } from '../index/open-tasks';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, isOwn, type TaskItem } from '../note/task-item';
import { sumOf } from '../shared/collect';
import { isWaiting } from '../triage/splits';
import { dueBetween } from './week';

/** One bar: what it stands for, and a number for each series of its chart. */
export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
}

/** Bars below each other, each of them stacked of the same series. */
export interface BarChart {
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

/** What the charts depend on besides the notes. */
export interface OverviewContext {
  readonly today: Day;
  readonly weekStart: Weekday;
  /** The days on which proposals were accepted, one for each, as far as that is remembered. */
  readonly accepted: readonly Day[];
  readonly dayLabel: (day: Day) => string;
}

const AGES = [
  ['Less than a week', 7],
  ['1 to 4 weeks', 28],
  ['1 to 3 months', 91],
  ['Older', Infinity],
  ['No date', NaN],
] as const;

/** How many weeks are looked back on, and forward to, this one included. */
const WEEKS = 6;

/** The three charts, from one pass over the notes. */
export function overviewCharts(notes: Iterable<NoteEntry>, context: OverviewContext): BarChart[] {
  const { today } = context;
  const week = startOfWeek(today, context.weekStart);
  const ages = AGES.map(([label]) => ({ label, values: [0, 0] }));
  const decided = weeks(week, 1 - WEEKS, 3, context);
  const load = [{ label: 'Overdue', values: [0, 0] }, ...weeks(week, 0, 2, context)];
  const weekOf = (day: Day): number => Math.floor(daysBetween(day, week) / 7);
  const count = (bars: { values: number[] }[], at: number, series: number): void => {
    const values = bars[at]?.values;
    if (values) values[series] = (values[series] ?? 0) + 1;
  };
  for (const { facts, tasks } of notes) {
    const days = facts.date ? daysBetween(today, facts.date) : NaN;
    const age = facts.date ? AGES.findIndex(([, below]) => days < below) : AGES.length - 1;
    for (const item of tasks) {
      const own = isOwn(item);
      const waits = isWaiting(item, today);
      const isOpen = isOpenCommitment(item);
      if (waits) count(ages, age, own ? 0 : 1);
      if (item.state === 'done' && item.done) count(decided, weekOf(item.done) + WEEKS - 1, 2);
      if (item.state === 'rejected' && item.cancelled) count(decided, weekOf(item.cancelled) + WEEKS - 1, 1);
      if (!item.due || !own || (!isOpen && !waits)) continue;
      count(load, item.due < today ? 0 : weekOf(item.due) + 1, isOpen ? 0 : 1);
    }
  }
  for (const day of context.accepted) count(decided, weekOf(day) + WEEKS - 1, 0);
  return [
    { title: 'Proposals by age', series: ['Mine or nobody’s', 'Theirs'], bars: ages },
    { title: 'Decided by week', series: ['Accepted', 'Rejected', 'Done'], bars: decided },
    { title: 'Due by week', series: ['To do', 'Proposed'], bars: load },
  ];
}

function weeks(
  first: Day,
  from: number,
  series: number,
  { dayLabel }: OverviewContext,
): { label: string; values: number[] }[] {
  return Array.from({ length: WEEKS }, (_, i) => ({
    label: from + i === 0 ? 'This week' : `Week of ${dayLabel(addDays(first, (from + i) * 7))}`,
    values: Array.from({ length: series }, () => 0),
  }));
}

/** The two numbers of the status bar: proposals that wait, and the user's own tasks that are due today. */
export function countsOfToday(open: OpenTasks, today: Day): { proposed: number; due: number } {
  const waiting = (item: TaskItem): boolean => isWaiting(item, today);
  return {
    proposed: sumOf(open.byMeeting(), ({ items }) => items.filter(waiting).length),
    due: dueBetween(open.byDue().own, today, today).length,
  };
}
