import { promises as fs } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY, OAK, PRESS, PRESS_TEXT, ROUND, ROUND_TEXT, SCREW } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const FOLDER = '.obsidian/plugins/meeting-tasks';

let view: TaskViewPage;

beforeEach(async () => {
  view = await openTasks();
});
afterEach(() => view.vault.close());

const rejected = (line: string): string =>
  line
    .replace('[?]', '[-]')
    .replace(' #proposed', '')
    .replace(/( 📅 [\d-]+)?( #task)?$/, '$1 ❌ 2025-11-05$2');

/** Rejects a task by key and waits until that is in its note. */
async function reject(text: string, note = PRESS): Promise<void> {
  await view.goTo(text);
  await view.press('r');
  await view.vault.fileBecomes(note, (now) => now.includes(`- [-] ${text}`));
}

async function journal(): Promise<string> {
  const folder = path.join(view.vault.folder, FOLDER);
  const name = (await fs.readdir(folder).catch(() => [])).find((file) => file.endsWith('.jsonl'));
  return name === undefined ? '' : path.join(FOLDER, name);
}

/** As many records as this are in the journal. */
async function written(count: number): Promise<void> {
  await eventually(async () => {
    const file = await journal();
    const text = file === '' ? '' : await view.vault.file(file);
    return text.split('\n').filter(Boolean).length;
  }).toBe(count);
}

async function reload(): Promise<void> {
  await view.page.reload();
  await view.page.waitForFunction('window.host !== undefined');
  await view.page.evaluate('window.host.ready.then(() => true)');
  await view.vault.command('meeting-tasks:open-triage');
  await view.ready();
}

async function openHistory(): Promise<void> {
  await view.clearNotices();
  await view.vault.command('meeting-tasks:history');
  await view.modal.locator('[role=status]', { hasText: /\w/ }).waitFor();
}

const change = (at: number): Locator => view.modal.getByRole('listitem').nth(at);
const texts = (item: Locator): Promise<string[]> => item.locator('dt, dd').allInnerTexts();

describe('after a reload', () => {
  it('changes are taken back by key, and any of them from the history', async () => {
    for (const text of ['Order a new screw', 'Ask the mill', 'Write down who']) await reject(text);
    await written(3);
    await reload();
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(PRESS, (now) => now.includes(KEY));
    await openHistory();
    await eventually(() => view.modal.getByRole('listitem').count()).toBe(3);
    await eventually(() => change(0).innerText()).toMatch(
      /Rejected\s+Nov 5, 2025, .* · Write down who.* · Undone/,
    );
    // The oldest of them, all by keyboard.
    await change(2).getByRole('button', { name: 'Rejected', exact: true }).focus();
    await view.press('Enter');
    await eventually(() => texts(change(2))).toEqual(['Before', SCREW, 'After', rejected(SCREW)]);
    await eventually(() => change(2).getByRole('button', { name: PRESS }).count()).toBe(1);
    const button = change(2).getByRole('button', { name: 'Undo: Rejected, Order a new screw' });
    await button.focus();
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT.replace(OAK, rejected(OAK)));
    await eventually(() => change(2).innerText()).toContain('Undone');
    // The focus stays where it was, on what is now the way back.
    expect(await view.page.evaluate('document.activeElement.textContent')).toBe('Redo');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, (now) => now.includes(rejected(SCREW)));
    await view.press('Escape');
    await view.list.focus();
    await view.press('z', 'z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('a note that was renamed meanwhile gets its lines back', async () => {
    await reject('Order a new screw');
    await written(1);
    const moved = 'Meetings/Press, in November.md';
    await view.page.evaluate(
      ([from, to]) => {
        const { app } = window as unknown as {
          app: {
            vault: { getFileByPath(path: string): object };
            fileManager: Record<string, (...all: unknown[]) => unknown>;
          };
        };
        return app.fileManager['renameFile']?.(app.vault.getFileByPath(from ?? ''), to);
      },
      [PRESS, moved],
    );
    await written(2);
    await reload();
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(moved, PRESS_TEXT);
  });

  it('a journal that was cut in the middle of a record still has the others', async () => {
    await reject('Order a new screw');
    await reject('Mend the long ladder', ROUND);
    await written(2);
    const file = await journal();
    await view.vault.writeOutside(file, (await view.vault.file(file)).slice(0, -30));
    await reload();
    await openHistory();
    await eventually(() => view.modal.locator('[role=status]').innerText()).toBe(
      '1 change on this device, the latest first. 1 record could not be read.',
    );
    await change(0).getByRole('button', { name: /^Undo/ }).click();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    expect(await view.vault.file(ROUND)).not.toBe(ROUND_TEXT);
  });
});

describe('the history', () => {
  it('shows both texts of a line that was edited meanwhile, to be copied', async () => {
    await reject('Order a new screw');
    const edited = rejected(SCREW).replace('new screw', 'brass screw');
    await view.vault.writeOutside(PRESS, (await view.vault.file(PRESS)).replace(rejected(SCREW), edited));
    await eventually(() =>
      view.vault.page.evaluate(`app.vault.adapter.read(${JSON.stringify(PRESS)})`),
    ).toContain('brass');
    await view.list.focus();
    await view.clearNotices();
    await view.press('z');
    const notice = await view.notice('it has changed meanwhile');
    await notice.getByRole('button', { name: 'History' }).click();
    await eventually(() => change(0).innerText()).toContain('1 of 1 could not be undone');
    await change(0).getByRole('button', { name: 'Rejected', exact: true }).click();
    await eventually(() => texts(change(0))).toEqual(['To restore', SCREW, 'In the note', edited]);
    await view.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await change(0).getByRole('button', { name: 'Copy: To restore' }).click();
    expect(await view.page.evaluate('navigator.clipboard.readText()')).toBe(SCREW);
    expect(await view.vault.file(PRESS)).toContain(edited);
    // Back as it was written, it can be restored after all.
    await view.vault.writeOutside(PRESS, (await view.vault.file(PRESS)).replace(edited, rejected(SCREW)));
    await eventually(() =>
      view.vault.page.evaluate(`app.vault.adapter.read(${JSON.stringify(PRESS)})`),
    ).not.toContain('brass');
    await view.clearNotices();
    await change(0).getByRole('button', { name: /^Undo/ }).click();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('is empty at first, and says what it is for', async () => {
    await openHistory();
    await eventually(() => view.modal.locator('[role=status]').innerText()).toContain('is listed here');
    await eventually(() => view.modal.getByRole('listitem').count()).toBe(0);
  });

  it('is shown in pages when it is long', async () => {
    const old = (id: number): string => {
      const region = { line: 0, heading: '', ordinal: 0, was: `was ${id}`, is: `is ${id}` };
      const done = [{ path: 'a.md', regions: Array.from({ length: 120 }, () => region) }];
      return `\n${JSON.stringify({ v: 1, do: 'change', id: `o${id}`, at: '2025-11-01T08:00:00.000Z', label: `Old ${id}`, verbs: [], done, undone: [], turn: 0 })}`;
    };
    await reject('Order a new screw');
    await written(1);
    const all = Array.from({ length: 120 }, (_, id) => old(id)).join('');
    await view.vault.writeOutside(await journal(), all);
    await reload();
    await openHistory();
    const items = view.modal.getByRole('listitem');
    expect([await items.count(), await change(0).innerText()]).toEqual([
      50,
      expect.stringContaining('Old 119'),
    ]);
    await view.modal.getByRole('button', { name: 'Show more (70)' }).click();
    await eventually(() => items.count()).toBe(100);
    expect(await view.page.evaluate('document.activeElement.textContent')).toBe('Old 69');
    await change(0).getByRole('button', { name: 'Old 119', exact: true }).click();
    await eventually(() => change(0).locator('dl').count()).toBe(50);
    await change(0).getByRole('button', { name: 'Show more (70)' }).click();
    await eventually(() => change(0).locator('dl').count()).toBe(100);
  });

  it('hinders no edit when it cannot be stored', async () => {
    await view.page.evaluate(`window.host.app.vault.faults = {
      onWrite: (path) => { if (path.includes('journal')) throw new Error('The disk is full.'); },
    }, undefined`);
    await reject('Order a new screw');
    await view.notice('The disk is full.');
    await view.clearNotices();
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    expect(await journal()).toBe('');
  });

  it.each(['light', 'dark'])('has nothing that axe finds wrong in the %s theme', async (theme) => {
    await reject('Order a new screw');
    await reject('Ask the mill');
    const edited = rejected(OAK).replace('the mill', 'the old mill');
    await view.vault.writeOutside(PRESS, (await view.vault.file(PRESS)).replace(rejected(OAK), edited));
    await eventually(() =>
      view.vault.page.evaluate(`app.vault.adapter.read(${JSON.stringify(PRESS)})`),
    ).toContain('old mill');
    await view.page.evaluate(`window.host.setTheme('${theme}')`);
    await openHistory();
    await change(0).getByRole('button', { name: /^Undo/ }).click();
    await eventually(() => texts(change(0))).toContain('In the note');
    await change(1).getByRole('button', { name: 'Rejected', exact: true }).click();
    await view.clearNotices();
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await view.page.evaluate(await fs.readFile(axe, 'utf8'));
    const { violations } = await view.page.evaluate<AxeResults>(
      `axe.run('.modal-content', { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] })`,
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    if (process.env['PICTURES'] === undefined) return;
    await view.vault.screenshot(`history-${theme}`);
    await view.page.setViewportSize({ width: 390, height: 844 });
    await view.vault.screenshot(`history-phone-${theme}`);
    await view.page.setViewportSize({ width: 280, height: 700 });
    await view.vault.screenshot(`history-280-${theme}`);
  });
});
