import path from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { REPO } from '../host/server/bundle';
import {
  meeting,
  ORCHARD,
  PRESS,
  PRESS_TEXT,
  pressWith,
  ROUND,
  ROUND_TEXT,
  SCREW,
  TRANSCRIPT,
} from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const DEMO = path.join(REPO, 'test/demo-vault');

/** Text that is longer than its place, outside of the view, or scrolled away sideways; nothing of it may be. */
async function cutOff(view: TaskViewPage, selectors: readonly string[]): Promise<string[]> {
  return view.root.evaluate((root, all) => {
    const edges = root.getBoundingClientRect();
    const wrong: string[] = [];
    for (const selector of all) {
      for (const el of root.querySelectorAll<HTMLElement>(selector)) {
        if (el.offsetParent === null) continue;
        const box = el.getBoundingClientRect();
        if (box.left < edges.left - 0.5 || box.right > edges.right + 0.5)
          wrong.push(`outside: ${selector} ${el.textContent}`);
        if (el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).overflowX !== 'visible') {
          wrong.push(`cut: ${selector} ${el.textContent}`);
        }
      }
    }
    for (const el of [
      root,
      ...root.querySelectorAll('.meeting-tasks-list, .meeting-tasks-detail, .meeting-tasks-toolbar'),
    ]) {
      if (el.scrollWidth > el.clientWidth) wrong.push(`scrolls sideways: ${el.className}`);
    }
    return wrong;
  }, selectors);
}

const NEEDED = [
  '.meeting-tasks-tab',
  '.meeting-tasks-split',
  '.meeting-tasks-tools > *',
  '.meeting-tasks-row .meeting-tasks-text',
  '.meeting-tasks-row .mod-due .meeting-tasks-chip-text',
  '.meeting-tasks-row .mod-owner .meeting-tasks-chip-text',
  '.meeting-tasks-group-detail',
  '.meeting-tasks-group-count',
  '.meeting-tasks-detail-text',
  '.meeting-tasks-buttons button',
  '.meeting-tasks-facts dd',
] as const;

/** Rows that lie over each other. */
async function overlaps(view: TaskViewPage): Promise<string[]> {
  return view.list.evaluate((list) => {
    const rows = [...list.querySelectorAll<HTMLElement>('.meeting-tasks-row')].filter(
      (row) => row.offsetParent !== null,
    );
    const boxes = rows.map((row) => ({ box: row.getBoundingClientRect(), text: row.innerText }));
    boxes.sort((a, b) => a.box.top - b.box.top);
    return boxes
      .filter(({ box }, i) => i > 0 && box.top < (boxes[i - 1]?.box.bottom ?? 0) - 0.5)
      .map(({ text }) => text);
  });
}

async function inside(inner: Locator, outer: Locator): Promise<void> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  expect(
    a && b && a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height,
  ).toBe(true);
}

describe('a sidebar of 280 pixels', () => {
  it('cuts off nothing that a decision needs', async () => {
    const view = await openTasks({ folder: DEMO, host: { sidebarWidth: 280 } });
    await eventually(async () => Math.round((await view.root.boundingBox())?.width ?? 0)).toBeLessThanOrEqual(
      280,
    );
    await view.split('All');
    await eventually(() => view.splits()).toContain('*All 115');
    for (let page = 0; page < 6; page++) {
      expect(await cutOff(view, NEEDED)).toEqual([]);
      await view.list.focus();
      await view.press('PageDown');
    }
    for (const name of ['Accept', 'Reject', 'Due date', 'Priority'])
      await inside(view.button(name), view.detail);
    await view.press('Home');
    await view.row((await view.cursor()) ?? '').hover();
    await view.vault.screenshot('triage-280');
    expect(await cutOff(view, ['.meeting-tasks-row-actions'])).toEqual([]);
    await view.tab('This week');
    await eventually(() => view.outline()).toContain('# Overdue');
    expect(await cutOff(view, ['.meeting-tasks-week', '.meeting-tasks-week-title', ...NEEDED])).toEqual([]);
    await view.vault.screenshot('week-280');
    await view.vault.close();
  });
});

