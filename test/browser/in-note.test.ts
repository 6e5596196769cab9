import { describe, expect, it } from 'vitest';
import {
  HIVES,
  LADDER,
  NETS,
  OAK,
  PRESS,
  PRESS_TEXT,
  pressWith,
  ROUND,
  ROUND_TEXT,
  roundWith,
  SMITH,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

async function open(path: string, reading = false): Promise<void> {
  await view.page.evaluate(
    `app.workspace.getLeaf('tab').openFile(app.vault.getFileByPath(${JSON.stringify(path)}), { active: true })`,
  );
  await view.page.locator('.cm-content:visible').first().waitFor();
  if (reading) await view.vault.command('markdown:toggle-preview');
}

const line = (text: string) => view.page.locator('.cm-line', { hasText: text });
const item = (text: string) => view.page.locator('.markdown-reading-view li', { hasText: text });
const header = () => view.page.locator('.meeting-tasks-note-header:visible');

describe('a proposal in an editor', () => {
  it('is accepted, rejected and dated where it stands', async () => {
    await open(ROUND);
    await line('Mend the long').getByRole('button', { name: 'Accept' }).click();
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    await eventually(() => line('Mend the long').getByRole('button').count()).toBe(0);
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await line('Take the nets').getByRole('button', { name: 'Reject' }).click();
    await view.vault.fileBecomes(ROUND, roundWith(NETS, `${NETS.replace('[?]', '[-]')} ❌ 2025-11-05`));
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await line('Take the nets').getByRole('button', { name: 'Due date' }).click();
    await view.modal.waitFor();
    await view.page.keyboard.press('y');
    await view.vault.fileBecomes(ROUND, roundWith(NETS, NETS.replace('2025-11-12', '2025-11-06')));
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('has its buttons only where there is something to decide', async () => {
    await open(ROUND);
    await eventually(() => line('Mend the long').getByRole('button').count()).toBe(3);
    await eventually(() => line(HIVES.slice(6, 20)).getByRole('button').count()).toBe(0);
    await view.page.evaluate(
      `app.vault.create('Elsewhere.md', '- [?] Out of scope\\n').then((f) => app.workspace.getLeaf('tab').openFile(f))`,
    );
    await line('Out of scope').waitFor();
    await eventually(() => line('Out of scope').getByRole('button').count()).toBe(0);
  });

  it('has none in code', async () => {
    await open(ROUND);
    const code = JSON.stringify('```\n- [?] An example\n```\n');
    await view.page.evaluate(
      `app.workspace.getLeavesOfType('markdown')[0].view.editor.replaceRange(${code}, { line: 9, ch: 0 })`,
    );
    await line('An example').waitFor();
    await eventually(() => line('An example').getByRole('button').count()).toBe(0);
    await eventually(() => line('Mend the long').getByRole('button').count()).toBe(3);
  });

  it('keeps the buttons at the right line while one types above', async () => {
    await open(ROUND);
    await view.page.evaluate(
      `(() => { const e = app.workspace.getLeavesOfType('markdown')[0].view.editor; e.replaceRange('One more line.\\n', { line: 9, ch: 0 }); })()`,
    );
    await line('Take the nets').getByRole('button', { name: 'Accept' }).click();
    await view.vault.fileBecomes(
      ROUND,
      (text) =>
        text.includes('One more line.') && text.includes(NETS.replace('[?]', '[ ]')) && text.includes(LADDER),
    );
  });

  it('is copied without its buttons', async () => {
    await open(ROUND);
    const copied = await line('Mend the long').evaluate((el) => {
      const range = document.createRange();
      range.selectNodeContents(el);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return selection?.toString().trim();
    });
    expect(copied).toBe(LADDER);
  });
});

describe('a proposal in the reading view', () => {
  it('is decided where it stands, by pointer and by key', async () => {
    await open(PRESS, true);
    await item('Ask the mill').getByRole('button', { name: 'Accept' }).click();
    await view.vault.fileBecomes(PRESS, pressWith(OAK, OAK.replace('[?]', '[ ]')));
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await item('Ask the mill').getByRole('button', { name: 'Reject' }).focus();
    await view.page.keyboard.press('Enter');
    await view.vault.fileBecomes(PRESS, (text) => text.includes('- [-] Ask the mill'));
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await eventually(() => item(SMITH.slice(6, 18)).getByRole('button').count()).toBe(0);
  });
});

describe('the header of a note', () => {
  it('counts its proposals, follows, and accepts them all', async () => {
    await open(ROUND);
    await eventually(() => header().innerText()).toContain('2 proposals');
    await line('Mend the long').getByRole('button', { name: 'Accept' }).click();
    await eventually(() => header().innerText()).toContain('1 proposal');
    await view.undoByNotice();
    await eventually(() => header().innerText()).toContain('2 proposals');
    await header().getByRole('button', { name: 'Accept all' }).click();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT.replaceAll('[?]', '[ ]'));
    await eventually(() => header().count()).toBe(0);
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('leads to the review of the note', async () => {
    await open(ROUND);
    await header().getByRole('button', { name: 'Review' }).click();
    await eventually(() => view.tasks()).toContain('Mend the long ladder');
    await eventually(() =>
      view.root.getByRole('tab', { name: 'This note' }).getAttribute('aria-selected'),
    ).toBe('true');
    await view.tab('Triage');
  });

  it('is gone, as are the buttons, when they are switched off', async () => {
    await open(ROUND);
    await header().waitFor();
    const set = (on: boolean) =>
      view.page.evaluate(`(async (plugin) => {
        await plugin.saveData({ ...(await plugin.loadData()), inNoteButtons: ${on} });
        await plugin.onExternalSettingsChange();
      })(app.plugins.plugins['meeting-tasks'])`);
    await set(false);
    await eventually(() => header().count()).toBe(0);
    await eventually(() => line('Mend the long').getByRole('button').count()).toBe(0);
    await set(true);
    await eventually(() => line('Mend the long').getByRole('button').count()).toBe(3);
    await view.vault.command('markdown:toggle-preview');
    await eventually(() => item('Mend the long').getByRole('button').count()).toBe(3);
    await set(false);
    await eventually(() => item('Mend the long').getByRole('button').count()).toBe(0);
    await set(true);
    await eventually(() => item('Mend the long').getByRole('button').count()).toBe(3);
    await view.page.evaluate(`app.plugins.disablePlugin('meeting-tasks')`);
    await eventually(() => item('Mend the long').getByRole('button').count()).toBe(0);
    await eventually(() => header().count()).toBe(0);
    await view.page.evaluate(`app.plugins.enablePlugin('meeting-tasks')`);
    await eventually(() => item('Mend the long').getByRole('button').count()).toBe(3);
  });
});
