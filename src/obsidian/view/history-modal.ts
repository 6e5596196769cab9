import type { ChangeHistory } from '../../core/edit/history';
import { countOf } from '../../core/edit/wording';
import { openDialog } from './dialog';
import { add, STATUS } from './dom';
import { addHistoryItem, type HistoryActions, type HistoryItem } from './history-item';
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
export function openHistory(services: ViewServices, { history, journal, actions }: HistoryParts): void {
  const modal = openDialog(services.app, 'History', 'history');
  const { contentEl } = modal;
  const { win } = contentEl;
  const status = add(contentEl, 'p', '', STATUS);
  const items: HistoryItem[] = [];
  const show = (): void => {
    const entries = [...history.entries()].reverse();
    const lost = journal.broken > 0 ? ` ${countOf(journal.broken, 'record')} could not be read.` : '';
    const count = `${countOf(entries.length, 'change')} on this device, the latest first.`;
    status.setText((entries.length > 0 ? count : 'What you decide is listed here.') + lost);
    const list = add(contentEl, 'div', '', entries.length > 0 ? { role: 'list' } : {});
    showInPages(contentEl, entries, CHANGES_AT_ONCE, (entry) => {
      const item = addHistoryItem(list, entry, services, actions, () => modal.close());
      items.push(item);
      return item.toggleEl;
    });
    items[0]?.toggleEl.focus();
  };
  // A change of many notes is told note by note; it is shown once a frame.
  let frame = 0;
  const end = history.subscribe(() => {
    win.cancelAnimationFrame(frame);
    frame = win.requestAnimationFrame(() => items.forEach((item) => item.update()));
  });
  modal.onClose = () => {
    end();
    win.cancelAnimationFrame(frame);
  };
  void journal.ready().then(show);
}