describe('a phone of 390 pixels', () => {
  it('fills the list when the details are hidden, and brings them back by the menu', async () => {
    const view = await openTasks({ phone: true });
    const notes = Array.from({ length: 30 }, (_, i) => `- [?] Number ${i} of many @Me #task #proposed`);
    await view.vault.writeOutside('Many.md', `---\ntype: people\n---\n\n${notes.join('\n')}\n`);
    await view.row('Number 0 of many').waitFor();
    await view.button('Hide details').tap();
    await view.detail.waitFor({ state: 'hidden' });
    await eventually(() =>
      view.list.evaluate((list) => {
        const ends = [...list.querySelectorAll<HTMLElement>('.meeting-tasks-row')]
          .filter((row) => row.offsetParent !== null)
          .map((row) => row.getBoundingClientRect().bottom);
        return Math.max(...ends) - list.getBoundingClientRect().bottom;
      }),
    ).toBeGreaterThanOrEqual(0);
    await view.row('Number 0 of many').click({ button: 'right', position: { x: 60, y: 6 } });
    await view.pick('Show or hide the details');
    await view.detail.waitFor();
    await view.vault.close();
  });

  it('is decided by touch: a tap on a row, and the buttons of its card', async () => {
    const view = await openTasks({ phone: true });
    await view.row('Order a new screw').tap({ position: { x: 60, y: 6 } });
    await eventually(() => view.cursor()).toBe('Order a new screw for the press');
    expect(
      await cutOff(
        view,
        NEEDED.filter((selector) => !selector.includes('split')),
      ),
    ).toEqual([]);
    await view.button('Accept').tap();
    await view.vault.fileBecomes(
      PRESS,
      pressWith(SCREW, SCREW.replace('[?]', '[ ]').replace(' #proposed', '')),
    );
    await view.page.locator('.notice').getByRole('button', { name: 'Undo' }).tap();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.clearNotices();
    await view.row('Order a new screw').tap({ position: { x: 60, y: 6 } });
    await view.button('Due date').tap();
    await view.modal.getByRole('button', { name: 'Tomorrow' }).waitFor();
    await view.vault.screenshot('phone-date');
    await view.modal.getByRole('button', { name: 'Tomorrow' }).tap();
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, SCREW.replace('2025-11-04', '2025-11-06')));
    await view.clearNotices();
    await view.button('Priority').tap();
    await view.vault.screenshot('phone-menu');
    await view.menu.locator('.menu-item', { hasText: 'Lowest' }).tap();
    await view.vault.fileBecomes(PRESS, (text) => text.includes('⏬ 📅 2025-11-06'));
    await view.detail.getByRole('link', { name: 'transcript' }).tap();
    await eventually(() => view.page.evaluate('app.workspace.getMostRecentLeaf()?.view.file?.path')).toBe(
      TRANSCRIPT,
    );
    await view.vault.close();
  });

  it('decides by a swipe on the row under the finger, whatever else is selected', async () => {
    const view = await openTasks({ phone: true });
    await view.row('Take the nets').locator('.meeting-tasks-check').tap();
    await eventually(() => view.selected()).toHaveLength(1);
    await view.row('Order a new screw').evaluate((row) => {
      const send = (type: string, clientX: number): void => {
        const touch = new Touch({ identifier: 1, target: row, clientX, clientY: 300 });
        const touches = type === 'touchend' ? [] : [touch];
        row.dispatchEvent(new TouchEvent(type, { touches, changedTouches: [touch], bubbles: true }));
      };
      send('touchstart', 100);
      send('touchmove', 250);
      send('touchend', 250);
    });
    await view.vault.fileBecomes(
      PRESS,
      pressWith(SCREW, SCREW.replace('[?]', '[ ]').replace(' #proposed', '')),
    );
    expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
    await view.vault.close();
  });

  it('has buttons that a finger hits', async () => {
    const view = await openTasks({ phone: true });
    await view.goTo('Order a new screw');
    await view.vault.screenshot('phone');
    for (const name of ['Accept', 'Reject', 'Complete', 'Due date', 'Snooze', 'Priority']) {
      const box = await view.button(name).boundingBox();
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
      expect(box?.width, name).toBeGreaterThanOrEqual(44);
    }
    for (const box of await view.root.locator('.meeting-tasks-toolbar button:visible').all()) {
      expect((await box.boundingBox())?.height, await box.innerText()).toBeGreaterThanOrEqual(44);
    }
    await view.vault.close();
  });

  it('shows the menu of a row on a long press', async () => {
    const view = await openTasks({ phone: true });
    // A browser makes a context menu event of a long press.
    await view
      .row('Order a new screw')
      .dispatchEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 90, clientY: 300 });
    await view.pick('Reject');
    await view.vault.fileBecomes(PRESS, (text) => text.includes('- [-] Order a new screw'));
    await view.vault.close();
  });
});

