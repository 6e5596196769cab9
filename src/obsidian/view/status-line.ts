import type { FeedStatus, ReadFailure } from '../feed';

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
    const unread = failures.flatMap((failure) => (failure.kind === 'note' ? failure : []));
    for (const { path, message } of unread.slice(0, NAMED))
      said.push(`${path} could not be read: ${message}`);
    if (unread.length > NAMED) said.push(`${unread.length - NAMED} more notes could not be read.`);
    const partly = failures.flatMap(({ kind, path }) => (kind === 'frontmatter' ? path : []));
    if (partly.length > 0) {
      const more = partly.length > NAMED ? ` and ${partly.length - NAMED} more` : '';
      said.push(`Frontmatter cannot be read as YAML: ${partly.slice(0, NAMED).join(', ')}${more}`);
    }
    this.el.setText(said.join('\n'));
    this.el.toggle(said.length > 0);
  }
}
