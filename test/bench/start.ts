/**
 * The start of the built plugin in a browser without a window, over a vault of many notes: how long the app is kept
 * from its turn, and by what. It starts twice; the second time from what the first has stored. The time of a task is
 * that of its thread, so that other work on the machine hardly counts.
 *
 *   npm run bench:start -- [--notes 50000] [--shape mixed|proposals] [--vault FOLDER] [--starts 1|2]
 *       [--tab triage|week|people|note|none] [--names]
 *
 * `--names` runs the same code with its names, and says how long each of its functions ran in all.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser/chromium';
import { REPO } from '../host/server/bundle';
import { startServer } from '../host/server/serve';
import { readArguments, runTool } from '../tools/arguments';
import { longTasks, type LongTask, timeByFunction, type TraceEvent } from './trace';
import { BENCH_TODAY, makeVault, type VaultShape } from './vault';

/** A task longer than this is named, in milliseconds: a frame. */
const LIMIT = 16;
/** How many of the longest tasks are named. */
const NAMED = 12;

const SHAPES: Readonly<Record<string, Omit<VaultShape, 'notes'>>> = {
  /** A fifth of the notes are of meetings, as in the demo vault. */
  mixed: {},
  /** Nothing but meetings, with twelve proposals each. */
  proposals: { meetings: 1, items: 20 },
};

const CATEGORIES = [
  'toplevel',
  'v8',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'disabled-by-default-v8.gc',
  'blink.user_timing',
];

/** Runs something in the page while everything on its main thread is written down. */
async function traced(session: CDPSession, run: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value) events.push(event as TraceEvent);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' },
  });
  // The profiler first looks through everything that is there.
  await session.send('Runtime.evaluate', { expression: '1' });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await session.send('Runtime.evaluate', { expression: '1' });
  await run();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Enables the plugin, with its view in a tab, and waits until nothing is left to do. */
async function startPlugin(page: Page, tab: string): Promise<string> {
  return page.evaluate<string>(`(async () => {
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const begin = performance.now();
    await app.plugins.enablePlugin('meeting-tasks');
    const enabled = performance.now() - begin;
    if (${JSON.stringify(tab)} !== 'none') {
      app.commands.executeCommandById('meeting-tasks:open-${tab === 'week' ? 'week' : 'triage'}');
      // Its elements are there a moment later.
      while (!document.querySelector('[role=tab]')) await pause(0);
      const open = [...document.querySelectorAll('[role=tab]')][${JSON.stringify(['triage', 'week', 'people', 'note'])}.indexOf('${tab}')];
      open?.click();
    }
    const isReading = () => document.querySelector('.meeting-tasks-view')?.innerText.includes('Reading');
    // The view is first filled a moment after it is there.
    if (${JSON.stringify(tab)} !== 'none') while (!isReading()) await pause(1);
    while (isReading()) await pause(20);
    const ready = performance.now() - begin;
    await pause(3000);
    return 'enabled after ' + Math.round(enabled) + ' ms, all read after ' + Math.round(ready) + ' ms';
  })()`);
}

function report(name: string, said: string, tasks: readonly LongTask[], total: number): void {
  const over = tasks.filter(({ time }) => time > LIMIT);
  const longest = tasks[0]?.time ?? 0;
  process.stdout.write(
    `\n${name}: ${said}; work of the main thread ${Math.round(total)} ms, ` +
      `longest task ${longest.toFixed(1)} ms, ${over.length} over ${LIMIT} ms\n`,
  );
  for (const { time, wall, at, parts, gc } of over.slice(0, NAMED)) {
    const what = parts.map(({ name: part, time: spent }) => `${part} ${spent.toFixed(0)}`).join(' > ');
    process.stdout.write(
      `  ${time.toFixed(1).padStart(7)} ms (clock ${wall.toFixed(0)}, at ${at.toFixed(0)}, garbage ${gc.toFixed(0)})  ${what}\n`,
    );
  }
}

/** main.js as it is built, or with its names. */
async function buildTo(folder: string, names: boolean): Promise<void> {
  await build({
    absWorkingDir: REPO,
    entryPoints: ['src/main.ts'],
    outfile: path.join(folder, 'main.js'),
    ...{ bundle: true, format: 'cjs', platform: 'browser', target: 'es2022', charset: 'utf8' },
    external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
    minify: !names,
    logLevel: 'warning',
  });
  for (const file of ['manifest.json', 'styles.css'])
    await copyFile(path.join(REPO, file), path.join(folder, file));
}

await runTool(async (argv) => {
  const args = readArguments(argv, {
    values: ['notes', 'shape', 'tab', 'vault', 'starts'],
    flags: ['names'],
  });
  const tab = args.value('tab') ?? 'triage';
  const folder = mkdtempSync(path.join(tmpdir(), 'meeting-tasks-start-'));
  const vault = args.value('vault') ?? path.join(folder, 'vault');
  const plugin = path.join(folder, 'plugin');
  mkdirSync(plugin);
  if (args.value('vault') === undefined) {
    const shape = SHAPES[args.value('shape') ?? 'mixed'] ?? {};
    for (const note of makeVault({ notes: Number(args.value('notes') ?? 50_000), ...shape })) {
      mkdirSync(path.join(vault, path.dirname(note.path)), { recursive: true });
      writeFileSync(path.join(vault, note.path), note.text);
    }
  }
  await buildTo(plugin, args.flag('names'));
  const server = await startServer({ vault, plugin, today: BENCH_TODAY, host: { enablePlugin: false } });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--max-old-space-size=6000'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(600_000);
    await page.goto(server.url, { timeout: 600_000 });
    await page.waitForFunction('window.host !== undefined');
    await page.evaluate('window.host.ready.then(() => true)');
    // Its list of files, which has an element for each, would be laid out with everything that happens.
    await page.evaluate(`app.workspace.getLeavesOfType('file-explorer').forEach((leaf) => leaf.detach())`);
    // The host reads metadata when it is asked for; the app has it.
    await page.evaluate(`(async () => {
      for (const [at, file] of app.vault.getMarkdownFiles().entries()) {
        const { frontmatter, sections, listItems, headings } = app.metadataCache.getFileCache(file);
        if (at % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      }
    })()`);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    for (const name of ['first start', 'second start'].slice(0, Number(args.value('starts') ?? 2))) {
      let said = '';
      const events = await traced(session, async () => (said = await startPlugin(page, tab)));
      const { tasks, total } = longTasks(events, 'main.js');
      report(name, said, tasks, total);
      if (args.flag('names')) {
        const functions = timeByFunction(events, 'main.js').slice(0, 70);
        process.stdout.write(
          `  ${functions.map(([part, time]) => `${part} ${time.toFixed(0)}`).join(', ')}\n`,
        );
      }
      // What was read is stored ten seconds later.
      await page.waitForTimeout(15_000);
      await page.evaluate(`app.plugins.disablePlugin('meeting-tasks')`);
      await page.waitForTimeout(1000);
      await session.send('HeapProfiler.collectGarbage');
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});
