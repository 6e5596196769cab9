import { type App, ButtonComponent, Modal, Setting } from 'obsidian';
import { add, type Attributes } from './dom';

/** Opens an empty dialog; `name` is the last part of its class. */
export function openDialog(app: App, title: string, name = ''): Modal {
  const modal = new Modal(app);
  modal.setTitle(title);
  if (name) modal.modalEl.addClass(`meeting-tasks-${name}`);
  modal.open();
  return modal;
}

/** Adds a button to the foot of a dialog. */
export function addButton(footer: Setting, label: string, run: () => void): ButtonComponent {
  return new ButtonComponent(footer.controlEl).setButtonText(label).onClick(run);
}

/** Ends a dialog with "Cancel" and the button that does it. */
export function addFooter(modal: Modal, label: string, run: () => void): ButtonComponent {
  const footer = new Setting(modal.contentEl);
  addButton(footer, 'Cancel', () => modal.close());
  return addButton(footer, label, run).setCta();
}

/** Adds a text field to a setting; `label` is what a screen reader calls it. */
export function addInput(
  setting: Setting,
  label: string,
  changed: (text: string) => void,
  attr: Attributes = {},
): HTMLInputElement {
  const input = add(setting.controlEl, 'input', '', { type: 'text', 'aria-label': label, ...attr });
  input.addEventListener('input', () => changed(input.value.trim()));
  return input;
}

/** Calls `run` when Enter is pressed in a field; with Shift, and while an input method composes, it is not meant. */
export function onEnter(el: HTMLElement, run: () => void): void {
  el.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    // The button of the next dialog, which gets the focus, must not be pressed by the same key.
    event.preventDefault();
    run();
  });
}
