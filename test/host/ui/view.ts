import { Component } from '../core/events';
import type { TFile } from '../core/files';
import type { App } from './app';
import { setIcon } from './icons';
import type { Scope } from './keymap';
import type { WorkspaceLeaf } from './leaf';
import { Menu } from './menu';
import { setTooltip } from './tooltip';

/** What setState may tell its caller. */
export interface ViewStateResult {
  history: boolean;
}

/** What a leaf shows. */
export abstract class View extends Component {
  app: App;
  icon = 'document';
  navigation = false;
  leaf: WorkspaceLeaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;
  private opened = false;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv('workspace-leaf-content');
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  /** Called by the leaf: shows the view. */
  async open(parent: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parent.append(this.containerEl);
    this.opened = true;
    this.load();
    await this.onOpen();
  }

  /** Called by the leaf: takes the view away. */
  async close(): Promise<void> {
    if (!this.opened) return;
    this.opened = false;
    await this.onClose();
    this.unload();
    this.containerEl.detach();
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: ViewStateResult): Promise<void> {}

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {}

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {}

  onPaneMenu(_menu: Menu, _source: string): void {}

  /** The view cannot be drawn before the app has made its list of open tabs: overridden by subclasses. */
  protected async onOpen(): Promise<void> {}

  protected async onClose(): Promise<void> {}
}

/** A view with a header (icon, title, buttons) and a content element. */
export abstract class ItemView extends View {
  contentEl: HTMLElement;
  headerEl: HTMLElement;
  iconEl: HTMLElement;
  titleContainerEl: HTMLElement;
  titleEl: HTMLElement;
  actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    this.iconEl = this.headerEl.createDiv('view-header-icon');
    this.titleContainerEl = this.headerEl.createDiv('view-header-title-container mod-at-start');
    this.titleEl = this.titleContainerEl.createDiv('view-header-title');
    this.actionsEl = this.headerEl.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
    const more = this.addAction('more-vertical', 'More options', (event) => {
      const menu = new Menu();
      this.onPaneMenu(menu, 'more-options');
      this.leaf.addPaneMenuItems(menu);
      menu.showAtMouseEvent(event);
    });
    more.addClass('mod-more-options');
  }

  override async open(parent: HTMLElement): Promise<void> {
    setIcon(this.iconEl, this.getIcon());
    this.updateTitle();
    await super.open(parent);
    this.updateTitle();
  }

  /** Writes the title of the view again. */
  updateTitle(): void {
    this.titleEl.setText(this.getDisplayText());
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.actionsEl.createEl('button', {
      cls: 'clickable-icon view-action',
      attr: { type: 'button' },
      prepend: true,
    });
    setTooltip(el, title);
    setIcon(el, icon);
    el.onClickEvent((event) => void callback(event));
    return el;
  }
}

/** A view of a file. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override onload(): void {
    this.registerEvent(
      this.app.vault.on('rename', (file) => {
        if (file === this.file) void this.onRename(this.file);
      }),
    );
    this.registerEvent(
      this.app.vault.on('delete', (file) => {
        if (file === this.file) void this.leaf.onFileDeleted();
      }),
    );
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return this.file ? { file: this.file.path } : {};
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const path: unknown = state && typeof state === 'object' ? Reflect.get(state, 'file') : undefined;
    if (typeof path === 'string') await this.loadFile(this.app.vault.getFileByPath(path));
  }

  /** Shows another file. */
  async loadFile(file: TFile | null): Promise<void> {
    if (file === this.file) return;
    const before = this.file;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    if (file) await this.onLoadFile(file);
    this.updateTitle();
    this.leaf.updateHeader();
  }

  protected override async onClose(): Promise<void> {
    const before = this.file;
    if (before) await this.onUnloadFile(before);
    this.file = null;
  }

  async onLoadFile(_file: TFile): Promise<void> {}

  async onUnloadFile(_file: TFile): Promise<void> {}

  async onRename(_file: TFile): Promise<void> {
    this.updateTitle();
    this.leaf.updateHeader();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }
}

/** A file view that can be edited. */
export abstract class EditableFileView extends FileView {}
