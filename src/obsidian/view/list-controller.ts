import {
  type Cursor,
  cursorAtEnd,
  cursorOn,
  followRows,
  moveCursor,
  NO_CURSOR,
} from '../../core/list/cursor';
import { indexOfRow, type Row } from '../../core/list/rows';
import {
  NO_SELECTION,
  pruneSelection,
  type Selection,
  selectRange,
  toggleGroup,
  toggleSelected,
} from '../../core/list/selection';
import type { ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';
import type { ListView } from './list-view';
import type { MetaOptions } from './task-meta';

/** Keeps cursor and selection of a list, and knows which tasks a command is meant for. */
export type ListController = ReturnType<typeof makeListController>;

/** Makes it for a list; `changed` is called when cursor or selection may be others. */
export function makeListController(list: ListView, changed: () => void) {
  let rows: readonly Row[] = [];
  let cursor: Cursor = NO_CURSOR;
  let selection: Selection = NO_SELECTION;
  const pending = new Set<string>();
  /** Until the user moves it, the cursor stays at the top of a list that is still filling. */
  let moved = false;

  const rowOf = (key: string | null): Row | undefined =>
    key === null ? undefined : rows[indexOfRow(rows, key, cursor.index)];
  const itemOf = (key: string | null): TaskItem | null => {
    const row = rowOf(key);
    return row?.kind === 'task' ? row.item : null;
  };
  const mark = (): void => {
    const { key } = cursor;
    list.setFlags({ cursor: key, selected: selection.keys, pending });
    if (key !== null) list.reveal(key, cursor.index);
  };
  const show = (): void => {
    mark();
    changed();
  };

  /** The selected tasks; without a selection the one under the cursor. What is being changed is left out. */
  const targets = (): TaskItem[] => {
    const { keys } = selection;
    // Most often one task is meant; the other rows need not be looked at for that.
    const meant = keys.size === 0 ? [rowOf(cursor.key)] : rows.filter((row) => keys.has(row.key));
    const items = meant.flatMap((row) => (row?.kind === 'task' && !pending.has(row.key) ? [row.item] : []));
    return [...new Set(items)];
  };

  /** The key of the group under the cursor. */
  const groupKey = (): string | null => {
    const row = rowOf(cursor.key);
    if (!row) return null;
    return row.kind === 'group' ? row.group.key : row.groupKey;
  };

  /** The group under the cursor, where it has a row. */
  const group = (): Extract<Row, { kind: 'group' }> | null => {
    const key = groupKey();
    const row = rows.find((other) => other.kind === 'group' && other.group.key === key);
    return row?.kind === 'group' ? row : null;
  };

  /** Puts the cursor on a row. */
  const goTo = (key: string): void => {
    moved = true;
    const found = cursorOn(rows, key, cursor.index);
    if (found.key !== null) cursor = found;
    show();
  };

  /** Selects a row, or takes it out; with `range` everything up to it. */
  const toggle = (key: string, range = false): void => {
    if (!itemOf(key)) return;
    moved = true;
    selection = range ? selectRange(selection, rows, cursor.key ?? key, key) : toggleSelected(selection, key);
    cursor = cursorOn(rows, key, cursor.index);
    show();
  };

  /** Selects from a row to another, time and again, besides what is selected when it begins. */
  const sweepFrom = (from: string): ((to: string) => void) => {
    const { keys } = selection;
    return (to) => {
      selection = selectRange({ keys, anchor: from }, rows, from, to);
      goTo(to);
    };
  };

  const move = (by: number): void => {
    cursor = moveCursor(cursor, rows, by);
  };
  const extend = (by: 1 | -1): void => {
    const from = cursor.key;
    move(by);
    if (from !== null && cursor.key !== null) selection = selectRange(selection, rows, from, cursor.key);
  };
  /** What moves or selects. */
  const moves: Partial<Record<ListCommand, () => void>> = {
    down: () => move(1),
    skip: () => move(1),
    up: () => move(-1),
    'page-down': () => move(list.pageSize()),
    'page-up': () => move(-list.pageSize()),
    first: () => (cursor = cursorAtEnd(rows, -1)),
    last: () => (cursor = cursorAtEnd(rows, 1)),
    select: () => toggle(cursor.key ?? ''),
    'extend-down': () => extend(1),
    'extend-up': () => extend(-1),
    'select-group': () => (selection = toggleGroup(selection, rows, groupKey() ?? '')),
    'clear-selection': () => (selection = NO_SELECTION),
  };

  const leavePending = (): void => {
    const isFree = (row: Row | undefined): boolean => row?.kind === 'task' && !pending.has(row.key);
    if (cursor.key === null || !pending.has(cursor.key)) return;
    const at = indexOfRow(rows, cursor.key, cursor.index);
    let next = at;
    while (rows[next] && !isFree(rows[next])) next++;
    if (!rows[next]) for (next = at - 1; rows[next] && !isFree(rows[next]);) next--;
    const row = rows[next];
    if (row) cursor = { key: row.key, index: next };
  };

  return {
    targets,
    groupKey,
    group,
    goTo,
    toggle,
    sweepFrom,

    /** Takes new rows; cursor and selection follow, and the caller knows that they may be others. */
    setRows(next: readonly Row[], meta: MetaOptions): void {
      rows = next;
      cursor = moved ? followRows(cursor, rows) : cursorAtEnd(rows, -1);
      selection = pruneSelection(selection, rows);
      list.setRows(rows, meta);
      mark();
    },

    /** The task under the cursor. */
    get current(): TaskItem | null {
      return itemOf(cursor.key);
    },

    get currentKey(): string | null {
      return cursor.key;
    },

    get selectedCount(): number {
      return selection.keys.size;
    },

    /** The tasks of the group under the cursor. */
    groupTargets: (): readonly TaskItem[] =>
      group()?.group.items ?? rows.flatMap((row) => (row.kind === 'task' ? [row.item] : [])),

    /** The tasks of the list from the one under the cursor on, then those above it. */
    allTasks(): TaskItem[] {
      const at = Math.max(0, indexOfRow(rows, cursor.key ?? '', cursor.index));
      const ordered = [...rows.slice(at), ...rows.slice(0, at)];
      return ordered.flatMap((row) => (row.kind === 'task' ? [row.item] : []));
    },

    /** Makes a row the target, with the selection if it is selected; whether it is a task. */
    take(key: string): boolean {
      if (!selection.keys.has(key)) {
        selection = NO_SELECTION;
        goTo(key);
        // A row that is gone meanwhile leaves the cursor on another one.
        if (cursor.key !== key) return false;
      }
      return targets().length > 0;
    },

    /** From now on the cursor stays on its task: somebody looks at it, or does something with it. */
    hold(): void {
      moved = true;
    },

    /** Begins a new list: the cursor goes back to the top. */
    reset(): void {
      moved = false;
      selection = NO_SELECTION;
    },

    /** Puts the cursor on the row of a group, if it is folded. */
    goToFolded(key: string): void {
      const row = rows.find((other) => other.key === `group\n${key}`);
      if (row?.kind === 'group' && row.folded) goTo(row.key);
    },

    /** Moves or selects; returns whether the command was one of these. */
    navigate(command: ListCommand): boolean {
      const run = moves[command];
      if (!run) return false;
      run();
      moved = true;
      show();
      return true;
    },

    /**
     * Marks tasks that are being changed until the index has heard of it; the selection has served. When they
     * will leave the list, the cursor goes on at once: the next key is meant for the next task.
     */
    markPending(items: readonly TaskItem[], leave: boolean): void {
      const wanted = new Set(items);
      for (const row of rows) if (row.kind === 'task' && wanted.has(row.item)) pending.add(row.key);
      selection = NO_SELECTION;
      if (leave) leavePending();
      show();
    },

    /** Nothing is being changed any more. */
    clearPending(): void {
      if (pending.size === 0) return;
      pending.clear();
      show();
    },
  };
}
