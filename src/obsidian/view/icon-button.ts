import { setIcon } from 'obsidian';
import { keyOf, type ListCommand } from '../../core/list/keys';
import { add, addIcon, addKey } from './dom';
import type { ViewServices } from './services';

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

/** A button that acts as the key of a command does, and says which one that is. */
export function commandButton(
  parent: HTMLElement,
  command: ListCommand,
  { label, icon }: { readonly label: string; readonly icon?: string },
  services: Pick<ViewServices, 'settings'>,
  run: (button: HTMLElement) => void,
  names = '',
): HTMLElement {
  const el = button(parent, names, '', () => run(el), { 'data-command': command });
  if (icon) addIcon(el, icon);
  add(el, 'span.button-label', label);
  addKey(el, services.settings().singleKeys ? keyOf(command) : '');
  return el;
}

/** A count that stays narrow. */
export function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
