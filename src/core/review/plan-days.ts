/** New due dates for many tasks at once: shifted by days, or spread over the days to come. */
import { addDays, type Day, parseDay, weekdayOf } from '../date/day';
import { BulkPlan } from '../edit/bulk';
import { planVerb } from '../edit/plan';
import type { VerbContext } from '../edit/verb';
import { compareDue } from '../group/order';
import { PRIORITIES } from '../line/format';
import type { TaskItem } from '../note/task-item';

/** A task and the day on which it is to be due. */
export interface DayMove {
  readonly item: TaskItem;
  readonly day: Day;
}

/** Without a limit, what is spread is spread over so many days. */
const DAYS_WITHOUT_LIMIT = 5;

/** Tasks with due dates, each so many days later (earlier if negative). Those without a date are left out. */
export function shiftDays(items: readonly TaskItem[], by: number): DayMove[] {
  return items.flatMap((item) => {
    const day = item.due && parseDay(addDays(item.due, by));
    return day ? [{ item, day }] : [];
  });
}

/**
 * Spreads tasks over the working days (Monday to Friday) from today, the most urgent first, so that no day
 * holds more than `limit` (0 is none) with what is due on it already. `loads` say how much that is.
 */
export function spreadDays(
  items: readonly TaskItem[],
  loads: ReadonlyMap<Day, number>,
  today: Day,
  limit: number,
): DayMove[] {
  const rank = ({ priority }: TaskItem): number => PRIORITIES.indexOf(priority);
  const sorted = [...items].sort((a, b) => rank(a) - rank(b) || compareDue(a, b));
  const most = limit > 0 ? limit : Math.ceil(sorted.length / DAYS_WITHOUT_LIMIT);
  let day = workingDay(today);
  let held = limit > 0 ? (loads.get(day) ?? 0) : 0;
  return sorted.map((item) => {
    while (held >= most) {
      day = workingDay(addDays(day, 1));
      held = limit > 0 ? (loads.get(day) ?? 0) : 0;
    }
    held++;
    return { item, day };
  });
}

/** The changes of lines that new days make. */
export function planDays(moves: readonly DayMove[], context: VerbContext): BulkPlan {
  const plan = new BulkPlan();
  for (const { item, day } of moves) {
    plan.add(item.path, item, planVerb(item.source, { kind: 'reschedule', day }, context));
  }
  return plan;
}

function workingDay(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}
