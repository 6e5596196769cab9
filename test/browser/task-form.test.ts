import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OAK, ORCHARD, PRESS, PRESS_TEXT, pressWith } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const INBOX = 'Inbox.md';
const INBOX_TEXT = '# Inbox\n\n- [ ] Sweep the yard\n  - with the new broom\n\nThe end.\n';

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({
    notes: { ...ORCHARD, [INBOX]: INBOX_TEXT },
    settings: { captureNote: INBOX },
    height: 1000,
  });
});
afterAll(() => view.vault.close());

const line = (): Promise<string> => view.modal.locator('.meeting-tasks-form-line').innerText();
const field = (name: string) => view.modal.getByLabel(name, { exact: true });

describe('adding a task', () => {
  it('shows the line that is written, and writes it behind the last task of the note', async () => {
    await view.list.focus();
    await view.press('Shift+N');
    await eventually(line).toBe('Say what is to be done.');
    await view.page.keyboard.type('Call the cooper');
    await field('Owner').fill('Myself');
    await field('Due').fill('next fri');
    await eventually(line).toBe('- [ ] Call the cooper @Myself 📅 2025-11-14');
    await field('Repeats').fill('every blue moon');
    await eventually(line).toContain('cannot be written');
    await field('Repeats').fill('every week');
    await eventually(line).toBe('- [ ] Call the cooper @Myself 🔁 every week 📅 2025-11-14');
    await view.press('Enter');
    await view.vault.fileBecomes(
      INBOX,
      INBOX_TEXT.replace('broom\n', 'broom\n- [ ] Call the cooper @Myself 🔁 every week 📅 2025-11-14\n'),
    );
    await view.undoByNotice();
    await view.vault.fileBecomes(INBOX, INBOX_TEXT);
  });

  it('to the last meeting with its owner', async () => {
    await view.vault.command('meeting-tasks:add-task');
    await view.modal.getByLabel('Text of the task').fill('Bring the saw');
    await field('Owner').fill('Ines Calder');
    await view.modal
      .locator('select')
      .last()
      .selectOption({ label: 'Last meeting with Ines Calder: 2025-11-04 - Orchard round' });
    await view.modal.getByRole('button', { name: 'Save' }).click();
    await view.vault.fileBecomes('Meetings/2025-11-04 - Orchard round.md', (text) =>
      text.includes('2025-11-07\n- [ ] Bring the saw @Ines Calder\n'),
    );
    await view.undoByNotice();
    await view.vault.fileBecomes(
      'Meetings/2025-11-04 - Orchard round.md',
      ORCHARD['Meetings/2025-11-04 - Orchard round.md'] ?? '',
    );
  });
});

describe('editing a task', () => {
  it('changes just what was changed', async () => {
    await view.goTo('Ask the mill');
    await view.press('Shift+E');
    await eventually(() => view.modal.getByLabel('Text of the task').inputValue()).toBe(
      'Ask the mill for **oak** staves',
    );
    await eventually(() => line()).toBe(OAK);
    await field('Scheduled').fill('tomorrow');
    await view.modal.locator('select').selectOption('high');
    const wanted = OAK.replace(' 📅', ' ⏫ ⏳ 2025-11-06 📅');
    await view.modal.getByRole('button', { name: 'Save' }).click();
    await view.vault.fileBecomes(PRESS, (text) => text !== PRESS_TEXT);
    expect((await view.vault.file(PRESS)).split('\n').sort()).toEqual(
      pressWith(OAK, wanted).split('\n').sort(),
    );
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('writes nothing while a day is not understood, or when nothing was changed', async () => {
    await view.goTo('Ask the mill');
    await view.press('Shift+E');
    await field('Due').fill('some day');
    await eventually(line).toBe('Not understood: Due.');
    await view.modal.getByRole('button', { name: 'Save' }).click();
    await eventually(() => view.modal.count()).toBe(1);
    await field('Due').fill('2025-11-07');
    await view.modal.getByRole('button', { name: 'Save' }).click();
    await view.modal.waitFor({ state: 'detached' });
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });
});

describe('the form of the Tasks plugin', () => {
  it('is used in place of the own one where that is wished', async () => {
    const other = await openTasks({ settings: { tasksForm: true, captureNote: PRESS } });
    await other.page.evaluate(`
      app.plugins.plugins['obsidian-tasks-plugin'] = { apiV1: {
        createTaskLineModal: () => Promise.resolve('- [ ] From the other form'),
        editTaskLineModal: (line) => Promise.resolve(line.replace('Ask', 'Beg')),
      } };`);
    await other.goTo('Ask the mill');
    await other.press('Shift+E');
    await other.vault.fileBecomes(PRESS, pressWith(OAK, OAK.replace('Ask', 'Beg')));
    await other.vault.command('meeting-tasks:add-task');
    await other.vault.fileBecomes(PRESS, (text) => text.includes('\n- [ ] From the other form\n'));
    await other.vault.close();
  });
});
