import type { App } from './app';
import { Setting } from './setting';
import { SettingTab } from './setting-tab';

/** What this window is, and its look. */
export class WelcomeTab extends SettingTab {
  constructor(app: App) {
    super(app);
    this.id = 'appearance';
    this.name = 'Appearance';
    this.icon = 'paintbrush';
  }

  override display(): void {
    this.containerEl.empty();
    new Setting(this.containerEl)
      .setName('Base color scheme')
      .setDesc('Choose the default color scheme of this preview.')
      .addDropdown((dropdown) =>
        dropdown
          .addOptions({ light: 'Light', dark: 'Dark' })
          .setValue(this.app.isDarkMode() ? 'dark' : 'light')
          .onChange((name) => this.app.setTheme(name === 'dark' ? 'dark' : 'light')),
      );
  }
}

/** The list of plugins with their switches. */
export class PluginsTab extends SettingTab {
  constructor(app: App) {
    super(app);
    this.id = 'community-plugins';
    this.name = 'Community plugins';
    this.icon = 'puzzle';
  }

  override display(): void {
    this.containerEl.empty();
    new Setting(this.containerEl).setName('Installed plugins').setHeading();
    const { plugins } = this.app;
    for (const manifest of Object.values(plugins.manifests)) {
      new Setting(this.containerEl)
        .setName(manifest.name)
        .setDesc(`Version ${manifest.version}. ${manifest.description}`)
        .addToggle((toggle) =>
          toggle.setValue(plugins.isEnabled(manifest.id)).onChange((on) => {
            void (on ? plugins.enablePluginAndSave(manifest.id) : plugins.disablePluginAndSave(manifest.id));
          }),
        );
    }
  }
}
