import { type App, Platform } from 'obsidian';
import { FILTER_HELP } from '../../core/list/filter';
import { KEY_SECTIONS, keyLabel } from '../../core/list/keys';
import { openDialog } from './dialog';
import { add } from './dom';

/** Lists every key that works, from the table that binds them. */
export function openHelp(app: App, singleKeys: boolean): void {
  const { contentEl } = openDialog(app, 'Keys in the list', 'help');
  if (!singleKeys) add(contentEl, 'p', 'Single letters are switched off.');
  for (const [section, bindings] of Object.entries(KEY_SECTIONS)) {
    add(contentEl, 'h3', section);
    const list = add(contentEl, 'dl');
    for (const [, help, ...keys] of bindings) {
      const term = add(list, 'dt');
      for (const key of keys) add(term, 'kbd', keyLabel(key, Platform.isMacOS));
      add(list, 'dd', help);
    }
    if (section !== 'Select') continue;
    add(list, 'dt', 'Drag');
    add(list, 'dd', 'From a box, or from anywhere with Shift');
  }
  add(contentEl, 'h3', 'In the filter');
  const list = add(contentEl, 'dl');
  for (const [typed, help] of FILTER_HELP) {
    add(add(list, 'dt'), 'code', typed);
    add(list, 'dd', help);
  }
}
