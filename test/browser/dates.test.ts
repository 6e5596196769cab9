import { describe, expect, it } from 'vitest';
import { OAK, PRESS, PRESS_TEXT, pressWith } from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

const due = (day: string): string => pressWith(OAK, OAK.replace('2025-11-07', day));
const NO_DATE = pressWith(OAK, OAK.replace(' 📅 2025-11-07', ''));

/** Opens the dialog on the oak, answers it, checks the file, and undoes. */
async function answered(answer: () => Promise<void>, wanted: string): Promise<void> {
  await view.goTo('Ask the mill');
  await view.press('t');
  await view.modal.waitFor();
  await answer();
  await view.vault.fileBecomes(PRESS, wanted);
  await view.modal.waitFor({ state: 'detached' });
  await view.undoByNotice();
  await view.vault.fileBecomes(PRESS, PRESS_TEXT);
}

describe('the due date', () => {
  it.each([
    ['t', 'Today', due('2025-11-05')],
    ['y', 'Tomorrow', due('2025-11-06')],
    ['w', 'Next week', due('2025-11-10')],
    ['m', 'Next month', due('2025-12-05')],
    ['r', 'No date', NO_DATE],
  ])('by the key %s and the button “%s”', async (key, name, wanted) => {
    await answered(() => view.press(key), wanted);
    const presets = view.modal.locator('.meeting-tasks-presets');
    await answered(() => presets.getByRole('button', { name }).click(), wanted);
  });

  it('from the calendar', async () => {
    await answered(async () => {
      const chosen = view.modal.locator('td[aria-selected=true]');
      await eventually(() => chosen.innerText()).toMatch(/^7/);
      await view.modal.getByRole('button', { name: 'Next month' }).last().click();
      await eventually(() => view.modal.locator('.meeting-tasks-month').innerText()).toContain(
        'December 2025',
      );
      await view.modal.getByRole('button', { name: /^Thursday, December 18/ }).click();
    }, due('2025-12-18'));
  });

  it('from the calendar by keys, which says how much is due on a day', async () => {
    await answered(async () => {
      const today = view.modal.getByRole('button', { name: 'Wednesday, November 5, 1 task' });
      await eventually(() => today.getAttribute('aria-current')).toBe('date');
      await view.modal.locator('.meeting-tasks-day[tabindex="0"]').focus();
      await view.press('ArrowDown', 'ArrowRight', 'PageDown');
      await eventually(() => view.modal.locator(':focus').getAttribute('aria-label')).toBe(
        'Monday, December 15',
      );
      await view.press('Home', 'End', 'Enter');
    }, due('2025-12-20'));
  });

  it('by a meeting that is named, and says which days that can be', async () => {
    await answered(async () => {
      await view.modal.getByLabel('Type a day').fill('a week after press');
      await eventually(() => view.modal.locator('.is-understood').innerText()).toContain('Press repair');
      await view.press('Enter');
    }, due('2025-11-10'));
    await answered(async () => {
      await view.modal.getByLabel('Type a day').fill('two days before orchard');
      await view.modal.locator('.is-understood button').first().click();
    }, due('2025-11-02'));
  });

  it('shows the days of its buttons whole, also where there is little room', async () => {
    await view.page.setViewportSize({ width: 320, height: 800 });
    await view.vault.command('meeting-tasks:open-triage');
    await view.list.focus();
    await view.press('Home', 't');
    const days = view.modal.locator('.meeting-tasks-presets .meeting-tasks-preset-day');
    await eventually(() => days.count()).toBe(5);
    const cut = await days.evaluateAll((all) => all.filter((el) => el.scrollWidth > el.clientWidth).length);
    expect(cut).toBe(0);
    await view.press('Escape');
    await view.page.setViewportSize({ width: 1280, height: 800 });
  });

  it.each([
    ['tomorrow', '2025-11-06'],
    ['in 2 weeks', '2025-11-19'],
    ['+5d', '2025-11-10'],
    ['3 dec', '2025-12-03'],
    ['2026-01-31', '2026-01-31'],
    ['next week', '2025-11-10'],
    ['fri', '2025-11-07'],
  ])('typed as “%s”', async (said, day) => {
    const wanted = day === '2025-11-07' ? PRESS_TEXT : due(day);
    await view.goTo('Ask the mill');
    await view.press('t');
    await view.modal.getByLabel('Type a day').fill(said);
    await eventually(() => view.modal.locator('.is-understood').count()).toBe(1);
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, wanted);
    await view.notice(day === '2025-11-07' ? 'Nothing to change.' : `Due ${day} (1 task).`);
  });

  it('by the button “Friday”, and typed as the Friday after that', async () => {
    const monday = pressWith(OAK, OAK.replace('2025-11-07', '2025-11-10'));
    await view.vault.writeOutside(PRESS, monday);
    await eventually(async () => (await view.chips('Ask'))['due']).toBe('Mon');
    await view.goTo('Ask the mill');
    await view.press('t');
    await view.modal
      .locator('.meeting-tasks-presets')
      .getByRole('button', { name: /^Friday/ })
      .click();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, monday);
    await eventually(async () => (await view.chips('Ask'))['due']).toBe('Mon');
    await view.goTo('Ask the mill');
    await view.press('t');
    await view.modal.getByLabel('Type a day').fill('next friday');
    await eventually(() => view.modal.locator('.is-understood').innerText()).toContain('November 14');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, due('2025-11-14'));
  });

  it('begins a phrase with a letter that picks nothing, and says what is not understood', async () => {
    await view.goTo('Ask the mill');
    await view.press('t', 'i', 'n', ' ');
    const field = view.modal.getByLabel('Type a day');
    await eventually(() => field.inputValue()).toBe('in ');
    await view.page.keyboard.type('no time');
    await eventually(() => view.modal.innerText()).toContain('Not understood yet');
    await view.press('Enter');
    await eventually(() => view.modal.count()).toBe(1);
    await view.press('Escape');
    await view.modal.waitFor({ state: 'detached' });
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });

  it('of several tasks at once', async () => {
    await view.goTo('Order a new screw');
    await view.press('x', 'j', 'x', 't');
    await eventually(() => view.modal.locator('.modal-title').innerText()).toBe('Due date of 2 tasks');
    await view.press('y');
    const both = PRESS_TEXT.replace('📅 2025-11-04', '📅 2025-11-06').replace(
      '📅 2025-11-07',
      '📅 2025-11-06',
    );
    await view.vault.fileBecomes(PRESS, both);
    await view.notice('Due 2025-11-06 (2 tasks).');
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });
});

describe('the day until which a task is snoozed', () => {
  it('lies in the future', async () => {
    await view.goTo('Ask the mill');
    await view.press('h');
    await view.modal.waitFor();
    await eventually(() => view.modal.getByRole('button', { name: 'Today' }).count()).toBe(0);
    await view.modal.getByLabel('Type a day').fill('yesterday');
    await eventually(() => view.modal.innerText()).toContain('Not understood yet');
    await view.modal.getByLabel('Type a day').fill('2026-01-01');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, pressWith(OAK, OAK.replace('📅', '🛫 2026-01-01 📅')));
    await eventually(() => view.tasks()).not.toContain('Ask the mill for oak staves');
    await view.split('Snoozed');
    await view.goTo('Ask the mill');
    await eventually(async () => (await view.chips('Ask'))['start']).toBe('Jan 1, 2026');
    await view.press('h', 'r');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await eventually(() => view.splits()).toContain('Mine 5');
  });
});
