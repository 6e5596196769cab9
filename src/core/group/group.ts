/** Tasks under headings: the shape in which every tab hands its tasks to the list. */
import { type Day, daysBetween } from '../date/day';
import { flatten, groupBy } from '../shared/collect';
import { memo, memoMap } from '../shared/memo';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem, TaskLists } from '../note/task-item';
import { compareText, NEVER } from './order';

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

/** What the tasks of a group have in common. */
type KeyOf = (item: TaskItem, context: GroupContext) => string;

const KEYS: Readonly<Record<Grouping, KeyOf>> = {
  meeting: ({ path }) => path,
  person: (item, { ownerLabel }) => ownerLabel(item),
  due: ({ due }) => due ?? NEVER,
  age: ageTitle,
  note: ({ path }) => path,
  none: () => 'all',
};

/** The groups of single lists. They are kept, for from one time to the next most lists are the same. */
const groupsOf = memo((context: GroupContext) =>
  memo((keyOf: KeyOf) =>
    memoMap((items: readonly TaskItem[]) =>
      Array.from(
        groupBy(items, (item) => keyOf(item, context)),
        ([key, part]) => {
          const facts = keyOf === KEYS.meeting ? context.factsOf(key) : undefined;
          const title = keyOf === KEYS.none ? '' : (facts?.title ?? key);
          return plainGroup(key, title, part, { detail: facts?.date ?? '' });
        },
      ),
    ),
  ),
);

/** Groups the tasks of a note before they are asked for. */
export function prepareGroups(
  items: readonly TaskItem[],
  grouping: Grouping,
  context: GroupContext,
): readonly Group[] {
  return groupsOf(context)(KEYS[grouping]).one(items);
}

/**
 * Groups tasks, of which those of one note stand in one list; the order of the tasks within a group is that in which
 * they come.
 */
export function groupTasks(lists: TaskLists, grouping: Grouping, context: GroupContext): Group[] {
  const groups = flatten(groupsOf(context)(KEYS[grouping])(lists));
  switch (grouping) {
    case 'meeting':
      return groups.sort((a, b) => compareText(b.detail, a.detail) || compareText(a.title, b.title));
    case 'note':
      return groups.sort((a, b) => compareText(a.key, b.key));
    case 'person':
      return joined(groups).sort((a, b) => a.title.localeCompare(b.title));
    case 'due': {
      const days = joined(groups).sort((a, b) => compareText(a.key, b.key));
      return joined(days.map(({ key, items }) => dueGroup(dueTitle(key, context.today), items)));
    }
    case 'age':
      return joined(groups).sort((a, b) => AGE_TITLES.indexOf(a.key) - AGE_TITLES.indexOf(b.key));
    case 'none':
      return joined(groups);
  }
}

/** Groups of one key as one group. */
function joined(parts: readonly Group[]): Group[] {
  const byKey = groupBy(parts, ({ key }) => key);
  return Array.from(byKey.values(), (same) => {
    const first = same[0] as Group;
    return same.length > 1 ? { ...first, items: flatten(same.map(({ items }) => items)) } : first;
  });
}

function dueGroup(title: string, items: readonly TaskItem[]): Group {
  return plainGroup(title, title, items, { tone: title === 'Overdue' ? 'overdue' : 'plain' });
}

/** The titles follow each other as the days do. */
function dueTitle(due: string, today: Day): string {
  if (due === NEVER) return 'No date';
  if (due < today) return 'Overdue';
  if (due === today) return 'Today';
  return daysBetween(due as Day, today) <= 7 ? 'Next seven days' : 'Later';
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
