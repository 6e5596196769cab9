/** How often the list is shown anew while the notes are read for the first time. */
const WHILE_LOADING_MS = 200;

/** However many notes change at once, a view is updated once a frame; more seldom while all are being read. */
export function makeSchedule(el: HTMLElement, isLoading: () => boolean, update: () => void) {
  const { win } = el;
  let waiting = false;
  let frame = 0;
  let timer = 0;
  const run = (): void => {
    waiting = false;
    update();
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
