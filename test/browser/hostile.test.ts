import { promises as fs } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meeting } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const CRLF = meeting('Windows', '2025-11-01', ['- [?] Oil the door @Me', '- [?] Sweep @Me']).replaceAll(
  '\n',
  '\r\n',
);
const BARE = '---\ntype: people\ndate: 2025-10-31\n---\n# Bare\n- [?] Lock up @Me';
const TWICE = meeting('Twice', '2025-10-30', [
  '- [?] Ring the bell @Me',
  '- [?] Ring the bell @Me',
  '',
  '## More',
  '',
  '- [?] Ring the bell @Me',
]);
const LONG = meeting('Long', '2025-10-29', [`- [?] Carry ${'stone '.repeat(180_000)}home @Me 📅 2025-11-05`]);
const YAML =
  '---\ntype: people\ntitle: "Not closed\nparticipants: [Ines Calder\n---\n\n- [?] Mend the quotes @Me\n';
const SHAPES = `---
type: people
title: Shapes
date: 2025-10-28
---
\`\`\`
- [?] In code @Me
\`\`\`
<!--
- [?] In a comment @Me
-->
%%
- [?] In a hidden part @Me
%%
> [!todo] Callout
> - [?] In a callout @Me ^call

1. [?] Numbered @Me
   - A point
\t- [?] Nested by a tab @Me  
* [?] With a star @Me
    + [?] Below the star @Me 📅 2025-02-30
- [?]No task at all @Me
`;

const NOTES = {
  'Windows.md': CRLF,
  'Bare.md': BARE,
  'Twice.md': TWICE,
  'Yaml.md': YAML,
  'Shapes.md': SHAPES,
};

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes: NOTES, height: 1200 });
});
afterAll(() => view.vault.close());

/** Presses a key on a task, checks the whole file, and undoes. */
async function decided(file: keyof typeof NOTES, task: string, wanted: string, key = 'a'): Promise<void> {
  await view.goTo(task);
  await view.press(key);
  await view.vault.fileBecomes(file, wanted);
  await view.press('z');
  await view.vault.fileBecomes(file, NOTES[file]);
  await eventually(() => view.tasks()).toContain(task);
}

describe('odd notes', () => {
  it('keep their line endings', async () => {
    await decided('Windows.md', 'Oil the door', CRLF.replace('[?] Oil', '[ ] Oil'));
    await decided('Windows.md', 'Sweep', CRLF.replace('[?] Sweep @Me', '[x] Sweep @Me ✅ 2025-11-05'), 'c');
  });

  it('keep their missing newline at the end', async () => {
    await decided(
      'Bare.md',
      'Lock up',
      BARE.replace('[?] Lock up @Me', '[-] Lock up @Me ❌ 2025-11-05'),
      'r',
    );
  });

  it('are read although their YAML is broken, and keep it', async () => {
    await decided('Yaml.md', 'Mend the quotes', YAML.replace('[?]', '[ ]'));
  });

  it('show no tasks from code and comments, and those from callouts and nested lists', async () => {
    const shapes = (await view.tasks()).filter((text) => /In |Numb|Nest|star|No task/.test(text));
    expect(shapes.sort()).toEqual([
      'Below the star',
      'In a callout',
      'Nested by a tab',
      'Numbered',
      'With a star',
    ]);
  });

  it.each([
    ['In a callout', '> - [?] In a callout @Me ^call', '> - [x] In a callout @Me ✅ 2025-11-05 ^call'],
    ['Nested by a tab', '\t- [?] Nested by a tab @Me  ', '\t- [x] Nested by a tab @Me ✅ 2025-11-05  '],
    ['Numbered', '1. [?] Numbered @Me', '1. [x] Numbered @Me ✅ 2025-11-05'],
    ['With a star', '* [?] With a star @Me', '* [x] With a star @Me ✅ 2025-11-05'],
    [
      'Below the star',
      '+ [?] Below the star @Me 📅 2025-02-30',
      '+ [x] Below the star @Me 📅 2025-02-30 ✅ 2025-11-05',
    ],
  ])('change in their own line only: %s', async (task, before, after) => {
    await decided('Shapes.md', task, SHAPES.replace(before, after), 'c');
  });

  it('tell what is wrong with a date', async () => {
    await view.goTo('Below the star');
    await eventually(() => view.detail.innerText()).toContain('2025-02-30 is no day of the calendar.');
  });

  it('with the same line three times: the chosen one is changed', async () => {
    const lines = TWICE.split('\n');
    const places = lines.flatMap((line, at) => (line.includes('Ring') ? [at] : []));
    const rows = view.root.locator('.meeting-tasks-row.mod-proposal:visible', { hasText: 'Ring the bell' });
    // In triage they are one card; in their note each stands for itself.
    await view.page.evaluate(
      `app.workspace.getLeaf('tab').openFile(app.vault.getFileByPath('Twice.md'), { active: true })`,
    );
    await view.tab('This note');
    for (const [nth, at] of places.entries()) {
      await view.clearNotices();
      await eventually(() => rows.count()).toBe(3);
      const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
      const order = tops.map((_, i) => i).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0));
      await rows.nth(order[nth] ?? 0).click({ position: { x: 40, y: 4 } });
      await view.list.focus();
      await view.press('a');
      const wanted = lines.map((line, i) => (i === at ? line.replace('[?]', '[ ]') : line)).join('\n');
      await view.vault.fileBecomes('Twice.md', wanted);
      await view.press('z');
      await view.vault.fileBecomes('Twice.md', TWICE);
    }
    await view.tab('Triage');
  });
});

