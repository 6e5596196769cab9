import { TFile, TFolder } from '../core/files';
import type { TAbstractFile } from '../core/files';
import type { App } from './app';
import { prepareFuzzySearch } from './search';
import { AbstractInputSuggest } from './suggest-popover';

/** Suggests files or folders of the vault. */
export class PathSuggest extends AbstractInputSuggest<TAbstractFile> {
  constructor(
    app: App,
    inputEl: HTMLInputElement,
    private readonly kind: 'file' | 'folder',
    private readonly filter: (file: TAbstractFile) => boolean,
    private readonly includeRoot = false,
  ) {
    super(app, inputEl);
  }

  protected getSuggestions(query: string): TAbstractFile[] {
    const search = prepareFuzzySearch(query);
    return this.app.vault.getAllLoadedFiles().filter((file) => {
      if (this.kind === 'file' ? !(file instanceof TFile) : !(file instanceof TFolder)) return false;
      if (file instanceof TFolder && file.isRoot() && !this.includeRoot) return false;
      return this.filter(file) && (query === '' || search(file.path) !== null);
    });
  }

  renderSuggestion(file: TAbstractFile, el: HTMLElement): void {
    el.setText(file.path);
  }
}
