import type { TooltipOptions } from 'obsidian';

import { ValueComponent } from './components';
import { displayTooltip, setTooltip } from './tooltip';

/** A switch. */
export class ToggleComponent extends ValueComponent<boolean> {
  toggleEl: HTMLElement;
  private on = false;
  private inputEl: HTMLInputElement;
  private callback: ((value: boolean) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: '0' } });
    this.toggleEl.addEventListener('click', (event) => {
      event.preventDefault();
      this.onClick();
    });
    this.inputEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.onClick();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass('is-disabled', disabled);
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.on;
  }

  setValue(on: boolean): this {
    this.on = Boolean(on);
    this.toggleEl.toggleClass('is-enabled', this.on);
    // Inside a click handler that prevents the default the browser resets `checked`: repeat it later.
    this.inputEl.checked = this.on;
    window.setTimeout(() => (this.inputEl.checked = this.on), 0);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (this.disabled) return;
    this.setValue(!this.on);
    this.callback?.(this.on);
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A list to choose from. */
export class DropdownComponent extends ValueComponent<string> {
  selectEl: HTMLSelectElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A number chosen by dragging. */
export class SliderComponent extends ValueComponent<number> {
  sliderEl: HTMLInputElement;
  valueEl: HTMLElement;
  private callback: ((value: number) => unknown) | null = null;
  private instant = false;
  private format: (value: number) => string = String;

  constructor(containerEl: HTMLElement) {
    super();
    this.valueEl = containerEl.createSpan('slider-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.showValue();
      if (this.instant) this.callback?.(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      if (!this.instant) this.callback?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.min = String(min ?? '');
    this.sliderEl.max = String(max ?? '');
    this.sliderEl.step = String(step);
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    this.showValue();
    return this;
  }

  getValuePretty(): string {
    return this.format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    this.showValue();
    return this;
  }

  setDynamicTooltip(): this {
    this.sliderEl.addEventListener('input', () => displayTooltip(this.sliderEl, this.getValuePretty()));
    return this;
  }

  showTooltip(): void {
    displayTooltip(this.sliderEl, this.getValuePretty());
  }

  onChange(callback: (value: number) => unknown): this {
    this.callback = callback;
    return this;
  }

  private showValue(): void {
    this.valueEl.setText(this.getValuePretty());
  }
}

/** A progress bar from 0 to 100. */
export class ProgressBarComponent extends ValueComponent<number> {
  progressBar: HTMLElement;
  private lineEl: HTMLElement;
  private value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.progressBar = containerEl.createDiv('setting-progress-bar');
    this.lineEl = this.progressBar.createDiv('setting-progress-bar-inner');
  }

  getValue(): number {
    return this.value;
  }

  setValue(value: number): this {
    this.value = value;
    this.lineEl.setCssStyles({ width: `${value}%` });
    return this;
  }
}
