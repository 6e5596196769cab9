import type { App } from './app';
import { Modal } from './modal';
import { setIcon } from './icons';
import { PluginsTab, WelcomeTab } from './own-tabs';
import type { SettingTab } from './setting-tab';

/** The settings dialog: a list of tabs and the tab that is open. On a phone first the list, then the tab. */
export class SettingsModal extends Modal {
  activeTab: SettingTab | null = null;
  settingTabs: SettingTab[];
  pluginTabs: SettingTab[] = [];
  tabHeadersEl: HTMLElement;
  tabContentContainer: HTMLElement;
  private lastTabId = '';

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.headerEl.hide();
    this.contentEl.addClass('vertical-tabs-container');
    this.tabHeadersEl = this.contentEl.createDiv('vertical-tab-header');
    this.tabContentContainer = this.contentEl.createDiv('vertical-tab-content-container');
    this.settingTabs = [new WelcomeTab(app), new PluginsTab(app)];
  }

  override open(): void {
    super.open();
    this.drawHeaders();
    const last = this.tabs().find((tab) => tab.id === this.lastTabId);
    if (!document.body.hasClass('is-phone')) this.openTab(last ?? (this.settingTabs[0] as SettingTab));
  }

  override onClose(): void {
    this.closeActiveTab();
  }

  addSettingTab(tab: SettingTab): void {
    this.pluginTabs.push(tab);
    tab.update();
    if (this.modalEl.isConnected) this.drawHeaders();
  }

  removeSettingTab(tab: SettingTab): void {
    this.pluginTabs = this.pluginTabs.filter((one) => one !== tab);
    if (this.activeTab === tab) this.openTab(this.settingTabs[0] as SettingTab);
    if (this.modalEl.isConnected) this.drawHeaders();
  }

  openTabById(id: string): SettingTab | null {
    const tab = this.tabs().find((one) => one.id === id);
    if (!tab) return null;
    this.openTab(tab);
    return tab;
  }

  openTab(tab: SettingTab): void {
    this.lastTabId = tab.id;
    if (!this.modalEl.isConnected) return;
    if (this.activeTab === tab) return;
    this.closeActiveTab();
    this.activeTab = tab;
    this.modalEl.addClass('mod-tab-open');
    this.tabContentContainer.empty();
    const back = this.tabContentContainer.createEl('button', {
      cls: 'clickable-icon setting-tab-back',
      attr: { 'aria-label': 'All settings', type: 'button' },
    });
    setIcon(back, 'arrow-left');
    back.createSpan({ text: tab.name });
    back.addEventListener('click', () => {
      this.closeActiveTab();
      this.drawHeaders();
    });
    this.tabContentContainer.append(tab.containerEl);
    tab.show();
    this.drawHeaders();
  }

  private closeActiveTab(): void {
    this.activeTab?.close();
    this.activeTab?.containerEl.detach();
    this.activeTab = null;
    this.modalEl.removeClass('mod-tab-open');
  }

  private tabs(): SettingTab[] {
    return [...this.settingTabs, ...this.pluginTabs];
  }

  private drawHeaders(): void {
    this.tabHeadersEl.empty();
    this.drawGroup('Options', this.settingTabs);
    if (this.pluginTabs.length > 0) this.drawGroup('Community plugins', this.pluginTabs);
  }

  private drawGroup(title: string, tabs: SettingTab[]): void {
    const group = this.tabHeadersEl.createDiv('vertical-tab-header-group');
    group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
    const items = group.createDiv('vertical-tab-header-group-items');
    for (const tab of tabs) {
      const item = items.createDiv({
        cls: 'vertical-tab-nav-item tappable',
        attr: { role: 'button', tabindex: '0', 'data-setting-id': tab.id },
      });
      if (tab.icon) setIcon(item.createSpan('vertical-tab-nav-item-icon'), tab.icon);
      item.createSpan({ cls: 'vertical-tab-nav-item-title', text: tab.name });
      item.toggleClass('is-active', tab === this.activeTab);
      item.addEventListener('click', () => this.openTab(tab));
      item.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') this.openTab(tab);
      });
    }
  }
}
