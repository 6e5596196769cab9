/** What the view shows: from the index and the view's state to groups, rows and counts. */
import type { Weekday } from '../date/day';
import type { NoteIndex } from '../index/note-index';
import { weekGroups } from '../review/week';
import type { TaskItem } from '../note/task-item';
import { belongsTo, countSplits, type Split, SPLITS } from '../triage/splits';
import { filterTasks } from './filter';
import { type Group, type GroupContext, type Grouping, GROUPINGS, groupTasks } from '../group/group';
import { buildRows, type Row } from './rows';

/** The tabs of the view. */
export type Tab = 'triage' | 'week';

/** Everything that makes the list what it is. Saved with the workspace. */
export interface ListState {
  readonly tab: Tab;
  readonly split: Split;
  readonly grouping: Grouping;
  readonly query: string;
  /** Weeks from this one. */
  readonly week: number;
  /** Keys of folded groups. */
  readonly folded: readonly string[];
  readonly showDetail: boolean;
}

export const FIRST_STATE: ListState = {
  tab: 'triage',
  split: 'mine',
  grouping: 'meeting',
  query: '',
  week: 0,
  folded: [],
  showDetail: true,
};

/** Reads a stored state; what is not sound falls back. */
export function readListState(stored: unknown): ListState {
  const from: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const oneOf = <T extends string>(key: string, values: readonly T[], fallback: T): T =>
    values.find((value) => value === from[key]) ?? fallback;
  return {
    tab: oneOf('tab', ['triage', 'week'], FIRST_STATE.tab),
    split: oneOf('split', SPLITS, FIRST_STATE.split),
    grouping: oneOf('grouping', GROUPINGS, FIRST_STATE.grouping),
    query: typeof from['query'] === 'string' ? from['query'] : '',
    week: Number.isInteger(from['week']) ? Number(from['week']) : 0,
    folded: Array.isArray(from['folded']) ? from['folded'].filter((key) => typeof key === 'string') : [],
    showDetail: typeof from['showDetail'] === 'boolean' ? from['showDetail'] : true,
  };
}

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

/** Builds the list of a tab. */
export function buildList(index: NoteIndex, state: ListState, context: ListContext): TaskList {
  const tasks = [...index.tasks()];
  const counts = countSplits(tasks, context.today);
  const filtered = (items: readonly TaskItem[]) => filterTasks(items, state.query, context.factsOf);
  let candidates: readonly TaskItem[];
  let groups: Group[];
  if (state.tab === 'triage') {
    candidates = tasks.filter((item) => belongsTo(item, state.split, context.today));
    groups = groupTasks(filtered(candidates), state.grouping, context);
  } else {
    const week = { ...context, offset: state.week };
    candidates = weekGroups(tasks, week).flatMap((group) => group.items);
    groups = weekGroups(filtered(candidates), week);
  }
  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  return {
    rows: buildRows(groups, new Set(state.folded)),
    counts,
    shown,
    filteredOut: candidates.length - shown,
  };
}
