import moment from 'moment';

import { ValueComponent } from './components';
import { setIcon } from './icons';

/** An input with text. */
export class AbstractTextComponent<
  T extends HTMLInputElement | HTMLTextAreaElement,
> extends ValueComponent<string> {
  private callback: ((value: string) => unknown) | null = null;

  constructor(public inputEl: T) {
    super();
    inputEl.spellcheck = false;
    inputEl.addEventListener('input', () => this.onChanged());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    this.callback?.(this.getValue());
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A line of text. */
export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text' }));
  }
}

/** Several lines of text. */
export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea'));
  }
}

/** A search field with a button that clears it. */
export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const box = containerEl.createDiv('search-input-container');
    const inputEl = box.createEl('input', {
      type: 'search',
      attr: { enterkeyhint: 'search', spellcheck: 'false' },
    });
    super(inputEl);
    this.clearButtonEl = box.createDiv({
      cls: 'search-input-clear-button',
      attr: { 'aria-label': 'Clear search' },
    });
    this.clearButtonEl.hide();
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.onChanged();
      inputEl.focus();
    });
    const iconEl = box.createDiv({ cls: 'search-input-icon', prepend: true });
    setIcon(iconEl, 'search');
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.clearButtonEl.toggle(value !== '');
    return this;
  }

  override onChanged(): void {
    this.clearButtonEl.toggle(this.getValue() !== '');
    super.onChanged();
  }
}

/** A date format with an example next to it. */
export class MomentFormatComponent extends TextComponent {
  sampleEl: HTMLElement = createSpan('u-pop');
  private defaultFormat = '';

  setDefaultFormat(format: string): this {
    this.defaultFormat = format;
    this.setPlaceholder(format);
    this.updateSample();
    return this;
  }

  setSampleEl(sampleEl: HTMLElement): this {
    this.sampleEl = sampleEl;
    this.updateSample();
    return this;
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.updateSample();
    return this;
  }

  override onChanged(): void {
    super.onChanged();
    this.updateSample();
  }

  updateSample(): void {
    this.sampleEl.setText(moment().format(this.getValue() || this.defaultFormat));
  }
}
