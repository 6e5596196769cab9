import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ensurePluginBuilt } from '../host/server/build-plugin';
import { REPO } from '../host/server/bundle';
import { copyVault, removeCopy, vaultOf } from '../host/server/copy-vault';
import type { HostOptions } from '../host/server/page';
import { startServer } from '../host/server/serve';
import { launchChromium } from './chromium';

const PLUGIN_FOLDER = '.obsidian/plugins/meeting-tasks';
const OUTPUT = path.join(REPO, 'test/output');
const READY_TIMEOUT = 20_000;

/** What a test asks for; either `notes` or `folder`. */
export interface OpenOptions {
  /** Notes by path. */
  notes?: Record<string, string>;
  /** A folder that is copied. */
  folder?: string;
  today?: string;
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  phone?: boolean;
  /** The plugin's data.json. */
  settings?: object;
  enablePlugin?: boolean;
  metadataDelay?: number;
  locale?: string;
  timezone?: string;
  /** Further members of `window.hostOptions`. */
  host?: HostOptions;
  /** Folder of another plugin to load instead of this one. */
  plugin?: string;
  /** Messages of console.error that are expected. */
  expectedErrors?: RegExp[];
}

/** An open vault in a page. */
export interface OpenVault {
  page: Page;
  /** Folder of the temporary vault on the disk. */
  folder: string;
  url: string;
  /** Content of a file on the disk. */
  file(path: string): Promise<string>;
  /** Waits until the file on the disk has this content (or passes the check). */
  fileBecomes(path: string, wanted: string | ((text: string) => boolean)): Promise<void>;
  writeOutside(path: string, text: string): Promise<void>;
  removeOutside(path: string): Promise<void>;
  renameOutside(from: string, to: string): Promise<void>;
  screenshot(name: string): Promise<string>;
  /** Runs a command by its full id. */
  command(id: string): Promise<void>;
  /** Closes all of it, and fails if an error has appeared in the page. */
  close(): Promise<void>;
}

/** The browser of this process, for one file of tests after the other; it ends with the process. */
let shared: Promise<Browser> | null = null;

async function browser(): Promise<Browser> {
  const running = await shared?.catch(() => null);
  if (running?.isConnected()) return running;
  shared = launchChromium();
  return shared;
}

const open = new Set<OpenVault>();

/** Closes what a test has left open that failed before its own close. */
export async function closeVaults(): Promise<void> {
  for (const vault of [...open]) await vault.close().catch(() => undefined);
}

/** main.js as the sources have it; looked at once. */
let built: Promise<void> | null = null;

async function makeVault({ notes, folder, settings }: OpenOptions): Promise<string> {
  const made = folder === undefined ? await vaultOf(notes ?? {}) : await copyVault(folder);
  if (settings) {
    await fs.mkdir(path.join(made, PLUGIN_FOLDER), { recursive: true });
    await fs.writeFile(path.join(made, PLUGIN_FOLDER, 'data.json'), JSON.stringify(settings, null, 2));
  }
  return made;
}

function hostOptions(options: OpenOptions): HostOptions {
  const { theme, phone, enablePlugin, metadataDelay } = options;
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(phone === undefined ? {} : { phone }),
    ...(enablePlugin === undefined ? {} : { enablePlugin }),
    ...(metadataDelay === undefined ? {} : { metadataDelay }),
    ...options.host,
  };
}

/** Opens a fresh temporary vault in the host, with the built plugin, and waits until it is ready. */
export async function openVault(options: OpenOptions): Promise<OpenVault> {
  const [running] = await Promise.all([browser(), options.plugin ?? (built ??= ensurePluginBuilt())]);
  const folder = await makeVault(options);
  const server = await startServer({
    vault: folder,
    host: hostOptions(options),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.plugin === undefined ? {} : { plugin: options.plugin }),
  });
  const context = await running.newContext({
    viewport: {
      width: options.width ?? (options.phone ? 390 : 1280),
      height: options.height ?? (options.phone ? 844 : 800),
    },
    locale: options.locale ?? 'en-US',
    timezoneId: options.timezone ?? 'UTC',
    hasTouch: options.phone ?? false,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const isExpected = (text: string): boolean =>
    (options.expectedErrors ?? []).some((known) => known.test(text));
  page.on('pageerror', (error) => {
    if (!isExpected(error.message)) errors.push(`Page error: ${error.stack ?? error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.text())) return;
    errors.push(`console.error: ${message.text()} (${message.location().url})`);
  });

  const inVault = (file: string): string => path.join(folder, file);
  const vault: OpenVault = {
    page,
    folder,
    url: server.url,
    file: (file) => fs.readFile(inVault(file), 'utf8'),
    async fileBecomes(file, wanted) {
      const read = (): Promise<string | null> => fs.readFile(inVault(file), 'utf8').catch(() => null);
      const poll = expect.poll(read, { timeout: 15_000, interval: 25 });
      if (typeof wanted === 'string') await poll.toBe(wanted);
      else await poll.toSatisfy((text: unknown) => typeof text === 'string' && wanted(text));
    },
    async writeOutside(file, text) {
      await fs.mkdir(path.dirname(inVault(file)), { recursive: true });
      await fs.writeFile(inVault(file), text);
    },
    removeOutside: (file) => fs.rm(inVault(file), { recursive: true }),
    async renameOutside(from, to) {
      await fs.mkdir(path.dirname(inVault(to)), { recursive: true });
      await fs.rename(inVault(from), inVault(to));
    },
    async screenshot(name) {
      const file = path.join(OUTPUT, `${name}.png`);
      await fs.mkdir(path.dirname(file), { recursive: true });
      await page.evaluate('document.fonts.ready.then(() => true)');
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      return file;
    },
    async command(id) {
      const known = await page.evaluate(`window.host.app.commands.executeCommandById(${JSON.stringify(id)})`);
      if (known === false) throw new Error(`The command is unknown or not available now: ${id}`);
    },
    async close() {
      open.delete(vault);
      await context.close();
      await server.close();
      await removeCopy(folder);
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
  open.add(vault);
  try {
    await page.goto(server.url);
    await page.waitForFunction('window.host !== undefined', undefined, { timeout: READY_TIMEOUT });
    await page.evaluate('window.host.ready.then(() => true)');
  } catch (error) {
    await vault.close().catch(() => undefined);
    throw new Error([`The host did not become ready: ${String(error)}`, ...errors].join('\n'));
  }
  return vault;
}
