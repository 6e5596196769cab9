/** What the view shows: from the index and the view's state to groups, rows and counts. */
import type { Weekday } from '../date/day';
import { type Group, groupByHeading, type GroupContext, groupTasks } from '../group/group';
import { orderTasks } from '../group/order';
import type { NoteIndex } from '../index/note-index';
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
import type { Accounts } from '../people/accounts';
import { accountGroups, personGroups, tasksOf } from '../people/person-groups';
import { weekGroups } from '../review/week';
import { sumOf } from '../shared/collect';
import { collapseCopies, type GroupOf } from '../triage/card';
import { divide, type Split, type SplitContext } from '../triage/splits';
import { type FilterContext, filterTasks, wordsOf } from './filter';
import type { ListState, Tab } from './list-state';
import { buildRows, type Row } from './rows';

/** What building a list needs to know besides the index and the state. */
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
  /** Tasks that the filter leaves out. */
  readonly filteredOut: number;
}

/** What one tab makes of the tasks. */
interface TabContent {
  /** The tasks that the tab is about, before the filter. */
  readonly candidates: readonly TaskItem[];
  /** Groups those that the filter leaves. */
  readonly groups: (items: readonly TaskItem[]) => Group[];
}

/** The open tasks by due date, and the proposals among them by split. */
interface Tasks {
  readonly open: readonly TaskItem[];
  readonly splits: Readonly<Record<Split, readonly TaskItem[]>>;
}

type TabBuilder = (tasks: Tasks, state: ListState, context: ListContext) => TabContent;

const TAB_BUILDERS: Readonly<Record<Tab, TabBuilder>> = {
  triage: (tasks, state, context) => ({
    candidates: tasks.splits[state.split],
    groups: (items) => {
      const cards = collapseCopies(items, context.groupOf);
      return groupTasks(orderTasks(cards, state.order, context), state.grouping, context);
    },
  }),
  week: (tasks, state, context) => {
    const week = { ...context, offset: state.week, only: state.day };
    return {
      candidates: weekGroups(tasks.open, week).flatMap((group) => group.items),
      groups: (items) => weekGroups(items, week),
    };
  },
  people: (_tasks, state, context) =>
    state.person === '' ? everybody(state, context) : onePerson(state, context),
  note: (_tasks, _state, context) => ({
    candidates: context.openNote()?.tasks ?? [],
    groups: groupByHeading,
  }),
};

/** All people with something open. Words that stand in names look for people, others for tasks. */
function everybody({ query }: ListState, context: ListContext): TabContent {
  const { open } = context.accounts();
  const here = new Set(context.peopleHere());
  const accounts = [
    ...open.filter(({ name }) => here.has(name)),
    ...open.filter(({ name }) => !here.has(name)),
  ];
  const words = wordsOf(query);
  const named = accounts.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  // Without words these are all of them, and no task need be looked at.
  if (named.length > 0) return { candidates: [], groups: () => personGroups(named, context) };
  return {
    candidates: [...new Set(accounts.flatMap(tasksOf))],
    groups: (items) => {
      const shown = new Set(items);
      return personGroups(accounts, context, (item) => shown.has(item));
    },
  };
}

function onePerson({ person }: ListState, context: ListContext): TabContent {
  const account = context.accounts().of(person);
  return {
    candidates: tasksOf(account),
    groups: (items) => {
      const shown = new Set(items);
      return accountGroups(account, (item) => shown.has(item));
    },
  };
}

/** Builds the list of a tab. */
export function buildList(index: NoteIndex, state: ListState, context: ListContext): TaskList {
  const tasks = { open: index.open.byDue(), splits: divide(index.open.proposals(), context) };
  const { candidates, groups: groupsOf } = TAB_BUILDERS[state.tab](tasks, state, context);
  const found = filterTasks(candidates, state.query, context);
  const groups = groupsOf(found);
  const shown = sumOf(groups, (group) => group.items.length);
  return {
    rows: buildRows(groups, new Set(state.folded)),
    counts: countAll(tasks.splits),
    shown,
    filteredOut: candidates.length - found.length,
  };
}

function countAll(splits: Tasks['splits']): Record<Split, number> {
  const counts = Object.entries(splits).map(([split, items]) => [split, items.length]);
  return Object.fromEntries(counts) as Record<Split, number>;
}
