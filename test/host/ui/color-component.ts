import { ValueComponent } from './components';

interface Rgb {
  r: number;
  g: number;
  b: number;
}

interface Hsl {
  h: number;
  s: number;
  l: number;
}

/** A colour, as #rrggbb. */
export class ColorComponent extends ValueComponent<string> {
  colorPickerEl: HTMLInputElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
    this.colorPickerEl.addEventListener('input', () => this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.colorPickerEl.value;
  }

  getValueRgb(): Rgb {
    const part = (at: number): number => parseInt(this.getValue().slice(at, at + 2), 16);
    return { r: part(1), g: part(3), b: part(5) };
  }

  getValueHsl(): Hsl {
    const { r, g, b } = this.getValueRgb();
    const [x, y, z] = [r / 255, g / 255, b / 255];
    const max = Math.max(x, y, z);
    const range = max - Math.min(x, y, z);
    const l = max - range / 2;
    let h = 0;
    if (range > 0) {
      if (max === x) h = ((y - z) / range + 6) % 6;
      else h = max === y ? (z - x) / range + 2 : (x - y) / range + 4;
    }
    const s = range === 0 ? 0 : range / (1 - Math.abs(2 * l - 1));
    return { h: Math.round(h * 60), s: Math.round(s * 100), l: Math.round(l * 100) };
  }

  setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  setValueRgb({ r, g, b }: Rgb): this {
    return this.setValue(`#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  }

  setValueHsl({ h, s, l }: Hsl): this {
    const a = (s / 100) * Math.min(l / 100, 1 - l / 100);
    const part = (n: number): number => {
      const k = (n + h / 30) % 12;
      return Math.round(255 * (l / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
    };
    return this.setValueRgb({ r: part(0), g: part(8), b: part(4) });
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}
