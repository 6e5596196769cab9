import { guessOwnName } from '../../core/index/who-am-i';
import type { ViewServices } from './services';

/** Asks once whether the participant of nearly all meetings is the user, so that their tasks count as theirs. */
export class WhoBanner {
  private readonly el: HTMLElement;
  private revision = -1;

  constructor(
    parent: HTMLElement,
    private readonly services: ViewServices,
  ) {
    this.el = parent.createDiv({
      cls: 'meeting-tasks-who',
      attr: { role: 'group', 'aria-label': 'Who are you?' },
    });
    this.el.hide();
  }

  /** Shows the question as long as it is open. */
  update(): void {
    const { services, el } = this;
    const { ownNames, askedWho } = services.settings();
    const isOpen = !askedWho && ownNames.length === 0 && services.feedStatus().kind === 'ready';
    if (!isOpen) return el.hide();
    const { peopleRevision } = services.index;
    if (peopleRevision === this.revision) return;
    this.revision = peopleRevision;
    const name = guessOwnName(services.index.notes(), new Set());
    el.toggle(name !== null);
    el.empty();
    if (name === null) return;
    el.createSpan({ text: `Are you ${name}?` });
    this.addButton('Yes', () => ({ ownNames: [name], askedWho: true }));
    this.addButton('No', () => ({ askedWho: true }));
  }

  private addButton(text: string, change: () => Parameters<ViewServices['changeSettings']>[0]): void {
    const button = this.el.createEl('button', { text, attr: { type: 'button' } });
    button.addEventListener('click', () => void this.services.changeSettings(change()));
  }
}
