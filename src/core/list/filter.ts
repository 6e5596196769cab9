/** The text filter of a list. */
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';

/** The words of a query. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Tasks in which every word of the query stands: in their text, owners or tags, or in their meeting's title or people. */
export function filterTasks(
  items: readonly TaskItem[],
  query: string,
  factsOf: (path: string) => NoteFacts | undefined,
): readonly TaskItem[] {
  const words = wordsOf(query);
  if (words.length === 0) return items;
  const notes = new Map<string, string>();
  return items.filter((item) => {
    let note = notes.get(item.path);
    if (note === undefined) {
      const facts = factsOf(item.path);
      note = [item.path, facts?.title ?? '', ...(facts?.people ?? [])].join('\n').toLowerCase();
      notes.set(item.path, note);
    }
    const own = [item.text, ...item.owners.names, ...item.tags].join('\n').toLowerCase();
    return words.every((word) => own.includes(word) || note?.includes(word));
  });
}
