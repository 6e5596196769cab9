/** The state of a view: which list it shows, and how. Saved with the workspace. */
import type { Day } from '../date/day';
import { type Grouping, GROUPINGS } from '../group/group';
import { type Split, SPLITS } from '../triage/splits';

/** The tabs of the view, in their order. */
export const TABS = ['triage', 'week'] as const;

export type Tab = (typeof TABS)[number];

/** Everything that makes the list what it is. Saved with the workspace. */
export interface ListState {
  readonly tab: Tab;
  readonly split: Split;
  readonly grouping: Grouping;
  readonly query: string;
  /** Weeks from this one. */
  readonly week: number;
  /** The only day that is shown of the week, or what is overdue; `null` for all. */
  readonly day: Day | 'overdue' | null;
  /** Keys of groups that are not as they are at first: mostly those that were folded. */
  readonly folded: readonly string[];
  readonly showDetail: boolean;
}

export const FIRST_STATE: ListState = {
  tab: 'triage',
  split: 'mine',
  grouping: 'meeting',
  query: '',
  week: 0,
  day: null,
  folded: [],
  showDetail: true,
};

/** Reads a stored state; what is not sound falls back. */
export function readListState(stored: unknown): ListState {
  const from: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const oneOf = <T extends string>(key: string, values: readonly T[], fallback: T): T =>
    values.find((value) => value === from[key]) ?? fallback;
  return {
    tab: oneOf('tab', TABS, FIRST_STATE.tab),
    split: oneOf('split', SPLITS, FIRST_STATE.split),
    grouping: oneOf('grouping', GROUPINGS, FIRST_STATE.grouping),
    query: typeof from['query'] === 'string' ? from['query'] : '',
    week: Number.isInteger(from['week']) ? Number(from['week']) : 0,
    // A day that was looked at is no place to come back to.
    day: null,
    folded: Array.isArray(from['folded']) ? from['folded'].filter((key) => typeof key === 'string') : [],
    showDetail: typeof from['showDetail'] === 'boolean' ? from['showDetail'] : true,
  };
}
