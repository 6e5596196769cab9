/**
 * The built plugin in a browser without a window: first paint, keys, filter, scrolling and what a verb needs until
 * it is seen, with many proposals. Times are milliseconds from the event to the frame after it.
 *
 *   npm run bench:view -- [--proposals 100,10000] [--json]
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser/chromium';
import { buildPlugin } from '../host/server/build-plugin';
import { startServer } from '../host/server/serve';
import { readArguments, runTool, splitList } from '../tools/arguments';
import { describe, type Result, spreadOf } from './measure';
import { BENCH_TODAY, makeVault } from './vault';

const ROUNDS = 15;
/** Of the made task lines so many are proposals. */
const PROPOSALS_A_NOTE = 12;

/** What happens in the page, each as a function of the page that begins it. */
const ACTS: Readonly<Record<string, { readonly act: string; readonly limit: number }>> = {
  'a key that moves': { act: `press('j')`, limit: 17 },
  'a page down': { act: `press('PageDown')`, limit: 17 },
  scrolling: { act: `list().scrollTop += 600`, limit: 17 },
  'a letter more, or one less': { act: `filter(round % 2 ? 'pontoon' : 'pontoo')`, limit: 17 },
  'another letter in the filter': { act: `filter('abcdefghijklmno'[round])`, limit: 17 },
  'filter taken away': { act: `filter(round % 2 ? '' : 'x')`, limit: 17 },
};

const HELPERS = `
  const list = () => document.querySelector('.meeting-tasks-list');
  const press = (key) => list().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const filter = (text) => {
    const input = document.querySelector('.meeting-tasks-filter');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // Reading a height makes the browser lay out at once what it would before the next paint.
  const cost = (act) => {
    const start = performance.now();
    act();
    void document.body.offsetHeight;
    return performance.now() - start;
  };`;

async function measurePage(page: Page, proposals: number): Promise<Result[]> {
  const run = <T>(code: string): Promise<T> => page.evaluate<T>(`(async () => { ${HELPERS} ${code} })()`);
  const shown = await run<{ time: number; nodes: number; longest: number }>(`
    const slices = [];
    new PerformanceObserver((entries) => entries.getEntries().forEach(({ duration }) => slices.push(duration)))
      .observe({ type: 'longtask' });
    await app.plugins.enablePlugin('meeting-tasks');
    app.commands.executeCommandById('meeting-tasks:open-triage');
    while (!list() || document.querySelector('.meeting-tasks-view').innerText.includes('Reading'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const tab = (name) => [...document.querySelectorAll('[role=tab]')].find((el) => el.innerText.startsWith(name));
    tab('This week').click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const time = cost(() => tab('Triage').click());
    list().focus();
    const nodes = document.querySelectorAll('.meeting-tasks-view *').length;
    return { time, nodes, longest: Math.max(0, ...slices) };`);
  const results: Result[] = [
    {
      part: 'view',
      name: `${proposals} proposals, first paint`,
      value: spreadOf([shown.time]),
      unit: 'ms',
      limit: 60,
    },
    {
      part: 'view',
      name: `${proposals} proposals, elements`,
      value: spreadOf([shown.nodes]),
      unit: '',
      limit: 600,
    },
    {
      part: 'view',
      name: `${proposals} proposals, longest slice at start`,
      value: spreadOf([shown.longest]),
      unit: 'ms',
    },
  ];
  for (const [name, { act, limit }] of Object.entries(ACTS)) {
    const times = await run<number[]>(`
      const times = [];
      for (let round = 0; round < ${ROUNDS}; round++) {
        times.push(cost(() => { ${act} }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }
      filter('');
      return times.slice(2);`);
    results.push({
      part: 'view',
      name: `${proposals} proposals, ${name}`,
      value: spreadOf(times),
      unit: 'ms',
      limit,
    });
  }
  return results;
}

async function measure(proposals: number): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meeting-tasks-view-'));
  for (const note of makeVault({
    notes: Math.ceil(proposals / PROPOSALS_A_NOTE),
    meetings: 1,
    items: PROPOSALS_A_NOTE / 0.6,
  })) {
    mkdirSync(path.join(folder, path.dirname(note.path)), { recursive: true });
    writeFileSync(path.join(folder, note.path), note.text);
  }
  const server = await startServer({ vault: folder, today: BENCH_TODAY, host: { enablePlugin: false } });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(300_000);
    await page.goto(server.url);
    await page.waitForFunction('window.host !== undefined');
    await page.evaluate('window.host.ready.then(() => true)');
    return await measurePage(page, proposals);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['proposals'], flags: ['json'] });
  const sizes = splitList(args.value('proposals') ?? '100,10000').map(Number);
  await buildPlugin();
  const all: Result[] = [];
  for (const size of sizes) {
    const results = await measure(size);
    all.push(...results);
    if (!args.flag('json')) for (const result of results) process.stdout.write(`${describe(result)}\n`);
  }
  if (args.flag('json')) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  return 0;
});
