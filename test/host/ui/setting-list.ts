import type { SettingDefinitionList } from 'obsidian';

import { setIcon } from './icons';
import { Platform } from './platform';
import type { Setting, SettingGroup } from './setting';
import { setTooltip } from './tooltip';

/** Gives a list its buttons: add, delete, and the handle for another order. */
export function addListButtons(
  definition: SettingDefinitionList,
  group: SettingGroup,
  rows: Setting[],
): void {
  const { addItem, onDelete, onReorder } = definition;
  rows.forEach((row, index) => {
    if (onDelete) addDelete(row, index, onDelete);
    if (onReorder) addHandle(row, index, rows, onReorder);
  });
  if (!addItem) return;
  if (Platform.isMobile) {
    const el = group.listEl.createDiv({
      cls: 'setting-item mod-add-item tappable',
      attr: { role: 'button', tabindex: '0' },
    });
    setIcon(el.createSpan('setting-item-icon'), 'plus');
    el.createSpan({ text: addItem.name });
    el.addEventListener('click', () => addItem.action(el));
    return;
  }
  group.addExtraButton((button) => {
    button.setIcon('plus').setTooltip(addItem.name);
    button.onClick(() => addItem.action(button.extraSettingsEl));
  });
}

function addDelete(row: Setting, index: number, onDelete: (index: number) => void): void {
  row.addExtraButton((button) => {
    button.setIcon('trash-2').setTooltip('Delete');
    button.onClick(() => onDelete(index));
  });
  row.settingEl.tabIndex = 0;
  row.settingEl.addEventListener('keydown', (event) => {
    if (event.target !== row.settingEl) return;
    if (event.key === 'Delete' || event.key === 'Backspace') onDelete(index);
  });
}

function addHandle(
  row: Setting,
  index: number,
  rows: Setting[],
  onReorder: (from: number, to: number) => void,
): void {
  const handle = row.settingEl.createDiv({ cls: 'setting-drag-handle', prepend: true });
  setIcon(handle, 'grip-vertical');
  setTooltip(handle, 'Drag to rearrange');
  handle.addEventListener('pointerdown', (start) => {
    start.preventDefault();
    handle.setPointerCapture(start.pointerId);
    row.settingEl.addClass('is-being-dragged');
    const target = (y: number): number =>
      rows.filter(({ settingEl }, at) => {
        const box = settingEl.getBoundingClientRect();
        return at !== index && y > box.top + box.height / 2;
      }).length;
    const up = (event: PointerEvent): void => {
      row.settingEl.removeClass('is-being-dragged');
      const to = target(event.clientY);
      if (to !== index) onReorder(index, to);
    };
    handle.addEventListener('pointerup', up, { once: true });
  });
}
