import { afterEach, describe, expect, it } from 'vitest';
import {
  KEY,
  LADDER,
  meeting,
  NETS,
  OAK,
  PRESS,
  PRESS_TEXT,
  pressWith,
  ROUND,
  ROUND_TEXT,
  roundWith,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));
afterEach(async () => {
  await view.page.keyboard.press('Escape');
  await view.page.evaluate(`app.saveLocalStorage('meeting-tasks-focus', null)`);
});

const dialog = () => view.page.locator('.meeting-tasks-review');
const head = () => dialog().locator('.meeting-tasks-review-head').innerText();
const card = () => dialog().locator('.meeting-tasks-review-card .meeting-tasks-detail-text').innerText();

describe('one by one', () => {
  it('shows a card with its evidence, and each key decides and goes on', async () => {
    await view.list.focus();
    await view.page.keyboard.press('Home');
    await view.press('Shift+F');
    await eventually(head).toBe('5 left, 0 decided');
    await eventually(() => card()).toBe('Mend the long ladder');
    await eventually(() => dialog().locator('.meeting-tasks-context').innerText()).toContain(
      'Take the nets down',
    );
    await eventually(() => dialog().innerText()).toContain('Some words before the list.');
    await view.page.keyboard.press('a');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    await eventually(card).toBe('Take the nets down');
    await eventually(head).toBe('4 left, 1 decided');
    await view.page.keyboard.press('s');
    await eventually(card).toBe('Order a new screw for the press');
    await view.page.keyboard.press('r');
    await view.vault.fileBecomes(PRESS, (text) => text.includes('- [-] Order a new screw'));
    await eventually(card).toContain('Ask the mill');
    await view.page.keyboard.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await eventually(card).toBe('Order a new screw for the press');
    await eventually(head).toBe('3 left, 1 decided');
  });

  it('stays on a card whose date is changed, and decides on it afterwards', async () => {
    await view.goTo('Take the nets');
    await view.press('Shift+F');
    await eventually(card).toBe('Take the nets down');
    await view.page.keyboard.press('t');
    await view.page.keyboard.press('y');
    const moved = NETS.replace('2025-11-12', '2025-11-06');
    await view.vault.fileBecomes(ROUND, roundWith(NETS, moved));
    await eventually(() => dialog().locator('.mod-due').innerText()).toContain('Tomorrow');
    await eventually(() => card()).toBe('Take the nets down');
    await view.page.keyboard.press('a');
    await view.vault.fileBecomes(ROUND, roundWith(NETS, moved.replace('[?]', '[ ]')));
    await eventually(card).not.toBe('Take the nets down');
  });

  it('takes back with z what was done last, be it no decision', async () => {
    await view.goTo('Mend the long');
    await view.press('Shift+F');
    await eventually(card).toBe('Mend the long ladder');
    await view.page.keyboard.press('a');
    const accepted = roundWith(LADDER, LADDER.replace('[?]', '[ ]'));
    await view.vault.fileBecomes(ROUND, accepted);
    await eventually(card).toBe('Take the nets down');
    await view.press('t', 'y');
    await view.vault.fileBecomes(ROUND, accepted.replace('2025-11-12', '2025-11-06'));
    await eventually(() => dialog().locator('.mod-due').innerText()).toContain('Tomorrow');
    await view.page.keyboard.press('z');
    await view.vault.fileBecomes(ROUND, accepted);
    await eventually(() => dialog().locator('.mod-due').innerText()).not.toContain('Tomorrow');
    await eventually(() => card()).toBe('Take the nets down');
    await eventually(() => head()).toContain('1 decided');
    await view.page.keyboard.press('z');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await eventually(card).toBe('Mend the long ladder');
  });

  it('takes back with z only what was done here', async () => {
    await view.goTo('Order a new screw');
    await view.press('r');
    const rejected = (text: string): boolean => text.includes('- [-] Order a new screw');
    await view.vault.fileBecomes(PRESS, rejected);
    await view.goTo('Mend the long');
    await view.press('Shift+F');
    await eventually(card).toBe('Mend the long ladder');
    await view.page.keyboard.press('a');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    // Meanwhile it is undone elsewhere.
    await view.vault.command('meeting-tasks:undo');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await eventually(head).toContain('1 decided');
    await view.page.keyboard.press('z');
    await eventually(card).toBe('Mend the long ladder');
    expect(rejected(await view.vault.file(PRESS))).toBe(true);
  });

  it('goes on where there is no room to keep it', async () => {
    await view.page.evaluate(`app.saveLocalStorage = () => { throw new Error('No room') }`);
    try {
      await view.goTo('Mend the long');
      await view.press('Shift+F');
      await eventually(card).toBe('Mend the long ladder');
      await view.page.keyboard.press('a');
      await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
      await eventually(card).toBe('Take the nets down');
    } finally {
      await view.page.evaluate('delete app.saveLocalStorage');
    }
  });

  it('is gone on with where it was left, and ends with what was decided', async () => {
    await view.goTo('Ask the mill');
    await view.press('Shift+F');
    await eventually(card).toContain('Ask the mill');
    await view.page.keyboard.press('a');
    await view.vault.fileBecomes(PRESS, pressWith(OAK, OAK.replace('[?]', '[ ]')));
    await eventually(card).toContain('Write down who');
    await view.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await view.goTo('Mend the long');
    await view.press('Shift+F');
    await eventually(card).toContain('Write down who');
    await view.page.keyboard.press('a');
    await view.vault.fileBecomes(PRESS, (text) => text.includes(KEY.replace('[?]', '[ ]')));
    for (let left = 3; left > 0; left--) {
      await eventually(head).toContain(`${left} left`);
      await view.page.keyboard.press('s');
    }
    await eventually(() => dialog().innerText()).toContain('2 tasks');
    await dialog().getByRole('button', { name: 'Go through the rest' }).click();
    await eventually(head).toContain('3 left, 2 decided');
  });
});

