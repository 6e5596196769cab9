import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeProbes, openProbe } from './probe/open-probe';
import type { OpenProbe } from './probe/open-probe';

const NOTES = {
  'A.md': '# Title\n\nSome text\n\n- [ ] One\n- [ ] Two [[Board]]\n',
  'Board.md': '# Board\n',
  'Crlf.md': 'line1\r\nline2\r\n',
};
const DATA = '.obsidian/plugins/meeting-tasks/data.json';
const VALUE = 'app.workspace.activeEditor.editor.getValue()';
const VIEW = 'app.workspace.getLeavesOfType("probe-view")[0].view';

let host: OpenProbe;

async function open(linktext: string): Promise<void> {
  await host.run(`app.workspace.openLinkText(${JSON.stringify(linktext)}, '')`);
}

async function saved(): Promise<Record<string, unknown>> {
  return JSON.parse(await host.file(DATA)) as Record<string, unknown>;
}

beforeEach(async () => {
  host = await openProbe(NOTES, { today: '2025-11-05' });
}, 60_000);

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

afterAll(closeProbes);

describe('the editor', () => {
  it('runs editor commands only while an editor is active, as one undo step', async () => {
    expect(await host.run('app.commands.executeCommandById("meeting-tasks:edit")')).toBe(false);
    await open('Crlf');
    expect(await host.run('app.commands.executeCommandById("meeting-tasks:edit")')).toBe(true);
    expect(await host.run(VALUE)).toBe('Aline1\nBine2\n');
    expect(await host.run('app.workspace.activeEditor.editor.getCursor()')).toEqual({ line: 1, ch: 1 });
    await host.run('app.workspace.activeEditor.editor.undo()');
    expect(await host.run(VALUE)).toBe('line1\nline2\n');
  });

  it('saves late, with the line ends the file had', async () => {
    await open('Crlf');
    await host.run('app.workspace.activeEditor.editor.replaceRange("X", { line: 0, ch: 0 })');
    expect(await host.file('Crlf.md')).toBe('line1\r\nline2\r\n');
    await expect.poll(() => host.file('Crlf.md')).toBe('Xline1\r\nline2\r\n');
  });

  it('merges a change from outside with what was typed', async () => {
    await open('A');
    await host.run('app.workspace.activeEditor.editor.replaceRange("Typed. ", { line: 2, ch: 0 })');
    await host.run(
      'app.vault.process(app.vault.getFileByPath("A.md"), (t) => t.replace("[ ] One", "[x] One"))',
    );
    const wanted = '# Title\n\nTyped. Some text\n\n- [x] One\n- [ ] Two [[Board]]\n';
    await expect.poll(() => host.file('A.md')).toBe(wanted);
    expect(await host.run(VALUE)).toBe(wanted);
    expect(await host.page.textContent('.notice')).toContain('modified externally');
  });

  it('follows the file while nothing was typed', async () => {
    await open('A');
    await host.write('A.md', 'New\n');
    await expect.poll(() => host.run(VALUE)).toBe('New\n');
  });

  it('toggles a task and opens a link in the reading view', async () => {
    await open('A');
    await host.run('app.commands.executeCommandById("markdown:toggle-preview")');
    await host.page.click('.markdown-preview-view input.task-list-item-checkbox');
    await expect.poll(() => host.file('A.md')).toContain('- [x] One');
    await host.page.click('.markdown-preview-view a.internal-link');
    await expect.poll(() => host.run('app.workspace.getActiveFile().path')).toBe('Board.md');
  });
});

