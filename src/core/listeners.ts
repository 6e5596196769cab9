/** Those who want to hear of something. */
export class Listeners<A extends readonly unknown[] = []> {
  readonly #all = new Set<(...args: A) => void>();

  /** Adds a listener; the returned function takes it away. */
  add(listener: (...args: A) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** Tells all listeners; one that comes or goes meanwhile is not asked to wait. */
  tell(...args: A): void {
    for (const listener of [...this.#all]) listener(...args);
  }
}
