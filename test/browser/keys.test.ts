import { describe, expect, it } from 'vitest';
import { FILTER_HELP } from '../../src/core/list/filter';
import { KEY_BINDINGS, keyLabel, type ListCommand } from '../../src/core/list/keys';
import { PRESS, PRESS_TEXT, ROUND, ROUND_TEXT } from './notes';
import { useOrchard } from './orchard';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const [LADDER, NETS, SCREW, OAK, KEY] = [
  'Mend the long ladder',
  'Take the nets down',
  'Order a new screw for the press',
  'Ask the mill for oak staves',
  'Write down who holds the key',
];

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

/** A key of the table as the keyboard of the tests knows it. */
function pressed(key: string): string {
  const shifted: Record<string, string> = { '@': 'Digit2', '*': 'Digit8', '?': 'Slash' };
  const code = shifted[key];
  return code === undefined ? key.replace('Mod+', 'ControlOrMeta+') : `Shift+${code}`;
}

const cursorIs = (text: string) => (): Promise<void> => eventually(() => view.cursor()).toBe(text);
const symbolIs = (text: string, symbol: string) => (): Promise<void> =>
  view.vault.fileBecomes(PRESS, (note) => note.includes(`- [${symbol}] ${text}`));
const dialogIs = (title: string) => (): Promise<void> =>
  eventually(() => view.modal.locator('.modal-title').innerText()).toBe(title);
const menuHas = (item: string) => (): Promise<void> =>
  eventually(() => view.menu.innerText()).toContain(item);
const selectedAre =
  (...texts: string[]) =>
  (): Promise<void> =>
    eventually(() => view.selected()).toEqual(texts);
const splitIs = (name: string) => (): Promise<void> =>
  eventually(async () => (await view.splits()).find((one) => one.startsWith('*'))).toContain(name);
const opens = (tabs: number) => async (): Promise<void> => {
  await eventually(() => view.page.locator('.cm-line', { hasText: SCREW }).count()).toBeGreaterThan(0);
  await eventually(() => view.page.evaluate('app.workspace.getLeavesOfType("markdown").length')).toBe(tabs);
};

