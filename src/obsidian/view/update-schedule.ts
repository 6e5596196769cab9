import type { ViewServices } from './services';

/** How often a view is updated at most while all notes are being read. */
const WHILE_LOADING_MS = 200;

/** Showing the list anew may take one part of so many of the time meanwhile. */
const SHARE = 50;

/** So long the list is prepared at once, in milliseconds; then the app gets its turn. */
const SLICE_MS = 6;

/**
 * However many notes change at once, a view is updated once a frame; more seldom while all are being read, when
 * mostly only `progress` is shown.
 */
export function makeSchedule(
  el: HTMLElement,
  services: Pick<ViewServices, 'feedStatus'>,
  prepare: () => Iterator<unknown>,
  update: () => void,
  progress: () => void,
) {
  const { win } = el;
  let waiting = false;
  let frame = 0;
  let timer = 0;
  let rest = 0;
  const isLoading = (): boolean => services.feedStatus().kind === 'loading';
  /** What is left to prepare, and how long that has taken until now. */
  let steps: Iterator<unknown> | null = null;
  let spent = 0;
  const run = (): void => {
    const start = performance.now();
    waiting = false;
    if (!steps && isLoading() && start < rest) return progress();
    steps ??= prepare();
    while (!steps.next().done && performance.now() < start + SLICE_MS);
    const isLong = performance.now() >= start + SLICE_MS;
    if (isLong) {
      // What changes meanwhile is shown then, too.
      waiting = true;
      timer = win.setTimeout(run, 0);
    } else {
      steps = null;
      update();
    }
    const end = performance.now();
    spent += end - start;
    if (isLong) return;
    rest = end + spent * SHARE;
    spent = 0;
  };
  return {
    /** Something changed. */
    request(): void {
      if (waiting) return;
      waiting = true;
      if (isLoading()) timer = win.setTimeout(run, WHILE_LOADING_MS);
      else frame = win.requestAnimationFrame(run);
    },

    /** Nothing is updated any more. */
    stop(): void {
      win.cancelAnimationFrame(frame);
      win.clearTimeout(timer);
    },
  };
}
