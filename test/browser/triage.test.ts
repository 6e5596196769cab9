import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPO } from '../host/server/bundle';
import { BROKEN, BROKEN_TEXT, meeting } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const SEED = path.join(REPO, '../shared/seed-meeting-note.md');

/** How often each priority is shown, and everything that is said of owner and due date. */
async function summary(view: TaskViewPage): Promise<unknown> {
  const rows = (await view.rows()).filter(({ kind }) => kind === 'task');
  const count = (priority: string): number =>
    rows.filter(({ chips }) => (chips['priority'] ?? '') === priority).length;
  return {
    tasks: rows.length,
    high: count('High priority'),
    low: count('Low priority'),
    none: count(''),
    due: [...new Set(rows.map(({ chips }) => chips['due']))],
  };
}

const EIGHT = { tasks: 8, high: 3, low: 2, none: 3, due: ['Sat'] };

describe('a generated note with broken emoji', () => {
  it('is shown with owner, due date and priority, and nothing is written', async () => {
    const view = await openTasks({ notes: { [BROKEN]: BROKEN_TEXT }, height: 1400 });
    await eventually(() => summary(view)).toEqual(EIGHT);
    const [group] = await view.rows();
    expect(group).toMatchObject({
      kind: 'group',
      text: '1:1 with Oda Brandt, the new cellar',
      detail: 'Oct 30|8',
    });
    await eventually(() => view.splits()).toEqual([
      '*Mine 8',
      'Nobody’s 0',
      'Theirs 0',
      'Snoozed 0',
      'All 8',
    ]);
    await eventually(() => view.detail.locator('.mod-due').getAttribute('title')).toContain('November 8');
    await eventually(() => view.detail.locator('.mod-owner').innerText()).toBe('Me');
    await eventually(() => view.list.innerText()).not.toMatch(/ü|‚è|#task|#proposed|@Myself/);
    expect(await view.vault.file(BROKEN)).toBe(BROKEN_TEXT);
    await view.vault.close();
  });

  it.skipIf(!existsSync(SEED))('reads the note that the issue gives', async () => {
    const text = readFileSync(SEED, 'utf8');
    const view = await openTasks({ notes: { 'Meetings/Seed.md': text }, height: 1400 });
    await eventually(() => summary(view)).toEqual(EIGHT);
    await view.press('a');
    await view.vault.fileBecomes('Meetings/Seed.md', text.replace('[?]', '[ ]').replace(' #proposed', ''));
    await view.press('z');
    await view.vault.fileBecomes('Meetings/Seed.md', text);
    await view.vault.close();
  });
});

describe('the triage of the orchard', () => {
  let view: TaskViewPage;

  beforeAll(async () => {
    view = await openTasks({ height: 1000 });
  });
  afterAll(() => view.vault.close());

  it('groups by meeting, the latest first, and renders the text', async () => {
    await eventually(() => view.outline()).toEqual([
      '# Orchard round',
      'Mend the long ladder',
      'Take the nets down',
      '# Press repair',
      'Order a new screw for the press',
      'Ask the mill for oak staves',
      'Write down who holds the key',
    ]);
    await eventually(() => view.row('Ask the mill').locator('strong').innerText()).toBe('oak');
    await eventually(async () => (await view.chips('Order a new screw'))['due']).toBe('Yesterday');
    await eventually(async () => (await view.chips('Mend'))['due']).toBe('Today');
    await eventually(async () => (await view.chips('Take'))['due']).toBe('Nov 12');
  });

  it('divides the proposals into parts with counts', async () => {
    await eventually(() => view.splits()).toEqual([
      '*Mine 5',
      'Nobody’s 1',
      'Theirs 1',
      'Snoozed 1',
      'All 7',
    ]);
    await view.split('Theirs');
    await eventually(() => view.tasks()).toEqual(['Weigh the pulp of last week']);
    await eventually(async () => (await view.chips('Weigh'))['owner']).toBe('Ines Calder');
    await view.split('Snoozed');
    await eventually(() => view.tasks()).toEqual(['Count the empty barrels']);
    await view.list.focus();
    await view.press(']');
    await eventually(() => view.splits()).toContain('*All 7');
    await view.press(']');
    await eventually(() => view.splits()).toContain('*Mine 5');
    await view.press('[', '[', '[', '[');
    await eventually(() => view.splits()).toContain('*Nobody’s 1');
    await eventually(() => view.tasks()).toEqual(['Find a second pump']);
    await view.press('[');
    await eventually(() => view.splits()).toContain('*Mine 5');
  });

  it('groups by person, by due date, or not at all', async () => {
    const group = view.root.getByRole('button', { name: 'Group and sort' });
    await view.split('All');
    await group.click();
    await view.pick('Group by person');
    await eventually(() => view.outline()).toEqual([
      '# Ines Calder',
      'Weigh the pulp of last week',
      '# Me',
      'Mend the long ladder',
      'Take the nets down',
      'Order a new screw for the press',
      'Ask the mill for oak staves',
      'Write down who holds the key',
      '# Nobody',
      'Find a second pump',
    ]);
    await group.click();
    await view.pick('Group by due date');
    await eventually(async () => (await view.outline()).filter((text) => text.startsWith('#'))).toEqual([
      '# Overdue',
      '# Today',
      '# Next seven days',
      '# No date',
    ]);
    await eventually(async () => (await view.chips('Mend'))['meeting']).toBe('Orchard round · Nov 4');
    await group.click();
    await view.pick('No groups');
    await eventually(async () => (await view.rows()).map(({ kind }) => kind)).not.toContain('group');
    await group.click();
    await view.pick('Group by meeting');
    await view.split('Mine');
    await eventually(() => view.outline()).toContain('# Press repair');
  });

  it('folds and unfolds a group by click and by key', async () => {
    const round = view.root.locator('.mod-group', { hasText: 'Orchard round' });
    await round.click();
    await eventually(() => view.tasks()).not.toContain('Mend the long ladder');
    await round.click();
    await eventually(() => view.tasks()).toContain('Mend the long ladder');
    await view.goTo('Take the nets down');
    await view.press('ArrowLeft');
    await eventually(() => view.cursor()).toBe('Orchard round');
    await eventually(async () => (await view.rows())[0]).toMatchObject({
      text: 'Orchard round',
      detail: 'Nov 4|2',
    });
    await view.press('ArrowRight');
    await eventually(() => view.tasks()).toContain('Take the nets down');
  });

  it('filters by text, person and meeting, and says when nothing matches', async () => {
    await view.list.focus();
    await view.press('/');
    await view.page.keyboard.type('press order');
    await eventually(() => view.outline()).toEqual(['# Press repair', 'Order a new screw for the press']);
    // Letters belong to the field, not to the list.
    await view.page.keyboard.type(' acrx1');
    await eventually(() => view.placeholder()).toBe('Nothing matches');
    await view.root.getByRole('button', { name: 'Clear the filter' }).click();
    await eventually(() => view.tasks()).toHaveLength(5);
    await eventually(() => view.filter.inputValue()).toBe('');
    await view.filter.fill('brandt round');
    await eventually(() => view.tasks()).toEqual(['Mend the long ladder', 'Take the nets down']);
    await view.press('Escape');
    await eventually(() => view.tasks()).toHaveLength(5);
    await view.press('Escape', 'j');
    await eventually(() => view.cursor()).toBe('Take the nets down');
  });
});

describe('copies', () => {
  it('are shown as they are after one of them was said to be none', async () => {
    const text = 'Send the signed contract for the cold store';
    const notes = Object.fromEntries(
      ['', ' today', ''].map((more, at) => [
        `Meetings/${at}.md`,
        meeting(`Meeting ${at}`, `2025-10-0${at + 1}`, [`- [?] ${text}${more} @Myself`]),
      ]),
    );
    const view = await openTasks({ notes });
    await eventually(() => view.tasks()).toEqual([text]);
    const copies = view.detail.locator('.meeting-tasks-copies summary');
    await eventually(() => copies.innerText()).toBe('3 copies in 3 notes');
    await view.detail.getByRole('button', { name: 'Not the same' }).nth(1).click();
    await eventually(() => copies.innerText()).toBe('2 copies in 2 notes');
    await eventually(() => view.tasks()).toEqual([text, `${text} today`]);
    // That can be taken back like any change, and in its turn.
    await view.list.focus();
    await view.press('z');
    await view.notice('Undone: told apart.');
    await eventually(() => copies.innerText()).toBe('3 copies in 3 notes');
    // A message whose change is gone already takes back nothing else.
    await view.undoByNotice();
    await view.notice('This is no longer the last change.');
    await view.list.focus();
    await view.press('Shift+Z');
    await eventually(() => view.tasks()).toEqual([text, `${text} today`]);
    await view.press('End', 'r');
    await eventually(() => view.tasks()).toEqual([text]);
    await view.press('z', 'z');
    await eventually(() => copies.innerText()).toBe('3 copies in 3 notes');
    await view.vault.close();
  });
});

describe('the demo vault', () => {
  it('shows the proposals that its description counts', async () => {
    const view = await openTasks({ folder: path.join(REPO, 'test/demo-vault') });
    await eventually(() => view.splits()).toEqual([
      '*Mine 54',
      'Nobody’s 9',
      'Theirs 50',
      'Decided 2',
      'Snoozed 2',
      'All 115',
    ]);
    await view.vault.close();
  });
});