/** What each command does when it is given on the screw, the third task. */
const EFFECTS: Record<ListCommand, { before?: () => Promise<void>; after: () => Promise<void> } | null> = {
  down: { after: cursorIs(OAK) },
  up: { after: cursorIs(NETS) },
  'page-down': { after: cursorIs(KEY) },
  'page-up': { after: cursorIs(LADDER) },
  first: { after: cursorIs(LADDER) },
  last: { after: cursorIs(KEY) },
  fold: { after: cursorIs('Press repair') },
  unfold: {
    before: async () => {
      await view.press('ArrowLeft');
      await cursorIs('Press repair')();
    },
    after: () => eventually(() => view.tasks()).toContain(SCREW),
  },
  open: { after: opens(1) },
  'open-new': { after: opens(1) },
  detail: { after: () => view.detail.waitFor({ state: 'hidden' }) },
  accept: { after: symbolIs('Order', ' ') },
  'close-as-copy': { after: () => view.vault.fileBecomes(PRESS, (note) => note.includes('#duplicate')) },
  reject: { after: symbolIs('Order', '-') },
  complete: { after: symbolIs('Order', 'x') },
  // The tasks of this vault have nothing to repair; the repair itself is tested with the odd lines.
  repair: { after: () => view.notice('Nothing to change.').then(() => undefined) },
  // These two have no key: they are done by button, menu and command.
  start: null,
  reopen: null,
  snooze: { after: dialogIs('Snooze until') },
  reschedule: { after: dialogIs('Due date') },
  assign: { after: () => view.page.getByPlaceholder('Assign to…').waitFor() },
  claim: {
    before: async () => {
      await view.split('Nobody');
      await view.list.focus();
      await cursorIs('Find a second pump')();
    },
    after: () => view.vault.fileBecomes(PRESS, (note) => note.includes('a second pump @Myself ^pump')),
  },
  disown: { after: () => view.vault.fileBecomes(PRESS, (note) => note.includes('for the press ⏫')) },
  priority: { after: menuHas('Highest') },
  'edit-text': { after: dialogIs('Edit text') },
  skip: { after: cursorIs(OAK) },
  select: { after: selectedAre(SCREW) },
  'extend-down': { after: selectedAre(SCREW, OAK) },
  'extend-up': { after: selectedAre(NETS, SCREW) },
  'select-group': { after: selectedAre(SCREW, OAK, KEY) },
  'clear-selection': {
    before: async () => {
      await view.press('x');
      await selectedAre(SCREW)();
    },
    after: selectedAre(),
  },
  'accept-group': {
    after: () => view.vault.fileBecomes(PRESS, (note) => (note.match(/\[ \].*@Myself/g) ?? []).length === 4),
  },
  undo: {
    before: async () => {
      await view.press('a');
      await symbolIs('Order', ' ')();
    },
    after: () => view.vault.fileBecomes(PRESS, PRESS_TEXT),
  },
  redo: {
    before: async () => {
      await view.press('a');
      await symbolIs('Order', ' ')();
      await view.press('z');
      await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    },
    after: symbolIs('Order', ' '),
  },
  filter: {
    after: () => eventually(() => view.filter.evaluate((el) => el === document.activeElement)).toBe(true),
  },
  'previous-split': { after: splitIs('All') },
  'next-split': { after: splitIs('Nobody') },
  back: {
    before: async () => {
      await view.tab('People');
      await view.list.focus();
      await view.press('Enter');
      await eventually(() => view.outline()).toContain('# Proposed');
    },
    after: () => eventually(() => view.outline()).toContain('# Oda Brandt'),
  },
  // Neither a person nor somebody else's task is here; what these keys do is tested with the people.
  agenda: { after: () => view.notice('No person here').then(() => undefined) },
  nudge: { after: () => view.notice('Nobody to ask').then(() => undefined) },
  overview: { after: dialogIs('Overview') },
  menu: { after: menuHas('Close as copy') },
  'add-task': { after: dialogIs('Add task') },
  'edit-task': { after: dialogIs('Edit task') },
  'shift-days': { after: dialogIs('Move due dates of 1 task') },
  review: { after: dialogIs('Weekly review: This week') },
  focus: { after: dialogIs('Decide one by one') },
  rules: { after: dialogIs('Decide by rule') },
  // Done by the menu of the week and by command.
  spread: null,
  'write-review': null,
  help: { after: dialogIs('Keys in the list') },
};

const PAIRS = KEY_BINDINGS.flatMap(([command, help, ...keys]) => keys.map((key) => ({ key, command, help })));

describe('every key of the list', () => {
  it.each(PAIRS)('$key: $help', async ({ key, command }) => {
    const effect = EFFECTS[command];
    if (!effect) throw new Error(`A key for ${command} that no test knows`);
    await view.goTo(SCREW);
    await effect.before?.();
    await view.press(pressed(key));
    await effect.after();
  });

  it('stands in the help', async () => {
    await view.goTo(SCREW);
    await view.press('Shift+Slash');
    const help = view.modal.locator('.modal-content');
    await help.waitFor();
    const rows = await help
      .locator('dt')
      .evaluateAll((terms) =>
        terms.map((term) => [
          [...term.querySelectorAll('kbd')].map((key) => key.textContent).join(' '),
          term.nextElementSibling?.textContent,
        ]),
      );
    const wanted = KEY_BINDINGS.map(([, text, ...keys]) => [
      keys.map((key) => keyLabel(key, false)).join(' '),
      text,
    ]);
    wanted.push(['', 'From a box, or from anywhere with Shift']);
    wanted.push(...FILTER_HELP.map(([, text]) => ['', text]));
    expect(rows.sort()).toEqual(wanted.sort());
  });
});

