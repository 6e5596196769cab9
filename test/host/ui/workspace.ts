import type { Extension } from '@codemirror/state';
import type { OpenViewState, PaneType } from 'obsidian';

import type { EventRef, Listener } from '../core/events';
import { Events } from '../core/events';
import type { TFile } from '../core/files';
import type { App } from './app';
import { debounce } from './debounce';
import type { Editor } from './editor';
import { WorkspaceLeaf } from './leaf';
import { readLayout, writeLayout } from './layout-file';
import { MarkdownView } from './markdown-view';
import { parseLinktext } from './metadata-utils';
import { Platform } from './platform';
import { FileView } from './view';
import type { View } from './view';
import { WorkspaceMobileDrawer, WorkspaceRoot, WorkspaceSide, WorkspaceSidedock } from './workspace-parents';
import type { WorkspaceTabs } from './workspace-parents';

type Side = 'left' | 'right';
type Constructor<T> = abstract new (...args: never[]) => T;

/** Where an editor is. */
interface EditorOwner {
  app: App;
  file: TFile | null;
  editor?: Editor;
}

/** The panes of the app and what happens in them. */
export class Workspace extends Events {
  containerEl: HTMLElement;
  leftSplit: WorkspaceSide;
  rightSplit: WorkspaceSide;
  rootSplit: WorkspaceRoot;
  leftRibbon = {};
  rightRibbon = {};
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  editorExtensions: Extension[] = [];
  requestSaveLayout = debounce(() => writeLayout(this), 2000, true);
  requestLayoutChange = debounce(() => this.onLayoutChange(), 0);
  requestResize = debounce(() => this.trigger('resize'), 20, true);
  requestActiveLeafEvents = debounce(() => this.activeLeafEvents(), 0);
  private readyCallbacks: (() => unknown)[] = [];
  private recentFiles: string[] = [];
  private lastFile: TFile | null = null;
  private lastAnnounced: WorkspaceLeaf | null = null;

  constructor(
    readonly app: App,
    parent: HTMLElement,
  ) {
    super();
    this.containerEl = parent.createDiv('workspace');
    const Dock = Platform.isPhone ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.leftSplit = new Dock(this, 'left');
    this.rootSplit = new WorkspaceRoot(this, 'mod-root', null);
    this.rightSplit = new Dock(this, 'right');
    const splits = [this.leftSplit, this.rootSplit, this.rightSplit];
    this.containerEl.append(...splits.map((split) => split.containerEl));
    this.addLeaf(this.rootSplit.tabs());
    window.addEventListener('resize', () => this.requestResize());
  }

  override on(name: string, callback: Listener, context?: unknown): EventRef {
    return super.on(name, callback, context);
  }

