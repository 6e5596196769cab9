import { promises as fs } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { REPO } from '../host/server/bundle';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ folder: path.join(REPO, 'test/demo-vault') });
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await view.page.evaluate(await fs.readFile(axe, 'utf8'));
});
afterAll(() => view.vault.close());

afterEach(() => view.reset({}));

/**
 * What axe finds wrong inside an element, a line each. Links and the one emphasised button have the colours of
 * the app's own links and buttons, which no plugin may change.
 */
async function violations(selector: string): Promise<string[]> {
  const context = { include: [selector], exclude: ['.mod-cta', 'a'].map((own) => `${selector} ${own}`) };
  const { violations: found } = await view.page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(context)}, { runOnly: ['wcag2a', 'wcag2aa'] })`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any }) => `${id}: ${html.slice(0, 120)} ${any.map(({ message }) => message).join(' ')}`,
    ),
  );
}

/**
 * What Obsidian would show as a tooltip though it holds other things: an `aria-label` is shown wherever the pointer is
 * over its element.
 */
function labelledParts(selector: string): Promise<string[]> {
  const own = ['button', 'input', 'textarea', 'select', 'progress', '.clickable-icon', '[role=status]'];
  return view.page
    .locator(`${selector} [class*="meeting-tasks-"][aria-label]:not(${own.join(', ')})`)
    .evaluateAll((found) => found.map((el) => `${el.className}: ${el.getAttribute('aria-label')}`));
}

/** What can be on the screen, and the element in which it is looked at. */
const SCENES: Readonly<Record<string, readonly [selector: string, show: () => Promise<unknown>]>> = {
  'the triage': ['.meeting-tasks-view', () => eventually(() => view.tasks()).not.toEqual([])],
  'a selection': [
    '.meeting-tasks-view',
    async () => {
      await view.split('All');
      await view.list.focus();
      await view.press('Home', 'x', 'j', 'x', 'j');
      await eventually(() => view.selected()).toHaveLength(2);
    },
  ],
  'a row with its buttons': [
    '.meeting-tasks-view',
    () => view.root.locator('.meeting-tasks-row.mod-task:visible').first().hover(),
  ],
  'this week': [
    '.meeting-tasks-view',
    async () => {
      await view.tab('This week');
      await eventually(() => view.outline()).toContain('# Overdue');
    },
  ],
  'the people': [
    '.meeting-tasks-view',
    async () => {
      await view.vault.command('meeting-tasks:open-people');
      await eventually(() => view.outline()).toContain("# Siobhán O'Rourke");
    },
  ],
  'one person': [
    '.meeting-tasks-view',
    async () => {
      await view.vault.command('meeting-tasks:open-people');
      await view.list.focus();
      await view.press('Home', 'Enter');
      await eventually(() => view.outline()).toContain('# Owes me');
    },
  ],
  'the open note': [
    '.meeting-tasks-view',
    async () => {
      await view.page.evaluate(`app.workspace.openLinkText('2025-11-05 - Certificate stand-up', '')`);
      await view.vault.command('meeting-tasks:open-note-tasks');
      await eventually(() => view.outline()).toContain('# Action Items');
    },
  ],
  'the overview': ['.modal-content', () => dialog('v', 'Overview')],
  'the status bar': [
    '.meeting-tasks-status-bar',
    () => view.page.locator('.meeting-tasks-status-bar').waitFor(),
  ],
  'a list by due date': [
    '.meeting-tasks-view',
    async () => {
      await view.root.getByRole('button', { name: 'Group and sort' }).click();
      await view.pick('Group by due date');
      await eventually(() => view.outline()).toContain('# Overdue');
    },
  ],
  'an empty list': [
    '.meeting-tasks-view',
    async () => {
      await view.filter.fill('no such words anywhere');
      await eventually(() => view.placeholder()).toBe('Nothing matches');
    },
  ],
  'one by one': ['.modal-content', () => dialog('Shift+F', 'Decide one by one')],
  'the rules': ['.modal-content', () => dialog('Shift+D', 'Decide by rule')],
  'the preview of a change': [
    '.modal-content',
    async () => {
      await dialog('Shift+D', 'Decide by rule');
      await view.modal.getByRole('button', { name: 'Preview…' }).click();
      await view.modal.locator('[role=status]', { hasText: 'will be written' }).waitFor();
    },
  ],
  'the buttons in a note': [
    '.meeting-tasks-note-header',
    async () => {
      await view.page.evaluate(`app.workspace.openLinkText('2025-11-05 - Certificate stand-up', '')`);
      await view.page.locator('.meeting-tasks-note-header:visible').waitFor();
    },
  ],
  'the dialog for a day': ['.modal-content', () => dialog('t', 'Due date')],
  'a day that is typed': [
    '.modal-content',
    async () => {
      await dialog('t', 'Due date');
      await view.page.keyboard.type('in 3 days');
      await eventually(() => view.modal.locator('.is-understood').count()).toBe(1);
    },
  ],
  'a day that is said by a meeting': [
    '.modal-content',
    async () => {
      await dialog('t', 'Due date');
      await view.modal.getByLabel('Type a day').fill('two days before certificate');
      await eventually(() => view.modal.locator('.is-understood button').count()).toBeGreaterThan(1);
    },
  ],
  'one day of the week': [
    '.meeting-tasks-view',
    async () => {
      await view.tab('This week');
      await view.root.getByRole('button', { name: /^Overdue: / }).click();
      await eventually(() => view.root.locator('.meeting-tasks-load-bar[aria-pressed=true]').count()).toBe(1);
    },
  ],
  'the review': ['.modal-content', () => dialog('Shift+R', 'Weekly review: Overdue')],
  'the summary of a review': [
    '.modal-content',
    async () => {
      await dialog('Shift+R', 'Weekly review: Overdue');
      for (let i = 0; i < 80; i++) await view.press('s');
      await eventually(() => view.modal.locator('.modal-title').innerText()).toBe('Weekly review: summary');
      await view.modal.getByRole('button', { name: 'Start anew' }).click();
      await eventually(() => view.modal.locator('.modal-title').innerText()).toBe('Weekly review: Overdue');
      for (let i = 0; i < 80; i++) await view.press('s');
    },
  ],
  'the form of a task': [
    '.modal-content',
    async () => {
      await dialog('Shift+N', 'Add task');
      await view.modal.getByLabel('Due', { exact: true }).fill('no such day');
    },
  ],
  'the days to move by': ['.modal-content', () => dialog('+', 'Move due dates of 1 task')],
  'the keys': ['.modal-content', () => dialog('Shift+Slash', 'Keys in the list')],
  'the dialog for a text': ['.modal-content', () => dialog('e', 'Edit text')],
  'a notice': [
    '.notice',
    async () => {
      await view.list.focus();
      // From the theme before this one, so that there is something to change again.
      await view.vault.command('meeting-tasks:undo');
      await view.notice(/Undone|nothing to undo/);
      await eventually(async () => (await view.rows())[1]?.chips['priority']).toBe('Highest priority');
      await view.clearNotices();
      await view.press('Home');
      // The list must have heard of the undo, or there is nothing to change yet.
      await eventually(() => view.root.locator('.is-cursor [data-priority=lowest]').count()).toBe(0);
      await view.press('p');
      await view.pick('Lowest');
      await view.notice('Priority lowest');
    },
  ],
};

async function dialog(key: string, title: string): Promise<void> {
  await view.list.focus();
  await view.press('Home', key);
  await eventually(() => view.modal.locator('.modal-title').innerText()).toBe(title);
}

describe.each(['light', 'dark'] as const)('axe finds nothing wrong in the %s theme', (theme) => {
  beforeAll(async () => {
    await view.page.evaluate(`window.host.setTheme('${theme}')`);
  });

  it.each(Object.entries(SCENES))('with %s', async (_name, [selector, show]) => {
    await view.page.mouse.move(0, 0);
    await show();
    expect(await violations(selector)).toEqual([]);
    expect(await labelledParts(selector)).toEqual([]);
    await eventually(() => view.page.locator('[id^=meeting-tasks-name-][hidden]:visible').count()).toBe(0);
  });
});

describe('without seeing the list', () => {
  it('the list says which task the cursor is on, and where that stands', async () => {
    await view.list.focus();
    await view.press('Home', 'j');
    const active = await view.list.getAttribute('aria-activedescendant');
    const row = view.page.locator(`[id="${active}"]`);
    await eventually(() => row.getAttribute('aria-posinset')).toMatch(/^\d+$/);
    expect(await row.innerText()).toContain(await view.cursor());
  });

  it('the rows stand in the page in the order in which they are shown', async () => {
    await view.list.focus();
    await view.press('Home');
    await eventually(() =>
      view.list.locator('.meeting-tasks-row:visible').evaluateAll((rows) => {
        const tops = rows.map((row) => row.getBoundingClientRect().top);
        return tops.every((top, at) => at === 0 || top >= (tops[at - 1] ?? 0));
      }),
    ).toBe(true);
  });

  it('the focus is never lost: dialogs and menus give it back to the list', async () => {
    await view.list.focus();
    const focused = (): Promise<boolean> => view.list.evaluate((el) => el === document.activeElement);
    for (const key of ['t', 'e', 'h', 'Shift+Slash', 'p', '.']) {
      await view.press(key);
      await view.page.locator('.modal-container, .menu').first().waitFor();
      await view.press('Escape');
      await view.page.locator('.modal-container, .menu').first().waitFor({ state: 'detached' });
      await eventually(focused).toBe(true);
    }
  });

  it('all of the view is reached with Tab', async () => {
    await view.root.getByRole('tab', { name: 'Triage' }).focus();
    const seen = new Set<string>();
    for (let i = 0; i < 30; i++) {
      seen.add(
        await view.page.evaluate(() => {
          const el = document.activeElement;
          const title = document.getElementById(el?.getAttribute('aria-labelledby') ?? '');
          return el?.getAttribute('aria-label') ?? (title ?? el)?.textContent ?? '';
        }),
      );
      await view.press('Tab');
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['Filter tasks', 'Group and sort', 'Tasks', 'Accept', 'Reject', 'Hide details']),
    );
  });
});