describe('views and keys', () => {
  it('opens the view of the plugin and escapes HTML', async () => {
    expect(await host.page.textContent('.probe-row')).toContain('<b>raw</b>');
    expect(await host.page.locator('.probe-row a.internal-link').getAttribute('data-href')).toBe('Board');
    expect(await host.run('probe.userEnabled')).toBe(true);
  });

  it('gives keys to the scope of the view even while an input has the focus', async () => {
    await host.page.click('.workspace-leaf-content[data-type="probe-view"] input');
    await host.page.keyboard.type('jj');
    expect(await host.run(`${VIEW}.keys`)).toBe(2);
  });

  it('shows menus with submenus, for mouse and keyboard', async () => {
    await host.page.click('[aria-label="More"]');
    await host.page.keyboard.press('ArrowDown');
    await host.page.keyboard.press('Enter');
    expect(await host.run(`${VIEW}.picked`)).toBe('open');
    await host.page.click('[aria-label="More"]');
    await host.page.hover('.menu-item >> text=Due');
    await host.page.click('.menu-item >> text=Today');
    expect(await host.run(`${VIEW}.picked`)).toBe('today');
    expect(await host.page.locator('.menu').count()).toBe(0);
  });

  it('keeps a notice without duration until it is clicked', async () => {
    await host.page.click('text=Accept');
    await host.page.click('.notice');
    expect(await host.page.locator('.notice').count()).toBe(0);
  });

  it('takes everything back when the plugin is disabled', async () => {
    await host.run('app.plugins.disablePlugin("meeting-tasks")');
    await expect.poll(() => host.page.locator('.probe-row').count()).toBe(0);
    expect(await host.run('app.commands.findCommand("meeting-tasks:edit") === undefined')).toBe(true);
    await host.run('app.plugins.enablePlugin("meeting-tasks")');
    await expect.poll(() => host.page.locator('.probe-row').count()).toBe(1);
  });
});

describe('dialogs', () => {
  it('keep the focus inside and give it back', async () => {
    await host.page.focus('[placeholder="Filter"]');
    await host.run('app.commands.executeCommandById("meeting-tasks:modal")');
    for (let i = 0; i < 5; i++) await host.page.keyboard.press('Tab');
    expect(await host.run('document.activeElement.closest(".modal") !== null')).toBe(true);
    await host.page.keyboard.press('Escape');
    expect(await host.run('document.activeElement.placeholder')).toBe('Filter');
  });

  it('close before they hand over the choice', async () => {
    await host.run('app.commands.executeCommandById("meeting-tasks:prompt")');
    await host.page.keyboard.type('ban');
    await host.page.keyboard.press('Enter');
    expect(await host.run('probe.order')).toEqual(['close', 'banana']);
  });
});

describe('settings', () => {
  beforeEach(() => host.run('void (app.setting.open(), app.setting.openTabById("meeting-tasks"))'));

  it('saves what the definitions describe', async () => {
    const row = (name: string) => host.page.locator('.setting-item', { hasText: name }).first();
    await row('Enabled').locator('.checkbox-container').click();
    await expect.poll(async () => (await saved())['on']).toBe(false);
    expect(await row('Your name').isVisible()).toBe(false);
    await row('Enabled').locator('.checkbox-container').click();
    await row('Your name').locator('input').fill('A');
    await expect.poll(() => host.page.locator('.setting-item-error').count()).toBe(1);
    await row('Mode').locator('select').selectOption('b');
    await row('Count').locator('input').fill('7');
    await expect.poll(saved).toMatchObject({ on: true, mode: 'b', count: 7 });
    expect(await saved()).not.toHaveProperty('name');
  });

  it('opens pages and edits lists', async () => {
    await host.page.click('text=Advanced');
    expect(await host.page.isVisible('text=Deep')).toBe(true);
    await host.page.click('.setting-page-back');
    await host.page.click('[aria-label="Add rule"]');
    expect(await host.page.isVisible('text=Rule 0')).toBe(true);
    await host.page.click('[aria-label="Delete"]');
    expect(await host.page.isVisible('text=No rules yet.')).toBe(true);
  });

  it('tells the plugin when data.json changes outside', async () => {
    await host.run('probe.saveData({})');
    await host.write(DATA, '{"on":false}');
    await expect.poll(() => host.run('probe.externalChanges')).toBe(1);
  });
});

describe('the host', () => {
  it('throws for a name that it does not have', async () => {
    const message = 'try { host.obsidian.Nope; "" } catch (error) { error.message }';
    expect(await host.run(message)).toContain('Nope');
  });

  it('lets a test choose the day', async () => {
    expect(await host.run('new Date().toDateString()')).toBe('Wed Nov 05 2025');
    await host.run('host.setToday("2025-11-06")');
    expect(await host.run('host.obsidian.moment().format("YYYY-MM-DD")')).toBe('2025-11-06');
  });
});
