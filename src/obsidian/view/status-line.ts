import type { FeedStatus, ReadFailure } from '../feed-types';

/** So many notes are named; of others it is said how many there are. */
const NAMED = 3;

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
    for (const failure of failures.slice(0, NAMED)) {
      const { kind, path } = failure;
      if (kind === 'note') said.push(`${path} could not be read: ${failure.message}`);
      else said.push(`Frontmatter cannot be read as YAML: ${path}`);
    }
    if (failures.length > NAMED)
      said.push(`${failures.length - NAMED} more notes could not be read in full.`);
    this.el.empty();
    for (const text of said) this.el.createDiv({ text, attr: { title: text } });
    this.el.toggle(said.length > 0);
  }
}