describe('a file that cannot be written', () => {
  const setFaults = (code: string): Promise<unknown> =>
    view.page.evaluate(`window.host.app.vault.faults = ${code}`);
  const fail = (name: string, message: string): string =>
    `{ ${name}: (path) => { if (path === 'Windows.md') throw Object.assign(new Error(${JSON.stringify(message)}), { code: 'ENOENT' }); } }`;

  it('because it is read-only', async () => {
    await fs.chmod(path.join(view.vault.folder, 'Windows.md'), 0o444);
    await view.goTo('Oil the door');
    await view.press('a');
    await view.notice('of Windows.md was left alone');
    expect(await view.vault.file('Windows.md')).toBe(CRLF);
    await fs.chmod(path.join(view.vault.folder, 'Windows.md'), 0o644);
    await eventually(() => view.tasks()).toContain('Oil the door');
    // What failed is no change that could be undone.
    await decided('Windows.md', 'Oil the door', CRLF.replace('[?] Oil', '[ ] Oil'));
  });

  it.each(['onRead', 'onWrite'])('because it vanishes (%s)', async (hook) => {
    await setFaults(fail(hook, 'ENOENT: no such file or directory'));
    await view.goTo('Oil the door');
    await view.press('a');
    await view.notice('of Windows.md was left alone');
    expect(await view.vault.file('Windows.md')).toBe(CRLF);
    await setFaults('undefined');
    await decided('Windows.md', 'Oil the door', CRLF.replace('[?] Oil', '[ ] Oil'));
  });

  it('does not keep the others of a selection from being written', async () => {
    await setFaults(fail('onWrite', 'ENOENT: no such file or directory'));
    await view.goTo('Oil the door');
    await view.press('x');
    await view.row('Lock up').locator('.meeting-tasks-check').click();
    await view.list.focus();
    await view.press('a');
    await view.vault.fileBecomes('Bare.md', BARE.replace('[?]', '[ ]'));
    await view.notice('Accepted (1 task).');
    await view.notice('of Windows.md was left alone');
    await setFaults('undefined');
    await view.undoByNotice();
    await view.vault.fileBecomes('Bare.md', BARE);
    expect(await view.vault.file('Windows.md')).toBe(CRLF);
  });
});

describe('a line of a megabyte', () => {
  it('is shown, decided and undone like any other', async () => {
    const other = await openTasks({ notes: { 'Long.md': LONG, 'Bare.md': BARE } });
    await other.goTo('Carry');
    await eventually(async () => (await other.row('Carry').boundingBox())?.height ?? 0).toBeLessThan(140);
    await other.press('a');
    await other.vault.fileBecomes('Long.md', LONG.replace('[?]', '[ ]'));
    await other.press('z');
    await other.vault.fileBecomes('Long.md', LONG);
    await other.vault.close();
  });
});

describe('a line that has changed a moment before', () => {
  it('is left alone, the user is told, and the list shows it as it is', async () => {
    const note = meeting('Late', '2025-11-05', ['- [?] Fetch water @Me', '- [?] Fetch wood @Me']);
    // The news of the other program come so late that the key is pressed on what was there before.
    const late = await openTasks({ notes: { 'Late.md': note }, metadataDelay: 4000 });
    await late.goTo('Fetch water');
    const theirs = note.replace('Fetch water', 'Fetch clean water');
    await late.vault.writeOutside('Late.md', theirs);
    await late.press('a');
    await late.notice('it has changed meanwhile');
    expect(await late.vault.file('Late.md')).toBe(theirs);
    await eventually(() => late.tasks()).toEqual(['Fetch clean water', 'Fetch wood']);
    await late.vault.close();
  });
});
