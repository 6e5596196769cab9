import { setIcon } from 'obsidian';
import { add } from './dom';

/** A button; `names` are class names, each behind a dot. */
export function button(
  parent: Node,
  names: string,
  text: string,
  run?: (event: MouseEvent) => void,
  attr: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const el = add(parent, `button${names}`, text, { type: 'button', ...attr }) as HTMLButtonElement;
  if (run) el.addEventListener('click', run);
  return el;
}

/** A button that shows only an icon. */
export function iconButton(
  parent: HTMLElement,
  icon: string,
  label: string,
  run?: (event: MouseEvent) => void,
): HTMLButtonElement {
  const el = button(parent, '.clickable-icon', '', run, { 'aria-label': label });
  setIcon(el, icon);
  return el;
}

/** A small button with a text. */
export function textButton(parent: HTMLElement, text: string, run: () => void): HTMLButtonElement {
  return button(parent, '.small-button', text, run);
}

/** A count that stays narrow. */
export function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