describe('by rule', () => {
  it('shows what the filter fits, writes it when told to, and keeps the rule', async () => {
    await view.list.focus();
    await view.press('/');
    await view.page.keyboard.type('meeting:orchard');
    await eventually(() => view.tasks()).toEqual(['Mend the long ladder', 'Take the nets down']);
    await view.page.keyboard.press('Enter');
    await view.press('Shift+D');
    await eventually(() => view.modal.innerText()).toContain('Mine · meeting:orchard · 2 proposals');
    await view.modal.getByRole('textbox', { name: 'Name of the rule' }).fill('Orchard is off');
    await view.modal.getByRole('button', { name: 'Save' }).click();
    await eventually(() => view.modal.innerText()).toContain('Orchard is off');
    await view.modal.getByRole('button', { name: /^Orchard is off/ }).click();
    await eventually(() => view.modal.innerText()).toContain('2 lines in 1 note will be written.');
    expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
    await view.modal.getByRole('button', { name: 'Reject 2' }).click();
    await view.vault.fileBecomes(ROUND, (text) => text.split('- [-]').length === 3);
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await eventually(() => view.tasks()).toHaveLength(2);
    await view.list.focus();
    await view.press('/');
    await view.page.keyboard.press('Escape');
    await eventually(() => view.tasks()).toHaveLength(5);
  });
});

describe('who one is', () => {
  it('is asked where one person is at nearly all meetings, and once', async () => {
    const notes = Object.fromEntries(
      ['Ana Lee', 'Bo Ek', 'Cem Kaya', 'Dee Ott', 'Eva Moe'].map((other, i) => [
        `${i}.md`,
        meeting(`Call ${i}`, `2025-11-0${i + 1}`, [`- [?] Task ${i} @Ines Calder`]).replace(
          'Oda Brandt',
          other,
        ),
      ]),
    );
    const own = await openTasks({ notes });
    const banner = own.root.locator('.meeting-tasks-who');
    await eventually(() => banner.innerText()).toContain('Are you Ines Calder?');
    await eventually(() => own.splits()).toContain('Theirs 5');
    await banner.getByRole('button', { name: 'Yes' }).click();
    await eventually(() => own.splits()).toContain('*Mine 5');
    // What stands around the list follows in a turn after it.
    await eventually(() => banner.isVisible()).toBe(false);
    await own.vault.close();
  });
});
