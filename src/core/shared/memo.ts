/** The same function, which makes something of a thing only once, as long as the thing is there. */
export function memo<K extends object, V>(make: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, V>();
  return (thing) => {
    let value = known.get(thing);
    if (value === undefined) known.set(thing, (value = make(thing)));
    return value;
  };
}
