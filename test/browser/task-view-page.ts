import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openVault, type OpenOptions, type OpenVault } from './harness';
import { ORCHARD, TODAY } from './notes';

/** How long a condition is waited for. Long, because the machine may be busy; it ends as soon as it holds. */
const PATIENCE = 15_000;

/** A row of the list as the user sees it. */
export interface ShownRow {
  readonly kind: 'group' | 'task';
  /** The text of a task, or the title of a group. */
  readonly text: string;
  /** What stands behind the title of a group. */
  readonly detail: string;
  /** Texts of the small facts below a task, by their kind; also what an icon says in words. */
  readonly chips: Readonly<Record<string, string>>;
  readonly cursor: boolean;
  readonly selected: boolean;
}

/** Waits until what a function returns is as the matcher behind it says. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: PATIENCE, interval: 25 });
}

/** The plugin's view in the page, as a user has it before them. */
export class TaskViewPage {
  readonly page: Page;
  readonly root: Locator;
  readonly list: Locator;
  readonly filter: Locator;
  readonly detail: Locator;
  readonly menu: Locator;
  readonly modal: Locator;

  constructor(readonly vault: OpenVault) {
    this.page = vault.page;
    this.page.setDefaultTimeout(PATIENCE);
    this.root = this.page.locator('.meeting-tasks-view');
    this.list = this.root.locator('.meeting-tasks-list');
    this.filter = this.root.locator('.meeting-tasks-filter');
    this.detail = this.root.locator('.meeting-tasks-detail');
    this.menu = this.page.locator('.menu');
    this.modal = this.page.locator('.modal-container').last();
  }

  /** The rows on the page, from top to bottom. */
  rows(): Promise<ShownRow[]> {
    return this.root.evaluate((root) => {
      const visible = [...root.querySelectorAll<HTMLElement>('.meeting-tasks-row')].filter(
        (el) => el.offsetParent !== null,
      );
      const textOf = (el: HTMLElement, selector: string): string =>
        el.querySelector(selector)?.textContent?.trim() ?? '';
      return visible
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((el) => {
          const isGroup = el.classList.contains('mod-group');
          const chips: Record<string, string> = {};
          for (const chip of el.querySelectorAll('.meeting-tasks-chip')) {
            const kind = /mod-(\S+)/.exec(chip.className)?.[1] ?? '';
            chips[kind] = chip.textContent?.trim() ?? '';
          }
          return {
            kind: isGroup ? ('group' as const) : ('task' as const),
            text: textOf(el, isGroup ? '.meeting-tasks-group-title' : '.meeting-tasks-text'),
            detail: isGroup
              ? [textOf(el, '.meeting-tasks-group-detail'), textOf(el, '.meeting-tasks-group-count')].join(
                  '|',
                )
              : '',
            chips,
            cursor: el.classList.contains('is-cursor'),
            selected: el.classList.contains('is-selected'),
          };
        });
    });
  }

  /** The texts of the tasks on the page. */
  async tasks(): Promise<string[]> {
    return (await this.rows()).filter(({ kind }) => kind === 'task').map(({ text }) => text);
  }

  /** Titles of groups as `# title`, with the texts of their tasks below. */
  async outline(): Promise<string[]> {
    return (await this.rows()).map(({ kind, text }) => (kind === 'group' ? `# ${text}` : text));
  }

  /** The row under the cursor. */
  async cursor(): Promise<string | null> {
    return (await this.rows()).find((row) => row.cursor)?.text ?? null;
  }

  /** The texts of the selected rows. */
  async selected(): Promise<string[]> {
    return (await this.rows()).filter((row) => row.selected).map(({ text }) => text);
  }

  /** The facts below a task. */
  async chips(text: string): Promise<Readonly<Record<string, string>>> {
    return (await this.rows()).find((row) => row.text.startsWith(text))?.chips ?? {};
  }

  /** A row by the beginning of its text. */
  row(text: string): Locator {
    return this.root.locator('.meeting-tasks-row:visible').filter({ hasText: text }).first();
  }