describe('a wide main tab', () => {
  it('shows list and details beside each other', async () => {
    const view = await openTasks({ folder: DEMO, enablePlugin: true });
    await view.page.evaluate(
      'app.workspace.rightSplit.collapse(), app.workspace.detachLeavesOfType("meeting-tasks")',
    );
    await view.page.evaluate(
      'app.workspace.getLeaf(true).setViewState({ type: "meeting-tasks", active: true })',
    );
    await view.ready();
    await eventually(() => view.tasks()).not.toEqual([]);
    const [list, detail] = [await view.list.boundingBox(), await view.detail.boundingBox()];
    expect(detail?.x ?? 0).toBeGreaterThanOrEqual((list?.x ?? 0) + (list?.width ?? 0) - 1);
    expect(await cutOff(view, NEEDED)).toEqual([]);
    await view.vault.screenshot('wide-main');
    await view.tab('This week');
    await view.list.focus();
    for (let page = 0; page < 6; page++) {
      await eventually(() => overlaps(view)).toEqual([]);
      await view.press('PageDown');
    }
    await view.press('Home');
    await view.vault.screenshot('wide-main-week');
    await view.vault.close();
  });
});

describe('rows', () => {
  it.each([280, 400])('never lie over each other, %i pixels wide', async (sidebarWidth) => {
    const view = await openTasks({ folder: DEMO, host: { sidebarWidth } });
    for (const show of [() => view.split('All'), () => view.tab('This week')]) {
      await show();
      await view.list.focus();
      for (let page = 0; page < 12; page++) {
        await eventually(() => overlaps(view)).toEqual([]);
        await view.press('PageDown');
      }
    }
    await view.page.evaluate('window.host.setSidebarWidth(520)');
    await eventually(() => overlaps(view)).toEqual([]);
    await view.vault.close();
  });
});

describe('pictures to look at', () => {
  it.each(['light', 'dark'] as const)('of everything in the %s theme', async (theme) => {
    const view = await openTasks({ folder: DEMO, theme, host: { sidebarWidth: 400 } });
    await view.page.evaluate(`app.workspace.openLinkText('2025-11-05 - Certificate stand-up', '')`);
    await view.list.focus();
    await view.press('j', 'x', 'j', 'x', 'j');
    await view.vault.screenshot(`triage-${theme}`);
    await view.press('Escape', 'a');
    await view.notice('Accepted');
    await view.vault.screenshot(`notice-${theme}`);
    await view.press('z');
    await view.notice('Undone');
    await view.clearNotices();
    await view.press('t');
    await view.modal.getByLabel('Type a day').fill('in 3 days');
    await view.vault.screenshot(`date-${theme}`);
    await view.press('Escape', 'Shift+Slash');
    await view.modal.locator('.modal-content').waitFor();
    await view.vault.screenshot(`help-${theme}`);
    await view.press('Escape');
    await view.tab('This week');
    await eventually(() => view.outline()).toContain('# Overdue');
    await view.vault.screenshot(`week-${theme}`);
    await view.page.evaluate('app.setting.open(), app.setting.openTabById("meeting-tasks"), undefined');
    await view.modal.locator('.setting-item', { hasText: 'about' }).first().waitFor();
    await view.vault.screenshot(`settings-${theme}`);
    await view.vault.close();
  });

  it('of an empty list and of right-to-left text', async () => {
    const view = await openTasks({
      notes: {
        ...ORCHARD,
        'Arabic.md': meeting('مراجعة', '2025-11-05', [
          '- [?] مراجعة النص العربي على الشاشة @Me 📅 2025-11-06',
        ]),
      },
      host: { sidebarWidth: 320 },
    });
    await eventually(() => view.tasks()).toHaveLength(6);
    await view.vault.screenshot('right-to-left');
    await view.filter.fill('nothing like this');
    await eventually(() => view.placeholder()).toBe('Nothing matches');
    await view.vault.screenshot('empty');
    await view.vault.close();
  });
});
