import { setIcon } from 'obsidian';

/** A button that shows only an icon. */
export function iconButton(
  parent: HTMLElement,
  icon: string,
  label: string,
  run?: (event: MouseEvent) => void,
): HTMLButtonElement {
  const button = parent.createEl('button', {
    cls: 'clickable-icon',
    attr: { type: 'button', 'aria-label': label },
  });
  setIcon(button, icon);
  if (run) button.addEventListener('click', run);
  return button;
}

/** A small button with a text. */
export function textButton(parent: HTMLElement, text: string, run: () => void): HTMLButtonElement {
  const button = parent.createEl('button', {
    cls: 'meeting-tasks-small-button',
    text,
    attr: { type: 'button' },
  });
  button.addEventListener('click', run);
  return button;
}

/** A count that stays narrow. */
export function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
