/** How long work may go on before the app gets its turn, in milliseconds: half a frame. */
const SLICE_MS = 8;

/** How many files are read at the same time. */
const READS_AT_ONCE = 4;

/**
 * Prepares every item (a few at a time) and carries out what the preparation returns, in slices that leave
 * the app responsive. `settled` is told after each item, `stopped` asked before each, and `batch` wraps what
 * is carried out together.
 */
export async function inSlices<T>(
  items: readonly T[],
  prepare: (item: T) => Promise<(() => void) | null>,
  settled = (): void => undefined,
  stopped = (): boolean => false,
  batch = (run: () => void): void => run(),
): Promise<void> {
  const breath = makeBreath();
  for (let at = 0; at < items.length && !stopped(); at += READS_AT_ONCE) {
    const ready = await Promise.all(items.slice(at, at + READS_AT_ONCE).map(prepare));
    if (stopped()) return;
    batch(() => {
      for (const run of ready) {
        run?.();
        settled();
      }
    });
    await breath();
  }
}

/** Makes what gives the app its turn whenever work in a loop, which waits for it each time, has gone on for a slice. */
export function makeBreath(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await nextTask();
    end = performance.now() + SLICE_MS;
  };
}

/** Runs steps to their end in such slices; `null` when it was stopped, which is asked after each. */
export async function sliced<T>(steps: Iterator<void, T>, stopped = () => false): Promise<T | null> {
  const breath = makeBreath();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breath();
    if (stopped()) return null;
  }
}

/** Follows work on many things, and can end it between two of them. */
export interface Progress {
  /** Called with how many are done. */
  advance(done: number): void;
  isCancelled(): boolean;
}

/** Works on one item after the other until all are done, or it is cancelled. Resolves to how many are done. */
export async function oneByOne<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  progress?: Progress,
): Promise<number> {
  const breath = makeBreath();
  let done = 0;
  for (const item of items) {
    if (progress?.isCancelled()) break;
    await work(item);
    done++;
    progress?.advance(done);
    await breath();
  }
  return done;
}

/** Resolves when the app has had its turn. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, 0));
}
