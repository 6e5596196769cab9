/** The orders in which the tasks of a list can stand. */
import type { Day } from '../date/day';
import { groupBy } from '../shared/collect';
import { PRIORITIES } from '../line/format';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';

/** The orders as they are offered: as in the notes, by due date, by priority, newest meeting or most copies first. */
export const ORDERS = ['note', 'due', 'priority', 'meeting', 'copies'] as const;

export type Order = (typeof ORDERS)[number];

/** What ordering needs to know besides the tasks. */
export interface OrderContext {
  readonly factsOf: (path: string) => NoteFacts | undefined;
  readonly copiesOf: (item: TaskItem) => number;
}

/** Tasks in an order; those that are equal in it stay as they came. */
export function orderTasks(
  items: readonly TaskItem[],
  order: Order,
  { factsOf, copiesOf }: OrderContext,
): readonly TaskItem[] {
  switch (order) {
    case 'note':
      return items;
    case 'due':
      return sortByDue(items);
    case 'priority':
      return byNumber(items, ({ priority }) => PRIORITIES.indexOf(priority));
    case 'meeting': {
      const date = ({ path }: TaskItem): Day | '' => factsOf(path)?.date ?? '';
      return [...items].sort((a, b) => compareText(date(b), date(a)));
    }
    case 'copies':
      return byNumber(items, (item) => -copiesOf(item));
  }
}

/** Earlier due dates first, none last; the same day as they come. Days are few, so only these are sorted. */
export function sortByDue(items: readonly TaskItem[]): TaskItem[] {
  const days = [...groupBy(items, ({ due }) => due ?? NEVER)];
  return days.sort(([a], [b]) => compareText(a, b)).flatMap(([, due]) => due);
}

/** Behind every day: where tasks without a due date stand. */
export const NEVER = '9999-99-99';

/** Earlier due dates first, none last; the same day by note and line. */
export function compareDue(a: TaskItem, b: TaskItem): number {
  const due = compareText(a.due ?? NEVER, b.due ?? NEVER);
  return due || compareText(a.path, b.path) || a.line - b.line;
}

/** Where a meeting stands among others. */
export interface MeetingPlace {
  /** Empty without a date. */
  readonly date: string;
  readonly title: string;
}

/** Newer meetings first, those without a date last; the same day by title. */
export function compareMeetings(a: MeetingPlace, b: MeetingPlace): number {
  return compareText(b.date, a.date) || compareText(a.title, b.title);
}

/** By code units: right for days, and quick where only the same order each time matters. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function byNumber(items: readonly TaskItem[], numberOf: (item: TaskItem) => number): TaskItem[] {
  const numbers = new Map(items.map((item) => [item, numberOf(item)]));
  return [...items].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}
