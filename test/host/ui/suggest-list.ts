import type { Scope } from './keymap';

/** What a suggestion list asks its owner. */
export interface SuggestOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The list of suggestions below an input, driven by arrow keys and pointer. */
export class SuggestList<T> {
  values: T[] = [];
  suggestions: HTMLElement[] = [];
  selectedItem = 0;

  constructor(
    private readonly owner: SuggestOwner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
  ) {
    containerEl.setAttr('role', 'listbox');
    containerEl.on('click', '.suggestion-item', (event, target) => {
      event.preventDefault();
      this.setSelectedItem(this.suggestions.indexOf(target));
      this.useSelectedItem(event);
    });
    containerEl.on('mousemove', '.suggestion-item', (_event, target) => {
      this.setSelectedItem(this.suggestions.indexOf(target), false);
    });
    const move = (step: number) => (event: KeyboardEvent) => {
      if (event.isComposing) return undefined;
      this.setSelectedItem((this.selectedItem + step + this.values.length) % Math.max(1, this.values.length));
      return false;
    };
    scope.register([], 'ArrowDown', move(1));
    scope.register([], 'ArrowUp', move(-1));
    scope.register(['Ctrl'], 'n', move(1));
    scope.register(['Ctrl'], 'p', move(-1));
    scope.register([], 'Enter', (event) => {
      if (event.isComposing) return undefined;
      return this.useSelectedItem(event) ? false : undefined;
    });
  }

  setSuggestions(values: T[]): void {
    this.containerEl.empty();
    this.values = values;
    this.suggestions = values.map((value) => {
      const el = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
      this.owner.renderSuggestion(value, el);
      return el;
    });
    this.setSelectedItem(0, false);
  }

  useSelectedItem(event: MouseEvent | KeyboardEvent): boolean {
    if (this.values.length === 0) return false;
    this.owner.selectSuggestion(this.values[this.selectedItem] as T, event);
    return true;
  }

  setSelectedItem(index: number, scroll = true): void {
    this.selectedItem = Math.max(0, index);
    this.suggestions.forEach((el, i) => {
      el.toggleClass('is-selected', i === this.selectedItem);
      el.setAttr('aria-selected', i === this.selectedItem);
    });
    if (scroll) this.suggestions[this.selectedItem]?.scrollIntoView({ block: 'nearest' });
  }
}