  /** Puts the cursor on a task by a click, which also gives the list the focus. */
  async goTo(text: string): Promise<void> {
    await this.clearNotices();
    // At the corner: a link in the text would be followed, and the row's buttons lie over its end.
    await this.row(text).click({ position: { x: 40, y: 4 } });
    await eventually(async () => (await this.cursor()) ?? '').toContain(text);
    await this.list.focus();
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A tab by its name. */
  async tab(name: 'Triage' | 'This week' | 'People' | 'This note'): Promise<void> {
    await this.clearNotices();
    await this.root.getByRole('tab', { name }).click();
  }

  /** Clicks one of the parts of the triage. */
  async split(name: string): Promise<void> {
    // In the app, too, notices lie over the head of the right sidebar.
    await this.clearNotices();
    await this.root.locator('.meeting-tasks-split:visible', { hasText: name }).click();
  }

  /** Names and counts of the parts, with a star before the one that is shown. */
  splits(): Promise<string[]> {
    return this.root
      .locator('.meeting-tasks-split:visible')
      .evaluateAll((buttons) =>
        buttons.map(
          (button) =>
            `${button.getAttribute('aria-pressed') === 'true' ? '*' : ''}${[...button.children].map((child) => child.textContent).join(' ')}`,
        ),
      );
  }

  /** The texts of all notices. */
  notices(): Promise<string[]> {
    return this.page.locator('.notice').allInnerTexts();
  }

  /** Waits for a notice that says this. */
  async notice(text: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.notice', { hasText: text }).last();
    await found.waitFor({ timeout: PATIENCE });
    return found;
  }

  /** Takes all notices away, so that the next one is a new one. */
  async clearNotices(): Promise<void> {
    await this.page
      .locator('.notice')
      .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  }

  /** Clicks Undo in the notice. */
  async undoByNotice(): Promise<void> {
    await this.page.locator('.notice').getByRole('button', { name: 'Undo' }).last().click();
  }

  /** Picks an item of the menu that is open. */
  async pick(name: string): Promise<void> {
    await this.menu.locator('.menu-item', { hasText: new RegExp(`^${name}$`) }).click();
    await this.menu.waitFor({ state: 'detached' });
  }

  /** A button of the detail card. */
  button(name: string): Locator {
    return this.detail.getByRole('button', { name, exact: true });
  }

  /** Facts of the detail card by their names. */
  async facts(): Promise<Record<string, string>> {
    return this.detail.locator('.meeting-tasks-facts').evaluate((list) => {
      const facts: Record<string, string> = {};
      for (const dt of list.querySelectorAll('dt')) {
        facts[dt.textContent ?? ''] = dt.nextElementSibling?.textContent ?? '';
      }
      return facts;
    });
  }

  /** Runs a command of the plugin from the palette, as a user does: by its name. */
  async palette(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.page.keyboard.type(name);
    await this.page.locator('.suggestion-item').first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Title and text of what stands in place of an empty list. */
  async placeholder(): Promise<string> {
    const title = this.root.locator('.meeting-tasks-empty-title:visible');
    return (await title.count()) === 0 ? '' : title.innerText();
  }

  /** Brings these notes, if any, and the view back to how they were, whatever a test that failed has left. */
  async reset(notes: Readonly<Record<string, string>>): Promise<void> {
    await this.press('Escape', 'Escape');
    await this.clearNotices();
    await this.page.evaluate('app.workspace.detachLeavesOfType("markdown")');
    const present = await this.page.evaluate<string[]>(
      'app.vault.getMarkdownFiles().map((file) => file.path)',
    );
    for (const path of Object.keys(notes).length > 0 ? present : []) {
      if (!(path in notes)) await this.vault.removeOutside(path).catch(() => undefined);
    }
    for (const [path, text] of Object.entries(notes)) {
      if ((await this.vault.file(path).catch(() => null)) !== text) await this.vault.writeOutside(path, text);
    }
    await this.vault.command('meeting-tasks:open-triage');
    // As the app restores a view, here without anything that was stored.
    await this.page.evaluate(
      'app.workspace.getLeavesOfType("meeting-tasks")[0].setViewState({ type: "meeting-tasks", state: {} })',
    );
    if (Object.keys(notes).length > 0) await this.followed(Object.values(notes).join('\n'));
    await this.list.focus();
    await this.press('Escape');
    await this.clearNotices();
  }

  /** Waits until every task on the page stands in a text as the list has it: a key would miss an older one. */
  private async followed(text: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const lines = new Set(wanted.split('\n'));
      const rows = [...document.querySelectorAll<HTMLElement>('.meeting-tasks-row.mod-task')];
      const shown = rows.filter((row) => row.offsetParent !== null);
      return shown.every((row) => lines.has(row.dataset['key']?.split('\n').pop() ?? ''));
    }, text);
  }

  /** Waits until the list of all notes is there. What stands around the rows follows them in a turn of its own. */
  async ready(): Promise<this> {
    await this.root.waitFor();
    // Not by expect.poll, which works inside of tests only, nor by waitForFunction, which does not wait for a promise.
    await this.page.evaluate(async (patience) => {
      const isThere = (): boolean => {
        const root = document.querySelector<HTMLElement>('.meeting-tasks-view');
        const shown = [
          ...(root?.querySelectorAll<HTMLElement>('.meeting-tasks-row, .meeting-tasks-empty') ?? []),
        ];
        return shown.some((el) => el.offsetParent !== null) && !root?.innerText.includes('Reading');
      };
      const end = performance.now() + patience;
      for (let turns = 0; turns < 5; turns = isThere() ? turns + 1 : 0) {
        if (performance.now() > end) throw new Error('The list did not come.');
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }
    }, PATIENCE * 4);
    return this;
  }
}

/** Opens a vault (by default the orchard, today the fifth of November) and its view with the focus in the list. */
export async function openTasks(options: OpenOptions = {}): Promise<TaskViewPage> {
  const notes = options.folder === undefined ? { notes: ORCHARD } : {};
  const vault = await openVault({ ...notes, today: TODAY, ...options });
  const view = new TaskViewPage(vault);
  await vault.command('meeting-tasks:open-triage');
  await view.ready();
  return view;
}
