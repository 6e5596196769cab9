import { promises as fs } from 'node:fs';
import path from 'node:path';
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
  SCREW,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

const EDITOR = 'app.workspace.getLeavesOfType("markdown")[0].view.editor';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

/** Opens a note in a tab of its own, with the focus in its editor. */
async function open(path: string): Promise<void> {
  await view.page.evaluate(
    `app.workspace.getLeaf('tab').openFile(app.vault.getFileByPath(${JSON.stringify(path)}), { active: true, eState: { focus: true } })`,
  );
  await view.page.locator('.cm-content:visible').first().waitFor();
}

/** Puts the cursor of the editor into a line, or selects from that line to another. */
async function caret(line: string, to = line): Promise<void> {
  await view.page.evaluate(
    `(() => {
      const lines = ${EDITOR}.getValue().split('\\n');
      const [from, to] = ${JSON.stringify([line, to])}.map((text) => lines.indexOf(text));
      ${EDITOR}.setSelection({ line: from, ch: 3 }, { line: to, ch: from === to ? 3 : 5 });
      ${EDITOR}.focus();
    })()`,
  );
}

const typed = (): Promise<string> => view.page.evaluate(`${EDITOR}.getValue()`);

describe('the commands in an editor', () => {
  it('act on the line under the cursor, whatever the list has selected', async () => {
    await open(ROUND);
    await caret(LADDER);
    await view.palette('Accept: selected tasks');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
    await view.notice('Accepted (1 task).');
    await view.palette('Undo the last change');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await view.palette('Redo the last change');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    await view.vault.command('meeting-tasks:undo');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it.each([
    ['Reject: selected tasks', LADDER, LADDER.replace('[?]', '[-]') + ' ❌ 2025-11-05'],
    ['Complete: selected tasks', LADDER, LADDER.replace('[?]', '[x]') + ' ✅ 2025-11-05'],
    ['Start: selected tasks', LADDER, LADDER.replace('[?]', '[/]')],
    ['Assign to me: selected tasks', HIVES, HIVES.replace('@Oda Brandt', '@Myself')],
    ['Not mine: selected tasks', LADDER, LADDER.replace(' @Myself', '')],
  ])('%s', async (command, line, wanted) => {
    await open(ROUND);
    await caret(line);
    await view.palette(command);
    await view.vault.fileBecomes(ROUND, roundWith(line, wanted));
    await view.vault.command('meeting-tasks:undo');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('ask for a day and a priority', async () => {
    await open(ROUND);
    await caret(LADDER);
    await view.palette('Set the due date: selected tasks');
    await view.modal.getByLabel('Type a day').fill('tomorrow');
    await view.press('Enter');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('2025-11-05', '2025-11-06')));
    await view.vault.command('meeting-tasks:undo');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
    await view.palette('Set the priority: selected tasks');
    await view.pick('High');
    await view.vault.fileBecomes(ROUND, roundWith(LADDER, LADDER.replace('📅', '⏫ 📅')));
    await view.vault.command('meeting-tasks:undo');
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('act on all lines of a selection as one change', async () => {
    await open(ROUND);
    await caret(LADDER, HIVES);
    await view.palette('Complete: selected tasks');
    const done = [LADDER, NETS, HIVES].reduce(
      (text, line) => text.replace(line, `${line.replace(/\[.\]/, '[x]')} ✅ 2025-11-05`),
      ROUND_TEXT,
    );
    await view.vault.fileBecomes(ROUND, done);
    await view.notice('Completed (3 tasks).');
    await view.undoByNotice();
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('leave what stands in code within a selection', async () => {
    const text = roundWith(HIVES, `\`\`\`\n- [?] An example\n\`\`\`\n${HIVES}`);
    await view.vault.writeOutside(ROUND, text);
    await open(ROUND);
    await caret(LADDER, HIVES);
    await view.palette('Complete: selected tasks');
    await view.notice('Completed (3 tasks).');
    await view.vault.fileBecomes(ROUND, (now) => now.includes('\n- [?] An example\n'));
  });

  it('accept all proposals of the note, and nothing else in it', async () => {
    await open(PRESS);
    await view.palette('Accept all proposals in this note');
    const accepted = PRESS_TEXT.replaceAll('[?]', '[ ]').replace(' #proposed', '');
    await view.vault.fileBecomes(PRESS, accepted);
    await view.notice('Accepted (6 tasks).');
    expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
    await view.undoByNotice();
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('reopen what was decided, as it was when this session decided it', async () => {
    await open(PRESS);
    await caret(SCREW);
    await view.palette('Reject: selected tasks');
    const rejected = '- [-] Order a new screw for the press @Myself ⏫ 📅 2025-11-04 ❌ 2025-11-05 #task';
    await view.vault.fileBecomes(PRESS, pressWith(SCREW, rejected));
    await caret(rejected);
    await view.palette('Reopen: selected tasks');
    // A proposal again, with its tag; a tag that comes back stands behind the others.
    await view.vault.fileBecomes(PRESS, PRESS_TEXT.replace('#proposed #task', '#task #proposed'));
  });

  it('are not offered where no task is', async () => {
    await open('People/Ines Calder.md');
    await expect(view.vault.command('meeting-tasks:accept')).rejects.toThrow('not available');
  });

  it('leave the line alone at which the cursor was before the note was shown for reading', async () => {
    await open(PRESS);
    await caret(OAK);
    await view.vault.command('markdown:toggle-preview');
    await view.page.locator('.markdown-reading-view li').first().waitFor();
    await expect(view.vault.command('meeting-tasks:complete')).rejects.toThrow('not available');
    await view.vault.command('meeting-tasks:accept-all-in-note');
    await view.notice('Accepted (6 tasks).');
    await view.vault.fileBecomes(PRESS, (text) => !text.includes('[?]'));
  });
});

describe('a note that is open', () => {
  it('keeps what was just typed, and gets the change as one undo step of its editor', async () => {
    await open(PRESS);
    await caret('Some words before the list.');
    await view.page.keyboard.press('End');
    await view.page.keyboard.type(' And more.');
    const withTyping = PRESS_TEXT.replace('the list.', 'the list. And more.');
    expect(await view.vault.file(PRESS)).toBe(PRESS_TEXT);
    await view.goTo('Ask the mill');
    await view.press('a');
    await view.vault.fileBecomes(PRESS, withTyping.replace(OAK, OAK.replace('[?]', '[ ]')));
    await eventually(typed).toBe(withTyping.replace(OAK, OAK.replace('[?]', '[ ]')));
    await view.page.evaluate(`${EDITOR}.undo()`);
    await eventually(typed).toBe(withTyping);
    await view.page.evaluate(`${EDITOR}.redo()`);
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(PRESS, withTyping);
  });

  it('keeps the cursor of its editor', async () => {
    await open(PRESS);
    await caret('- A point that is no task.');
    const before = await view.page.evaluate(`${EDITOR}.getCursor().line`);
    await view.goTo('Order a new screw');
    await view.press('r');
    await view.vault.fileBecomes(PRESS, (text) => text.includes('❌'));
    expect(await view.page.evaluate(`${EDITOR}.getCursor()`)).toEqual({ line: before, ch: 3 });
  });

  it('follows in reading mode', async () => {
    await open(PRESS);
    await view.vault.command('markdown:toggle-preview');
    await view.goTo('Ask the mill');
    await view.press('c');
    const done = pressWith(OAK, OAK.replace('[?]', '[x]').replace(' #task', ' ✅ 2025-11-05 #task'));
    await view.vault.fileBecomes(PRESS, done);
    const reading = view.page.locator('.markdown-reading-view li', { hasText: 'Ask the mill' });
    await eventually(() => reading.getAttribute('data-task')).toBe('x');
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
  });

  it('follows in two panes', async () => {
    await open(PRESS);
    await view.page.evaluate(
      `app.workspace.getLeaf('split').openFile(app.vault.getFileByPath(${JSON.stringify(PRESS)}))`,
    );
    await view.goTo('Ask the mill');
    await view.press('a');
    const accepted = pressWith(OAK, OAK.replace('[?]', '[ ]'));
    await view.vault.fileBecomes(PRESS, accepted);
    const both = (): Promise<string[]> =>
      view.page.evaluate('app.workspace.getLeavesOfType("markdown").map((l) => l.view.editor.getValue())');
    await eventually(both).toEqual([accepted, accepted]);
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await eventually(both).toEqual([PRESS_TEXT, PRESS_TEXT]);
  });

  it('keeps its typing when its file cannot be written, and says so', async () => {
    await open(ROUND);
    await fs.chmod(path.join(view.vault.folder, ROUND), 0o444);
    await view.goTo('Mend the long');
    await view.press('a');
    await view.notice(/was not changed|EACCES/);
    expect(await view.vault.file(ROUND)).toBe(ROUND_TEXT);
    await fs.chmod(path.join(view.vault.folder, ROUND), 0o644);
    // What was reported as not done must not be written by the editor later.
    await eventually(() => typed()).toBe(ROUND_TEXT);
  });

  it('shows in the list what is typed into it, once it is saved', async () => {
    await open(ROUND);
    await caret(LADDER);
    await view.page.keyboard.press('End');
    await view.page.keyboard.press('Enter');
    await view.page.keyboard.type('Oil the hinges @Myself');
    await eventually(() => typed()).toContain('Oil the hinges');
    await view.vault.command('editor:save-file');
    await eventually(() => view.vault.file(ROUND)).toContain('Oil the hinges');
  });
});
