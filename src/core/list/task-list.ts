/** What the view shows: from the index and the view's state to groups, rows and counts. */
import type { Weekday } from '../date/day';
import { type Group, type GroupContext, groupTasks } from '../group/group';
import type { NoteIndex } from '../index/note-index';
import type { TaskItem } from '../note/task-item';
import { weekGroups } from '../review/week';
import { belongsTo, countSplits, type Split } from '../triage/splits';
import { filterTasks } from './filter';
import type { ListState, Tab } from './list-state';
import { buildRows, type Row } from './rows';

/** What building a list needs to know besides the index and the state. */
export interface ListContext extends GroupContext {
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

type TabBuilder = (tasks: readonly TaskItem[], state: ListState, context: ListContext) => TabContent;

const TAB_BUILDERS: Readonly<Record<Tab, TabBuilder>> = {
  triage: (tasks, state, context) => ({
    candidates: tasks.filter((item) => belongsTo(item, state.split, context.today)),
    groups: (items) => groupTasks(items, state.grouping, context),
  }),
  week: (tasks, state, context) => {
    const week = { ...context, offset: state.week, only: state.day };
    return {
      candidates: weekGroups(tasks, week).flatMap((group) => group.items),
      groups: (items) => weekGroups(items, week),
    };
  },
};

/** Builds the list of a tab. */
export function buildList(index: NoteIndex, state: ListState, context: ListContext): TaskList {
  const tasks = [...index.tasks()];
  const { candidates, groups: groupsOf } = TAB_BUILDERS[state.tab](tasks, state, context);
  const groups = groupsOf(filterTasks(candidates, state.query, context.factsOf));
  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  return {
    rows: buildRows(groups, new Set(state.folded)),
    counts: countSplits(tasks, context.today),
    shown,
    filteredOut: candidates.length - shown,
  };
}
