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
