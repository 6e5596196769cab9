// First of all, because moment and CodeMirror look at what is global.
import * as lezerCommon from '@lezer/common';
import * as language from '@codemirror/language';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import moment from 'moment';

import { setToday } from './clock';
import { HttpBackend } from './core/http-backend';
import { MetadataCache } from './core/metadata-cache';
import { Vault } from './core/vault';
import controlsCss from './css/controls.css';
import frameCss from './css/frame.css';
import overlayCss from './css/overlay.css';
import settingsCss from './css/settings.css';
import textCss from './css/text.css';
import { obsidian } from './obsidian';
import { App } from './ui/app';
import { installDom } from './ui/dom';
import { installExtras } from './ui/extras';
import { Platform, setPlatform } from './ui/platform';
import type { PluginManifest } from './ui/plugin';

/** What the page or a test asks for: `window.hostOptions`, then the address. */
interface HostOptions {
  today?: string;
  theme?: 'light' | 'dark';
  phone?: boolean;
  metadataDelay?: number;
  startEmpty?: boolean;
  enablePlugin?: boolean;
  /** Whether onUserEnable runs; by default when the plugin has no data.json yet. */
  userEnable?: boolean;
  saveDelay?: number;
  keepLayout?: boolean;
  sidebarWidth?: number;
}

/** What a test finds in `window.host`. */
interface Host {
  app: App | null;
  obsidian: object;
  options: HostOptions;
  ready: Promise<void>;
  setToday(day: string, time?: string): void;
  setTheme(name: 'light' | 'dark'): void;
  setPhone(phone: boolean): void;
  setSidebarWidth(width: number): void;
}

function readOptions(): HostOptions {
  const given = (Reflect.get(window, 'hostOptions') ?? {}) as HostOptions;
  const query = new URLSearchParams(window.location.search);
  const options: HostOptions = { ...given };
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') options.theme = theme;
  const today = query.get('today');
  if (today) options.today = today;
  const phone = query.get('phone');
  if (phone !== null) options.phone = phone !== '0' && phone !== 'false';
  return options;
}

function addStyle(css: string, id: string): void {
  const el = document.createElement('style');
  el.id = id;
  el.textContent = css;
  document.head.append(el);
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

const modules: Record<string, unknown> = {
  obsidian,
  moment,
  '@codemirror/state': state,
  '@codemirror/view': view,
  '@codemirror/language': language,
  '@lezer/common': lezerCommon,
};

function requireModule(name: string): unknown {
  if (!(name in modules)) throw new Error(`The host has no module "${name}".`);
  return modules[name];
}

/** Loads the files of the plugin and tells the app how to run them. */
async function addPlugin(app: App): Promise<string> {
  const [code, css, manifestText] = await Promise.all([
    fetchText('/plugin/main.js'),
    fetchText('/plugin/styles.css'),
    fetchText('/plugin/manifest.json'),
  ]);
  const manifest = JSON.parse(manifestText) as PluginManifest;
  manifest.dir = `${app.vault.configDir}/plugins/${manifest.id}`;
  addStyle(css, 'plugin-styles');
  app.plugins.addSource({
    manifest,
    run() {
      const module = { exports: {} };
      const body = `${code}\n//# sourceURL=plugin/main.js`;
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is how Obsidian runs a plugin
      const run = new Function('require', 'module', 'exports', body) as (...given: unknown[]) => void;
      run(requireModule, module, module.exports);
      return module.exports;
    },
  });
  return manifest.id;
}

async function start(host: Host): Promise<void> {
  const { options } = host;
  const vault = new Vault(new HttpBackend('', true));
  await vault.load();
  const cacheOptions = {
    ...(options.metadataDelay === undefined ? {} : { delay: options.metadataDelay }),
    ...(options.startEmpty === undefined ? {} : { startEmpty: options.startEmpty }),
  };
  const metadataCache = new MetadataCache(vault, cacheOptions);
  const app = new App(vault, metadataCache, {
    ...(options.saveDelay === undefined ? {} : { saveDelay: options.saveDelay }),
    ...(options.keepLayout === undefined ? {} : { keepLayout: options.keepLayout }),
    setPhone: (phone) => host.setPhone(phone),
  });
  host.app = app;
  Reflect.set(window, 'app', app);
  metadataCache.start();
  const { workspace } = app;
  await workspace.ensureSideLeaf('file-explorer', 'left', { reveal: !Platform.isPhone });
  if (!Platform.isPhone) workspace.rightSplit.expand();
  if (options.sidebarWidth) host.setSidebarWidth(options.sidebarWidth);
  const id = await addPlugin(app);
  if (options.enablePlugin ?? true) {
    const first =
      options.userEnable ?? !(await vault.adapter.exists(`${vault.configDir}/plugins/${id}/data.json`));
    await app.plugins.enablePlugin(id);
    await workspace.start();
    // A vault where the plugin has never saved anything is one where it has just been enabled.
    if (first) app.plugins.plugins[id]?.onUserEnable();
  } else await workspace.start();
}

function boot(): void {
  const options = readOptions();
  if (options.today) setToday(options.today);
  installExtras();
  installDom();
  Reflect.set(window, 'moment', moment);
  for (const [name, css] of Object.entries({ controlsCss, frameCss, overlayCss, settingsCss, textCss }))
    addStyle(css, name);
  document.body.toggleClass('theme-dark', options.theme === 'dark');
  document.body.toggleClass('theme-light', options.theme !== 'dark');
  setPlatform(options.phone ?? false);
  const host: Host = {
    app: null,
    obsidian,
    options,
    ready: Promise.resolve(),
    setToday,
    setTheme: (name) => host.app?.setTheme(name),
    setPhone(phone) {
      setPlatform(phone);
      if (phone) {
        host.app?.workspace.leftSplit.collapse();
        host.app?.workspace.rightSplit.collapse();
      } else {
        host.app?.workspace.leftSplit.expand();
        host.app?.workspace.rightSplit.expand();
      }
      host.app?.workspace.requestResize();
    },
    setSidebarWidth: (width) => host.app?.workspace.rightSplit.setSize(width),
  };
  host.ready = start(host);
  host.ready.catch((error: unknown) => {
    console.error(error);
    document.body.createDiv({ cls: 'host-error', text: String(error) });
  });
  Reflect.set(window, 'host', host);
}

boot();