const DECIDING = ['a', '1', 'r', '3', 'c', 'm', '2', 's', 'x', 't', 'h', 'p', 'e', 'z', '?'];

describe('keys that must do nothing', () => {
  it('while the filter has the focus', async () => {
    await view.goTo(SCREW);
    await view.filter.focus();
    await view.page.keyboard.type(DECIDING.join(''));
    await eventually(() => view.filter.inputValue()).toBe(DECIDING.join(''));
    await view.press('Escape', 'Escape');
    await eventually(() => view.tasks()).toHaveLength(5);
    await eventually(() => view.modal.count()).toBe(0);
    // A change that goes the same way as theirs would have gone: theirs would be done before it.
    await view.press('Home', 'r');
    await view.vault.fileBecomes(ROUND, (text) => text.includes('[-] Mend'));
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
    expect(await view.vault.file(ROUND)).toBe(
      ROUND_TEXT.replace(
        '[?] Mend the long ladder @Myself 📅 2025-11-05',
        (line) => `${line.replace('?', '-')} ❌ 2025-11-05`,
      ),
    );
  });

  it('while a button of the detail card has the focus', async () => {
    await view.goTo(SCREW);
    await view.button('Priority').focus();
    await view.press('a', 'r', 'c');
    await view.list.focus();
    await view.press('x');
    await eventually(() => view.selected()).toEqual([SCREW]);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });

  it('with Alt, Ctrl or in the middle of a composition', async () => {
    await view.goTo(SCREW);
    await view.press('Alt+a', 'Control+r', 'Control+c', 'Control+Alt+a');
    await view.list.evaluate((el) =>
      el.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', isComposing: true, bubbles: true }),
      ),
    );
    await view.press('x');
    await eventually(() => view.selected()).toEqual([SCREW]);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });

  it.each(['a', 'r', 'c', 'm', 'x', 'ControlOrMeta+Enter', 'z'])('%s, held down', async (key) => {
    await view.goTo(SCREW);
    const isHeld = { key: key.replace('ControlOrMeta+', ''), ctrl: key.includes('+') };
    await view.list.evaluate((el, { key: name, ctrl }) => {
      for (let i = 0; i < 3; i++) {
        el.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, ctrlKey: ctrl, repeat: true, bubbles: true }),
        );
      }
    }, isHeld);
    await view.press('j');
    await eventually(() => view.cursor()).toBe(OAK);
    await eventually(() => view.selected()).toEqual([]);
    await eventually(() => view.notices()).toEqual([]);
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
  });
});

describe('keys on other keyboards', () => {
  it('are known by their place where letters are of another script', async () => {
    await view.goTo(SCREW);
    await view.list.evaluate((el) =>
      el.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true, cancelable: true }),
      ),
    );
    await symbolIs('Order', ' ')();
  });
});

describe('with single keys switched off', () => {
  it('letters and digits do nothing, all else works', async () => {
    const other = await openTasks({ settings: { singleKeys: false } });
    await other.goTo(SCREW);
    await other.press('a', 'r', 'c', '1', 'j', 'x', '/');
    await other.press('ArrowDown');
    await eventually(() => other.cursor()).toBe(OAK);
    expect(await other.vault.file(PRESS)).toBe(PRESS_TEXT);
    await eventually(() => other.selected()).toEqual([]);
    await other.press('ControlOrMeta+Enter');
    await other.vault.fileBecomes(PRESS, (text) => text !== PRESS_TEXT);
    await other.notice('Accepted (3 tasks).');
    await other.press('ControlOrMeta+z');
    await other.vault.fileBecomes(PRESS, PRESS_TEXT);
    // The hints on the buttons and the help must not promise keys that do nothing.
    await eventually(() => other.detail.locator('kbd').count()).toBe(0);
    await other.clearNotices();
    await other.root.getByRole('button', { name: 'Show the keys' }).click();
    await eventually(() => other.modal.innerText()).toContain('switched off');
    await other.vault.close();
  });
});
