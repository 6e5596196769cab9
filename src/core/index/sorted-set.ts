import { countBefore } from '../shared/collect';

/** After so few changes single places are looked for; after more of them, all is put in order at once. */
const FEW = 64;

/**
 * Things in an order that is kept while things come and go. `compare` must not change its mind about a thing, and
 * should tell any two apart. What `all` returned stays as it was when things change.
 */
export class SortedSet<T> {
  private sorted: readonly T[] = [];
  private readonly added = new Set<T>();
  private readonly removed = new Set<T>();

  constructor(private readonly compare: (a: T, b: T) => number) {}

  add(thing: T): void {
    if (!this.removed.delete(thing)) this.added.add(thing);
  }

  remove(thing: T): void {
    if (!this.added.delete(thing)) this.removed.add(thing);
  }

  /** All things in order; the same array as long as nothing has changed. */
  all(): readonly T[] {
    const { added, removed, compare } = this;
    const changes = added.size + removed.size;
    if (changes === 0) return this.sorted;
    if (changes > FEW) {
      // What is sorted already costs the engine's sort one comparison each.
      const kept = this.sorted.filter((thing) => !removed.has(thing));
      this.sorted = [...kept, ...[...added].sort(compare)].sort(compare);
    } else {
      const sorted = [...this.sorted];
      // Things that the order does not tell apart stand side by side.
      for (const thing of removed) sorted.splice(sorted.indexOf(thing, this.placeIn(sorted, thing)), 1);
      for (const thing of added) sorted.splice(this.placeIn(sorted, thing), 0, thing);
      this.sorted = sorted;
    }
    added.clear();
    removed.clear();
    return this.sorted;
  }

  /** Where a thing stands, or would stand. */
  private placeIn(sorted: readonly T[], thing: T): number {
    return countBefore(sorted.length, (at) => this.compare(sorted[at] ?? thing, thing) < 0);
  }
}
