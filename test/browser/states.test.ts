import { describe, expect, it } from 'vitest';
import { openVault } from './harness';
import { meeting, ORCHARD, PRESS, ROUND, ROUND_TEXT, TODAY } from './notes';
import { eventually, openTasks, TaskViewPage } from './task-view-page';

describe('an empty list', () => {
  it('says that no note is in scope, and leads to the settings', async () => {
    const view = await openTasks({ notes: { 'A.md': '# A\n\n- [?] Alone @Me\n' } });
    await eventually(() => view.placeholder()).toBe('No meeting notes yet');
    await eventually(() => view.root.innerText()).toContain('type: people');
    await view.root.getByRole('button', { name: 'Choose notes' }).click();
    await eventually(() => view.page.locator('.vertical-tab-nav-item.is-active').innerText()).toBe(
      'Meeting Tasks',
    );
    await view.press('Escape');
    await view.tab('This week');
    await eventually(() => view.placeholder()).toBe('No meeting notes yet');
    await view.vault.writeOutside('B.md', meeting('B', '2025-11-05', ['- [?] With others @Me']));
    await view.tab('Triage');
    await eventually(() => view.tasks()).toEqual(['With others']);
    await view.vault.close();
  });

  it('says that all is decided, here or everywhere', async () => {
    const view = await openTasks({
      notes: { [ROUND]: meeting('B', '2025-11-05', ['- [?] Mine @Me', '- [?] Theirs @Oda Brandt']) },
    });
    await view.goTo('Mine');
    await view.press('a');
    await eventually(() => view.placeholder()).toBe('All decided here');
    await view.clearNotices();
    await view.root.getByRole('button', { name: 'Show all' }).click();
    await eventually(() => view.tasks()).toEqual(['Theirs']);
    await view.goTo('Theirs');
    await view.press('r');
    await eventually(() => view.placeholder()).toBe('All decided');
    await view.split('Snoozed');
    await eventually(() => view.placeholder()).toBe('Nothing snoozed');
    await view.vault.command('meeting-tasks:undo');
    await view.split('All');
    await eventually(() => view.tasks()).toEqual(['Theirs']);
    await view.vault.close();
  });

  it('lets the last decision be undone by key', async () => {
    const view = await openTasks({ notes: { [ROUND]: meeting('B', '2025-11-05', ['- [?] Only one @Me']) } });
    await view.goTo('Only one');
    await view.press('a');
    await eventually(() => view.placeholder()).toBe('All decided');
    await view.press('z');
    await eventually(() => view.tasks()).toEqual(['Only one']);
    await view.press('r');
    await view.vault.fileBecomes(ROUND, (text) => text.includes('- [-] Only one'));
    await view.vault.close();
  });
});

describe('while notes are read', () => {
  it('says so, and fills as they come', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `${i}.md`,
        meeting(`Note ${i}`, '2025-11-01', [`- [?] Task ${i} @Me`]),
      ]),
    );
    const view = await openTasksLate(notes);
    await eventually(() => view.placeholder()).toBe('Reading your notes');
    await eventually(() => view.root.innerText()).toContain('of 40');
    await view.page.evaluate('window.release()');
    await eventually(() => view.splits()).toContain('*Mine 40');
    // What stands around the list is shown in a turn after it.
    await eventually(() => view.root.innerText()).not.toContain('Reading');
    await view.vault.close();
  });

  it('takes notes in that Obsidian has not looked at yet', async () => {
    const view = await openTasks({ host: { startEmpty: true } });
    await eventually(() => view.splits()).toEqual([
      '*Mine 5',
      'Nobody’s 1',
      'Theirs 1',
      'Snoozed 1',
      'All 7',
    ]);
    await view.vault.close();
  });
});

