import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HIVES, meeting, ORCHARD, PRESS, PRESS_TEXT, ROUND, ROUND_TEXT, roundWith } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const INES = 'People/Ines Calder.md';
const OLD = 'Meetings/2025-09-01 - Cider.md';
const OLD_TEXT = meeting('Cider', '2025-09-01', [
  '- [ ] Send the recipe @Oda Brandt 📅 2025-09-10',
  '- [ ] Wash the bottles @Odda Brandt',
  '- [ ] Order corks @Ines',
]);
const DATA = '.obsidian/plugins/meeting-tasks/data.json';
const NOTE = 'List.md';
const TEXT = '# List\n\n- [?] one @Myself\n\n## Later\n\n- [ ] two\n- [?] three\n- [x] four ✅ 2025-11-01\n';
const NOTES = { ...ORCHARD, [OLD]: OLD_TEXT, [NOTE]: TEXT };

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes: NOTES, height: 1200 });
  await view.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => view.vault.close());
afterEach(async () => {
  await view.page.evaluate('app.workspace.detachLeavesOfType("markdown")');
  await view.reset(NOTES);
});

async function showPeople(): Promise<void> {
  await view.vault.command('meeting-tasks:open-people');
  await view.list.focus();
}

async function openNote(path: string, line = 0): Promise<void> {
  await view.page.evaluate(
    `app.workspace.openLinkText(${JSON.stringify(path)}, '', false, { eState: { line: ${line} } })`,
  );
  await view.page.locator('.cm-content').waitFor();
}

const clipboard = (): Promise<string> => view.page.evaluate('navigator.clipboard.readText()');
const summary = async (name: string): Promise<string> => {
  const row = (await view.rows()).find(({ text }) => text === name);
  return row?.detail.replace(/\u00a0/g, ' ') ?? '';
};
const settings = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await view.vault.file(DATA)) as Record<string, unknown>;

