import { define } from './define';

/** The additions to Object, Array, String, Number and Math which Obsidian makes for everybody. */
export function installExtras(): void {
  define(Array.prototype, {
    first(this: unknown[]) {
      return this[0];
    },
    last(this: unknown[]) {
      return this[this.length - 1];
    },
    contains(this: unknown[], item: unknown) {
      return this.includes(item);
    },
    remove(this: unknown[], item: unknown) {
      // Obsidian removes every occurrence, not only the first.
      for (let i = this.length - 1; i >= 0; i--) if (this[i] === item) this.splice(i, 1);
    },
    unique(this: unknown[]) {
      return [...new Set(this)];
    },
    shuffle(this: unknown[]) {
      for (let i = this.length - 1; i > 0; i--) {
        const j = Math.floor(Math.random() * (i + 1));
        [this[i], this[j]] = [this[j], this[i]];
      }
      return this;
    },
  });
  define(Array, {
    combine(lists: unknown[][]) {
      return lists.flat();
    },
  });
  define(String.prototype, {
    contains(this: string, text: string) {
      return this.includes(text);
    },
    format(this: string, ...args: string[]) {
      return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
    },
  });
  define(String, { isString: (value: unknown) => typeof value === 'string' });
  define(Number, { isNumber: (value: unknown) => typeof value === 'number' });
  define(Math, {
    clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
    square: (value: number) => value * value,
  });
  define(Object, {
    isEmpty: (value: object) => Object.keys(value).length === 0,
    each(value: Record<string, unknown>, callback: (item: unknown, key: string) => boolean | void) {
      return Object.entries(value).every(([key, item]) => callback(item, key) !== false);
    },
  });
}
