import type { App } from './app';
import { ButtonComponent } from './components';
import { setIcon } from './icons';
import { Scope } from './keymap';

/** A dialog above everything. It takes the keys until it is closed and gives the focus back. */
export class Modal {
  scope: Scope;
  containerEl: HTMLElement;
  bgEl: HTMLElement;
  modalEl: HTMLElement;
  headerEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private isOpen = false;
  private closeCallback: (() => unknown) | null = null;
  private focusBefore: Element | null = null;
  private selectionBefore: Range | null = null;

  constructor(public app: App) {
    // Without a parent: the hotkeys of the app do not work while a dialog is open.
    this.scope = new Scope();
    this.scope.register([], 'Escape', (event) => this.onEscapeKey(event));
    this.containerEl = createDiv('modal-container mod-dim');
    this.bgEl = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' },
    });
    const closeEl = this.modalEl.createEl('button', {
      cls: 'modal-close-button mod-raised clickable-icon',
      attr: { 'aria-label': 'Close', type: 'button' },
    });
    setIcon(closeEl, 'x');
    this.headerEl = this.modalEl.createDiv('modal-header');
    this.titleEl = this.headerEl.createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    closeEl.addEventListener('click', () => this.close());
    this.bgEl.addEventListener('click', () => this.close());
    this.scope.setTabFocusContainerEl(this.modalEl);
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.focusBefore = activeDocument.activeElement;
    const selection = activeDocument.getSelection();
    this.selectionBefore =
      selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.append(this.containerEl);
    this.focusFirst();
    void this.onOpen();
    this.focusFirst();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.closeCallback?.();
    if (this.shouldRestoreSelection && this.focusBefore instanceof HTMLElement) {
      if (this.focusBefore.isConnected) this.focusBefore.focus();
      // An editor that is given the focus alone has its cursor at the start for a moment, and takes that over.
      const { selectionBefore } = this;
      if (selectionBefore && this.focusBefore.contains(selectionBefore.startContainer)) {
        activeDocument.getSelection()?.removeAllRanges();
        activeDocument.getSelection()?.addRange(selectionBefore);
      }
    }
  }

  onOpen(): Promise<void> | void {}

  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  onHistoryBack(): void {
    this.close();
  }

  protected onEscapeKey(event: KeyboardEvent): false | void {
    // Escape that ends a composition belongs to the input method.
    if (event.isComposing) return undefined;
    this.close();
    return false;
  }

  private focusFirst(): void {
    if (
      this.modalEl.contains(activeDocument.activeElement) &&
      activeDocument.activeElement !== this.modalEl
    ) {
      return;
    }
    const first = this.contentEl.querySelector<HTMLElement>(
      'input:not([disabled]), textarea, select, button, [tabindex="0"]',
    );
    (first ?? this.modalEl).focus();
  }
}

/** A button of a ConfirmationModal: closes the dialog after its action. */
export class ConfirmationButton extends ButtonComponent {
  constructor(
    containerEl: HTMLElement,
    private readonly modal: Modal,
  ) {
    super(containerEl);
  }

  override onClick(handler: (event: MouseEvent) => unknown): this {
    return super.onClick(async (event) => {
      await handler(event);
      this.modal.close();
    });
  }

  setInitialFocus(): this {
    window.setTimeout(() => this.buttonEl.focus(), 0);
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }
}

/** A dialog with a question and buttons. */
export class ConfirmationModal extends Modal {
  buttonContainerEl: HTMLElement;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox', prepend: true });
    const input = labelEl.createEl('input', { type: 'checkbox' });
    labelEl.appendText(label);
    input.addEventListener('change', () => callback(input.checked));
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    const button = new ConfirmationButton(this.buttonContainerEl, this);
    button.onClick(() => undefined);
    callback(button);
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
