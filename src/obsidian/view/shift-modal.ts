import { type App, Setting } from 'obsidian';
import { countOf } from '../../core/edit/wording';
import { addFooter, addInput, onEnter, openDialog } from './dialog';

/** Asks by how many days due dates are to move. */
export function askForShift(app: App, count: number, choose: (by: number) => void): void {
  const modal = openDialog(app, `Move due dates of ${countOf(count, 'task')}`);
  let by = 7;
  const finish = (): void => {
    if (by === 0) return;
    modal.close();
    choose(by);
  };
  const setting = new Setting(modal.contentEl).setName('Days').setDesc('Earlier with a minus.');
  const change = (text: string): void => {
    by = Math.trunc(Number(text)) || 0;
  };
  const input = addInput(setting, 'Days', change, { type: 'number', value: by });
  onEnter(input, finish);
  input.select();
  input.focus();
  addFooter(modal, 'Preview', finish);
}
