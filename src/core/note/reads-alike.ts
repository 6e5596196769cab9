import { parseTaskLine } from '../line/task-line';
import { lineStartsOf, scanBlocks } from '../text/blocks';
import type { NoteEntry } from './read-note';

/** What begins or ends a block that hides tasks. */
const BLOCK_MARKS = /%%|<!--|-->|```|~~~|\$\$/g;

/**
 * Whether a text can be read without metadata after an edit: the search finds in the text before just the tasks
 * of its entry, and the edit has touched neither the frontmatter nor anything that could hide lines.
 */
export function readsAlike(entry: NoteEntry, before: string, after: string): boolean {
  const { candidates, bodyLine } = scanBlocks(before);
  if (!after.startsWith(before.slice(0, lineStartsOf(before)[bodyLine]))) return false;
  if ((before.match(BLOCK_MARKS) ?? []).length !== (after.match(BLOCK_MARKS) ?? []).length) return false;
  let found = 0;
  return (
    candidates.every(({ line, from, to }) => {
      const source = before.slice(from, to);
      const task = entry.tasks[found];
      if (task?.line === line && task.source === source) return ++found > 0;
      return !parseTaskLine(source);
    }) && found === entry.tasks.length
  );
}
