/** Tasks under headings: the shape in which every tab hands its tasks to the list. */
import { type Day, daysBetween } from '../date/day';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';

/** Tasks that belong together. */
export interface Group {
  /** Stable across changes of its tasks. */
  readonly key: string;
  readonly title: string;
  /** Said behind the title: a date, names. */
  readonly detail: string;
  /** How the group stands out, if it does. */
  readonly tone: 'plain' | 'overdue' | 'today' | 'proposed';
  readonly items: readonly TaskItem[];
  /** Whether it is folded until the user unfolds it. */
  readonly closed?: true;
}

/** By what the proposals are grouped. */
export type Grouping = 'meeting' | 'person' | 'due' | 'none';

/** The groupings in the order in which they are offered. */
export const GROUPINGS: readonly Grouping[] = ['meeting', 'person', 'due', 'none'];

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
      return byDue(items, context.today);
    case 'none':
      return items.length === 0 ? [] : [{ key: 'all', title: '', detail: '', tone: 'plain', items }];
  }
}

function byMeeting(items: readonly TaskItem[], { factsOf }: GroupContext): Group[] {
  return collect(items, (item) => item.path)
    .map((group) => {
      const facts = factsOf(group.key);
      return { ...group, title: facts?.title ?? group.key, detail: facts?.date ?? '' };
    })
    .sort((a, b) => compareText(b.detail, a.detail) || a.title.localeCompare(b.title));
}

const DUE_TITLES = ['Overdue', 'Today', 'Next seven days', 'Later', 'No date'] as const;

function byDue(items: readonly TaskItem[], today: Day): Group[] {
  const titleOf = ({ due }: TaskItem): (typeof DUE_TITLES)[number] => {
    if (!due) return 'No date';
    if (due < today) return 'Overdue';
    if (due === today) return 'Today';
    return daysBetween(due, today) <= 7 ? 'Next seven days' : 'Later';
  };
  const sorted = [...items].sort(compareDue);
  return collect(sorted, titleOf)
    .map((group): Group => ({ ...group, tone: group.key === 'Overdue' ? 'overdue' : 'plain' }))
    .sort((a, b) => DUE_TITLES.indexOf(a.key as never) - DUE_TITLES.indexOf(b.key as never));
}

/** Earlier due dates first, none last; the same day by note and line. */
export function compareDue(a: TaskItem, b: TaskItem): number {
  const due = compareText(a.due ?? '9999-99-99', b.due ?? '9999-99-99');
  return due || compareText(a.path, b.path) || a.line - b.line;
}

/** By code units: right for days, and quick where only the same order each time matters. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collect(items: readonly TaskItem[], keyOf: (item: TaskItem) => string): Group[] {
  const groups = new Map<string, TaskItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, grouped]) => ({
    key,
    title: key,
    detail: '',
    tone: 'plain',
    items: grouped,
  }));
}
