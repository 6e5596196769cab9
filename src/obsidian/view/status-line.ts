import type { FeedStatus, ReadFailure } from '../feed';

/** The line under the list that says what is still being read, and what could not be. */
export class StatusLine {
  private readonly el: HTMLElement;

  constructor(parent: HTMLElement) {
    this.el = parent.createDiv({ cls: 'meeting-tasks-status', attr: { role: 'status' } });
    this.el.hide();
  }

  update(status: FeedStatus, failures: readonly ReadFailure[]): void {
    const said: string[] = [];
    if (status.kind === 'loading') said.push(`Reading notes: ${status.done} of ${status.total}`);
    for (const { path, message } of failures.slice(0, 3)) said.push(`${path} could not be read: ${message}`);
    if (failures.length > 3) said.push(`${failures.length - 3} more notes could not be read.`);
    this.el.setText(said.join('\n'));
    this.el.toggle(said.length > 0);
  }
}