describe('a note that cannot be read', () => {
  it('is named, the others are shown, and it comes when it can be read', async () => {
    const view = await openTasksLate(
      ORCHARD,
      `(path) => { if (path === ${JSON.stringify(ROUND)}) throw new Error('EIO: disk error'); }`,
    );
    await eventually(() => view.root.locator('.meeting-tasks-status').innerText()).toContain(ROUND);
    await eventually(() => view.outline()).toContain('# Press repair');
    await eventually(() => view.outline()).not.toContain('# Orchard round');
    await view.page.evaluate('window.host.app.vault.faults = undefined');
    await view.vault.writeOutside(ROUND, `${ROUND_TEXT}\n`);
    await eventually(() => view.outline()).toContain('# Orchard round');
    await view.root.locator('.meeting-tasks-status').waitFor({ state: 'hidden' });
    await view.vault.close();
  });

  it('is named when only its frontmatter cannot be read, and its tasks are shown', async () => {
    const text = '---\ntype: people\ntitle: "Half\n---\n\n- [?] Still here @Me\n';
    const view = await openTasks({ notes: { 'A.md': text } });
    await eventually(() => view.tasks()).toEqual(['Still here']);
    const status = view.root.locator('.meeting-tasks-status');
    await eventually(() => status.innerText()).toBe('Frontmatter cannot be read as YAML: A.md');
    await view.vault.writeOutside('A.md', text.replace('Half', 'Whole"'));
    await status.waitFor({ state: 'hidden' });
    await eventually(() => view.tasks()).toEqual(['Still here']);
    await view.vault.close();
  });
});

describe('ten thousand proposals', () => {
  it(
    'need no more than 600 nodes, and the cursor stays on its task while notes change above',
    { timeout: 60_000 },
    async () => {
      const notes = Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => {
          const name = String(n).padStart(3, '0');
          const lines = Array.from(
            { length: 100 },
            (__, i) => `- [?] Task ${name}-${i} of the long list @Me 📅 2025-11-0${1 + (i % 9)}`,
          );
          return [`${name}.md`, meeting(`Meeting ${name}`, '2025-10-01', lines)];
        }),
      );
      const view = await openTasks({ notes });
      await eventually(async () => (await view.splits())[0]).toBe('*Mine 999+');
      const nodes = (): Promise<number> => view.list.evaluate((el) => el.querySelectorAll('*').length);
      expect(await nodes()).toBeLessThanOrEqual(600);
      await view.list.focus();
      await view.press('End');
      await eventually(() => view.cursor()).toBe('Task 099-99 of the long list');
      expect(await nodes()).toBeLessThanOrEqual(600);
      await view.press('Home');
      for (let i = 0; i < 8; i++) await view.press('PageDown');
      const place = async (): Promise<[string | null, number]> => {
        const row = view.root.locator('.meeting-tasks-row.is-cursor:visible');
        return [await view.cursor(), Math.round((await row.boundingBox())?.y ?? -1)];
      };
      const before = await place();
      await view.vault.writeOutside(
        'New.md',
        meeting('New', '2025-11-05', ['- [?] Something new @Me', '- [?] And more @Me']),
      );
      await eventually(() => view.page.evaluate('app.vault.getMarkdownFiles().length')).toBe(101);
      await eventually(() => view.list.locator('[aria-setsize]').first().getAttribute('aria-setsize')).toBe(
        '10103',
      );
      expect(await place()).toEqual(before);
      await view.press('j');
      await eventually(() => view.cursor()).not.toBe(before[0]);
      expect(await nodes()).toBeLessThanOrEqual(600);
      await view.filter.fill('057-42');
      await eventually(() => view.tasks()).toEqual(['Task 057-42 of the long list']);
      await view.press('Enter', 'a');
      await view.vault.fileBecomes('057.md', (text) => text.includes('- [ ] Task 057-42'));
      await view.vault.close();
    },
  );
});

