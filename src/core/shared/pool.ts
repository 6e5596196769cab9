/** How many different values a pool holds; then it begins anew, which costs memory but never a wrong value. */
const POOL_SIZE = 20_000;

/** Values by a text that says all of them, each made once. */
export class Pool<T> {
  private readonly known = new Map<string, T>();

  /** The value of a text; it is made of a copy of the text when it is not there. */
  of(text: string, make: (own: string) => T): T {
    const { known } = this;
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= POOL_SIZE) known.clear();
      const own = ownCopy(text);
      known.set(own, (value = make(own)));
    }
    return value;
  }
}

/**
 * A slice of a long text keeps all of that text in memory (V8). Two parts put together stand on their own, as soon
 * as somebody asks for a character of them.
 */
export function ownCopy(slice: string): string {
  const joined = slice.charAt(0) + slice.slice(1);
  return joined.charCodeAt(0) >= 0 ? joined : '';
}
