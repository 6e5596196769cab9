/** A value that is made anew only when something that it was made of is not the same any more. */
export class Cached<T> {
  #known: { readonly from: readonly unknown[]; readonly value: T } | null = null;

  get(from: readonly unknown[], make: (before?: T) => T): T {
    const known = this.#known;
    if (known?.from.every((part, i) => part === from[i])) return known.value;
    const value = make(known?.value);
    this.#known = { from, value };
    return value;
  }
}
