import { Modal } from 'obsidian';
import type { ChangeHistory } from '../../core/edit/history';
import { countOf } from '../../core/edit/wording';
import { type HistoryActions, HistoryItem } from './history-item';
import { showInPages } from './pages';
import type { ViewServices } from './services';

/** What the history shows, and what it hands on. */
export interface HistoryParts {
  readonly history: Pick<ChangeHistory, 'entries' | 'subscribe'>;
  /** Where the changes of earlier sessions come from, and how many of its lines could not be read. */
  readonly journal: { readonly broken: number; ready(): Promise<void> };
  readonly actions: HistoryActions;
}

/** How many changes are shown at first, and how many more each time. */
const CHANGES_AT_ONCE = 50;

/** Lists what was changed, the latest first; each change can be looked at and taken back. */
export class HistoryModal extends Modal {
  private end: () => void = () => undefined;

  constructor(
    private readonly services: ViewServices,
    private readonly parts: HistoryParts,
  ) {
    super(services.app);
  }

  override onOpen(): void {
    this.setTitle('History');
    this.modalEl.addClass('meeting-tasks-history');
    const status = this.contentEl.createEl('p', { attr: { role: 'status' } });
    void this.parts.journal.ready().then(() => this.show(status));
  }

  override onClose(): void {
    this.end();
    this.contentEl.empty();
  }

  private show(status: HTMLElement): void {
    const { history, journal, actions } = this.parts;
    const entries = [...history.entries()].reverse();
    const lost = journal.broken > 0 ? ` ${countOf(journal.broken, 'record')} could not be read.` : '';
    const count = `${countOf(entries.length, 'change')} on this device, the latest first.`;
    status.setText(
      (entries.length > 0 ? count : 'What you decide is listed here, and can be taken back.') + lost,
    );
    const list = this.contentEl.createDiv();
    if (entries.length > 0) list.setAttr('role', 'list');
    const items: HistoryItem[] = [];
    showInPages(this.contentEl, entries, CHANGES_AT_ONCE, (entry) => {
      const item = new HistoryItem(list, entry, this.services, actions, () => this.close());
      items.push(item);
      return item.toggleEl;
    });
    items[0]?.toggleEl.focus();
    // A change of many notes is told note by note; it is shown once a frame.
    const { win } = this.modalEl;
    let frame = 0;
    const end = history.subscribe(() => {
      win.cancelAnimationFrame(frame);
      frame = win.requestAnimationFrame(() => items.forEach((item) => item.update()));
    });
    this.end = () => {
      end();
      win.cancelAnimationFrame(frame);
    };
  }
}
