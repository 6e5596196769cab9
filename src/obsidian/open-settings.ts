import type { App } from 'obsidian';

/** The settings window. It is part of the app, though not of its published types. */
interface AppWithSettings extends App {
  readonly setting?: { open(): void; openTabById(id: string): void };
}

/** Opens the settings at the tab of a plugin; does nothing where the app has no such window. */
export function openSettingsTab(app: App, pluginId: string): void {
  const { setting } = app as AppWithSettings;
  setting?.open();
  setting?.openTabById(pluginId);
}
