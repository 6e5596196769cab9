import type { Instruction, SearchResult } from 'obsidian';

import type { App } from './app';
import { Modal } from './modal';
import { prepareFuzzySearch, renderResults, sortSearchResults } from './search';
import { SuggestList } from './suggest-list';
import type { SuggestOwner } from './suggest-list';

/** A prompt: an input with a list of suggestions. */
export abstract class SuggestModal<T> extends Modal implements SuggestOwner<T> {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  ctaEl: HTMLElement;
  resultContainerEl: HTMLElement;
  chooser: SuggestList<T>;
  private instructionsEl: HTMLElement | null = null;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    const inputBox = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = inputBox.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' },
    });
    this.ctaEl = inputBox.createDiv('prompt-input-cta');
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.chooser = new SuggestList<T>(this, this.resultContainerEl, this.scope);
    this.inputEl.addEventListener('input', () => void this.updateSuggestions());
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    this.instructionsEl ??= this.modalEl.createDiv('prompt-instructions');
    this.instructionsEl.empty();
    for (const { command, purpose } of instructions) {
      const el = this.instructionsEl.createDiv('prompt-instruction');
      el.createSpan({ cls: 'prompt-instruction-command', text: command });
      el.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.chooser.setSuggestions([]);
    if (this.emptyStateText) {
      this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
    }
  }

  /** The prompt closes first: onClose has run when the choice arrives. */
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.chooser.useSelectedItem(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  private async updateSuggestions(): Promise<void> {
    const turn = ++this.asked;
    const result = this.getSuggestions(this.inputEl.value);
    const found = Array.isArray(result) ? result : await result;
    if (turn !== this.asked) return;
    const values = this.limit > 0 ? found.slice(0, this.limit) : found;
    if (values.length > 0) this.chooser.setSuggestions(values);
    else this.onNoSuggestion();
  }
}

/** An item with how well it fits the query. */
export interface FuzzyMatch<T> {
  item: T;
  match: SearchResult;
}

/** A prompt that searches a fixed list of items. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const items = this.getItems();
    if (query.trim() === '') return items.map((item) => ({ item, match: { score: 0, matches: [] } }));
    const search = prepareFuzzySearch(query);
    const found: FuzzyMatch<T>[] = [];
    for (const item of items) {
      const match = search(this.getItemText(item));
      if (match) found.push({ item, match });
    }
    sortSearchResults(found);
    return found;
  }

  renderSuggestion(value: FuzzyMatch<T>, el: HTMLElement): void {
    renderResults(el, this.getItemText(value.item), value.match);
  }

  onChooseSuggestion(value: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(value.item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
