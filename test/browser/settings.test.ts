import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIARY, meeting, ORCHARD, PRESS, PRESS_TEXT, pressWith, ROUND, SCREW } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const DATA = '.obsidian/plugins/meeting-tasks/data.json';
const MINUTES = meeting('Minutes', '2025-09-01', [
  '- [?] Write the minutes @Me',
  '- [?] Sign them @Me',
]).replace('type: people', 'type: Minutes');
const NOTES = { ...ORCHARD, 'Archive/Minutes.md': MINUTES };

let view: TaskViewPage;

beforeEach(async () => {
  view = await openTasks({ notes: NOTES });
});
afterEach(() => view.vault.close());

/** Opens the settings of the plugin. */
async function openSettings(): Promise<void> {
  await view.page.evaluate('app.setting.open(), app.setting.openTabById("meeting-tasks"), undefined');
  await view.modal.locator('.setting-item', { hasText: 'about' }).first().waitFor();
}

/** A row of the settings by its name. */
function setting(name: string): Locator {
  return view.modal.locator('.setting-item').filter({
    has: view.page.locator('.setting-item-name', { hasText: new RegExp(`^${name}$`) }),
  });
}

async function closeSettings(): Promise<void> {
  await view.press('Escape');
  await view.modal.waitFor({ state: 'detached' });
}

async function stored(): Promise<Record<string, unknown>> {
  const text = await view.vault.file(DATA).catch(() => '{}');
  return JSON.parse(text) as Record<string, unknown>;
}

/** Adds an entry to one of the lists. */
async function addTo(button: string, value: string): Promise<void> {
  await view.modal.getByLabel(button, { exact: true }).click();
  await view.page.keyboard.type(value);
  await view.press('Enter');
}

/** Loads the page anew and waits until the list is back. */
async function reload(): Promise<void> {
  await view.page.reload();
  await view.page.waitForFunction('window.host !== undefined');
  await view.page.evaluate('window.host.ready.then(() => true)');
  await view.vault.command('meeting-tasks:open-triage');
  await view.ready();
}

describe('which notes count', () => {
  it('is chosen by type, with what each type would add', async () => {
    await openSettings();
    await eventually(() => setting('people').innerText()).toContain('3 notes, about 8 proposals');
    await eventually(() => setting('Minutes').innerText()).toContain('1 note, about 2 proposals');
    await setting('Minutes').locator('.checkbox-container').click();
    await eventually(async () => (await stored())['noteTypes']).toEqual(['people', 'Minutes']);
    await setting('people').locator('.checkbox-container').click();
    await eventually(async () => (await stored())['noteTypes']).toEqual(['Minutes']);
    await closeSettings();
    await eventually(() => view.tasks()).toEqual(['Write the minutes', 'Sign them']);
    await reload();
    await eventually(() => view.tasks()).toEqual(['Write the minutes', 'Sign them']);
  });

  it('takes types that no note has yet, and lets go of them', async () => {
    await openSettings();
    await addTo('Add a note type', 'call');
    await eventually(async () => (await stored())['noteTypes']).toEqual(['people', 'call']);
    await closeSettings();
    await view.vault.writeOutside('Call.md', '---\ntype: CALL\n---\n- [?] Call back @Me\n');
    await eventually(() => view.tasks()).toContain('Call back');
    await view.vault.removeOutside('Call.md');
    await eventually(() => view.tasks()).not.toContain('Call back');
    await openSettings();
    await setting('call').getByLabel('Delete').click();
    await eventually(async () => (await stored())['noteTypes']).toEqual(['people']);
  });

  it('takes further files, and leaves folders out', async () => {
    await openSettings();
    await view.modal.getByLabel('Add a file or folder').click();
    await view.page.keyboard.type('Dia');
    await view.page.locator('.suggestion-item', { hasText: DIARY }).click();
    await eventually(async () => (await stored())['extraPaths']).toEqual([DIARY]);
    await addTo('Add a folder', 'Meetings');
    await eventually(async () => (await stored())['excludedFolders']).toEqual(['Meetings']);
    await closeSettings();
    await eventually(() => view.tasks()).toEqual(['Sharpen the saws']);
    await reload();
    await eventually(() => view.tasks()).toEqual(['Sharpen the saws']);
  });
});