  get activeEditor(): EditorOwner | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view : null;
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.readyCallbacks.push(callback);
  }

  /** Restores the saved panes and tells everybody who waits. */
  async start(): Promise<void> {
    await readLayout(this);
    this.layoutReady = true;
    for (const callback of this.readyCallbacks.splice(0)) {
      try {
        await callback();
      } catch (error) {
        console.error(error);
      }
    }
    this.trigger('layout-ready');
    this.requestLayoutChange();
    this.requestActiveLeafEvents();
  }

  addLeaf(tabs: WorkspaceTabs): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this, tabs);
    tabs.addLeaf(leaf);
    return leaf;
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const tabs of [...this.rootSplit.children]) [...tabs.children].forEach((leaf) => callback(leaf));
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.iterateRootLeaves(callback);
    for (const side of [this.leftSplit, this.rightSplit]) {
      for (const tabs of [...side.children]) [...tabs.children].forEach((leaf) => callback(leaf));
    }
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.leaves().filter((leaf) => leaf.view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.leaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(_group: string): WorkspaceLeaf[] {
    return [];
  }

  getLeaf(newLeaf?: PaneType | boolean): WorkspaceLeaf {
    if (newLeaf === 'window') throw new Error('This host has no pop-out windows.');
    if (newLeaf === 'split') return this.addLeaf(this.rootSplit.addTabs());
    const recent = this.getMostRecentLeaf();
    if (newLeaf || !recent) return this.addLeaf(recent?.parent ?? this.rootSplit.tabs());
    // A view that is no place for notes is not replaced, and neither is a pinned tab.
    return recent.pinned || !recent.view.navigation ? this.addLeaf(recent.parent) : recent;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  createLeafBySplit(): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  getLeftLeaf(_split: boolean): WorkspaceLeaf | null {
    return this.addLeaf(this.leftSplit.tabs());
  }

  getRightLeaf(_split: boolean): WorkspaceLeaf | null {
    return this.addLeaf(this.rightSplit.tabs());
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type)[0];
    const leaf = known ?? this.addLeaf(dock.tabs());
    if (!known || options.state) {
      await leaf.setViewState({ type, ...(options.state ? { state: options.state } : {}) });
    }
    if (options.reveal ?? true) await this.revealLeaf(leaf);
    if (options.active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const side = leaf.getRoot();
    if (side instanceof WorkspaceSide) side.expand();
    else if (Platform.isPhone) this.closeDrawers();
    leaf.parent.selectTab(leaf);
    await leaf.loadIfDeferred();
  }

  /** Shows a tab and puts the focus there. */
  async revealAndActivate(leaf: WorkspaceLeaf): Promise<void> {
    await this.revealLeaf(leaf);
    this.setActiveLeaf(leaf, { focus: true });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus = false): void {
    const wantsFocus = typeof params === 'boolean' ? focus : (params.focus ?? false);
    leaf.activeTime = performance.now();
    if (leaf.getRoot() === this.rootSplit) {
      leaf.parent.selectTab(leaf);
      if (Platform.isPhone) this.closeDrawers();
    }
    if (this.activeLeaf !== leaf) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      this.activeLeaf?.tabHeaderEl.removeClass('mod-active');
      this.activeLeaf = leaf;
      leaf.containerEl.addClass('mod-active');
      leaf.tabHeaderEl.addClass('mod-active');
      this.requestActiveLeafEvents();
    }
    if (wantsFocus) leaf.setEphemeralState({ focus: true });
  }

  getActiveViewOfType<T extends View>(type: Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  getMostRecentLeaf(root: unknown = this.rootSplit): WorkspaceLeaf | null {
    const leaves = this.leaves().filter((leaf) => leaf.getRoot() === root);
    return leaves.sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
  }

  getLastOpenFiles(): string[] {
    return [...this.recentFiles];
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openState: OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const { vault, metadataCache } = this.app;
    let file =
      path === '' ? vault.getFileByPath(sourcePath) : metadataCache.getFirstLinkpathDest(path, sourcePath);
    // A link to nothing makes the note, as in the app.
    file ??= await vault.create(path.endsWith('.md') ? path : `${path}.md`, '');
    const eState = subpath ? { subpath, ...openState.eState } : openState.eState;
    await this.getLeaf(newLeaf).openFile(file, { ...openState, ...(eState ? { eState } : {}) });
  }

  updateOptions(): void {
    for (const leaf of this.leaves()) if (leaf.view instanceof MarkdownView) leaf.view.updateOptions();
  }

  handleLinkContextMenu(): boolean {
    return false;
  }

  rememberFile(file: TFile): void {
    this.recentFiles = [file.path, ...this.recentFiles.filter((path) => path !== file.path)].slice(0, 10);
  }

  onLeafDetached(leaf: WorkspaceLeaf): void {
    this.requestLayoutChange();
    if (this.activeLeaf !== leaf) return;
    this.activeLeaf = null;
    const next = this.getMostRecentLeaf();
    if (next) this.setActiveLeaf(next);
    else this.requestActiveLeafEvents();
  }

  private leaves(): WorkspaceLeaf[] {
    const all: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => all.push(leaf));
    return all;
  }

  private closeDrawers(): void {
    this.leftSplit.collapse();
    this.rightSplit.collapse();
  }

  private onLayoutChange(): void {
    this.trigger('layout-change');
    void this.requestSaveLayout();
  }

  private activeLeafEvents(): void {
    if (this.activeLeaf !== this.lastAnnounced) {
      this.lastAnnounced = this.activeLeaf;
      this.trigger('active-leaf-change', this.activeLeaf);
    }
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    this.trigger('file-open', file);
  }
}
