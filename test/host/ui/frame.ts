import type { App } from './app';
import { setIcon } from './icons';
import { Platform } from './platform';
import { setTooltip } from './tooltip';

/** What is around the panes: the ribbon at the left, the bar of a phone, the status bar. */
export class Frame {
  appEl: HTMLElement;
  mainEl: HTMLElement;
  private readonly ribbonEl: HTMLElement;
  private readonly actionsEl: HTMLElement;
  private readonly settingsEl: HTMLElement;
  private readonly statusEl: HTMLElement;
  private readonly phoneBarEl: HTMLElement;

  constructor(private readonly app: App) {
    this.appEl = document.body.createDiv('app-container');
    this.mainEl = this.appEl.createDiv('horizontal-main-container');
    this.ribbonEl = this.mainEl.createDiv('workspace-ribbon side-dock-ribbon mod-left');
    this.actionsEl = this.ribbonEl.createDiv('side-dock-actions');
    this.settingsEl = this.ribbonEl.createDiv('side-dock-settings');
    this.statusEl = this.appEl.createDiv('status-bar');
    this.phoneBarEl = this.appEl.createDiv('mobile-navbar');
    this.fillRibbon();
    this.fillPhoneBar();
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.button(this.actionsEl, icon, title, callback);
    el.addClass('side-dock-ribbon-action');
    setTooltip(el, title, { placement: 'right' });
    return el;
  }

  addStatusBarItem(pluginId: string): HTMLElement {
    const el = this.statusEl.createDiv({ cls: `status-bar-item plugin-${pluginId}`, prepend: true });
    // A phone has no status bar: the item exists but nobody sees it.
    if (Platform.isPhone) el.hide();
    return el;
  }

  private fillRibbon(): void {
    const run = (id: string) => () => this.app.commands.executeCommandById(id);
    this.addRibbonIcon('sidebar-left', 'Toggle left sidebar', run('app:toggle-left-sidebar'));
    this.addRibbonIcon('file-search', 'Open quick switcher', run('switcher:open'));
    this.addRibbonIcon('terminal', 'Open command palette', run('command-palette:open'));
    const bottom: [string, string, string][] = [
      ['sun-moon', 'Light or dark theme', 'theme:toggle'],
      ['smartphone', 'Phone or desktop', 'host:toggle-phone'],
      ['sidebar-right', 'Toggle right sidebar', 'app:toggle-right-sidebar'],
      ['settings', 'Settings', 'app:open-settings'],
    ];
    for (const [icon, title, id] of bottom) {
      const el = this.button(this.settingsEl, icon, title, run(id));
      el.addClass('side-dock-ribbon-action');
      el.setAttr('data-command', id);
      setTooltip(el, title, { placement: 'right' });
    }
  }

  private fillPhoneBar(): void {
    const run = (id: string) => () => this.app.commands.executeCommandById(id);
    this.button(this.phoneBarEl, 'sidebar-left', 'Files', run('app:toggle-left-sidebar'));
    this.button(this.phoneBarEl, 'file-search', 'Find a note', run('switcher:open'));
    this.button(this.phoneBarEl, 'terminal', 'Commands', run('command-palette:open'));
    this.button(this.phoneBarEl, 'settings', 'Settings', run('app:open-settings'));
    this.button(this.phoneBarEl, 'monitor', 'Phone or desktop', run('host:toggle-phone')).addClass(
      'mod-host',
    );
    this.button(this.phoneBarEl, 'sidebar-right', 'Side panel', run('app:toggle-right-sidebar'));
  }

  private button(
    parent: HTMLElement,
    icon: string,
    title: string,
    callback: (event: MouseEvent) => unknown,
  ): HTMLElement {
    const el = parent.createEl('button', { cls: 'clickable-icon', attr: { type: 'button' } });
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', (event) => void callback(event));
    return el;
  }
}
