/** Adds methods to a prototype without making them enumerable, so that for..in stays usable. */
export function define(target: object, methods: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  }
}

/** Adds getters to a prototype. */
export function defineGetters<T>(target: object, getters: Record<string, (this: T) => unknown>): void {
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(target, name, { get, configurable: true, enumerable: false });
  }
}
