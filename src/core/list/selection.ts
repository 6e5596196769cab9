/** Which rows are selected. */
import { indexOfRow, type Row } from './rows';

/** Selected keys, and where a range begins that is extended. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | null;
}

/** Nothing selected. */
export const NO_SELECTION: Selection = { keys: new Set(), anchor: null };

/** Selects a row, or takes it out. */
export function toggleSelected(selection: Selection, key: string): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

/** Selects everything between the anchor (`from` without one) and a row, besides what is selected. */
export function selectRange(selection: Selection, rows: readonly Row[], from: string, to: string): Selection {
  const anchor = selection.anchor ?? from;
  const start = indexOfRow(rows, anchor);
  const end = indexOfRow(rows, to, start);
  if (start < 0 || end < 0) return toggleSelected(selection, to);
  const range = rows.slice(Math.min(start, end), Math.max(start, end) + 1);
  return { keys: new Set([...selection.keys, ...taskKeys(range)]), anchor };
}

/** Selects all tasks of a group; if they are selected already, none of them. */
export function toggleGroup(selection: Selection, rows: readonly Row[], groupKey: string): Selection {
  const group = taskKeys(rows.filter((row) => row.kind === 'task' && row.groupKey === groupKey));
  const keys = new Set(selection.keys);
  const all = group.every((key) => keys.has(key));
  for (const key of group) {
    if (all) keys.delete(key);
    else keys.add(key);
  }
  return { keys, anchor: selection.anchor };
}

/** The selection without rows that are gone. */
export function pruneSelection(selection: Selection, rows: readonly Row[]): Selection {
  if (selection.keys.size === 0) return selection;
  const present = presentOf(
    new Set(selection.anchor === null ? selection.keys : [...selection.keys, selection.anchor]),
    rows,
  );
  return {
    keys: new Set([...selection.keys].filter((key) => present.has(key))),
    anchor: selection.anchor !== null && present.has(selection.anchor) ? selection.anchor : null,
  };
}

/** Which of these keys rows have. A key ends with the line of its task, by which most rows are passed over. */
function presentOf(keys: ReadonlySet<string>, rows: readonly Row[]): ReadonlySet<string> {
  const lines = new Set([...keys].map((key) => key.slice(key.lastIndexOf('\n') + 1)));
  const present = new Set<string>();
  for (const row of rows) {
    if (row.kind === 'group' || lines.has(row.item.source)) present.add(row.key);
  }
  return present;
}

function taskKeys(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.kind === 'task' ? [row.key] : []));
}
