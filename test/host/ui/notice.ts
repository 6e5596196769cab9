/** A short message in the corner. With a duration of 0 it stays until it is clicked. */
export class Notice {
  containerEl: HTMLElement;
  messageEl: HTMLElement;
  /** @deprecated the old name of the container */
  noticeEl: HTMLElement;
  private timer = 0;

  constructor(message: string | DocumentFragment, duration = 4500) {
    const body = activeDocument.body;
    const list =
      body.querySelector<HTMLElement>(':scope > .notice-container') ?? body.createDiv('notice-container');
    this.containerEl = list.createDiv({ cls: 'notice', attr: { role: 'alert' } });
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.noticeEl = this.containerEl;
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    const list = this.containerEl.parentElement;
    this.containerEl.remove();
    if (list && !list.hasChildNodes()) list.remove();
  }
}
