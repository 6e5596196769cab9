import { build } from 'esbuild';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../browser/chromium';
import { REPO } from '../../server/bundle';
import { removeCopy, vaultOf } from '../../server/copy-vault';
import type { HostOptions } from '../../server/page';
import { startServer } from '../../server/serve';

const MANIFEST = {
  // The server tells only about the settings of this plugin.
  id: 'meeting-tasks',
  name: 'Probe',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: 'Tests the host.',
  author: 'Nobody',
};

/** The host with the probe plugin. */
export interface OpenProbe {
  page: Page;
  errors: string[];
  /** Runs an expression in the page; `app`, `host` and `probe` are defined. */
  run<T>(expression: string): Promise<T>;
  file(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | null = null;
let plugin: Promise<string> | null = null;

async function buildProbe(): Promise<string> {
  const folder = await vaultOf({ 'manifest.json': JSON.stringify(MANIFEST), 'styles.css': '' }, 'plugin');
  await build({
    entryPoints: [path.join(REPO, 'test/host/tests/probe/main.ts')],
    bundle: true,
    format: 'cjs',
    target: 'es2021',
    external: ['obsidian', '@codemirror/*'],
    outfile: path.join(folder, 'main.js'),
    logLevel: 'silent',
  });
  return folder;
}

/** Opens a vault with these notes. */
export async function openProbe(notes: Record<string, string>, host: HostOptions = {}): Promise<OpenProbe> {
  browser ??= launchChromium();
  plugin ??= buildProbe();
  const vault = await vaultOf(notes);
  const server = await startServer({ vault, plugin: await plugin, host: { saveDelay: 200, ...host } });
  const viewport = host.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  const page = await (await browser).newPage({ viewport });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const run = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);
  const load = async (): Promise<void> => {
    await page.goto(server.url);
    await page.waitForFunction('window.host !== undefined');
    await run('window.host.ready.then(() => { window.probe = app.plugins.plugins["meeting-tasks"]; })');
  };
  await load();
  return {
    page,
    errors,
    run,
    file: (name) => fs.readFile(path.join(vault, name), 'utf8'),
    write: (name, text) => fs.writeFile(path.join(vault, name), text),
    async close() {
      await page.close();
      await server.close();
      await removeCopy(vault);
    },
  };
}

/** Ends the browser; once, after all tests of a file. */
export async function closeProbes(): Promise<void> {
  await (await browser)?.close();
  if (plugin) await removeCopy(await plugin);
  browser = null;
  plugin = null;
}
