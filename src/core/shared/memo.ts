import { commonEnds } from './collect';

/** The same function, which makes something of a thing only once, as long as the thing is there. */
export function memo<K extends object, V>(make: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, V>();
  return (thing) => {
    let value = known.get(thing);
    if (value === undefined) known.set(thing, (value = make(thing)));
    return value;
  };
}

/**
 * What is made of each thing of a list, of which mostly little is another thing than the last time: what stands between
 * the same beginning and the same end is made again.
 */
export function mapAgain<A, B>(
  before: readonly A[],
  made: readonly B[],
  things: readonly A[],
  make: (thing: A) => B,
): readonly B[] {
  const { head, tail } = commonEnds(before, things);
  const others = things.slice(head, things.length - tail).map(make);
  return made.slice(0, head).concat(others, made.slice(made.length - tail));
}

/** What `find` leaves of a list, of which mostly little is another thing than before, when `found` was left of it. */
export function filterAgain<A>(
  before: readonly A[],
  found: readonly A[],
  things: readonly A[],
  find: (things: readonly A[]) => readonly A[],
): readonly A[] {
  const { head, tail } = commonEnds(before, things);
  const known = new Set(before.slice(head, before.length - tail));
  let first = 0;
  for (let at = 0; at < head; at++) if (before[at] === found[first]) first++;
  let last = first;
  while (known.has(found[last] as A)) last++;
  const left = new Set(found.slice(first, last));
  const isLeft = (thing: A): boolean => (known.has(thing) ? left.has(thing) : find([thing]).length > 0);
  const others = things.slice(head, things.length - tail);
  // The first time it is quicker to find all at once.
  const more = known.size > 0 ? others.filter(isLeft) : find(others);
  return found.slice(0, first).concat(more, found.slice(last));
}

/** A function of lists that makes something of each thing only once, as long as the thing is there. */
export function memoMap<A extends object, B>(make: (thing: A) => B) {
  const one = memo(make);
  let before: readonly A[] = [];
  let made: readonly B[] = [];
  const map = (things: readonly A[]): readonly B[] => {
    made = mapAgain(before, made, things, one);
    before = things;
    return made;
  };
  /** The things among which all are that were not there the last time. */
  const others = (things: readonly A[]): readonly A[] => {
    const { head, tail } = commonEnds(before, things);
    return things.slice(head, things.length - tail);
  };
  return Object.assign(map, { one, others });
}
