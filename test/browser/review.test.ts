import { promises as fs } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPO } from '../host/server/bundle';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const DEMO = path.join(REPO, 'test/demo-vault');
const LOG = 'Daily/2025-11-05.md';

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ folder: DEMO });
});
afterAll(() => view.vault.close());

const title = (): Promise<string> => view.modal.locator('.modal-title').innerText();
const card = (): Promise<string> => view.modal.locator('.meeting-tasks-detail-text').innerText();
const head = (): Promise<string> => view.modal.locator('.meeting-tasks-review-head').innerText();
const summary = async (): Promise<string> =>
  (await view.modal.locator('.meeting-tasks-review-summary').innerText()).replace(/\s+/g, ' ');

/** Every note of the vault, as it is on the disk now. */
async function allNotes(): Promise<Map<string, string>> {
  const files = await fs.readdir(view.vault.folder, { recursive: true });
  const notes = files.filter((file) => file.endsWith('.md') && !file.startsWith('.'));
  return new Map(await Promise.all(notes.map(async (file) => [file, await view.vault.file(file)] as const)));
}

/** The lines that differ between two states of the vault. */
function changedLines(before: Map<string, string>, after: Map<string, string>): string[] {
  expect([...after.keys()]).toEqual([...before.keys()]);
  return [...after].flatMap(([file, text]) => {
    const [old, now] = [(before.get(file) ?? '').split('\n'), text.split('\n')];
    expect(now.length).toBe(old.length);
    return now.filter((line, i) => line !== old[i]);
  });
}

