/** Tasks under headings: the shape in which every tab hands its tasks to the list. */
import { type Day, daysBetween } from '../date/day';
import { groupBy } from '../shared/collect';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';
import { compareMeetings, compareText, sortByDue } from './order';

/** Tasks that belong together. */
export interface Group {
  /** Stable across changes of its tasks. */
  readonly key: string;
  readonly title: string;
  /** Said behind the title: a date, names. */
  readonly detail: string;
  /** How the group stands out, if it does. */
  readonly tone: 'plain' | 'overdue' | 'today' | 'proposed' | 'person';
  readonly items: readonly TaskItem[];
  /** Whose tasks these are, where each group is a person's. */
  readonly person?: string;
  /** Whether the group is folded until somebody unfolds it. */
  readonly startsFolded?: boolean;
}

/** By what the proposals are grouped, in the order in which it is offered. */
export const GROUPINGS = ['meeting', 'person', 'due', 'age', 'note', 'none'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What grouping needs to know besides the tasks. */
export interface GroupContext {
  readonly today: Day;
  readonly factsOf: (path: string) => NoteFacts | undefined;
  /** The name under which the owners of a task are listed. */
  readonly ownerLabel: (item: TaskItem) => string;
}

/** Groups tasks; the order of the tasks within a group is that in which they come. */
export function groupTasks(items: readonly TaskItem[], grouping: Grouping, context: GroupContext): Group[] {
  switch (grouping) {
    case 'meeting':
      return byMeeting(items, context);
    case 'person':
      return collect(items, context.ownerLabel).sort((a, b) => a.title.localeCompare(b.title));
    case 'due':
      return byTitles(sortByDue(items), DUE_TITLES, (item) => dueTitle(item, context.today));
    case 'age':
      return byTitles(items, AGE_TITLES, (item) => ageTitle(item, context));
    case 'note':
      return collect(items, ({ path }) => path).sort((a, b) => compareText(a.key, b.key));
    case 'none':
      return items.length === 0 ? [] : [plainGroup('all', '', items)];
  }
}

function byMeeting(items: readonly TaskItem[], { factsOf }: GroupContext): Group[] {
  return collect(items, (item) => item.path)
    .map((group) => {
      const facts = factsOf(group.key);
      return { ...group, title: facts?.title ?? group.key, detail: facts?.date ?? '' };
    })
    .sort((a, b) => compareMeetings({ date: a.detail, title: a.title }, { date: b.detail, title: b.title }));
}

const DUE_TITLES = ['Overdue', 'Today', 'Next seven days', 'Later', 'No date'];

function dueTitle({ due }: TaskItem, today: Day): string {
  if (!due) return 'No date';
  if (due < today) return 'Overdue';
  if (due === today) return 'Today';
  return daysBetween(due, today) <= 7 ? 'Next seven days' : 'Later';
}

const AGES: readonly (readonly [days: number, title: string])[] = [
  [7, 'Last seven days'],
  [28, 'Last four weeks'],
  [91, 'Last three months'],
  [Infinity, 'Older'],
];
const AGE_TITLES = [...AGES.map(([, title]) => title), 'No date'];

/** How long ago the meeting was. */
function ageTitle({ path }: TaskItem, { factsOf, today }: GroupContext): string {
  const date = factsOf(path)?.date;
  if (!date) return 'No date';
  const days = daysBetween(today, date);
  return AGES.find(([limit]) => days <= limit)?.[1] ?? 'No date';
}

function byTitles(
  items: readonly TaskItem[],
  titles: readonly string[],
  titleOf: (item: TaskItem) => string,
): Group[] {
  return collect(items, titleOf)
    .map((group): Group => ({ ...group, tone: group.key === 'Overdue' ? 'overdue' : 'plain' }))
    .sort((a, b) => titles.indexOf(a.key) - titles.indexOf(b.key));
}

/** Groups the tasks of one note by the headings above them, in the order of the note. */
export function groupByHeading(items: readonly TaskItem[]): Group[] {
  const times = new Map<string, number>();
  let last: string | null = null;
  const groups = groupBy(items, ({ heading }) => {
    // A heading that comes again later heads a group of its own.
    const time = (times.get(heading) ?? 0) + (heading === last ? 0 : 1);
    times.set(heading, time);
    last = heading;
    return `heading ${time - 1} ${heading}`;
  });
  return [...groups].map(([key, grouped]) =>
    plainGroup(key, grouped[0]?.heading || 'Above the first heading', grouped),
  );
}

function collect(items: readonly TaskItem[], keyOf: (item: TaskItem) => string): Group[] {
  return [...groupBy(items, keyOf)].map(([key, grouped]) => plainGroup(key, key, grouped));
}

/** A group of which nothing else is said. */
export function plainGroup(
  key: string,
  title: string,
  items: readonly TaskItem[],
  rest?: Partial<Group>,
): Group {
  return { key, title, detail: '', tone: 'plain', items, ...rest };
}

/** Groups without those that hold nothing. */
export function withTasks(groups: readonly Group[]): Group[] {
  return groups.filter(({ items }) => items.length > 0);
}
