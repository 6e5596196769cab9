/** What the view shows: from the index and the view's state to groups, rows and counts. */
import type { Weekday } from '../date/day';
import {
  type Group,
  groupByHeading,
  type GroupContext,
  groupTasks,
  prepareGroups,
  withTasks,
} from '../group/group';
import { orderTasks } from '../group/order';
import type { NoteIndex } from '../index/note-index';
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
import type { Accounts } from '../people/accounts';
import { accountGroups, personGroups } from '../people/person-groups';
import { weekGroups } from '../review/week';
import { allAtOnce, flatten, sumOf } from '../shared/collect';
import { memo } from '../shared/memo';
import type { GroupOf } from '../triage/card';
import type { Split, SplitContext } from '../triage/splits';
import { cardsFor } from './cards';
import { type Filter, type FilterContext, makeFilter, makeTyped, wordsOf } from './filter';
import type { ListState, Tab } from './list-state';
import { type Row, rowSteps } from './rows';

/**
 * What building a list needs to know besides the index and the state. What it says of a note must stay the same until
 * the index has another entry for it, or was told that it was touched; else it must be another context.
 */
export interface ListContext extends GroupContext, FilterContext, SplitContext {
  readonly weekStart: Weekday;
  readonly groupOf: GroupOf;
  readonly dayTitle: (day: GroupContext['today']) => string;
  readonly dayLabel: (day: GroupContext['today']) => string;
  /** The accounts of all people; asked only where they are shown. */
  readonly accounts: () => Accounts;
  /** The people of the open note, who stand first. */
  readonly peopleHere: () => readonly string[];
  /** The open note as it is being typed, in scope or not. */
  readonly openNote: () => NoteEntry | null;
}

/** A list ready to be shown. */
export interface TaskList {
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<Split, number>>;
  /** Tasks in the rows, folded ones included. */
  readonly shown: number;
  /** Counts the tasks that the filter leaves out. */
  readonly filteredOut: () => number;
}

/** The groups of a tab, and how many tasks the filter leaves out of them. */
interface TabContent {
  readonly groups: readonly Group[];
  readonly filteredOut: () => number;
}

type TabBuilder = (index: NoteIndex, state: ListState, context: ListContext) => TabContent;

const TAB_BUILDERS: Readonly<Record<Tab, TabBuilder>> = {
  triage: (_index, { split, query, order, grouping }, context) => {
    const { lists, filteredOut } = cardsFor(context).find(split, query);
    const ordered = order === 'note' ? lists : [orderTasks(flatten(lists), order, context)];
    return { groups: groupTasks(ordered, grouping, context), filteredOut };
  },
  week: (index, { week, day, query }, context) =>
    filtered(
      weekGroups(index.open.byDue(), { ...context, offset: week, only: day }),
      finderFor(context)(query),
    ),
  people: (_index, state, context) =>
    state.person === '' ? everybody(state, context) : onePerson(state, context),
  note: (_index, { query }, context) => {
    // What is said of a note that is being typed can change without its tasks.
    return filtered(groupByHeading(context.openNote()?.tasks ?? []), makeFilter(query, context));
  },
};

/** All people with something open. Words that stand in names look for people, others for tasks. */
function everybody({ query }: ListState, context: ListContext): TabContent {
  const { open } = context.accounts();
  const here = new Set(context.peopleHere());
  const groups = personGroups(
    [...open.filter(({ name }) => here.has(name)), ...open.filter(({ name }) => !here.has(name))],
    context,
  );
  const words = wordsOf(query);
  const named = groups.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  // Without words these are all of them, and no task need be looked at.
  return named.length > 0
    ? { groups: named, filteredOut: () => 0 }
    : filtered(groups, finderFor(context)(query));
}

function onePerson({ person, query }: ListState, context: ListContext): TabContent {
  return filtered(accountGroups(context.accounts().of(person)), finderFor(context)(query));
}

/** What finds by a query in the groups of a context, and looks at each task once. */
const finderFor = memo((context: ListContext) =>
  makeTyped<Filter>(
    (items) => items,
    (query, wider) => {
      const find = makeFilter(query, context);
      // Copies of a task change without it.
      if (query.includes('copies')) return (items) => find(wider(items));
      const fits = memo((item: TaskItem) => find([item]).length > 0);
      return (items) => wider(items).filter(fits);
    },
  ),
);

/** Groups with the tasks that fit; groups without any are left out. */
function filtered(groups: readonly Group[], find: Filter): TabContent {
  const left = withTasks(
    groups.map((group) => {
      const items = find(group.items);
      return items === group.items ? group : { ...group, items };
    }),
  );
  return { groups: left, filteredOut: () => countTasks(groups) - countTasks(left) };
}

/** A task can stand in two groups. */
function countTasks(groups: readonly Group[]): number {
  return new Set(flatten(groups.map(({ items }) => items))).size;
}

/** What is made of so many notes takes a fraction of a millisecond. */
const NOTES_A_STEP = 20;

/**
 * Builds the list of a tab in steps: that can take long when all is new. With the very same context only what has changed
 * is made anew. What changes between two steps may not be in it.
 */
export function* listSteps(
  index: NoteIndex,
  state: ListState,
  context: ListContext,
): Generator<void, TaskList> {
  const { tab, split, grouping, order, query, folded } = state;
  const isGrouped = tab === 'triage' && order === 'note' && query === '';
  const cards = cardsFor(context);
  let notes = 0;
  for (const items of cards.prepare(index.open.byMeeting(), split)) {
    if (isGrouped && items) prepareGroups(items, grouping, context);
    if (++notes % NOTES_A_STEP === 0) yield;
  }
  const counts = cards.update(index.open.byMeeting());
  yield;
  const { groups, filteredOut } = TAB_BUILDERS[tab](index, state, context);
  yield;
  const rows = yield* rowSteps(groups, new Set(folded));
  return { rows, counts, shown: sumOf(groups, ({ items }) => items.length), filteredOut };
}

/** Builds it without a pause. */
export function buildList(index: NoteIndex, state: ListState, context: ListContext): TaskList {
  return allAtOnce(listSteps(index, state, context));
}
