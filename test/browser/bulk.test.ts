// 500 lines in 60 notes, rejected as one change that is stopped on the way, and undone after a reload of the page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meeting } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const WORDS = ['hull', 'keel', 'mast', 'sail', 'rudder', 'anchor', 'winch', 'hatch', 'bilge'];

const notes = Object.fromEntries(
  Array.from({ length: 60 }, (_, note) => {
    const lines = WORDS.slice(0, note % 3 === 0 ? 9 : 8).map(
      (word, i) =>
        `- [?] Survey the ${word} of boat ${note * 10 + i + 100} @Myself 📅 2025-11-0${(note % 5) + 1} #task`,
    );
    const text = meeting(`Dock ${note}`, '2025-10-20', lines);
    // Other line endings, and none at the end, must survive too.
    return [
      `Docks/${note}.md`,
      note % 4 === 0 ? text.replaceAll('\n', '\r\n') : note % 4 === 1 ? text.trimEnd() : text,
    ];
  }),
);

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes });
});
afterAll(() => view.vault.close());

/** The notes that are not what they were. */
async function changed(): Promise<string[]> {
  const now = await Promise.all(Object.keys(notes).map((path) => view.vault.file(path)));
  return Object.keys(notes).filter((path, at) => now[at] !== notes[path]);
}

describe('a change of 500 lines in 60 notes', () => {
  it(
    'is stopped on the way, and all of it undone after a reload, byte for byte',
    { timeout: 120_000 },
    async () => {
      await eventually(() => view.splits()).toContain('*Mine 500');
      await view.list.focus();
      await view.press('Shift+D');
      await view.modal.getByRole('button', { name: 'Preview…' }).click();
      await eventually(() => view.modal.innerText()).toContain('500 lines in 60 notes will be written.');
      await eventually(() => changed()).toEqual([]);
      // One note and one line are left out.
      await view.modal.getByRole('checkbox', { name: 'All of Docks/0.md' }).uncheck();
      await eventually(() => view.modal.innerText()).toContain('491 lines in 59 notes will be written.');
      await view.modal.getByRole('button', { name: 'Reject 491' }).click();
      await eventually(() => view.modal.innerText()).toMatch(/^[^]*\b[1-9]\d* of 59 notes written/);
      await view.modal.getByRole('button', { name: 'Stop' }).click();
      await eventually(() => view.modal.innerText()).toMatch(/lines? not reached/);
      const written = await changed();
      expect(written.length).toBeGreaterThan(0);
      expect(written.length).toBeLessThan(59);
      expect(written).not.toContain('Docks/0.md');
      for (const path of written) expect(await view.vault.file(path)).not.toContain('[?]');

      await view.page.reload();
      await view.page.waitForFunction('window.host !== undefined');
      await view.page.evaluate('window.host.ready.then(() => true)');
      await view.vault.command('meeting-tasks:open-triage');
      await view.ready();
      await view.list.focus();
      await view.press('z');
      await expect.poll(changed, { timeout: 60_000 }).toEqual([]);
      await eventually(() => view.splits()).toContain('*Mine 500');
    },
  );
});
