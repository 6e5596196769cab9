/** What is due in a week, in the order in which one looks at it. */
import { addDays, type Day, daysBetween, startOfWeek, type Weekday } from '../date/day';
import type { Group } from '../group/group';
import { compareDue } from '../group/order';
import type { TaskItem } from '../note/task-item';

/** A week to look at. */
export interface WeekContext {
  readonly today: Day;
  readonly weekStart: Weekday;
  /** 0 is this week, 1 the next. */
  readonly offset: number;
  /** A day for people, in their locale. */
  readonly dayTitle: (day: Day) => string;
}

/** The seven days of a week. */
export function daysOfWeek({ today, weekStart, offset }: Omit<WeekContext, 'dayTitle'>): Day[] {
  const first = addDays(startOfWeek(today, weekStart), offset * 7);
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(first, day));
}

/** The commitments and proposals that a week is about, in groups; empty groups are left out. */
export function weekGroups(tasks: Iterable<TaskItem>, context: WeekContext): Group[] {
  const days = daysOfWeek(context);
  const [first, last] = [days[0] ?? context.today, days[6] ?? context.today];
  const own: TaskItem[] = [];
  const others: TaskItem[] = [];
  const proposals: TaskItem[] = [];
  for (const item of tasks) {
    if (item.state === 'proposal') {
      if (item.due && item.due >= first && item.due <= last) proposals.push(item);
    } else if (item.state === 'open' || item.state === 'started') {
      (item.owners.mine || item.owners.kind === 'nobody' ? own : others).push(item);
    }
  }
  own.sort(compareDue);
  const dueIn = (from: Day, to: Day) => own.filter(({ due }) => due && due >= from && due <= to);
  const groups: Group[] = [];
  const add = (key: string, title: string, items: readonly TaskItem[], rest: Partial<Group> = {}): void => {
    if (items.length > 0) groups.push({ key, title, detail: '', tone: 'plain', items, ...rest });
  };
  if (context.offset === 0) {
    add(
      'overdue',
      'Overdue',
      own.filter(({ due }) => due && due < context.today),
      { tone: 'overdue' },
    );
  }
  for (const day of days) {
    if (context.offset === 0 && day < context.today) continue;
    add(day, context.dayTitle(day), dueIn(day, day), day === context.today ? { tone: 'today' } : {});
  }
  add('proposals', 'Proposed for this week', proposals.sort(compareDue), { tone: 'proposed' });
  add('waiting', 'Waiting on', others.filter(({ due }) => due !== null && due <= last).sort(compareDue));
  add(
    'later',
    'Later',
    own.filter(({ due }) => due && due > last && daysBetween(due, last) <= 28),
  );
  add(
    'undated',
    'No date',
    own.filter(({ due }) => !due),
  );
  return groups;
}
