import { type App, Setting } from 'obsidian';
import { countOf } from '../../core/edit/wording';
import { addFooter, onEnter, openDialog } from './dialog';

/** Asks by how many days due dates are to move. */
export function askForShift(app: App, count: number, choose: (by: number) => void): void {
  const modal = openDialog(app, `Move due dates of ${countOf(count, 'task')}`);
  let by = 7;
  const finish = (): void => {
    if (by === 0) return;
    modal.close();
    choose(by);
  };
  new Setting(modal.contentEl)
    .setName('Days')
    .setDesc('Earlier with a minus.')
    .addText((text) => {
      const { inputEl } = text
        .setValue(String(by))
        .onChange((value) => (by = Math.trunc(Number(value)) || 0));
      inputEl.type = 'number';
      inputEl.setAttr('aria-label', 'Days');
      onEnter(inputEl, finish);
      inputEl.select();
      inputEl.focus();
    });
  addFooter(modal, 'Preview', finish);
}