describe('the people', () => {
  it('stand folded, who owes the most first, with counts, ages and the last meeting', async () => {
    await showPeople();
    await eventually(() => view.outline()).toEqual(['# Oda Brandt', '# Ines Calder', '# Odda Brandt']);
    await eventually(() => summary('Oda Brandt')).toBe(
      'Owes me 2, oldest 65 days · I owe 1 · 5 proposed · met Nov 4|8',
    );
    await eventually(() => summary('Odda Brandt')).toBe('Owes me 1, oldest 65 days|1');
  });

  it('are unfolded, opened and left by keys', async () => {
    await showPeople();
    await view.press('Home', 'j', 'ArrowRight');
    await eventually(() => view.outline()).toContain('Order corks');
    await view.press('ArrowLeft', 'Home', 'Enter');
    await eventually(() => view.outline()).toEqual([
      ...['# Owes me', 'Send the recipe', 'Move the hives', '# I owe', 'Pay the smith', '# Proposed'],
      ...['Order a new screw for the press', 'Mend the long ladder', 'Ask the mill for oak staves'],
      ...['Take the nets down', 'Write down who holds the key'],
    ]);
    await eventually(async () => (await view.chips('Send the recipe'))['waiting']).toBe('65 days');
    const meetings = view.root.getByRole('list', { name: 'Meetings' }).getByRole('listitem');
    await eventually(() => meetings.allInnerTexts()).toEqual([
      'Orchard round\nNov 4',
      'Press repair\nNov 3',
      'Cider\nSep 1',
    ]);
    await view.press(']');
    await eventually(() => view.outline()).toContain('Order corks');
    await view.press('[', 'Backspace');
    await eventually(() => view.cursor()).toBe('Oda Brandt');
  });

  it('have tasks on which every verb works', async () => {
    await showPeople();
    await view.press('Home', 'Enter', 'j', 'c');
    await view.vault.fileBecomes(ROUND, roundWith(HIVES, `${HIVES.replace('[ ]', '[x]')} ✅ 2025-11-05`));
    await eventually(() => view.tasks()).not.toContain('Move the hives');
    await view.press('z');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await eventually(() => view.tasks()).toContain('Move the hives');
    await view.press('Home', 'Shift+J', 't', 't');
    await view.vault.fileBecomes(ROUND, (text) => text.includes('hives @Oda Brandt 📅 2025-11-05'));
    await view.vault.fileBecomes(OLD, (text) => text.includes('recipe @Oda Brandt 📅 2025-11-05'));
    await view.press('z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
  });

  it('are found by their names, else by their tasks', async () => {
    await showPeople();
    await view.filter.fill('ines');
    await eventually(() => view.outline()).toEqual(['# Ines Calder']);
    await view.filter.fill('bottles');
    await eventually(() => view.outline()).toEqual(['# Odda Brandt']);
  });

  it('are asked by a text to copy, after one task or all of theirs', async () => {
    await showPeople();
    await view.press('Home', 'n');
    await view.notice('Nudge copied for Oda Brandt');
    expect(await clipboard()).toBe(
      'Hi Oda, how are these going?\n' +
        '- Send the recipe (from “Cider”, 65 days ago, due Sep 10)\n' +
        '- Move the hives (from “Orchard round”, 1 day ago, due Nov 7)',
    );
    await view.press('Enter', 'n');
    await eventually(clipboard).toMatch(/^Hi Oda, how is this going\?\n- Send the recipe[^\n]*$/);
  });

  it('say when nothing is open with one of them', async () => {
    await view.vault.command('meeting-tasks:open-people');
    await view.root.getByRole('button', { name: 'Choose a person' }).click();
    await view.page.getByPlaceholder('Whom do you meet?').fill('Zoë');
    await view.press('Enter');
    await eventually(() => view.placeholder()).toBe('Nothing open with Zoë');
    await view.root.getByRole('button', { name: 'Show everybody' }).click();
    await eventually(() => view.outline()).toContain('# Oda Brandt');
  });
});

describe('two spellings of a person', () => {
  const merge = async (): Promise<void> => {
    await showPeople();
    await view.press('End', '.');
    await view.pick('Same person as…');
    await view.page.getByPlaceholder('Odda Brandt is…').fill('Oda Br');
    await view.press('Enter');
    await eventually(() => view.outline()).toEqual(['# Oda Brandt', '# Ines Calder']);
  };

  it('are merged as one act, which is kept, and undone by key', async () => {
    await merge();
    await eventually(() => summary('Oda Brandt')).toMatch(/^Owes me 3,/);
    await eventually(async () => (await settings())['mergedNames']).toEqual([['Odda Brandt', 'Oda Brandt']]);
    expect(await view.vault.file(OLD)).toBe(OLD_TEXT);
    await view.list.focus();
    await view.press('z');
    await eventually(() => view.outline()).toContain('# Odda Brandt');
    await eventually(async () => (await settings())['mergedNames']).toEqual([]);
  });

  it('are undone and redone in their order with changes of notes', async () => {
    const merged = [['Odda Brandt', 'Oda Brandt']];
    const names = async () => (await settings())['mergedNames'];
    const isDone = (text: string): boolean => text.includes('✅');
    await merge();
    await view.press('Home', 'Enter', 'c');
    await view.vault.fileBecomes(OLD, isDone);
    await view.press('z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
    await view.press('z');
    await eventually(names).toEqual([]);
    await view.press('Shift+Z');
    await eventually(names).toEqual(merged);
    await view.press('Shift+Z');
    await view.vault.fileBecomes(OLD, isDone);
    await eventually(() => names()).toEqual(merged);
    // Pressed at once: each waits for the one before.
    await view.press('z', 'z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
    await eventually(names).toEqual([]);
    // What is done now is what is undone and redone next.
    await view.press('Home', 'c');
    await view.vault.fileBecomes(OLD, isDone);
    await view.press('z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
    await view.press('Shift+Z');
    await view.vault.fileBecomes(OLD, isDone);
    await eventually(() => names()).toEqual([]);
    await view.press('z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
  });

  it('are told apart again without the loss of a name that was added meanwhile', async () => {
    await merge();
    await eventually(async () => (await settings())['mergedNames']).toHaveLength(1);
    const setNames = (names: readonly string[]) =>
      view.page.evaluate(`(async (plugin) => {
        await plugin.saveData({ ...(await plugin.loadData()), ownNames: ${JSON.stringify(names)} });
        await plugin.onExternalSettingsChange();
      })(app.plugins.plugins['meeting-tasks'])`);
    await setNames(['Bea Lind']);
    await view.list.focus();
    await view.press('z');
    await eventually(async () => (await settings())['mergedNames']).toEqual([]);
    await eventually(async () => (await settings())['ownNames']).toEqual(['Bea Lind']);
    await setNames([]);
  });

  it('are told apart again by the notice', async () => {
    await merge();
    await view.undoByNotice();
    await eventually(() => view.outline()).toContain('# Odda Brandt');
  });

  it('stay merged when undo is meant for a later change of a note', async () => {
    await merge();
    await view.press('Home', 'Enter', 'c');
    await view.vault.fileBecomes(OLD, (text) => text.includes('✅'));
    await view.press('z');
    await view.vault.fileBecomes(OLD, OLD_TEXT);
    await eventually(async () => (await settings())['mergedNames']).toEqual([['Odda Brandt', 'Oda Brandt']]);
    await view.page.evaluate('app.setting.open(), app.setting.openTabById("meeting-tasks")');
    const row = view.modal.locator('.setting-item', { hasText: 'Odda Brandt is Oda Brandt' });
    await row.getByRole('button').last().click();
    await eventually(async () => (await settings())['mergedNames']).toEqual([]);
    await view.press('Escape');
  });

  it('can be the user’s own', async () => {
    await showPeople();
    await view.press('End', '.');
    await view.pick('Same person as…');
    await view.page.getByPlaceholder('Odda Brandt is…').fill('Me');
    await view.press('Enter');
    await eventually(() => view.outline()).not.toContain('# Odda Brandt');
    await eventually(async () => (await settings())['ownNames']).toEqual(['Odda Brandt']);
    await view.undoByNotice();
    await eventually(async () => (await settings())['ownNames']).toEqual([]);
  });
});

describe('before you meet', () => {
  const AGENDA =
    /^### Ines Calder\n\nWaiting on Ines Calder:\n\n- Order corks \(\[.*\n\nFrom me:\n\n- Pay the smith/;

  it('the agenda with the person of a profile note is copied', async () => {
    await openNote(INES);
    await view.vault.command('meeting-tasks:copy-agenda');
    await view.notice('Agenda copied');
    expect(await clipboard()).toMatch(AGENDA);
  });

  it('a meeting note offers its participants, who stand first', async () => {
    await openNote(PRESS);
    await showPeople();
    const here = view.root.getByRole('group', { name: 'Before you meet' });
    await eventually(() => here.getByRole('button').allInnerTexts()).toEqual(
      expect.arrayContaining(['Ines Calder', 'Oda Brandt']),
    );
    await here.getByRole('button', { name: 'Copy the agenda' }).click();
    await eventually(clipboard).toMatch(/^### Ines Calder\n[^]*\n### Oda Brandt\n/);
    await here.getByRole('button', { name: 'Ines Calder' }).click();
    await eventually(() => view.outline()).toContain('Order corks');
    await openNote(INES);
    await view.press('Backspace');
  });

  it('the agenda is inserted at the cursor of the note, and makes no tasks', async () => {
    await openNote(PRESS, 12);
    await view.page.evaluate('app.workspace.activeEditor.editor.setCursor(11, 4)');
    const before = await view.page.evaluate<string>('app.workspace.activeEditor.editor.getValue()');
    await view.vault.command('meeting-tasks:insert-agenda');
    await view.vault.fileBecomes(
      PRESS,
      (text) => text.includes('### Ines Calder') && text.includes('### Oda Brandt'),
    );
    const text = await view.vault.file(PRESS);
    const inserted = text.slice(
      text.indexOf('### Ines'),
      text.indexOf('### Ines') + text.length - before.length,
    );
    expect(text.replace(/\n\n### Ines[^]*?\n(?=\n?\S*.*?before the list)/, '')).toContain('before the list');
    expect(inserted).not.toMatch(/^\s*- \[.\] /m);
    // Every word of the note is still there, in its order.
    let at = 0;
    for (const word of before.split(/\s+/)) {
      at = text.indexOf(word, at);
      expect(at).toBeGreaterThanOrEqual(0);
    }
    await view.vault.writeOutside(PRESS, PRESS_TEXT);
  });

  it('the agenda never comes before the properties of a note', async () => {
    await openNote(INES);
    await view.vault.command('meeting-tasks:insert-agenda');
    await view.vault.fileBecomes(INES, (text) => text.includes('### Ines Calder'));
    expect(await view.vault.file(INES)).toMatch(
      /^---\ntype: people\ntitle: Ines Calder\naliases: \[Ines\]\n---\n### Ines/,
    );
  });

  it('without a note that names somebody, one is asked for', async () => {
    await view.vault.command('meeting-tasks:before-you-meet');
    await view.page.getByPlaceholder('Whom do you meet?').fill('ines');
    await view.press('Enter');
    await eventually(() => view.outline()).toContain('Order corks');
  });
});

describe('this note', () => {
  const counts = (): Promise<string> =>
    view.root.locator('.meeting-tasks-bar:visible [role=status]').innerText();

  async function showList(): Promise<void> {
    await openNote(NOTE);
    await view.vault.command('meeting-tasks:open-note-tasks');
    await eventually(() => view.outline()).toEqual(['# List', 'one', '# Later', 'two', 'three', 'four']);
  }

  it('shows all tasks by heading and follows what is typed, in scope or not', async () => {
    await showList();
    await eventually(() => counts()).toBe('2 proposed · 1 open · 1 done');
    await view.page.locator('.cm-line', { hasText: 'two' }).click();
    await view.press('End');
    await view.page.keyboard.type(' more @Ines');
    await eventually(() => view.outline()).toContain('two more');
    await view.press('Enter');
    await view.page.keyboard.type('five');
    await eventually(counts).toBe('2 proposed · 2 open · 1 done');
    await eventually(async () => (await view.outline()).slice(3, 5)).toEqual(['two more', 'five']);
  });

  it('decides on one, on a selection, and on all at once', async () => {
    await showList();
    await view.goTo('three');
    await view.press('r');
    await view.vault.fileBecomes(NOTE, TEXT.replace('[?] three', '[-] three ❌ 2025-11-05'));
    await eventually(counts).toBe('1 proposed · 1 open · 1 done · 1 rejected');
    await view.press('z');
    await view.vault.fileBecomes(NOTE, TEXT);
    await eventually(counts).toBe('2 proposed · 1 open · 1 done');
    await view.root.getByRole('button', { name: 'Accept all' }).click();
    await view.vault.fileBecomes(NOTE, TEXT.replace(/\[\?\]/g, '[ ]'));
    await eventually(counts).toBe('3 open · 1 done');
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(NOTE, TEXT);
    await eventually(counts).toBe('2 proposed · 1 open · 1 done');
    await view.goTo('two');
    await view.press('*', 'p');
    await view.pick('High');
    await view.vault.fileBecomes(NOTE, (text) => (text.match(/⏫/g) ?? []).length === 3);
  });

  it('goes to the next note, and says when there is none or nothing in it', async () => {
    await showList();
    await openNote(PRESS);
    await eventually(() => view.tasks()).toContain('Clean the vat');
    await openNote('Sources/2025-11-03 - Press repair (transcript).md');
    await eventually(() => view.placeholder()).toBe('No tasks in this note');
    await view.page.evaluate('app.workspace.detachLeavesOfType("markdown")');
    await eventually(() => view.placeholder()).toBe('No note is open');
  });
});

describe('the overview', () => {
  it('says in words what its bars show', async () => {
    await view.press('v');
    const table = view.modal.locator('table', { hasText: 'Proposals by age' });
    const row = table.locator('tbody tr').first();
    await row.waitFor();
    await eventually(() => row.locator('th').innerText()).toBe('Less than a week');
    await eventually(() => row.locator('td').first().textContent()).toBe('6 mine or nobody’s, 1 theirs');
    await eventually(() => row.locator('td').last().innerText()).toBe('7');
    await eventually(() => view.modal.locator('caption').allInnerTexts()).toEqual([
      ...['Proposals by age', 'Decided by week', 'Due by week'],
    ]);
    await view.press('Escape');
  });

  it('knows what was just accepted', async () => {
    await view.goTo('Mend the long');
    await view.press('a');
    await view.notice('Accepted');
    await view.press('v');
    const week = view.modal.locator('table', { hasText: 'Decided by week' }).locator('tbody tr').last();
    await eventually(() => week.locator('td').first().textContent()).toContain('1 accepted');
    await view.press('Escape');
    await view.list.focus();
    await view.press('z');
    await view.notice('Undone');
    await view.press('v');
    await eventually(() => week.locator('td').first().textContent()).toBe('none');
    await view.press('Escape');
  });
});

describe('the status bar', () => {
  const bar = () => view.page.locator('.meeting-tasks-status-bar');

  it('says what waits and follows it; a click opens the tab', async () => {
    await eventually(() => bar().innerText()).toBe('7 proposed\n·\n1 today');
    await view.goTo('Mend the long');
    await view.press('a');
    await eventually(() => bar().getByRole('button').allInnerTexts()).toEqual(['6 proposed', '2 today']);
    await bar().getByRole('button', { name: 'today' }).click();
    await eventually(() => view.root.getByRole('tab', { selected: true }).innerText()).toBe('This week');
    await bar().getByRole('button', { name: 'proposed' }).click();
    await eventually(() => view.root.getByRole('tab', { selected: true }).innerText()).toMatch(/^Triage/);
    await view.press('z');
  });

  it('can be switched off, and is not there on a phone', async () => {
    const off = await openTasks({ settings: { statusBar: false } });
    await eventually(() => off.tasks()).not.toEqual([]);
    await eventually(() => off.page.locator('.meeting-tasks-status-bar').isVisible()).toBe(false);
    await off.vault.close();
    const phone = await openTasks({ phone: true });
    await eventually(() => phone.page.locator('.meeting-tasks-status-bar').count()).toBe(0);
    await phone.vault.close();
  });
});
