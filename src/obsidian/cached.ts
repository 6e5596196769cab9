/** Keeps a value that is made anew only when something that it was made of is not the same any more. */
export function makeCache<T>(): (from: readonly unknown[], make: (before?: T) => T) => T {
  let known: { readonly from: readonly unknown[]; readonly value: T } | null = null;
  return (from, make) => {
    if (!known?.from.every((part, i) => part === from[i])) known = { from, value: make(known?.value) };
    return known.value;
  };
}
