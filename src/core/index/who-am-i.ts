/** Guesses under which name the user goes: somebody who is at nearly all meetings. */
import { nameKey } from '../line/owner';
import type { NoteNames } from './note-names';

/** How many meetings there must be, and at how many of them somebody must be, as a share. */
const FEWEST = 5;
const NEARLY_ALL = 0.6;

/** The name of the participant of nearly all meetings, if one stands out; `null` otherwise. */
export function guessOwnName({ counts: spelled, meetings }: NoteNames): string | null {
  const counts = new Map<string, { name: string; count: number }>();
  for (const [name, count] of spelled) {
    // Pages are no participants.
    if (name.includes('\n')) continue;
    const known = counts.get(nameKey(name));
    if (known) known.count += count;
    else counts.set(nameKey(name), { name, count });
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!first || meetings < FEWEST || first.count < meetings * NEARLY_ALL) return null;
  // Two who are always together: nobody can tell which of them it is.
  if (second && second.count > first.count * 0.8) return null;
  return first.name;
}
