import { Listeners } from '../core/listeners';

/** Silence while many notes are changed at once. */
export type Hush = ReturnType<typeof makeHush>;

/** While many notes are changed at once, those who show them are told only when all of it is done. */
export function makeHush() {
  let depth = 0;
  const ended = new Listeners();
  /** Calls the listener when silence ends; the returned function ends that. */
  const onEnd = (listener: () => void) => ended.add(listener);
  return {
    onEnd,

    get isOn(): boolean {
      return depth > 0;
    },

    /** Keeps silent while work goes on. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      depth++;
      try {
        return await work();
      } finally {
        if (--depth === 0) ended.tell();
      }
    },

    /** A listener that is told at the end what it missed; `end` forgets it. */
    wrap(listener: () => void) {
      let missed = false;
      const tell = (): void => {
        missed = depth > 0;
        if (!missed) listener();
      };
      return { tell, end: onEnd(() => missed && tell()) };
    },
  };
}
