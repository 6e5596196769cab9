import { allAtOnce } from '../../core/shared/collect';
import type { ViewServices } from './services';

/** How often a view is updated at most while all notes are being read. */
const WHILE_LOADING_MS = 200;

/** Showing the list anew may take one part in so many of the time meanwhile. */
const SHARE = 50;

/** So long an update goes on at once, in milliseconds; then the app gets its turn. */
const SLICE_MS = 6;

/** The steps of an update. They yield `true` before a long one, which stands in a slice of its own if there was much before. */
export type UpdateSteps = Generator<unknown, void>;

/** So much before a long step is not much, in milliseconds. */
const LITTLE_MS = 2;

/**
 * However many things change at once, a view is updated once a frame, in slices where that is much; more seldom while
 * all notes are being read, when mostly only `progress` is shown.
 */
export function makeSchedule(
  el: HTMLElement,
  services: Pick<ViewServices, 'feedStatus'>,
  update: () => UpdateSteps,
  progress: () => void,
) {
  /** Whether a turn is to come, and whether something changed since the update began that it goes on with. */
  let waiting = false;
  let missed = false;
  let frame = 0;
  let timer = 0;
  let rest = 0;
  const isLoading = (): boolean => services.feedStatus().kind === 'loading';
  /** What is left of an update, and how long it has taken until now. */
  let steps: UpdateSteps | null = null;
  let spent = 0;
  let isShown = false;
  const wait = (ms: number): void => {
    waiting = true;
    timer = el.win.setTimeout(run, ms);
  };
  const request = (): void => {
    missed = true;
    if (waiting) return;
    if (isLoading()) return wait(WHILE_LOADING_MS);
    waiting = true;
    frame = el.win.requestAnimationFrame(run);
  };
  const run = (): void => {
    const start = performance.now();
    waiting = false;
    // What was to be shown may have been shown by hand.
    if (!steps && !missed) return;
    if (!steps && isLoading() && start < rest) return progress();
    if (!steps) missed = false;
    steps ??= update();
    let end = start;
    for (;;) {
      const { done, value } = steps.next();
      end = performance.now();
      if (done) break;
      if (end < start + (value === true ? LITTLE_MS : SLICE_MS)) continue;
      spent += end - start;
      return wait(0);
    }
    steps = null;
    isShown = true;
    rest = end + (spent + end - start) * SHARE;
    spent = 0;
    // What changed meanwhile is shown then.
    if (missed) request();
  };
  return {
    /** Something changed. */
    request,

    /**
     * Updates at once, for what was done by hand: what was under way is out of date. For the first time it does so at
     * the next turn, for the view is still being opened.
     */
    update(): void {
      steps = null;
      spent = 0;
      missed = !isShown;
      if (isShown) allAtOnce(update());
      else if (!waiting) wait(0);
    },

    /** Nothing is updated any more. */
    stop(): void {
      el.win.cancelAnimationFrame(frame);
      el.win.clearTimeout(timer);
    },
  };
}
