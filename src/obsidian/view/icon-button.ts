import { setIcon } from 'obsidian';

/** A button that shows only an icon. */
export function iconButton(parent: HTMLElement, icon: string, label: string): HTMLButtonElement {
  const button = parent.createEl('button', {
    cls: 'clickable-icon',
    attr: { type: 'button', 'aria-label': label },
  });
  setIcon(button, icon);
  return button;
}

/** A count that stays narrow. */
export function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
