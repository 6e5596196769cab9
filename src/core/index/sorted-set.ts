import { countBefore } from '../shared/collect';

/** After so few changes single places are looked for; after more of them, all is put in order at once. */
const FEW = 64;

/** So many new things are put in order before more come, so that whoever asks need not wait for all of it. */
const MANY = 2000;

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

  /** Both in order: a few comparisons for each that was added, none for the many between them. */
  const merged = (kept: readonly T[], more: readonly T[]): T[] => {
    const both: T[] = [];
    let from = 0;
    for (const thing of more) {
      const isBefore = (at: number): boolean => compare(kept[from + at] ?? thing, thing) < 0;
      // Its place is mostly near that of the one before.
      const rest = kept.length - from;
      let reach = 1;
      while (reach < rest && isBefore(reach)) reach *= 2;
      const to = from + countBefore(Math.min(reach, rest), isBefore);
      for (; from < to; from++) both.push(kept[from] ?? thing);
      both.push(thing);
    }
    return both.concat(kept.slice(from));
  };

  /** All things in order; the same array as long as nothing has changed. */
  const all = (): readonly T[] => {
    const changes = added.size + removed.size;
    if (changes === 0) return sorted;
    if (changes > FEW) {
      const kept = removed.size > 0 ? sorted.filter((thing) => !removed.has(thing)) : sorted;
      sorted = merged(kept, [...added].sort(compare));
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
  };

  return {
    all,

    add(thing: T): void {
      if (!removed.delete(thing)) added.add(thing);
      if (added.size >= MANY) all();
    },

    remove(thing: T): void {
      if (!added.delete(thing)) removed.add(thing);
    },
  };
}
