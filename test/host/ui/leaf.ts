import type { OpenViewState } from 'obsidian';

import { Events } from '../core/events';
import type { TFile } from '../core/files';
import type { App } from './app';
import { setIcon } from './icons';
import { Menu } from './menu';
import { DeferredView, EmptyView, UnknownView } from './small-views';
import { setTooltip } from './tooltip';
import { FileView } from './view';
import type { View } from './view';
import type { Workspace } from './workspace';
import type { WorkspaceParent, WorkspaceTabs } from './workspace-parents';

/** What a leaf shows, as data. */
export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
}

/** Something in the tree of panes. */
export abstract class WorkspaceItem extends Events {
  abstract parent: WorkspaceParent | null;

  getRoot(): WorkspaceItem {
    return this.parent ? this.parent.getRoot() : this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

let ids = 0;

/** A place for a view: a tab in the main area or in a sidebar. */
export class WorkspaceLeaf extends WorkspaceItem {
  id = `leaf-${++ids}`;
  app: App;
  view: View;
  pinned = false;
  activeTime = 0;
  hoverPopover = null;
  containerEl: HTMLElement;
  tabHeaderEl: HTMLElement;
  tabHeaderInnerIconEl: HTMLElement;
  tabHeaderInnerTitleEl: HTMLElement;
  private opening: Promise<unknown> = Promise.resolve();
  private readonly resizes = new ResizeObserver(() => this.onResize());

  constructor(
    readonly workspace: Workspace,
    public parent: WorkspaceTabs,
  ) {
    super();
    this.app = workspace.app;
    this.containerEl = createDiv('workspace-leaf');
    this.tabHeaderEl = createDiv({
      cls: 'workspace-tab-header tappable',
      attr: { role: 'tab', tabindex: '-1' },
    });
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    this.tabHeaderInnerIconEl = inner.createDiv('workspace-tab-header-inner-icon');
    this.tabHeaderInnerTitleEl = inner.createDiv('workspace-tab-header-inner-title');
    const closeEl = inner.createDiv({
      cls: 'workspace-tab-header-inner-close-button',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(closeEl, 'x');
    this.view = new EmptyView(this);
    this.containerEl.append(this.view.containerEl);
    const activate = (): void => workspace.setActiveLeaf(this, { focus: false });
    this.containerEl.addEventListener('mousedown', activate, true);
    this.containerEl.addEventListener('focusin', activate);
    this.tabHeaderEl.addEventListener('click', () => void workspace.revealAndActivate(this));
    this.tabHeaderEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.detach();
    });
    closeEl.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
    this.tabHeaderEl.addEventListener('contextmenu', (event) => {
      const menu = Menu.forEvent(event);
      this.view.onPaneMenu(menu, 'tab-header');
      this.addPaneMenuItems(menu);
    });
    this.resizes.observe(this.containerEl);
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Replaces a deferred view by the real one. */
  async loadIfDeferred(): Promise<void> {
    if (this.view instanceof DeferredView) await this.setViewState(this.view.target);
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.app.viewTypeOf(file.extension);
    const state: ViewState = { type, state: { ...openState.state, file: file.path } };
    await this.setViewState({ ...state, active: openState.active ?? true }, openState.eState);
    this.app.workspace.rememberFile(file);
  }

  async open(view: View): Promise<View> {
    await this.view.close();
    this.view.containerEl.detach();
    this.view = view;
    await view.open(this.containerEl);
    this.updateHeader();
    return view;
  }

  getViewState(): ViewState {
    const view = this.view;
    if (view instanceof DeferredView) return view.target;
    return { type: view.getViewType(), state: view.getState(), ...(this.pinned ? { pinned: true } : {}) };
  }

  /** One after the other: a second call waits for the first. */
  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const turn = this.opening.then(() => this.applyViewState(viewState, eState));
    this.opening = turn.catch(() => undefined);
    await turn;
  }

  /** Shows the real view only when somebody looks at it. */
  async setDeferred(viewState: ViewState): Promise<void> {
    await this.open(new DeferredView(this, viewState));
  }

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.tabHeaderEl.toggleClass('is-pinned', pinned);
    this.trigger('pinned-change', pinned);
  }

  setGroup(_group: string): void {}

  setGroupMember(_other: WorkspaceLeaf): void {}

  detach(): void {
    if (!this.parent.children.includes(this)) return;
    this.parent.removeLeaf(this);
    this.resizes.disconnect();
    void this.view.close();
    this.workspace.onLeafDetached(this);
  }

  /** The file of the view is gone: the tab closes. */
  onFileDeleted(): void {
    this.detach();
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  updateHeader(): void {
    setIcon(this.tabHeaderInnerIconEl, this.getIcon());
    this.tabHeaderInnerTitleEl.setText(this.getDisplayText());
    this.tabHeaderEl.setAttr('data-type', this.view.getViewType());
    setTooltip(this.tabHeaderEl, this.getDisplayText());
  }

  onResize(): void {
    if (this.containerEl.isShown() && !this.isDeferred) this.view.onResize();
    this.workspace.requestResize();
  }

  isVisible(): boolean {
    return this.parent.currentLeaf() === this && !this.parent.isHidden();
  }

  /** What every tab offers in its menu. */
  addPaneMenuItems(menu: Menu): void {
    const view = this.view;
    if (view instanceof FileView && view.file) {
      this.workspace.trigger('file-menu', menu, view.file, 'more-options', this);
    }
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle('Close')
        .setIcon('x')
        .onClick(() => this.detach()),
    );
  }

  private async applyViewState(viewState: ViewState, eState: unknown): Promise<void> {
    if (this.isDeferred || this.view.getViewType() !== viewState.type) {
      const creator = this.app.viewRegistry.get(viewState.type);
      const view =
        viewState.type === 'empty'
          ? new EmptyView(this)
          : (creator?.(this) ?? new UnknownView(this, viewState));
      await this.open(view);
    }
    await this.view.setState(viewState.state ?? {}, { history: false });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    this.updateHeader();
    this.workspace.requestLayoutChange();
    if (viewState.active) this.workspace.setActiveLeaf(this, { focus: true });
    else this.workspace.requestActiveLeafEvents();
  }
}
