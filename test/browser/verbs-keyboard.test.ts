import { describe, expect, it } from 'vitest';
import {
  KEY,
  LADDER,
  NETS,
  OAK,
  PRESS,
  PRESS_TEXT,
  pressWith,
  ROUND,
  ROUND_TEXT,
  roundWith,
  SCREW,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

/** Presses keys on the screw, checks the whole file and the notice, and takes it back with z. */
async function onScrew(keys: readonly string[], wanted: string, said: string): Promise<void> {
  await view.goTo('Order a new screw');
  await view.press(...keys);
  await view.vault.fileBecomes(PRESS, pressWith(SCREW, wanted));
  await view.notice(said);
  expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
  await view.press('z');
  await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  await view.notice('Undone');
}

const BODY = 'Order a new screw for the press @Myself ⏫ 📅 2025-11-04';

describe('deciding by key', () => {
  it.each([
    ['a', `- [ ] ${BODY} #task`, 'Accepted (1 task).'],
    ['1', `- [ ] ${BODY} #task`, 'Accepted (1 task).'],
    ['r', `- [-] ${BODY} ❌ 2025-11-05 #task`, 'Rejected (1 task).'],
    ['3', `- [-] ${BODY} ❌ 2025-11-05 #task`, 'Rejected (1 task).'],
    ['c', `- [x] ${BODY} ✅ 2025-11-05 #task`, 'Completed (1 task).'],
    ['m', `- [-] ${BODY} ❌ 2025-11-05 #task #duplicate`, 'Closed as copy (1 task).'],
    ['2', `- [-] ${BODY} ❌ 2025-11-05 #task #duplicate`, 'Closed as copy (1 task).'],
  ])('%s', async (key, wanted, said) => {
    await onScrew([key], wanted, said);
  });

  it('takes the row out, moves the cursor on, and brings it back with undo', async () => {
    await view.goTo('Order a new screw');
    await view.press('a');
    await eventually(() => view.tasks()).not.toContain('Order a new screw for the press');
    await eventually(() => view.cursor()).toBe('Ask the mill for oak staves');
    await eventually(() => view.splits()).toContain('*Mine 4');
    await view.press('z');
    await eventually(() => view.tasks()).toContain('Order a new screw for the press');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('redoes with Shift+Z, and undoes with Mod+Z', async () => {
    await view.goTo('Order a new screw');
    await view.press('a');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, `- [ ] ${BODY} #task`));
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.press('Shift+Z');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, `- [ ] ${BODY} #task`));
    await view.press('ControlOrMeta+z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.press('ControlOrMeta+Shift+Z');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, `- [ ] ${BODY} #task`));
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('never decides while a key is held', async () => {
    await view.goTo('Mend the long ladder');
    await view.page.keyboard.down('a');
    for (let i = 0; i < 5; i++) await view.page.keyboard.down('a');
    await view.page.keyboard.up('a');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    await eventually(() => view.splits()).toContain('*Mine 4');
    // One more key that goes the same way: whatever the repeats did would be done before it.
    await view.press('z');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
    await eventually(() => view.notices()).not.toContain('There is nothing to undo.');
  });

  it('decides two tasks of one note on two quick keys', async () => {
    await view.goTo('Order a new screw');
    await view.press('a', 'r');
    const both = pressWith(SCREW, `- [ ] ${BODY} #task`).replace(
      OAK,
      '- [-] Ask the mill for **oak** staves @Myself 📅 2025-11-07 ❌ 2025-11-05 #task',
    );
    await view.vault.fileBecomes(PRESS, both);
    await view.press('z', 'z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });
});

describe('changing by key', () => {
  const line = (fields: string, symbol = '?'): string =>
    `- [${symbol}] Order a new screw for the press @Myself ${fields} #proposed #task`;

  it('sets and removes the priority with p', async () => {
    await view.goTo('Order a new screw');
    await view.press('p');
    await view.pick('Low');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, line('🔽 📅 2025-11-04')));
    await eventually(async () => (await view.chips('Order'))['priority']).toBe('Low priority');
    await view.press('p');
    await view.pick('None');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, line('📅 2025-11-04')));
    await eventually(async () => (await view.chips('Order'))['priority']).toBeUndefined();
    await view.press('p');
    await view.pick('Highest');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, line('🔺 📅 2025-11-04')));
    await view.press('z', 'z', 'z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('puts a new field where it belongs', async () => {
    await view.goTo('Write down who');
    await view.press('p');
    await view.pick('Medium');
    await view.vault.fileBecomes(PRESS, pressWith(KEY, `${KEY} 🔼`));
    await eventually(async () => (await view.chips('Write down'))['priority']).toBe('Medium priority');
    await view.press('t', 'y');
    await view.vault.fileBecomes(PRESS, pressWith(KEY, `${KEY} 🔼 📅 2025-11-06`));
    await view.press('z', 'z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.split('Nobody');
    await view.goTo('Find a second pump');
    await view.press('t', 't');
    const pump = '- [?] Find a second pump 📅 2025-11-05 ^pump';
    await view.vault.fileBecomes(PRESS, pressWith('- [?] Find a second pump ^pump', pump));
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.split('Mine');
  });

  it('snoozes with h: the task waits among the snoozed', async () => {
    await view.goTo('Order a new screw');
    await view.press('h', 'w');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, line('⏫ 🛫 2025-11-10 📅 2025-11-04')));
    await eventually(() => view.splits()).toEqual([
      '*Mine 4',
      'Nobody’s 1',
      'Theirs 1',
      'Snoozed 2',
      'All 6',
    ]);
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('assigns with @: to somebody known, somebody new, and nobody', async () => {
    const wanted = (owner: string): string => pressWith(SCREW, SCREW.replace('@Myself', owner));
    await view.split('All');
    await view.goTo('Order a new screw');
    await view.press('Shift+Digit2');
    await view.page.keyboard.type('oda');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, wanted('@Oda Brandt'));
    await eventually(async () => (await view.chips('Order'))['owner']).toBe('Oda Brandt');
    await view.press('Shift+Digit2');
    await view.page.keyboard.type('Tilda Grove');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, wanted('@Tilda Grove'));
    await eventually(async () => (await view.chips('Order'))['owner']).toBe('Tilda Grove');
    await view.press('Shift+Digit2');
    await view.page.keyboard.type('nobody');
    await view.press('Enter');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, SCREW.replace(' @Myself', '')));
    await view.press('z', 'z', 'z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.split('Mine');
  });

  it('edits the text with e, and leaves everything else', async () => {
    await view.goTo('Ask the mill');
    await view.press('e');
    const area = view.modal.getByRole('textbox');
    await eventually(() => area.inputValue()).toBe('Ask the mill for **oak** staves');
    await area.fill('Ask both mills for\noak');
    await view.press('Enter');
    await view.vault.fileBecomes(
      PRESS,
      pressWith(OAK, '- [?] Ask both mills for oak @Myself 📅 2025-11-07 #task'),
    );
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('writes nothing when the wish is fulfilled, or the dialog is left', async () => {
    await view.goTo('Order a new screw');
    await view.press('p');
    await view.pick('High');
    await view.notice('Nothing to change.');
    for (const key of ['t', 'h', 'e', 'p', 'Shift+Digit2']) await view.press(key, 'Escape');
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
    await view.press('j');
    await eventually(() => view.cursor()).toBe('Ask the mill for oak staves');
  });
});

