import type { MetadataCache } from '../core/metadata-cache';
import type { Vault } from '../core/vault';
import { addCoreCommands } from './core-commands';
import { Commands } from './commands';
import { FileExplorerView } from './file-explorer';
import { FileManager } from './file-manager';
import { Frame } from './frame';
import { HotkeyManager } from './hotkeys';
import { Keymap, Scope } from './keymap';
import type { WorkspaceLeaf } from './leaf';
import { MarkdownView } from './markdown-view';
import { bindMenus } from './menu';
import { Plugins } from './plugins';
import { SettingsModal } from './settings-modal';
import { UnknownView } from './small-views';
import { watchTooltips } from './tooltip';
import type { View } from './view';
import { Workspace } from './workspace';

/** How the app behaves. */
export interface AppOptions {
  /** Milliseconds until an editor saves what was typed. */
  saveDelay?: number;
  /** Keeps the panes over a reload. */
  keepLayout?: boolean;
  /** Switches between phone and desktop. */
  setPhone: (phone: boolean) => void;
}

type Handler = (params: Record<string, string> & { action: string }) => unknown;

interface CliEntry {
  flags: unknown;
  handler: (params: Record<string, string>) => string | Promise<string>;
}

/** The app as plugins see it. */
export class App {
  appId = 'host';
  scope = new Scope();
  keymap: Keymap;
  lastEvent: UIEvent | null = null;
  renderContext = { hoverPopover: null };
  commands: Commands;
  hotkeyManager: HotkeyManager;
  fileManager: FileManager;
  frame: Frame;
  plugins: Plugins;
  setting: SettingsModal;
  workspace: Workspace;
  viewRegistry = new Map<string, (leaf: WorkspaceLeaf) => View>();
  extensions = new Map<string, string>([['md', 'markdown']]);
  protocolHandlers = new Map<string, Handler>();
  // The core commands own these names already.
  cliHandlers = new Map<string, CliEntry>(
    ['tasks', 'task', 'search', 'daily', 'open', 'files'].map((name) => [
      name,
      { flags: null, handler: () => '' },
    ]),
  );
  hoverLinkSources = new Map<string, { display: string; defaultMod: boolean }>();
  readonly saveDelay: number;
  readonly keepsLayout: boolean;

  constructor(
    public vault: Vault,
    public metadataCache: MetadataCache,
    readonly options: AppOptions,
  ) {
    this.saveDelay = options.saveDelay ?? 2000;
    this.keepsLayout = options.keepLayout ?? false;
    this.keymap = new Keymap(() => this.workspace.activeLeaf?.view.scope ?? this.scope);
    bindMenus(this);
    this.commands = new Commands(this);
    this.hotkeyManager = new HotkeyManager(this);
    this.fileManager = new FileManager(this);
    this.frame = new Frame(this);
    this.viewRegistry.set('markdown', (leaf) => new MarkdownView(leaf));
    this.viewRegistry.set('file-explorer', (leaf) => new FileExplorerView(leaf));
    this.workspace = new Workspace(this, this.frame.mainEl);
    this.plugins = new Plugins(this);
    this.setting = new SettingsModal(this);
    addCoreCommands(this);
    this.keymap.attach(window);
    watchTooltips(document);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  /** Switches the colours and tells everybody. */
  setTheme(name: 'light' | 'dark'): void {
    document.body.toggleClass('theme-dark', name === 'dark');
    document.body.toggleClass('theme-light', name === 'light');
    this.workspace.trigger('css-change');
  }

  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(`${this.appId}-${key}`);
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(`${this.appId}-${key}`);
    else window.localStorage.setItem(`${this.appId}-${key}`, JSON.stringify(data));
  }

  /** Opens an obsidian:// address, as the operating system would hand it over. */
  openUri(uri: string): boolean {
    const url = new URL(uri);
    const params = { ...Object.fromEntries(url.searchParams), action: url.hostname };
    const handler = this.protocolHandlers.get(params.action);
    if (!handler) return false;
    void handler(params);
    return true;
  }

  /** Runs a command of the command line tool. */
  async runCli(command: string, params: Record<string, string> = {}): Promise<string> {
    const entry = this.cliHandlers.get(command);
    if (!entry) throw new Error(`Unknown CLI command "${command}"`);
    return entry.handler(params);
  }

  viewTypeOf(extension: string): string {
    return this.extensions.get(extension) ?? 'markdown';
  }

  /** Gives views that were waiting for their plugin back to it. */
  restoreViewsOfType(type: string): void {
    this.workspace.iterateAllLeaves((leaf) => {
      if (!(leaf.view instanceof UnknownView) || leaf.view.getViewType() !== type) return;
      void leaf.setDeferred(leaf.getViewState()).then(() => {
        if (leaf.isVisible()) return leaf.loadIfDeferred();
        return undefined;
      });
    });
  }

  /** The plugin of these views is gone; the panes stay. */
  unloadViewsOfType(type: string): void {
    for (const leaf of this.workspace.getLeavesOfType(type)) {
      if (!leaf.isDeferred) void leaf.open(new UnknownView(leaf, leaf.getViewState()));
    }
  }
}
