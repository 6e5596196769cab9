import type { App } from './app';
import { Scope } from './keymap';
import { SuggestList } from './suggest-list';
import type { SuggestOwner } from './suggest-list';

/** Base of everything that suggests in a small list below the place where one types. */
export abstract class PopoverSuggest<T> implements SuggestOwner<T> {
  scope: Scope;
  suggestEl: HTMLElement;
  suggestions: SuggestList<T>;
  isOpen = false;

  constructor(
    public app: App,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = createDiv('suggestion-container');
    this.suggestions = new SuggestList<T>(this, this.suggestEl.createDiv('suggestion'), this.scope);
    // Taking the focus away from the input would close the list before the click arrives.
    this.suggestEl.addEventListener('mousedown', (event) => event.preventDefault());
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.append(this.suggestEl);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestions.setSuggestions([]);
    this.suggestEl.remove();
  }

  onHistoryBack(): void {
    this.close();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  /** Puts the list below an element, or above it when there is no room. */
  protected placeBelow(box: DOMRect, width?: number): void {
    if (width !== undefined) this.suggestEl.setCssStyles({ width: `${width}px` });
    const own = this.suggestEl.getBoundingClientRect();
    const below = box.bottom + own.height + 4 < window.innerHeight;
    const x = Math.max(4, Math.min(box.left, window.innerWidth - own.width - 4));
    this.suggestEl.setCssStyles({
      left: `${x}px`,
      top: `${below ? box.bottom + 2 : Math.max(4, box.top - own.height - 2)}px`,
    });
  }
}

/** Type-ahead for an input element. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private callback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  private asked = 0;

  constructor(
    app: App,
    protected textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    const refresh = (): void => void this.showSuggestions();
    textInputEl.addEventListener('focus', refresh);
    textInputEl.addEventListener('click', refresh);
    textInputEl.addEventListener('input', refresh);
    textInputEl.addEventListener('blur', () => this.close());
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement
      ? this.textInputEl.value
      : (this.textInputEl.textContent ?? '');
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.callback?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async showSuggestions(): Promise<void> {
    const turn = ++this.asked;
    const found = await this.getSuggestions(this.getValue());
    // An older answer must not replace a newer one.
    if (turn !== this.asked || !this.textInputEl.isActiveElement()) return;
    const values = this.limit > 0 ? found.slice(0, this.limit) : found;
    if (values.length === 0) {
      this.close();
      return;
    }
    this.open();
    this.suggestions.setSuggestions(values);
    const box = this.textInputEl.getBoundingClientRect();
    this.placeBelow(box, Math.max(200, box.width));
  }
}
