/** Guesses under which name the user goes: somebody who is at nearly all meetings. */
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';

/** How many meetings there must be, and at how many of them somebody must be, as a share. */
const FEWEST = 5;
const NEARLY_ALL = 0.6;

/** The name of the participant of nearly all meetings, if one stands out; `null` otherwise, and when it is known. */
export function guessOwnName(
  notes: Iterable<{ facts: NoteFacts }>,
  ownNames: ReadonlySet<string>,
): string | null {
  const counts = new Map<string, { name: string; count: number }>();
  let meetings = 0;
  for (const { facts } of notes) {
    if (facts.kind !== 'meeting') continue;
    meetings++;
    for (const name of facts.people) {
      const known = counts.get(nameKey(name));
      if (known) known.count++;
      else counts.set(nameKey(name), { name, count: 1 });
    }
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!first || meetings < FEWEST || first.count < meetings * NEARLY_ALL) return null;
  // Two who are always together: nobody can tell which of them it is.
  if (second && second.count > first.count * 0.8) return null;
  return ownNames.has(nameKey(first.name)) ? null : first.name;
}
