import type { Extension } from '@codemirror/state';

import { Component } from '../core/events';
import type { App } from './app';
import type { Command } from './commands';
import { MarkdownPreviewRenderer } from './markdown-renderer';
import type { PostProcessor, PostProcessorContext } from './markdown-renderer';
import type { PluginSettingTab } from './setting-tab';
import type { View } from './view';
import type { WorkspaceLeaf } from './leaf';

/** The manifest.json of a plugin. */
export interface PluginManifest {
  id: string;
  name: string;
  version: string;
  minAppVersion: string;
  description: string;
  author: string;
  dir?: string;
  isDesktopOnly?: boolean;
}

type CliHandler = (params: Record<string, string>) => string | Promise<string>;

/** Base class of a plugin. */
export abstract class Plugin extends Component {
  settings?: unknown;
  private saving: Promise<unknown> = Promise.resolve();

  constructor(
    public app: App,
    public manifest: PluginManifest,
  ) {
    super();
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- Obsidian lets a plugin load later, too
  override onload(): Promise<void> | void {}

  onUserEnable(): void {}

  onExternalSettingsChange?(): unknown;

  /** Loads the plugin and waits until its onload is done. */
  async loadAndWait(): Promise<void> {
    const call: { result?: Promise<void> | void } = {};
    const onload = this.onload.bind(this);
    this.onload = () => (call.result = onload());
    this.load();
    await call.result;
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.app.frame.addRibbonIcon(icon, title, callback);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.frame.addStatusBarItem(this.manifest.id);
    this.register(() => el.remove());
    return el;
  }

  addCommand(command: Command): Command {
    // The object of the caller is changed, as the app does it.
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.app.setting.addSettingTab(tab);
    this.register(() => this.app.setting.removeSettingTab(tab));
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    if (this.app.viewRegistry.has(type)) {
      throw new Error(`Attempting to register an existing view type "${type}"`);
    }
    this.app.viewRegistry.set(type, creator);
    this.app.restoreViewsOfType(type);
    this.register(() => {
      this.app.viewRegistry.delete(type);
      this.app.unloadViewsOfType(type);
    });
  }

  registerHoverLinkSource(id: string, info: { display: string; defaultMod: boolean }): void {
    this.app.hoverLinkSources.set(id, info);
    this.register(() => this.app.hoverLinkSources.delete(id));
  }

  registerExtensions(extensions: string[], viewType: string): void {
    for (const extension of extensions) {
      if (this.app.extensions.has(extension)) {
        throw new Error(`Attempting to register an existing file extension "${extension}"`);
      }
      this.app.extensions.set(extension, viewType);
      this.register(() => this.app.extensions.delete(extension));
    }
  }

  registerMarkdownPostProcessor(processor: PostProcessor, sortOrder?: number): PostProcessor {
    MarkdownPreviewRenderer.registerPostProcessor(processor, sortOrder);
    this.register(() => MarkdownPreviewRenderer.unregisterPostProcessor(processor));
    return processor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, context: PostProcessorContext) => Promise<unknown> | void,
    sortOrder?: number,
  ): PostProcessor {
    const processor = MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler);
    return this.registerMarkdownPostProcessor(processor, sortOrder);
  }

  /** Bases are switched off in this host. */
  registerBasesView(): boolean {
    return false;
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.app;
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      workspace.editorExtensions.remove(extension);
      workspace.updateOptions();
    });
  }

  registerObsidianProtocolHandler(
    action: string,
    handler: (params: Record<string, string> & { action: string }) => unknown,
  ): void {
    if (this.app.protocolHandlers.has(action)) {
      throw new Error(`Attempting to register an existing protocol action "${action}"`);
    }
    this.app.protocolHandlers.set(action, handler);
    this.register(() => this.app.protocolHandlers.delete(action));
  }

  registerCliHandler(command: string, _description: string, flags: unknown, handler: CliHandler): void {
    if (this.app.cliHandlers.has(command)) {
      throw new Error(`CLI command "${command}" is already registered`);
    }
    this.app.cliHandlers.set(command, { flags, handler });
    this.register(() => this.app.cliHandlers.delete(command));
  }

  /** The content of data.json; null when there is none. */
  async loadData(): Promise<unknown> {
    const path = this.dataPath();
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(path))) return null;
    return JSON.parse(await adapter.read(path)) as unknown;
  }

  /** Saves follow each other: the last one called is the one that stays. */
  saveData(data: unknown): Promise<void> {
    const text = JSON.stringify(data, null, 2);
    const saved = this.saving.then(async () => {
      const { adapter } = this.app.vault;
      if (!(await adapter.exists(this.folder()))) await adapter.mkdir(this.folder());
      await adapter.write(this.dataPath(), text);
    });
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  /** Where data.json is. */
  dataPath(): string {
    return `${this.folder()}/data.json`;
  }

  private folder(): string {
    return this.manifest.dir ?? `${this.app.vault.configDir}/plugins/${this.manifest.id}`;
  }
}
