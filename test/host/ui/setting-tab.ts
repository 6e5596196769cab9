import type { SettingDefinitionItem } from 'obsidian';

import type { App } from './app';
import type { Plugin } from './plugin';
import { setIcon } from './icons';
import { SettingsPageView } from './settings-page';

/** A tab of the settings. Drawn from its definitions if it has any, else by display(). */
export abstract class SettingTab {
  app: App;
  icon = '';
  id = '';
  name = '';
  containerEl: HTMLElement;
  settingItems: SettingDefinitionItem[] = [];
  private view: SettingsPageView | null = null;
  private path: string[] = [];
  private shown = false;

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv('vertical-tab-content');
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Asks for the definitions again and, while the tab is shown, draws it again. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (!this.shown) return;
    if (this.settingItems.length === 0) return this.display();
    const scroll = this.containerEl.scrollTop;
    const search = this.view?.searches;
    this.view?.close();
    this.view = new SettingsPageView(this, this.path, search);
    this.view.draw();
    this.containerEl.scrollTop = scroll;
  }

  getControlValue(_key: string): unknown {
    throw new Error('This host has no settings of the app itself.');
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    throw new Error('This host has no settings of the app itself.');
  }

  refreshDomState(): void {
    this.view?.refresh();
  }

  display(): void {}

  hide(): void {}

  /** Called by the settings dialog. */
  show(): void {
    this.shown = true;
    this.path = [];
    this.update();
  }

  /** Called by the settings dialog. */
  close(): void {
    this.shown = false;
    this.view?.close();
    this.view = null;
    this.hide();
    if (this.settingItems.length > 0) this.containerEl.empty();
  }

  /** Opens a page by its names, the outermost first. */
  openPage(path: string[]): void {
    this.path = path;
    this.update();
    this.containerEl.scrollTop = 0;
  }
}

/** The settings of a plugin, kept in `plugin.settings` and saved with `saveData`. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    public plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.plugin;
    return settings && typeof settings === 'object' ? Reflect.get(settings, key) : undefined;
  }

  override setControlValue(key: string, value: unknown): void | Promise<void> {
    const { settings } = this.plugin;
    if (!settings || typeof settings !== 'object') throw new Error('The plugin has no settings object.');
    Reflect.set(settings, key, value);
    return this.plugin.saveData(settings);
  }
}

/** A page of settings that draws itself. */
export abstract class SettingPage {
  rootEl: HTMLElement;
  titlebarEl: HTMLElement;
  containerEl: HTMLElement;
  title = '';

  constructor() {
    this.rootEl = createDiv('setting-page');
    this.titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
    this.containerEl = this.rootEl.createDiv('setting-page-content');
  }

  abstract display(): void;

  hide(): void {}
}

/** The line above a page: back, and the title. */
export function drawTitlebar(el: HTMLElement, title: string, back: () => void): void {
  el.empty();
  const button = el.createEl('button', {
    cls: 'clickable-icon setting-page-back',
    attr: { 'aria-label': 'Back', type: 'button' },
  });
  setIcon(button, 'arrow-left');
  button.addEventListener('click', back);
  el.createDiv({ cls: 'setting-page-title', text: title });
}
