/** How many different values a pool holds; then it begins anew, which costs memory but never a wrong value. */
const POOL_SIZE = 20_000;

/** Values by a key that says all of them. */
export class Pool<T> {
  private readonly known = new Map<string, T>();

  get(key: string): T | undefined {
    return this.known.get(key);
  }

  add(key: string, value: T): T {
    if (this.known.size >= POOL_SIZE) this.known.clear();
    this.known.set(key, value);
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
