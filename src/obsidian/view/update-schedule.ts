/** How often the list is shown anew while the notes are read for the first time. */
const WHILE_LOADING_MS = 200;

/** However many notes change at once, a view is updated once a frame; more seldom while all are being read. */
export class UpdateSchedule {
  private waiting = false;
  private frame = 0;
  private timer = 0;

  constructor(
    private readonly el: HTMLElement,
    private readonly isLoading: () => boolean,
    private readonly update: () => void,
  ) {}

  /** Something changed. */
  request(): void {
    if (this.waiting) return;
    this.waiting = true;
    const run = (): void => {
      this.waiting = false;
      this.update();
    };
    const { win } = this.el;
    if (this.isLoading()) this.timer = win.setTimeout(run, WHILE_LOADING_MS);
    else this.frame = win.requestAnimationFrame(run);
  }

  /** Nothing is updated any more. */
  stop(): void {
    this.el.win.cancelAnimationFrame(this.frame);
    this.el.win.clearTimeout(this.timer);
  }
}
