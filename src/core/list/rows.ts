/** The rows of a list: groups with their tasks, flattened, folded groups without theirs. */
import { type TaskItem, taskKey } from '../note/task-item';
import type { Group } from '../group/group';

/** A line of the list on the screen. Keys are unique in a list. */
export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly folded: boolean }
  | { readonly kind: 'task'; readonly key: string; readonly groupKey: string; readonly item: TaskItem };

/**
 * Flattens groups to rows. A group without a title has no row of its own. `turned` are the keys of groups that
 * are folded though they are not at first, or the other way round.
 */
export function buildRows(groups: readonly Group[], turned: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  for (const group of groups) {
    const isFolded = group.title !== '' && turned.has(group.key) !== (group.startsFolded ?? false);
    if (group.title !== '') rows.push({ kind: 'group', key: `group\n${group.key}`, group, folded: isFolded });
    if (isFolded) continue;
    // The same task can stand in two groups, so its key alone would not be unique.
    for (const item of group.items) {
      rows.push({ kind: 'task', key: `${group.key}\n${taskKey(item)}`, groupKey: group.key, item });
    }
  }
  return rows;
}
