import { describe, expect, it } from 'vitest';
import {
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
  TRANSCRIPT,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

const BODY = 'Order a new screw for the press @Myself ⏫ 📅 2025-11-04';
const ACCEPTED = pressWith(SCREW, `- [ ] ${BODY} #task`);
const REJECTED = pressWith(SCREW, `- [-] ${BODY} ❌ 2025-11-05 #task`);
const COMPLETED = pressWith(SCREW, `- [x] ${BODY} ✅ 2025-11-05 #task`);
const LOW = pressWith(SCREW, SCREW.replace('⏫', '🔽'));
const TOMORROW = pressWith(SCREW, SCREW.replace('2025-11-04', '2025-11-06'));

/** Waits for the changed note, and takes the change back with the button of the notice. */
async function becomesAndBack(wanted: string): Promise<void> {
  await view.vault.fileBecomes(PRESS, wanted);
  expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
  await view.undoByNotice();
  await view.vault.fileBecomes(PRESS, PRESS_TEXT);
}

describe('the Undo of a message', () => {
  it('takes nothing else back when its change was taken back by the key', async () => {
    await view.goTo('Order a new screw');
    await view.press('a');
    await view.vault.fileBecomes(PRESS, ACCEPTED);
    await view.goTo('Take the nets down');
    await view.press('a');
    await view.vault.fileBecomes(ROUND, (text) => text !== ROUND_TEXT);
    await view.notice('Accepted (1 task).');
    await view.list.press('z');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await view.notice('Undone: accepted (1 task).');
    await view.undoByNotice();
    await view.notice('Nothing to change.');
    expect(await view.vault.file(PRESS)).toBe(ACCEPTED);
  });
});

describe('the buttons of a row', () => {
  it.each([
    ['Accept', ACCEPTED],
    ['Reject', REJECTED],
  ])('%s', async (name, wanted) => {
    const row = view.row('Order a new screw');
    await row.hover();
    await row.locator(`.meeting-tasks-row-actions [aria-label="${name}"]`).click();
    await becomesAndBack(wanted);
  });

  it('Due date, chosen with the mouse', async () => {
    const row = view.row('Order a new screw');
    await row.hover();
    await row.locator('.meeting-tasks-row-actions [aria-label="Due date"]').click();
    await view.modal.getByRole('button', { name: 'Tomorrow' }).click();
    await becomesAndBack(TOMORROW);
  });

  it('More actions, which opens the menu of the row', async () => {
    const row = view.row('Order a new screw');
    await row.hover();
    await row.locator('.meeting-tasks-row-actions [aria-label="More actions"]').click();
    await view.pick('Complete');
    await becomesAndBack(COMPLETED);
  });

  it('open no note when they are clicked twice', async () => {
    const row = view.row('Order a new screw');
    await row.hover();
    await row.locator('.meeting-tasks-row-actions [aria-label="Accept"]').hover();
    await view.page.mouse.down({ clickCount: 1 });
    await view.page.mouse.up({ clickCount: 1 });
    await view.vault.fileBecomes(PRESS, ACCEPTED);
    await eventually(() => view.tasks()).not.toContain('Order a new screw for the press');
    await view.page.mouse.down({ clickCount: 2 });
    await view.page.mouse.up({ clickCount: 2 });
    await view.vault.fileBecomes(PRESS, ACCEPTED.replace(OAK, OAK.replace('[?]', '[ ]')));
    expect(await view.page.evaluate('app.workspace.getLeavesOfType("markdown").length')).toBe(0);
  });

  it('mean their row, whatever else is selected', async () => {
    await view.goTo('Take the nets down');
    await view.press('x');
    await eventually(() => view.selected()).toHaveLength(1);
    const row = view.row('Order a new screw');
    await row.hover();
    await row.locator('.meeting-tasks-row-actions [aria-label="Accept"]').click();
    await becomesAndBack(ACCEPTED);
  });
});

describe('the context menu of a row', () => {
  it.each([
    ['Accept', ACCEPTED],
    ['Reject', REJECTED],
    ['Complete', COMPLETED],
  ])('%s', async (name, wanted) => {
    await view.row('Order a new screw').click({ button: 'right' });
    await view.pick(name);
    await becomesAndBack(wanted);
  });

  it('asks for due date and priority', async () => {
    await view.row('Order a new screw').click({ button: 'right' });
    await view.pick('Due date');
    await view.modal.getByRole('button', { name: 'Tomorrow' }).click();
    await becomesAndBack(TOMORROW);
    await eventually(async () => (await view.chips('Order'))['due']).toBe('Yesterday');
    await view.row('Order a new screw').click({ button: 'right' });
    await view.menu.locator('.menu-item', { hasText: 'Priority' }).click();
    await view.pick('Low');
    await becomesAndBack(LOW);
  });

  it('means the row on which it was opened, whatever else is selected', async () => {
    await view.goTo('Take the nets down');
    await view.press('x');
    await eventually(() => view.selected()).toHaveLength(1);
    await view.row('Order a new screw').click({ button: 'right' });
    await view.pick('Accept');
    await becomesAndBack(ACCEPTED);
  });

  it('decides on nothing else when its task goes while it is open', async () => {
    await view.row('Mend the long ladder').click({ button: 'right' });
    await view.menu.waitFor();
    const without = ROUND_TEXT.replace(`${LADDER}\n`, '');
    await view.vault.writeOutside(ROUND, without);
    await eventually(() => view.tasks()).not.toContain('Mend the long ladder');
    await view.pick('Reject');
    await view.notice('it has changed meanwhile');
    expect(await view.vault.file(ROUND)).toBe(without);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });

  it('acts on all selected rows, and opens the note', async () => {
    await view.goTo('Take the nets down');
    await view.row('Order a new screw').locator('.meeting-tasks-check').click();
    await view.row('Take the nets down').locator('.meeting-tasks-check').click();
    await eventually(() => view.selected()).toHaveLength(2);
    await view.row('Order a new screw').click({ button: 'right' });
    await eventually(() => view.menu.innerText()).toContain('2 tasks');
    await view.pick('Accept');
    await view.vault.fileBecomes(PRESS, ACCEPTED);
    await view.vault.fileBecomes(ROUND, roundWith(NETS, NETS.replace('[?]', '[ ]')));
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await view.row('Take the nets down').click({ button: 'right' });
    await view.pick('Open note');
    await eventually(() => activeLine(view)).toBe(NETS);
  });

  it('selects by Ctrl and Shift with the pointer', async () => {
    await view.goTo('Take the nets down');
    await view.row('Ask the mill').click({ modifiers: ['Shift'], position: { x: 40, y: 4 } });
    await eventually(() => view.selected()).toEqual([
      'Take the nets down',
      'Order a new screw for the press',
      'Ask the mill for oak staves',
    ]);
    await view.row('Order a new').click({ modifiers: ['ControlOrMeta'], position: { x: 40, y: 4 } });
    await eventually(() => view.selected()).toHaveLength(2);
  });
});

describe('the detail card', () => {
  it.each([
    ['Accept', ACCEPTED],
    ['Reject', REJECTED],
    ['Complete', COMPLETED],
  ])('%s', async (name, wanted) => {
    await view.goTo('Order a new screw');
    await view.button(name).click();
    await becomesAndBack(wanted);
  });

  it('asks for due date and priority', async () => {
    await view.goTo('Order a new screw');
    await view.button('Due date').click();
    await view.modal.getByRole('button', { name: 'Tomorrow' }).click();
    await becomesAndBack(TOMORROW);
    await view.goTo('Order a new screw');
    await view.button('Priority').click();
    await view.pick('Low');
    await becomesAndBack(LOW);
  });

  it('says where the task comes from, and leads there', async () => {
    await view.goTo('Ask the mill');
    await eventually(() => view.facts()).toEqual({
      Meeting: 'Press repair › Action items',
      Date: 'Monday, November 3',
      People: 'Ines Calder, Oda Brandt',
      Source: '2025-11-03 - Press repair (transcript)',
    });
    await view.detail.getByRole('link', { name: 'Press repair', exact: true }).click();
    await eventually(() => activeLine(view)).toBe(OAK);
    await view.detail.getByRole('link', { name: 'transcript' }).click();
    await eventually(() => activePath(view)).toBe(TRANSCRIPT);
  });

  it('is hidden and shown with Space and its own button', async () => {
    await view.goTo('Ask the mill');
    await view.press(' ');
    await view.detail.waitFor({ state: 'hidden' });
    await view.press(' ');
    await view.detail.waitFor();
    await view.button('Hide details').click();
    await view.detail.waitFor({ state: 'hidden' });
    await view.goTo('Ask the mill');
    await view.press(' ');
    await view.detail.waitFor();
  });
});

describe('opening the source', () => {
  it('goes to the line with Enter, o and a double click, in a new tab with Mod+o', async () => {
    await view.goTo('Ask the mill');
    await view.press('Enter');
    await eventually(() => activeLine(view)).toBe(OAK);
    await view.goTo('Take the nets down');
    await view.press('o');
    await eventually(() => activeLine(view)).toBe(NETS);
    expect(await openNotes(view)).toBe(1);
    await view.row('Order a new screw').dblclick({ position: { x: 40, y: 4 } });
    await eventually(() => activeLine(view)).toBe(SCREW);
    await view.goTo('Ask the mill');
    await view.press('ControlOrMeta+o');
    await eventually(() => activeLine(view)).toBe(OAK);
    expect(await openNotes(view)).toBe(2);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });
});

/** The line under the cursor of the editor opened last. */
function activeLine({ page }: TaskViewPage): Promise<string> {
  return page.evaluate(
    '(() => { const v = app.workspace.getMostRecentLeaf()?.view; return v?.editor ? v.editor.getLine(v.editor.getCursor().line) : "" })()',
  );
}

function activePath({ page }: TaskViewPage): Promise<string> {
  return page.evaluate('app.workspace.getMostRecentLeaf()?.view.file?.path ?? ""');
}

function openNotes({ page }: TaskViewPage): Promise<number> {
  return page.evaluate('app.workspace.getLeavesOfType("markdown").length');
}

describe('dragging with the mouse', () => {
  /** Presses on a row at its box, or further in, and moves over the others. */
  async function drag(from: string, ...over: readonly string[]): Promise<void> {
    const check = view.row(from).locator('.meeting-tasks-check');
    await check.hover();
    await view.page.mouse.down();
    for (const text of over) await view.row(text).locator('.meeting-tasks-meta').hover();
    await view.page.mouse.up();
  }

  it.each(['Triage', 'This week'] as const)('from a box selects rows there and back in %s', async (tab) => {
    await view.tab(tab);
    await eventually(async () => (await view.tasks()).length).toBeGreaterThan(3);
    const [first = '', second = '', third = '', fourth = ''] = await view.tasks();
    await drag(second, third, fourth);
    await eventually(() => view.selected()).toEqual([second, third, fourth]);
    await eventually(() => view.cursor()).toBe(fourth);
    await view.press('Escape');
    await drag(third, fourth, second);
    await eventually(() => view.selected()).toEqual([second, third]);
    // A click on a box goes on taking one more.
    await view.row(first).locator('.meeting-tasks-check').click();
    await eventually(() => view.selected()).toEqual([first, second, third]);
    await view.press('Escape');
    await eventually(() => view.selected()).toEqual([]);
    await view.tab('Triage');
  });

  it('with Shift from anywhere selects, and marks no text', async () => {
    const [first = '', second = '', third = ''] = await view.tasks();
    await view.row(first).locator('.meeting-tasks-meta').hover();
    await view.page.keyboard.down('Shift');
    await view.page.mouse.down();
    await view.row(third).locator('.meeting-tasks-meta').hover();
    await view.page.mouse.up();
    await view.page.keyboard.up('Shift');
    await eventually(() => view.selected()).toEqual([first, second, third]);
    expect(await view.page.evaluate(() => getSelection()?.toString())).toBe('');
    await view.press('Escape');
  });
});