describe('an update that takes many turns of the app', () => {
  it('hinders no key, and shows what changes meanwhile', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `${n}.md`,
        meeting(`Meeting ${n}`, `2025-10-0${9 - n}`, [`- [?] First ${n} @Me`, `- [?] Second ${n} @Me`]),
      ]),
    );
    const view = await openTasks({ notes });
    await eventually(async () => (await view.outline()).slice(0, 3)).toEqual([
      '# Meeting 0',
      'First 0',
      'Second 0',
    ]);
    await view.goTo('First 0');
    // Each step takes longer than a slice, and the next turn is long in coming.
    await view.page.evaluate(`(() => {
      const [now, later] = [performance.now.bind(performance), window.setTimeout.bind(window)];
      let ahead = 0;
      performance.now = () => now() + (ahead += 10);
      window.setTimeout = (run, ms, ...rest) => later(run, ms === 0 ? 60 : ms, ...rest);
    })()`);
    const add = (name: string, date: string): Promise<void> =>
      view.vault.writeOutside(`${name}.md`, meeting(name, date, [`- [?] Thing of ${name} @Me`]));
    await add('New', '2025-11-05');
    await eventually(() => view.page.evaluate('app.vault.getMarkdownFiles().length')).toBe(10);
    await view.press('j', 'j');
    await eventually(() => view.cursor()).toBe('First 1');
    await add('Newer', '2025-11-06');
    await view.press('a');
    await view.vault.fileBecomes('1.md', (text) => text.includes('- [ ] First 1'));
    await eventually(async () => (await view.outline()).slice(0, 9)).toEqual([
      ...['# Newer', 'Thing of Newer', '# New', 'Thing of New'],
      ...['# Meeting 0', 'First 0', 'Second 0', '# Meeting 1', 'Second 1'],
    ]);
    await eventually(() => view.cursor()).toBe('Second 1');
    await eventually(async () => (await view.splits())[0]).toBe('*Mine 19');
    // What is done by hand waits for nothing.
    await add('Newest', '2025-11-07');
    await view.filter.fill('second');
    await eventually(async () => (await view.tasks()).slice(0, 2)).toEqual(['Second 0', 'Second 1']);
    await view.filter.fill('');
    await eventually(async () => (await view.tasks()).slice(0, 2)).toEqual([
      'Thing of Newest',
      'Thing of Newer',
    ]);
    const boxes = await view.list
      .locator('.meeting-tasks-row:visible')
      .evaluateAll((rows) =>
        rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
      );
    const ends = boxes.slice(0, -1).map(([, bottom]) => Math.round(bottom ?? 0));
    expect(ends).toEqual(boxes.slice(1).map(([top]) => Math.round(top ?? 0)));
    await view.vault.close();
  });
});

describe('enabling and disabling', () => {
  it('opens the triage when the user enables it, and goes without a trace', async () => {
    const vault = await openVault({ notes: ORCHARD, today: TODAY, enablePlugin: false });
    const view = new TaskViewPage(vault);
    await eventually(() => view.root.count()).toBe(0);
    await vault.page.evaluate('app.plugins.enablePluginAndSave("meeting-tasks")');
    await eventually(() => view.tasks()).toHaveLength(5);
    await vault.page.evaluate('app.plugins.disablePluginAndSave("meeting-tasks")');
    await eventually(() => view.root.count()).toBe(0);
    await vault.page.evaluate('app.plugins.enablePlugin("meeting-tasks")');
    await eventually(() => view.tasks()).toHaveLength(5);
    await view.goTo('Mend the long');
    await view.press('a');
    await vault.fileBecomes(ROUND, (text) => text.includes('- [ ] Mend'));
    expect(await vault.file(PRESS)).toBe(ORCHARD[PRESS]);
    await vault.close();
  });
});

/** Opens a vault in which reads wait for `window.release()`, or do what the given hook does. */
async function openTasksLate(
  notes: Readonly<Record<string, string>>,
  onRead = '() => window.gate',
): Promise<TaskViewPage> {
  const vault = await openVault({ notes: { ...notes }, today: TODAY, enablePlugin: false });
  await vault.page.evaluate(
    'window.gate = new Promise((resolve) => { window.release = resolve; }), undefined',
  );
  await vault.page.evaluate(`window.host.app.vault.faults = { onRead: ${onRead} }, undefined`);
  await vault.page.evaluate('app.plugins.enablePluginAndSave("meeting-tasks")');
  const view = new TaskViewPage(vault);
  await view.root.waitFor();
  return view;
}
