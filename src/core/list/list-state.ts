/** The state of a view: which list it shows, and how. Saved with the workspace. */
import type { Day } from '../date/day';
import { type Grouping, GROUPINGS } from '../group/group';
import { type Order, ORDERS } from '../group/order';
import { asList, asRecord, asText, isText } from '../shared/stored';
import { type Split, SPLITS } from '../triage/splits';

/** The tabs of the view, in their order. */
export const TABS = ['triage', 'week', 'people', 'note'] as const;

export type Tab = (typeof TABS)[number];

/** Everything that makes the list what it is. Saved with the workspace. */
export interface ListState {
  readonly tab: Tab;
  readonly split: Split;
  readonly grouping: Grouping;
  readonly order: Order;
  readonly query: string;
  /** Weeks from this one. */
  readonly week: number;
  /** The only day that is shown of the week, or what is overdue; `null` for all. */
  readonly day: Day | 'overdue' | null;
  /** Whose account the people tab shows; empty for everybody's. */
  readonly person: string;
  /** Keys of groups that are folded, or unfolded where groups are folded at first. */
  readonly folded: readonly string[];
  readonly showDetail: boolean;
}

export const FIRST_STATE: ListState = {
  tab: 'triage',
  split: 'mine',
  grouping: 'meeting',
  order: 'note',
  query: '',
  week: 0,
  day: null,
  person: '',
  folded: [],
  showDetail: true,
};

/** Reads a stored state; what is not sound falls back. */
export function readListState(stored: unknown): ListState {
  const from = asRecord(stored);
  const oneOf = <K extends 'tab' | 'split' | 'grouping' | 'order'>(key: K, values: readonly ListState[K][]) =>
    values.find((value) => value === from[key]) ?? FIRST_STATE[key];
  return {
    tab: oneOf('tab', TABS),
    split: oneOf('split', SPLITS),
    grouping: oneOf('grouping', GROUPINGS),
    order: oneOf('order', ORDERS),
    query: asText(from['query']),
    week: Number.isInteger(from['week']) ? Number(from['week']) : 0,
    // A day that was looked at is no place to come back to.
    day: null,
    person: asText(from['person']),
    folded: asList(from['folded']).filter(isText),
    showDetail: from['showDetail'] !== false,
  };
}

/** Parts of the state that show the same list in another way. */
const SAME_LIST: ReadonlySet<string> = new Set<keyof ListState>(['folded', 'showDetail']);

/** Whether a change shows another list, in which the cursor begins at the top. */
export function makesOtherList(changes: Partial<ListState>): boolean {
  return Object.keys(changes).some((key) => !SAME_LIST.has(key));
}
