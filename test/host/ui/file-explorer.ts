import { TFile, TFolder, folderOf } from '../core/files';
import type { TAbstractFile } from '../core/files';
import { debounce } from './debounce';
import { setIcon } from './icons';
import { Keymap } from './keymap';
import { Menu } from './menu';
import { TextPrompt } from './prompts';
import { View } from './view';
import { setTooltip } from './tooltip';
import type { WorkspaceLeaf } from './leaf';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The list of files in the left sidebar. */
export class FileExplorerView extends View {
  override icon = 'folder-closed';
  private readonly closed = new Set<string>();
  private readonly listEl: HTMLElement;
  private readonly drawSoon = debounce(() => this.draw(), 30);

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const header = this.containerEl.createDiv('nav-header').createDiv('nav-buttons-container');
    const add = (icon: string, title: string, run: () => void): void => {
      const el = header.createDiv('clickable-icon nav-action-button');
      setIcon(el, icon);
      setTooltip(el, title);
      el.addEventListener('click', run);
    };
    add('edit', 'New note', () => this.app.commands.executeCommandById('file-explorer:new-file'));
    add('chevrons-down-up', 'Collapse all', () => {
      for (const folder of this.app.vault.getAllFolders()) this.closed.add(folder.path);
      this.draw();
    });
    this.listEl = this.containerEl.createDiv('nav-files-container');
  }

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  override onload(): void {
    const { vault, workspace } = this.app;
    for (const name of ['create', 'delete'] as const)
      this.registerEvent(vault.on(name, () => void this.drawSoon()));
    this.registerEvent(vault.on('rename', () => void this.drawSoon()));
    this.registerEvent(workspace.on('file-open', () => void this.drawSoon()));
    this.draw();
  }

  private draw(): void {
    const scroll = this.listEl.scrollTop;
    this.listEl.empty();
    this.drawChildren(this.app.vault.getRoot(), this.listEl.createDiv());
    this.listEl.scrollTop = scroll;
  }

  private drawChildren(folder: TFolder, parent: HTMLElement): void {
    const rank = (file: TAbstractFile): number => (file instanceof TFolder ? 0 : 1);
    const sorted = [...folder.children].sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
    for (const child of sorted) {
      if (child instanceof TFolder) this.drawFolder(child, parent);
      else if (child instanceof TFile) this.drawFile(child, parent);
    }
  }

  private drawFolder(folder: TFolder, parent: HTMLElement): void {
    const item = parent.createDiv('tree-item nav-folder');
    const title = this.row(folder, item, 'nav-folder');
    const icon = title.createDiv({ cls: 'tree-item-icon collapse-icon', prepend: true });
    setIcon(icon, 'right-triangle');
    const closed = this.closed.has(folder.path);
    item.toggleClass('is-collapsed', closed);
    title.addEventListener('click', () => {
      if (closed) this.closed.delete(folder.path);
      else this.closed.add(folder.path);
      this.draw();
    });
    if (!closed) this.drawChildren(folder, item.createDiv('tree-item-children nav-folder-children'));
  }

  private drawFile(file: TFile, parent: HTMLElement): void {
    const title = this.row(file, parent.createDiv('tree-item nav-file'), 'nav-file');
    title.toggleClass('is-active', this.app.workspace.getActiveFile() === file);
    if (file.extension !== 'md') title.createDiv({ cls: 'nav-file-tag', text: file.extension });
    const openFile = (event: MouseEvent): void => {
      if (event.button > 1) return;
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    };
    title.onClickEvent(openFile);
  }

  private row(file: TAbstractFile, parent: HTMLElement, kind: string): HTMLElement {
    const el = parent.createDiv({
      cls: `tree-item-self ${kind}-title tappable is-clickable`,
      attr: { 'data-path': file.path },
    });
    const name = file instanceof TFile && file.extension === 'md' ? file.basename : file.name;
    el.createDiv({ cls: `tree-item-inner ${kind}-title-content`, text: name });
    el.addEventListener('contextmenu', (event) => this.showMenu(event, file));
    return el;
  }

  private showMenu(event: MouseEvent, file: TAbstractFile): void {
    const menu = Menu.forEvent(event);
    const { fileManager, workspace } = this.app;
    if (file instanceof TFile) {
      menu.addItem((item) =>
        item
          .setSection('open')
          .setTitle('Open in new tab')
          .setIcon('file-plus')
          .onClick(() => void workspace.getLeaf('tab').openFile(file)),
      );
    }
    workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu');
    menu.addItem((item) =>
      item
        .setSection('danger')
        .setTitle('Rename...')
        .setIcon('edit-3')
        .onClick(() => this.rename(file)),
    );
    menu.addItem((item) =>
      item
        .setSection('danger')
        .setTitle('Delete')
        .setIcon('trash-2')
        .setWarning(true)
        .onClick(() => void fileManager.promptForDeletion(file)),
    );
  }

  private rename(file: TAbstractFile): void {
    const name = file instanceof TFile ? file.basename : file.name;
    new TextPrompt(this.app, 'Rename', name, (next) => {
      const folder = folderOf(file.path);
      const end = file instanceof TFile && file.extension ? `.${file.extension}` : '';
      void this.app.fileManager.renameFile(file, `${folder === '/' ? '' : `${folder}/`}${next}${end}`);
    }).open();
  }
}
