import type { ViewServices } from './services';

/** How often a view is updated at most while all notes are being read. */
const WHILE_LOADING_MS = 200;

/** Showing the list anew may take one part of so many of the time meanwhile. */
const SHARE = 50;

/**
 * However many notes change at once, a view is updated once a frame; more seldom while all are being read, when
 * mostly only `progress` is shown.
 */
export function makeSchedule(
  el: HTMLElement,
  services: Pick<ViewServices, 'feedStatus'>,
  update: () => void,
  progress: () => void,
) {
  const { win } = el;
  let waiting = false;
  let frame = 0;
  let timer = 0;
  let rest = 0;
  const isLoading = (): boolean => services.feedStatus().kind === 'loading';
  const run = (): void => {
    waiting = false;
    const start = performance.now();
    if (isLoading() && start < rest) return progress();
    update();
    const end = performance.now();
    rest = end + (end - start) * SHARE;
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
