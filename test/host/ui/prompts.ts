import type { TFile } from '../core/files';
import type { App } from './app';
import type { Command } from './commands';
import { Keymap } from './keymap';
import { Modal } from './modal';
import { renderResults } from './search';
import { FuzzySuggestModal } from './suggest-modal';
import type { FuzzyMatch } from './suggest-modal';

/** The command palette. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: App) {
    super(app);
    this.emptyStateText = 'No commands found.';
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): Command[] {
    return this.app.commands.listCommands().sort((a, b) => a.name.localeCompare(b.name));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  override renderSuggestion(value: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    const title = el.createDiv('suggestion-content').createDiv('suggestion-title');
    renderResults(title, value.item.name, value.match);
    const hotkey = this.app.hotkeyManager.printHotkeyForCommand(value.item.id);
    if (hotkey) el.createDiv('suggestion-aux').createEl('kbd', { cls: 'suggestion-hotkey', text: hotkey });
  }

  onChooseItem(command: Command): void {
    this.app.commands.executeCommand(command);
  }
}

/** Opens a note by its name. */
export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Find a note...');
  }

  getItems(): TFile[] {
    const recent = this.app.workspace.getLastOpenFiles();
    const rank = (file: TFile): number => {
      const at = recent.indexOf(file.path);
      return at < 0 ? recent.length : at;
    };
    return this.app.vault
      .getMarkdownFiles()
      .sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }

  getItemText(file: TFile): string {
    return file.path.replace(/\.md$/, '');
  }

  onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
    void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
  }
}

/** Asks for a line of text. */
export class TextPrompt extends Modal {
  private readonly inputEl: HTMLInputElement;

  constructor(app: App, title: string, value: string, done: (value: string) => void) {
    super(app);
    this.setTitle(title);
    this.inputEl = this.contentEl.createEl('input', { type: 'text', cls: 'prompt-text', value });
    const buttons = this.modalEl.createDiv('modal-button-container');
    const save = (): void => {
      this.close();
      const text = this.inputEl.value.trim();
      if (text !== '' && text !== value) done(text);
    };
    buttons.createEl('button', { cls: 'mod-cta', text: 'Save' }).addEventListener('click', save);
    buttons.createEl('button', { text: 'Cancel' }).addEventListener('click', () => this.close());
    this.scope.register([], 'Enter', () => {
      save();
      return false;
    });
  }

  override onOpen(): void {
    this.inputEl.select();
  }
}
