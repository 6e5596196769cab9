import { countBefore } from '../shared/collect';

/** After so few changes single places are looked for; after more of them, all is put in order at once. */
const FEW = 64;

/** So many new things are put in order before more come, so that whoever asks need not wait for all of it. */
const MANY = 2000;

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
    if (this.added.size >= MANY) this.all();
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
      const kept = removed.size > 0 ? this.sorted.filter((thing) => !removed.has(thing)) : this.sorted;
      this.sorted = this.merged(kept, [...added].sort(compare));
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

  /** Both in order: a few comparisons for each that was added, none for the many between them. */
  private merged(kept: readonly T[], added: readonly T[]): T[] {
    const merged: T[] = [];
    let from = 0;
    for (const thing of added) {
      const isBefore = (at: number): boolean => this.compare(kept[from + at] ?? thing, thing) < 0;
      // Its place is mostly near that of the one before.
      const rest = kept.length - from;
      let reach = 1;
      while (reach < rest && isBefore(reach)) reach *= 2;
      const to = from + countBefore(Math.min(reach, rest), isBefore);
      for (; from < to; from++) merged.push(kept[from] ?? thing);
      merged.push(thing);
    }
    return merged.concat(kept.slice(from));
  }

  /** Where a thing stands, or would stand. */
  private placeIn(sorted: readonly T[], thing: T): number {
    return countBefore(sorted.length, (at) => this.compare(sorted[at] ?? thing, thing) < 0);
  }
}
