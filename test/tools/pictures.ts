// npm run pictures: the pictures of the README, taken from the built plugin over the demo vault.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser/chromium';
import { buildPlugin } from '../host/server/build-plugin';
import { REPO } from '../host/server/bundle';
import { copyVault, removeCopy } from '../host/server/copy-vault';
import { startServer } from '../host/server/serve';

interface Picture {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  readonly phone?: boolean;
  readonly sidebar?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const NOTE = 'Meetings/2025-11-05 - Certificate stand-up.md';

/** Shows a note in the main area, and gives the list the focus again. */
async function openNote(page: Page): Promise<void> {
  await page.evaluate(`window.host.app.workspace.openLinkText(${JSON.stringify(NOTE)}, '')`);
  await page.waitForSelector('.cm-content');
  await page.focus('.meeting-tasks-list');
}

const PICTURES: readonly Picture[] = [
  { name: 'triage-light', theme: 'light', width: 1360, height: 860, sidebar: 400, act: openNote },
  {
    name: 'week-dark',
    theme: 'dark',
    width: 1360,
    height: 860,
    sidebar: 780,
    act: async (page) => {
      await page.evaluate(`window.host.app.commands.executeCommandById('meeting-tasks:open-week')`);
      await page.keyboard.press('j');
    },
  },
  {
    name: 'date-light',
    theme: 'light',
    width: 980,
    height: 640,
    sidebar: 400,
    act: async (page) => {
      await page.keyboard.press('t');
      await page.keyboard.type('in 2 weeks');
    },
  },
  {
    name: 'one-by-one-light',
    theme: 'light',
    width: 1100,
    height: 760,
    sidebar: 400,
    act: async (page) => {
      await page.keyboard.press('Shift+F');
      await page.waitForSelector('.meeting-tasks-context');
    },
  },
  { name: 'phone-light', theme: 'light', width: 390, height: 844, phone: true },
];

async function main(): Promise<void> {
  await buildPlugin();
  const vault = await copyVault(path.join(REPO, 'test/demo-vault'));
  // The list says of this one for good that its properties cannot be read; it is there to be seen in the preview.
  await rm(path.join(vault, 'Meetings/2025-08-20 - First call with Rías Abertas.md'));
  const server = await startServer({ vault, today: '2025-11-05' });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    await mkdir(path.join(REPO, 'docs'), { recursive: true });
    for (const picture of PICTURES) {
      const { width, height, theme } = picture;
      const page = await browser.newPage({ viewport: { width, height }, locale: 'en-GB' });
      await page.goto(`${server.url}?theme=${theme}${picture.phone ? '&phone=1' : ''}`);
      await page.waitForFunction('window.host?.ready');
      await page.evaluate('window.host.ready');
      if (picture.sidebar) await page.evaluate(`window.host.setSidebarWidth(${picture.sidebar})`);
      await page.evaluate(`window.host.app.commands.executeCommandById('meeting-tasks:open-triage')`);
      await page.waitForSelector('.meeting-tasks-row.is-cursor');
      await page.waitForFunction(
        `!document.querySelector('.meeting-tasks-status')?.textContent.includes('Reading')`,
      );
      const who = page.locator('.meeting-tasks-who button', { hasText: 'No' });
      if (await who.isVisible()) await who.click();
      await page.focus('.meeting-tasks-list');
      await picture.act?.(page);
      // Texts with Markdown are rendered a moment after they are shown.
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(REPO, 'docs', `${picture.name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    await removeCopy(vault);
  }
}

await main();