describe('how notes are read and written', () => {
  it('knows the own names', async () => {
    await openSettings();
    await addTo('Add a name', 'Ines Calder');
    await eventually(async () => (await stored())['ownNames']).toEqual(['Ines Calder']);
    await closeSettings();
    await eventually(() => view.splits()).toEqual([
      '*Mine 6',
      'Nobody’s 1',
      'Theirs 0',
      'Snoozed 1',
      'All 7',
    ]);
  });

  it('follows symbols and tags, and refuses what cannot be one', async () => {
    await openSettings();
    const symbol = setting('Rejected symbol').getByRole('textbox');
    await symbol.fill('no');
    await eventually(() => setting('Rejected symbol').innerText()).toContain('must be exactly one character');
    await symbol.fill('x');
    await eventually(() => setting('Rejected symbol').innerText()).toContain('Done has this symbol already');
    await symbol.fill('~');
    await setting('Proposed tag').getByRole('textbox').fill('#idea');
    await eventually(async () => [
      (await stored())['rejectedSymbol'],
      (await stored())['proposedTag'],
    ]).toEqual(['~', '#idea']);
    await closeSettings();
    await view.goTo('Order a new screw');
    await view.press('r');
    await view.vault.fileBecomes(
      PRESS,
      pressWith(SCREW, SCREW.replace('[?]', '[~]').replace('-04', '-04 ❌ 2025-11-05')),
    );
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.vault.writeOutside(ROUND, meeting('Ideas', '2025-11-04', ['- [ ] Build a tower @Me #idea']));
    await eventually(() => view.tasks()).toContain('Build a tower');
    await view.goTo('Build a tower');
    await view.press('a');
    await view.vault.fileBecomes(ROUND, meeting('Ideas', '2025-11-04', ['- [ ] Build a tower @Me']));
  });

  it('sets the first day of the week and the density', async () => {
    await openSettings();
    await setting('First day of the week').locator('select').selectOption('Monday');
    await setting('Density').locator('select').selectOption('Compact');
    await setting('Single keys').locator('.checkbox-container').click();
    await eventually(stored).toMatchObject({ weekStart: '1', density: 'compact', singleKeys: false });
    await closeSettings();
    const height = async (): Promise<number> => (await view.row('Order a new').boundingBox())?.height ?? 0;
    await eventually(height).toBeLessThan(34);
    await view.tab('This week');
    await eventually(() => view.root.locator('.meeting-tasks-week-title').innerText()).toBe('Nov 3 – Nov 9');
    await view.list.focus();
    const before = await view.cursor();
    await view.press('j', 'a');
    await view.press('ArrowDown', 'ArrowUp');
    await eventually(() => view.cursor()).toBe(before);
  });

  it('follows a data file that another program writes', async () => {
    await openSettings();
    await addTo('Add a name', 'Nobody Else');
    await eventually(async () => (await stored())['ownNames']).toEqual(['Nobody Else']);
    await closeSettings();
    await fs.writeFile(path.join(view.vault.folder, DATA), JSON.stringify({ noteTypes: ['minutes'] }));
    await eventually(() => view.tasks()).toEqual(['Write the minutes', 'Sign them']);
  });
});

describe('a data file with bad values', () => {
  it('falls back to the defaults and names what it could not use', async () => {
    const other = await openTasks({
      settings: {
        noteTypes: 'people',
        rejectedSymbol: '--',
        weekStart: 'friday',
        ownNames: ['Oda Brandt'],
        density: 3,
      },
    });
    const notice = await other.notice('noteTypes');
    const text = await notice.innerText();
    for (const key of ['noteTypes', 'rejectedSymbol', 'weekStart', 'density']) expect(text).toContain(key);
    expect(text).not.toContain('ownNames');
    await eventually(() => other.splits()).toContain('*Mine 5');
    await other.goTo('Order a new screw');
    await other.press('r');
    await other.vault.fileBecomes(PRESS, (note) => note.includes('- [-] Order'));
    await other.vault.close();
  });

  it('may be no JSON at all', async () => {
    await fs.mkdir(path.join(view.vault.folder, path.dirname(DATA)), { recursive: true });
    await fs.writeFile(path.join(view.vault.folder, DATA), '{ "noteTypes": [');
    await reload();
    await view.notice('The settings cannot be read');
    await eventually(() => view.tasks()).toHaveLength(5);
    expect(await view.vault.file(DATA)).toBe('{ "noteTypes": [');
  });
});

describe('what the view shows', () => {
  it('survives a reload of the page, as part of the workspace', async () => {
    const other = await openTasks({ host: { keepLayout: true, saveDelay: 10 } });
    await other.split('All');
    await other.root.getByRole('button', { name: 'Group and sort' }).click();
    await other.pick('Group by person');
    await other.filter.fill('press');
    await eventually(() => other.outline()).toContain('# Ines Calder');
    await eventually(() => other.vault.file('.obsidian/workspace-host.json').catch(() => '')).toContain(
      '"query": "press"',
    );
    await other.page.reload();
    await other.page.waitForFunction('window.host !== undefined');
    await other.page.evaluate('window.host.ready.then(() => true)');
    await other.ready();
    await eventually(() => other.outline()).toContain('# Ines Calder');
    await eventually(() => other.filter.inputValue()).toBe('press');
    await eventually(() => other.splits()).toContain('*All 7');
    await other.vault.close();
  });
});