describe('a weekly review on the demo vault, by keys', () => {
  let before: Map<string, string>;
  let left = 0;

  it('begins with what is overdue', async () => {
    before = await allNotes();
    await view.tab('This week');
    await view.list.focus();
    await view.press('Shift+R');
    await eventually(title).toBe('Weekly review: Overdue');
    await eventually(card).toContain('Ask Siobhán to hold her ladder');
  });

  it('decides with one key, and goes on to the next', async () => {
    await view.press('c');
    await eventually(card).toContain('Send the theatre group');
    await view.press('t', 'y');
    await eventually(title).toBe('Weekly review: This week');
    await view.press('r');
    await eventually(head).toMatch(/^4 of/);
    const lines = changedLines(before, await allNotes());
    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => line.includes('✅ 2025-11-05'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('📅 2025-11-06'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('❌ 2025-11-05'))).toHaveLength(1);
  });

  it('takes back the last decision, and shows its task again', async () => {
    const rejected = await view.modal.locator('.meeting-tasks-detail-text').innerText();
    await view.press('z');
    await eventually(head).toMatch(/^3 of/);
    await eventually(card).not.toBe(rejected);
    expect(changedLines(before, await allNotes())).toHaveLength(2);
    await view.press('r');
    await eventually(head).toMatch(/^4 of/);
  });

  it('is stopped, and resumed where it was', async () => {
    const shown = await card();
    await view.press('Escape');
    await view.modal.waitFor({ state: 'detached' });
    await view.root.getByRole('button', { name: 'Plan the week' }).click();
    await view.pick('Resume weekly review');
    await eventually(card).toBe(shown);
    await eventually(() => head()).toMatch(/^4 of/);
  });

  it('takes no key from a dialog above it when a note changes', async () => {
    const shown = await card();
    await view.press('t', '/');
    await view.page.keyboard.type('in 2');
    const count = (): Promise<string> => view.root.getByRole('tab', { name: /^Triage/ }).innerText();
    const before = await count();
    const note = 'Meetings/2025-11-05 - Certificate stand-up.md';
    await view.vault.writeOutside(note, `${await view.vault.file(note)}\n- [?] A late thought @Myself\n`);
    await eventually(count).not.toBe(before);
    await view.page.keyboard.type(' weeks');
    await eventually(() => view.modal.getByLabel('Type a day').inputValue()).toBe('in 2 weeks');
    await view.press('Escape');
    await eventually(card).toBe(shown);
  });

  it('ends with a summary', async () => {
    const total = Number(/of (\d+)/.exec(await head())?.[1]);
    left = total - 3;
    for (let i = 0; i < left; i++) await view.press('s');
    await eventually(title).toBe('Weekly review: summary');
    await eventually(() => summary()).toBe(
      `Done 1 task Moved 1 task Dropped 1 task Decided 0 tasks Still open ${left} tasks`,
    );
  });

  it('is written into the daily note, and changes nothing but its own block when it is written again', async () => {
    const text = await view.vault.file(LOG);
    await view.modal.getByRole('button', { name: 'Write review' }).click();
    await view.pick('Into another note…');
    await view.page.keyboard.type('Daily/2025-11-05');
    await view.press('Enter');
    await view.vault.fileBecomes(LOG, (now) => now.includes('**Done**'));
    const written = await view.vault.file(LOG);
    const [start, end] = [
      written.indexOf('%% meeting-tasks-review 2025-11-02'),
      written.indexOf(' end %%') + 7,
    ];
    expect((written.slice(0, start) + written.slice(end)).replace(/\n+/g, '\n')).toBe(
      text.replace(/\n+/g, '\n'),
    );
    expect(written).toMatch(/- Ask Siobhán to hold her ladder.*\(\[\[.*Bolder 5 hardware review.*\]\]\)/);
    expect(written).toMatch(/- Send the theatre group.* → Thu, Nov 6/);

    // One more decision, after words around the block.
    await view.vault.writeOutside(LOG, `${written}\nMine below.\n`);
    await view.modal.getByRole('button', { name: 'Go through the rest' }).click();
    await eventually(head).toMatch(/^4 of/);
    await view.press('c');
    await eventually(head).toMatch(/^5 of/);
    await view.press('Escape');
    await view.vault.command('meeting-tasks:write-review');
    await view.pick('Into another note…');
    await view.page.keyboard.type('Daily/2025-11-05');
    await view.press('Enter');
    await view.vault.fileBecomes(LOG, (now) => now.includes('done 2, moved 1'));
    const again = await view.vault.file(LOG);
    expect(again.slice(0, start)).toBe(written.slice(0, start));
    expect(again.match(/%% meeting-tasks-review 2025-11-02/g)).toHaveLength(1);
    expect(again.slice(again.indexOf(' end %%') + 7)).toBe(`${written.slice(end)}\nMine below.\n`);
  });

  it('keeps a block that was changed by hand, and says so', async () => {
    const mine = (await view.vault.file(LOG)).replace('**Done**', '**Done, hurray**');
    await view.vault.writeOutside(LOG, mine);
    await view.vault.command('meeting-tasks:write-review');
    await view.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await view.pick('Into another note…');
    await view.page.keyboard.type('Daily/2025-11-05');
    await view.press('Enter');
    await view.notice('was changed by hand, and stays');
    expect(await view.vault.file(LOG)).toBe(mine);
    expect(await view.page.evaluate('navigator.clipboard.readText()')).toContain('done 2, moved 1');
  });

  it('is taken back by undo, like any change', async () => {
    await view.vault.command('meeting-tasks:undo');
    await view.notice(/Undone: review written|left alone/);
  });
});

describe('a weekly review by pointer', () => {
  it('decides by its buttons', async () => {
    const other = await openTasks({ folder: DEMO, width: 390, height: 844, phone: true });
    await other.vault.command('meeting-tasks:review');
    const modal = other.modal;
    await modal.getByRole('button', { name: 'Complete' }).click();
    await eventually(() => modal.locator('.meeting-tasks-review-head').innerText()).toMatch(/^2 of/);
    await modal.getByRole('button', { name: 'Leave open' }).click();
    await eventually(() => modal.locator('.meeting-tasks-review-head').innerText()).toMatch(/^3 of/);
    await modal.getByRole('button', { name: 'Back' }).click();
    await eventually(() => modal.locator('.meeting-tasks-review-head').innerText()).toMatch(/^2 of/);
    await modal.getByRole('button', { name: 'Due date' }).click();
    await other.modal.getByRole('button', { name: /^Tomorrow/ }).click();
    await eventually(() => modal.locator('.meeting-tasks-review-head').innerText()).toMatch(/^3 of/);
    await other.vault.close();
  });
});
