import { AbstractInputSuggest, type App, Modal, Setting, TFile, TFolder } from 'obsidian';

/** Asks for one entry of a list of texts; for paths it suggests those of the vault. */
export class EntryModal extends Modal {
  private value = '';

  constructor(
    app: App,
    private readonly label: string,
    private readonly kind: 'noteTypes' | 'extraPaths' | 'excludedFolders' | 'ownNames',
    private readonly add: (value: string) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.label);
    new Setting(this.contentEl).setName(this.kind === 'ownNames' ? 'Name' : 'Value').addText((text) => {
      text.onChange((value) => (this.value = value));
      text.inputEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) this.finish();
      });
      if (this.kind === 'extraPaths' || this.kind === 'excludedFolders') {
        new PathSuggest(this.app, text.inputEl, this.kind === 'excludedFolders', (path) => {
          this.value = path;
          text.setValue(path);
        });
      }
      text.inputEl.focus();
    });
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) =>
        button
          .setButtonText('Add')
          .setCta()
          .onClick(() => this.finish()),
      );
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private finish(): void {
    const value = this.value.trim();
    if (value === '') return;
    this.close();
    this.add(value);
  }
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
      .filter((file) => file instanceof TFolder || (!this.foldersOnly && file instanceof TFile))
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
