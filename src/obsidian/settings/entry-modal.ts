import { AbstractInputSuggest, type App, Setting, TFolder } from 'obsidian';
import { addFooter, onEnter, openDialog } from '../view/dialog';

/** Asks for one entry of a list of texts; for paths it suggests those of the vault. */
export function askForEntry(
  app: App,
  label: string,
  kind: 'noteTypes' | 'extraPaths' | 'excludedFolders' | 'ownNames',
  add: (value: string) => void,
): void {
  const modal = openDialog(app, label);
  let value = '';
  const finish = (): void => {
    if (value.trim() === '') return;
    modal.close();
    add(value.trim());
  };
  new Setting(modal.contentEl).setName(kind === 'ownNames' ? 'Name' : 'Value').addText((text) => {
    text.onChange((typed) => (value = typed));
    onEnter(text.inputEl, finish);
    const foldersOnly = kind === 'excludedFolders';
    if (foldersOnly || kind === 'extraPaths') {
      new PathSuggest(app, text.inputEl, foldersOnly, (path) => {
        value = path;
        text.setValue(path);
      });
    }
    text.inputEl.focus();
  });
  addFooter(modal, 'Add', finish);
}

/** Suggests folders, and notes where they are wanted. */
class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    input: HTMLInputElement,
    private readonly foldersOnly: boolean,
    private readonly choose: (path: string) => void,
  ) {
    super(app, input);
  }

  protected getSuggestions(query: string): string[] {
    const wanted = query.toLowerCase();
    return this.app.vault
      .getAllLoadedFiles()
      .filter((file) => !this.foldersOnly || file instanceof TFolder)
      .map((file) => file.path)
      .filter((path) => path !== '/' && path.toLowerCase().includes(wanted))
      .slice(0, 50);
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }

  override selectSuggestion(path: string): void {
    this.choose(path);
    this.close();
  }
}
