/** How much is due on which day: the load that one's own commitments make. */
import { type Day, weekFrom } from '../date/day';
import type { TaskItem } from '../note/task-item';
import { daysOfWeek, type WeekContext } from './week';

/** What the bar of a day, or of what is overdue, shows. */
export interface LoadBar {
  readonly key: Day | 'overdue';
  readonly count: number;
  readonly isToday: boolean;
  /** Whether more is due than the limit of a day allows. */
  readonly isOver: boolean;
}

/** How many of one's own commitments are due on each day. */
export function dayLoads(own: readonly TaskItem[]): Map<Day, number> {
  const loads = new Map<Day, number>();
  for (const { due } of own) if (due) loads.set(due, (loads.get(due) ?? 0) + 1);
  return loads;
}

/** Whether a number of tasks is more than a day should hold; a limit of 0 is none. */
export function isOverLimit(count: number, limit: number): boolean {
  return limit > 0 && count > limit;
}

/** The bars of this week: what is overdue, and seven days from today; of another week its days. */
export function weekLoad(
  own: readonly TaskItem[],
  context: Pick<WeekContext, 'today' | 'weekStart' | 'offset'>,
  limit: number,
): LoadBar[] {
  const { today, offset } = context;
  const loads = dayLoads(own);
  const days = offset === 0 ? weekFrom(today) : daysOfWeek(context);
  const bars = days.map((day): LoadBar => {
    const count = loads.get(day) ?? 0;
    return { key: day, count, isToday: day === today, isOver: isOverLimit(count, limit) };
  });
  if (offset !== 0) return bars;
  let late = 0;
  for (const [day, count] of loads) if (day < today) late += count;
  return [{ key: 'overdue', count: late, isToday: false, isOver: false }, ...bars];
}
