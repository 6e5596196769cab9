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
export class ListController {
  private rows: readonly Row[] = [];
  private cursor: Cursor = NO_CURSOR;
  private selection: Selection = NO_SELECTION;
  private readonly pending = new Set<string>();
  /** Until the user moves it, the cursor stays at the top of a list that is still filling. */
  private moved = false;

  constructor(
    private readonly list: ListView,
    private readonly changed: () => void,
  ) {}

  /** Takes new rows; cursor and selection follow. */
  setRows(rows: readonly Row[], meta: MetaOptions): void {
    this.rows = rows;
    this.cursor = this.moved ? followRows(this.cursor, rows) : cursorAtEnd(rows, -1);
    this.selection = pruneSelection(this.selection, rows);
    this.list.setRows(rows, meta);
    this.show();
  }

  /** The task under the cursor. */
  get current(): TaskItem | null {
    return this.itemOf(this.cursor.key);
  }

  get currentKey(): string | null {
    return this.cursor.key;
  }

  get selectedCount(): number {
    return this.selection.keys.size;
  }

  /** The selected tasks; without a selection the one under the cursor. What is being changed is left out. */
  targets(): TaskItem[] {
    const { keys } = this.selection;
    // Most often one task is meant; the other rows need not be looked at for that.
    const rows =
      keys.size === 0 ? [this.rowOf(this.cursor.key)] : this.rows.filter((row) => keys.has(row.key));
    const items = rows.flatMap((row) =>
      row?.kind === 'task' && !this.pending.has(row.key) ? [row.item] : [],
    );
    return [...new Set(items)];
  }

  /** The tasks of the list from the one under the cursor on, then those above it. */
  allTasks(): TaskItem[] {
    const at = Math.max(0, indexOfRow(this.rows, this.cursor.key ?? '', this.cursor.index));
    const rows = [...this.rows.slice(at), ...this.rows.slice(0, at)];
    return rows.flatMap((row) => (row.kind === 'task' ? [row.item] : []));
  }

  /** The tasks of the group under the cursor. */
  groupTargets(): readonly TaskItem[] {
    const group = this.group();
    if (group) return group.group.items;
    return this.rows.flatMap((row) => (row.kind === 'task' ? [row.item] : []));
  }

  /** The key of the group under the cursor. */
  groupKey(): string | null {
    const row = this.rowOf(this.cursor.key);
    if (!row) return null;
    return row.kind === 'group' ? row.group.key : row.groupKey;
  }

  /** Makes a row the target, with the selection if it is selected; whether it is a task. */
  take(key: string): boolean {
    if (!this.selection.keys.has(key)) {
      this.selection = NO_SELECTION;
      this.goTo(key);
    }
    return this.targets().length > 0;
  }

  /** The group under the cursor, where it has a row. */
  group(): Extract<Row, { kind: 'group' }> | null {
    const key = this.groupKey();
    const row = this.rows.find((other) => other.kind === 'group' && other.group.key === key);
    return row?.kind === 'group' ? row : null;
  }

  /** From now on the cursor stays on its task: somebody looks at it, or does something with it. */
  hold(): void {
    this.moved = true;
  }

  /** Begins a new list: the cursor goes back to the top. */
  reset(): void {
    this.moved = false;
    this.selection = NO_SELECTION;
  }

  /** Puts the cursor on a row. */
  goTo(key: string): void {
    this.moved = true;
    const cursor = cursorOn(this.rows, key, this.cursor.index);
    if (cursor.key !== null) this.cursor = cursor;
    this.show();
  }

  /** Puts the cursor on the row of a group, if it is folded. */
  goToFolded(groupKey: string): void {
    const row = this.rows.find((other) => other.key === `group\n${groupKey}`);
    if (row?.kind === 'group' && row.folded) this.goTo(row.key);
  }

  /** Moves or selects; returns whether the command was one of these. */
  navigate(command: ListCommand): boolean {
    const navigated = this.moveOrSelect(command);
    this.moved ||= navigated;
    return navigated;
  }

  private moveOrSelect(command: ListCommand): boolean {
    switch (command) {
      case 'down':
      case 'skip':
        this.move(1);
        return true;
      case 'up':
        this.move(-1);
        return true;
      case 'page-down':
        this.move(this.list.pageSize());
        return true;
      case 'page-up':
        this.move(-this.list.pageSize());
        return true;
      case 'first':
        this.cursor = cursorAtEnd(this.rows, -1);
        break;
      case 'last':
        this.cursor = cursorAtEnd(this.rows, 1);
        break;
      case 'select':
        if (this.cursor.key !== null) this.toggle(this.cursor.key);
        break;
      case 'extend-down':
        this.extend(1);
        break;
      case 'extend-up':
        this.extend(-1);
        break;
      case 'select-group':
        this.selection = toggleGroup(this.selection, this.rows, this.groupKey() ?? '');
        break;
      case 'clear-selection':
        this.selection = NO_SELECTION;
        break;
      default:
        return false;
    }
    this.show();
    return true;
  }

  /** Selects a row, or takes it out; with `range` everything up to it. */
  toggle(key: string, range = false): void {
    if (!this.itemOf(key)) return;
    this.moved = true;
    this.selection = range
      ? selectRange(this.selection, this.rows, this.cursor.key ?? key, key)
      : toggleSelected(this.selection, key);
    this.cursor = cursorOn(this.rows, key, this.cursor.index);
    this.show();
  }

  /**
   * Marks tasks that are being changed until the index has heard of it; the selection has served. When they
   * will leave the list, the cursor goes on at once: the next key is meant for the next task.
   */
  markPending(items: readonly TaskItem[], leave: boolean): void {
    const wanted = new Set(items);
    for (const row of this.rows) if (row.kind === 'task' && wanted.has(row.item)) this.pending.add(row.key);
    this.selection = NO_SELECTION;
    if (leave) this.leavePending();
    this.show();
  }

  private leavePending(): void {
    const isFree = (row: Row | undefined): boolean => row?.kind === 'task' && !this.pending.has(row.key);
    if (this.cursor.key === null || !this.pending.has(this.cursor.key)) return;
    const { rows } = this;
    const at = indexOfRow(rows, this.cursor.key, this.cursor.index);
    let next = at;
    while (rows[next] && !isFree(rows[next])) next++;
    if (!rows[next]) for (next = at - 1; rows[next] && !isFree(rows[next]);) next--;
    const row = rows[next];
    if (row) this.cursor = { key: row.key, index: next };
  }

  /** Nothing is being changed any more. */
  clearPending(): void {
    if (this.pending.size === 0) return;
    this.pending.clear();
    this.show();
  }

  private move(by: number): void {
    this.cursor = moveCursor(this.cursor, this.rows, by);
    this.show();
  }

  private extend(by: 1 | -1): void {
    const from = this.cursor.key;
    this.cursor = moveCursor(this.cursor, this.rows, by);
    if (from !== null && this.cursor.key !== null) {
      this.selection = selectRange(this.selection, this.rows, from, this.cursor.key);
    }
  }

  private show(): void {
    const { key } = this.cursor;
    this.list.setFlags({ cursor: key, selected: this.selection.keys, pending: this.pending });
    if (key !== null) this.list.reveal(key, this.cursor.index);
    this.changed();
  }

  private itemOf(key: string | null): TaskItem | null {
    const row = this.rowOf(key);
    return row?.kind === 'task' ? row.item : null;
  }

  private rowOf(key: string | null): Row | undefined {
    return key === null ? undefined : this.rows[indexOfRow(this.rows, key, this.cursor.index)];
  }
}
