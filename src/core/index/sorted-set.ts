import { countBefore } from '../shared/collect';

/** After so few changes single places are looked for; after more of them, all is put in order at once. */
const FEW = 64;

/** Things in an order that is kept while things come and go. */
export type SortedSet<T> = ReturnType<typeof makeSortedSet<T>>;

/**
 * Makes an empty set. `compare` must not change its mind about a thing, and should tell any two apart. What `all`
 * returned stays as it was when things change.
 */
export function makeSortedSet<T>(compare: (a: T, b: T) => number) {
  let sorted: readonly T[] = [];
  const added = new Set<T>();
  const removed = new Set<T>();

  /** Where a thing stands, or would stand. */
  const placeIn = (things: readonly T[], thing: T): number =>
    countBefore(things.length, (at) => compare(things[at] ?? thing, thing) < 0);

  return {
    add(thing: T): void {
      if (!removed.delete(thing)) added.add(thing);
    },

    remove(thing: T): void {
      if (!added.delete(thing)) removed.add(thing);
    },

    /** All things in order; the same array as long as nothing has changed. */
    all(): readonly T[] {
      const changes = added.size + removed.size;
      if (changes === 0) return sorted;
      if (changes > FEW) {
        // What is sorted already costs the engine's sort one comparison each.
        const kept = sorted.filter((thing) => !removed.has(thing));
        sorted = [...kept, ...[...added].sort(compare)].sort(compare);
      } else {
        const next = [...sorted];
        // Things that the order does not tell apart stand side by side.
        for (const thing of removed) next.splice(next.indexOf(thing, placeIn(next, thing)), 1);
        for (const thing of added) next.splice(placeIn(next, thing), 0, thing);
        sorted = next;
      }
      added.clear();
      removed.clear();
      return sorted;
    },
  };
}
