/** A function that runs later, with cancel() and run(). */
export interface Debounced<T extends unknown[], V> {
  (...args: T): Debounced<T, V>;
  cancel(): Debounced<T, V>;
  run(): V | void;
}

/**
 * Obsidian's debounce: the first call starts the timer, later calls replace the arguments.
 * Only with `resetTimer` does every call start the timer again.
 */
export function debounce<T extends unknown[], V>(
  callback: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debounced<T, V> {
  let timer: number | null = null;
  let waiting: T | null = null;
  const stop = (): void => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
  };
  const fire = (): V | void => {
    const args = waiting;
    stop();
    waiting = null;
    if (args) return callback(...args);
  };
  const debounced = ((...args: T) => {
    waiting = args;
    if (resetTimer) stop();
    timer ??= window.setTimeout(fire, timeout);
    return debounced;
  }) as Debounced<T, V>;
  debounced.cancel = () => {
    stop();
    waiting = null;
    return debounced;
  };
  debounced.run = fire;
  return debounced;
}
