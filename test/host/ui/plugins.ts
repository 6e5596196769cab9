import type { App } from './app';
import { Plugin } from './plugin';
import type { PluginManifest } from './plugin';

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** A plugin that can be enabled: its manifest and its code. */
export interface PluginSource {
  manifest: PluginManifest;
  /** Runs main.js and returns what it exports. */
  run(): unknown;
}

/** The plugins of the app. */
export class Plugins {
  plugins: Record<string, Plugin> = {};
  manifests: Record<string, PluginManifest> = {};
  enabledPlugins = new Set<string>();
  private sources = new Map<string, PluginSource>();

  constructor(private readonly app: App) {
    // Sync or another window has written data.json.
    app.vault.on('raw', (path: string) => {
      for (const plugin of Object.values(this.plugins)) {
        if (plugin.dataPath() === path) void plugin.onExternalSettingsChange?.();
      }
    });
  }

  addSource(source: PluginSource): void {
    this.sources.set(source.manifest.id, source);
    this.manifests[source.manifest.id] = source.manifest;
  }

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }

  isEnabled(id: string): boolean {
    return this.enabledPlugins.has(id);
  }

  async enablePlugin(id: string): Promise<boolean> {
    const source = this.sources.get(id);
    if (!source || this.plugins[id]) return false;
    const PluginConstructor = pluginClass(source.run());
    const plugin = new PluginConstructor(this.app, source.manifest);
    this.plugins[id] = plugin;
    this.enabledPlugins.add(id);
    try {
      await plugin.loadAndWait();
    } catch (error) {
      plugin.unload();
      delete this.plugins[id];
      this.enabledPlugins.delete(id);
      throw error;
    }
    return true;
  }

  /** What the switch in the settings does: the plugin learns that its user enabled it. */
  async enablePluginAndSave(id: string): Promise<boolean> {
    const done = await this.enablePlugin(id);
    if (done) this.plugins[id]?.onUserEnable();
    return done;
  }

  async disablePlugin(id: string): Promise<void> {
    const plugin = this.plugins[id];
    if (!plugin) return;
    delete this.plugins[id];
    this.enabledPlugins.delete(id);
    plugin.unload();
  }

  async disablePluginAndSave(id: string): Promise<void> {
    await this.disablePlugin(id);
  }
}

function pluginClass(exported: unknown): PluginClass {
  const candidate: unknown =
    exported && typeof exported === 'object' && 'default' in exported ? exported.default : exported;
  if (typeof candidate !== 'function' || !(candidate.prototype instanceof Plugin)) {
    throw new Error('main.js does not export a Plugin.');
  }
  return candidate as PluginClass;
}
