/** The rows of a list: groups with their tasks, flattened, folded groups without theirs. */
import { type TaskItem, taskKey } from '../note/task-item';
import type { Group } from '../group/group';
import { commonEnds, flatten } from '../shared/collect';
import { mapAgain } from '../shared/memo';

/** A line of the list on the screen. Keys are unique in a list. */
export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly folded: boolean }
  | { readonly kind: 'task'; readonly key: string; readonly groupKey: string; readonly item: TaskItem };

/** The row of a task. Of most rows nobody ever asks for the key, so it is made when somebody does. */
class TaskRow {
  readonly kind = 'task';
  #made: string | null = null;

  constructor(
    readonly groupKey: string,
    readonly item: TaskItem,
  ) {}

  get key(): string {
    // The same task can stand in two groups, so its key alone would not be unique.
    return (this.#made ??= `${this.groupKey}\n${taskKey(this.item)}`);
  }
}

/** The rows that were made of a group. */
interface Built {
  readonly group: Group;
  readonly folded: boolean;
  readonly rows: readonly Row[];
}

/** By the first task of a group, so that what has not changed is not made again. */
const built = new WeakMap<TaskItem, Built>();

/** So many groups take a fraction of a millisecond, and a pause costs as much as one of them. */
const GROUPS_A_STEP = 50;

/** What was built last, for most of it comes again. */
let last: { turned: string; groups: readonly Group[]; rows: readonly (readonly Row[])[] } | null = null;

/**
 * Flattens groups to rows, in steps. A group without a title has no row of its own. `turned` are the keys of groups
 * that are folded though they are not at first, or the other way round.
 */
export function* rowSteps(groups: readonly Group[], turned: ReadonlySet<string>): Generator<void, Row[]> {
  const key = [...turned].join('\n');
  const known = last?.turned === key ? last : { groups: [], rows: [] };
  const { head, tail } = commonEnds(known.groups, groups);
  const others: (readonly Row[])[] = [];
  for (const group of groups.slice(head, groups.length - tail)) {
    const isFolded = group.title !== '' && turned.has(group.key) !== (group.startsFolded ?? false);
    if (others.push(rowsOf(group, isFolded)) % GROUPS_A_STEP === 0) yield;
  }
  const rows = known.rows.slice(0, head).concat(others, known.rows.slice(known.rows.length - tail));
  last = { turned: key, groups, rows };
  return flatten(rows);
}

function rowsOf(group: Group, folded: boolean): readonly Row[] {
  const { key, title, items } = group;
  const first = items[0];
  const known = first && built.get(first);
  if (known?.folded === folded && isSame(known.group, group)) return known.rows;
  const heading: Row[] = title === '' ? [] : [{ kind: 'group', key: `group\n${key}`, group, folded }];
  const rows = folded ? heading : heading.concat(taskRows(group, known));
  if (first) built.set(first, { group, folded, rows });
  return rows;
}

/** The rows of the tasks; those that were there before at the beginning and at the end stay what they were. */
function taskRows({ key, items }: Group, known: Built | undefined): readonly Row[] {
  const before = known?.folded === false && known.group.key === key ? known.group.items : [];
  const rows = known?.rows.slice(known.rows.length - before.length) ?? [];
  return mapAgain(before, rows, items, (item): Row => new TaskRow(key, item));
}

/** Whether two groups say the same about the very same tasks. */
function isSame(a: Group, b: Group): boolean {
  if (a === b) return true;
  for (const key in b) {
    const name = key as keyof Group;
    if (name !== 'items' && a[name] !== b[name]) return false;
  }
  return a.items.length === b.items.length && a.items.every((item, at) => item === b.items[at]);
}

/** The row with a key, looked for around the place where it was last; -1 without one. */
export function indexOfRow(rows: readonly Row[], key: string, near = 0): number {
  const middle = Math.min(Math.max(0, near), rows.length);
  for (let below = middle, above = middle - 1; below < rows.length || above >= 0; below++, above--) {
    if (hasKey(rows[below], key)) return below;
    if (hasKey(rows[above], key)) return above;
  }
  return -1;
}

/** Without making the key of a row that cannot be the one. */
function hasKey(row: Row | undefined, key: string): boolean {
  if (!row) return false;
  return (row.kind === 'group' || key.endsWith(row.item.source)) && row.key === key;
}
