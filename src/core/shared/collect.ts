/** Small things that many parts do with lists and maps. */

/** Things by a key of each; keys and things in the order in which they come. */
export function groupBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let lastKey: K | undefined;
  let last: T[] | undefined;
  for (const thing of things) {
    const key = keyOf(thing);
    // Mostly the things of a group come one after the other.
    if (!last || key !== lastKey) {
      last = groups.get(key);
      if (!last) groups.set(key, (last = []));
      lastKey = key;
    }
    last.push(thing);
  }
  return groups;
}

/** How many of `count` sorted things come before a place: `isBefore` holds for the first of them and no others. */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last thing of a list. */
export function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}

/** Runs steps to their end without a pause. */
export function allAtOnce<T>(steps: Iterator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The sum of a number of each thing. */
export function sumOf<T>(things: readonly T[], numberOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + numberOf(thing), 0);
}