describe('several selected tasks', () => {
  it('are decided as one, over two notes, and undone as one', async () => {
    await view.goTo('Take the nets down');
    await view.press('x', 'j', 'x');
    await eventually(() => view.selected()).toEqual([
      'Take the nets down',
      'Order a new screw for the press',
    ]);
    await eventually(() => view.detail.innerText()).toContain('2 selected');
    await view.press('r');
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, `- [-] ${BODY} ❌ 2025-11-05 #task`));
    const nets = `${NETS.replace('[?]', '[-]')} ❌ 2025-11-05`;
    await view.vault.fileBecomes(ROUND, roundWith(NETS, nets));
    await view.notice('Rejected (2 tasks).');
    await eventually(() => view.selected()).toEqual([]);
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await view.notice('Undone: rejected (2 tasks).');
    await view.list.focus();
    await view.press('Shift+Z');
    await view.vault.fileBecomes(ROUND, roundWith(NETS, nets));
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, `- [-] ${BODY} ❌ 2025-11-05 #task`));
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('keep each its own text', async () => {
    await view.goTo('Take the nets down');
    await view.press('x', 'j', 'x', 'e');
    await view.notice('Edit the text of one task at a time.');
    await eventually(() => view.page.locator('.modal-container').count()).toBe(0);
    await eventually(() => view.selected()).toHaveLength(2);
  });

  it('are undone by the notice that names them, and nothing else is', async () => {
    await view.goTo('Mend the long');
    await view.press('a');
    const accepted = roundWith(LADDER, LADDER.replace('[?]', '[ ]'));
    await view.vault.fileBecomes(ROUND, accepted);
    await view.notice('Accepted (1 task).');
    await view.list.focus();
    await view.press('r');
    await view.notice('Rejected (1 task).');
    await view.press('z');
    await view.notice('Undone: rejected (1 task).');
    await view.undoByNotice();
    await view.notice('Nothing to change.');
    expect(await view.vault.file(ROUND)).toBe(accepted);
  });

  it('are selected by Shift and the movement keys', async () => {
    await view.goTo('Order a new screw');
    await view.press('Shift+J', 'Shift+ArrowDown');
    await eventually(() => view.selected()).toHaveLength(3);
    await view.press('Escape');
    await eventually(() => view.selected()).toEqual([]);
    await view.press('Shift+K');
    await eventually(() => view.selected()).toEqual([
      'Ask the mill for oak staves',
      'Write down who holds the key',
    ]);
    await view.press('t', 'f');
    const friday = pressWith(KEY, `${KEY} 📅 2025-11-07`);
    await view.vault.fileBecomes(PRESS, friday);
    await view.notice('Due 2025-11-07 (1 task).');
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('accepts the whole group with Mod+Enter, or selects it with *', async () => {
    await view.goTo('Mend the long ladder');
    await view.press('Shift+Digit8');
    await eventually(() => view.selected()).toEqual(['Mend the long ladder', 'Take the nets down']);
    await view.press('Escape', 'ControlOrMeta+Enter');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT.replaceAll('[?]', '[ ]'));
    await eventually(() => view.outline()).not.toContain('# Orchard round');
    await view.press('z');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });
});
