import { type App, Setting } from 'obsidian';
import { proposedStatus, type StoredStatus } from '../../core/line/tasks-settings';
import { addFooter, openDialog } from '../view/dialog';
import { add } from '../view/dom';

/** Shows the status that would be added to the settings of Tasks, and adds it when the user says so. */
export function offerStatus(
  app: App,
  symbol: string,
  accepted: string,
  save: (status: StoredStatus) => void,
): void {
  const modal = openDialog(app, 'Add a status to the other plugin');
  const { contentEl } = modal;
  let status: StoredStatus;
  add(contentEl, 'p', 'This is added to the statuses in its data file.');
  const preview = add(contentEl, 'pre.code');
  const show = (type: 'ON_HOLD' | 'NON_TASK'): void => {
    status = proposedStatus(symbol, accepted, type);
    preview.setText(JSON.stringify(status, null, 2));
  };
  new Setting(contentEl)
    .setName('Kind of status')
    .setDesc('On hold: proposals stay among the tasks that are not done. Not a task: they leave them.')
    .addDropdown((dropdown) =>
      dropdown
        .addOptions({ ON_HOLD: 'On hold', NON_TASK: 'Not a task' })
        .onChange((value) => show(value === 'NON_TASK' ? value : 'ON_HOLD')),
    );
  addFooter(modal, 'Add', () => {
    modal.close();
    save(status);
  });
  show('ON_HOLD');
}
