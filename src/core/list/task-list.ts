/** What the view shows: from the index and the view's state to groups, rows and counts. */
import type { Weekday } from '../date/day';
import { type Group, type GroupContext, groupTasks } from '../group/group';
import { orderTasks } from '../group/order';
import type { NoteIndex } from '../index/note-index';
import type { TaskItem } from '../note/task-item';
import { weekGroups } from '../review/week';
import { divide, type Split, type SplitContext } from '../triage/splits';
import { type FilterContext, filterTasks } from './filter';
import type { ListState, Tab } from './list-state';
import { buildRows, type Row } from './rows';

/** What building a list needs to know besides the index and the state. */
export interface ListContext extends GroupContext, FilterContext, SplitContext {
  readonly weekStart: Weekday;
  readonly dayTitle: (day: GroupContext['today']) => string;
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
    groups: (items) => groupTasks(orderTasks(items, state.order, context), state.grouping, context),
  }),
  week: (tasks, state, context) => {
    const week = { ...context, offset: state.week };
    return {
      candidates: weekGroups(tasks.open, week).flatMap((group) => group.items),
      groups: (items) => weekGroups(items, week),
    };
  },
};

/** Builds the list of a tab. */
export function buildList(index: NoteIndex, state: ListState, context: ListContext): TaskList {
  const tasks = { open: index.open.byDue(), splits: divide(index.open.proposals(), context) };
  const { candidates, groups: groupsOf } = TAB_BUILDERS[state.tab](tasks, state, context);
  const groups = groupsOf(filterTasks(candidates, state.query, context));
  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  return {
    rows: buildRows(groups, new Set(state.folded)),
    counts: countAll(tasks.splits),
    shown,
    filteredOut: candidates.length - shown,
  };
}

function countAll(splits: Tasks['splits']): Record<Split, number> {
  const counts = Object.entries(splits).map(([split, items]) => [split, items.length]);
  return Object.fromEntries(counts) as Record<Split, number>;
}
