import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN, BROKEN_LINES, BROKEN_TEXT, meeting, withLine } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const HIDDEN = '- [?] Clear the ditch 📅 2025-11-06 before the rain @Me';
const DOUBLED = '- [?] Grease the axle @Me 📅 2025-11-06 📅 2025-11-09';
const ODD = meeting('Odd', '2025-11-05', [HIDDEN, DOUBLED]);

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes: { [BROKEN]: BROKEN_TEXT, 'Odd.md': ODD } });
});
afterAll(() => view.vault.close());

describe('a line whose fields are not read', () => {
  it('says so, and is repaired by key and by button', async () => {
    await view.goTo('Clear the ditch');
    await eventually(async () => (await view.chips('Clear'))['problem']).toContain('2025-11-06');
    const repaired = withLine(ODD, HIDDEN, '- [?] Clear the ditch before the rain @Me 📅 2025-11-06');
    await view.press('f');
    await view.vault.fileBecomes('Odd.md', repaired);
    await eventually(async () => (await view.chips('Clear'))['due']).toBe('Tomorrow');
    await view.press('z');
    await view.vault.fileBecomes('Odd.md', ODD);
    await eventually(async () => (await view.chips('Clear'))['due']).toBeUndefined();
    await view.goTo('Clear the ditch');
    await view.detail.getByRole('button', { name: /Repair/ }).click();
    await view.vault.fileBecomes('Odd.md', repaired);
    await view.undoByNotice();
    await view.vault.fileBecomes('Odd.md', ODD);
  });

  it('shows the first of two dates, and decides without touching the second', async () => {
    await view.goTo('Grease the axle');
    await eventually(() => view.chips('Grease')).toMatchObject({ due: 'Tomorrow' });
    await view.press('a');
    await view.vault.fileBecomes('Odd.md', withLine(ODD, DOUBLED, DOUBLED.replace('[?]', '[ ]')));
    await view.press('z');
    await view.vault.fileBecomes('Odd.md', ODD);
  });
});

describe('a line with broken emoji', () => {
  const [first = '', second = ''] = BROKEN_LINES;

  it.each([
    [
      'r',
      (line: string) =>
        `${line.replace('[?]', '[-]').replace(' #proposed', '').replace(' #task', ' ❌ 2025-11-05 #task')}`,
    ],
    [
      'c',
      (line: string) =>
        `${line.replace('[?]', '[x]').replace(' #proposed', '').replace(' #task', ' ✅ 2025-11-05 #task')}`,
    ],
  ] as const)('keeps them where they are not meant: %s', async (key, wanted) => {
    await view.goTo('Call the cooper');
    await view.press(key);
    await view.vault.fileBecomes(BROKEN, withLine(BROKEN_TEXT, first, wanted(first)));
    await view.press('z');
    await view.vault.fileBecomes(BROKEN, BROKEN_TEXT);
    await eventually(() => view.splits()).toContain('*Mine 10');
  });

  it('gets the true one where one is written', async () => {
    await view.goTo('Draw a plan');
    await view.press('t', 'y');
    const date = second.replace(/\uf8ff\S+ 2025-11-08/, '📅 2025-11-06');
    await view.vault.fileBecomes(BROKEN, withLine(BROKEN_TEXT, second, date));
    await view.press('z');
    await view.vault.fileBecomes(BROKEN, BROKEN_TEXT);
  });
});

describe('the repair of broken characters', () => {
  const whole = BROKEN_TEXT.replaceAll('\uf8ffüìÖ', '📅')
    .replaceAll('‚è´', '⏫')
    .replaceAll('\uf8ffüîΩ', '🔽');

  it('shows what it would write, writes it, and can be undone', async () => {
    await view.clearNotices();
    await view.palette('Repair broken characters in all notes');
    await eventually(() => view.modal.locator('.modal-content').innerText()).toContain('8 lines in 1 note');
    expect(await view.vault.file(BROKEN)).toBe(BROKEN_TEXT);
    await view.modal.getByRole('button', { name: 'Repair 8' }).click();
    await view.vault.fileBecomes(BROKEN, whole);
    expect(await view.vault.file('Odd.md')).toBe(ODD);
    await view.undoByNotice();
    await view.vault.fileBecomes(BROKEN, BROKEN_TEXT);
  });

  it('writes nothing when the dialog is left', async () => {
    await view.palette('Repair broken characters in all notes');
    await view.modal.getByRole('button', { name: 'Cancel' }).click();
    await view.modal.waitFor({ state: 'detached' });
    expect(await view.vault.file(BROKEN)).toBe(BROKEN_TEXT);
  });
});
