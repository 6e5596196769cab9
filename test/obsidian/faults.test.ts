// One fault, or one act of somebody else, at the worst moment.
import { describe, expect, it, vi } from 'vitest';
import type { Verb } from '../../src/core/edit/verb';
import type { TaskItem } from '../../src/core/note/task-item';
import { day } from '../core/support/act';
import { FileError } from '../host/core/backend';
import type { Faults } from '../host/core/faults';
import { OpenNote } from './open-note';
import { noteOf, type Rig, startRig } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: (await import('./open-note')).OpenNote,
}));
vi.stubGlobal('window', globalThis);

const ACCEPT: Verb = { kind: 'accept' };
const COMPLETE: Verb = { kind: 'complete' };
const A = noteOf('- [?] One', '- [?] Two');

async function ready(notes: Record<string, string> = { 'a.md': A }): Promise<Rig> {
  const rig = await startRig(notes);
  await vi.waitFor(() => expect(rig.feed.status.kind).toBe('ready'));
  return rig;
}

/** The task in the index that says this. */
function task({ index }: Rig, text: string): TaskItem {
  const found = [...index.tasks()].find((item) => item.text === text);
  if (!found) throw new Error(`No task ${text}`);
  return found;
}

/** Opens a note in a leaf. */
async function open(rig: Rig, path = 'a.md'): Promise<OpenNote> {
  const view = await OpenNote.open(rig.vault, path);
  rig.open.push(view);
  return view;
}

/** A note as it is on disk; `null` when it is not there. */
const disk = (rig: Rig, path = 'a.md'): string | null => rig.backend.peek(path);

/** Types at the end of a text that stands in an open note. */
function typeBehind(view: OpenNote, text: string, typed: string): void {
  const at = view.text.indexOf(text) + text.length;
  view.type(at, at, typed);
}

/** Counts the writes of all notes, besides other faults. */
function countWrites(rig: Rig, faults: Faults = {}): { writes: number } {
  const count = { writes: 0 };
  rig.vault.faults = { ...faults, onWrite: () => void count.writes++ };
  return count;
}

describe('what is done', () => {
  it('is undone by a key that comes while it is under way', async () => {
    const rig = await ready();
    const run = rig.actions.run(ACCEPT, [task(rig, 'One')]);
    await rig.actions.undo();
    await run;
    expect(disk(rig)).toBe(A);
  });

  it('can be redone, also after something that could not be done', async () => {
    const rig = await ready();
    const old = task(rig, 'Two');
    await rig.actions.run({ kind: 'edit-text', text: 'Three' }, [old]);
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    await rig.actions.undo();
    expect(await rig.actions.run(ACCEPT, [old])).toBe(0);
    await rig.actions.redo();
    expect(disk(rig)).toBe(noteOf('- [ ] One', '- [?] Three'));
  });

  it('hinders nothing that follows, even where those who look on fail', async () => {
    const rig = await ready();
    const plan = await rig.actions.plan([{ target: task(rig, 'One'), verbs: [ACCEPT] }]);
    const progress = {
      advance: () => {
        throw new Error('closed');
      },
      isCancelled: () => false,
    };
    await expect(rig.actions.apply('Accepted', plan.notes(), progress)).rejects.toThrow('closed');
    expect(await rig.actions.run(ACCEPT, [task(rig, 'Two')])).toBe(1);
    await rig.actions.undo();
    await rig.actions.undo();
    expect(disk(rig)).toBe(A);
  });
});

describe('a file that fails', () => {
  const refuse = (): void => {
    throw new FileError('EIO', 'EIO: i/o error');
  };

  it.each([
    ['to be read', { onRead: refuse }],
    ['to be written', { onWrite: refuse }],
    ['for lack of space', { onWrite: (path: string) => Promise.reject(FileError.full(path)) }],
  ])('%s is left as it is, and said so; the others of the change are written', async (_, faults) => {
    const rig = await ready({ 'a.md': A, 'b.md': noteOf('- [?] Other') });
    const failing: Faults = faults;
    rig.vault.faults = {
      onRead: (path) => (path === 'a.md' ? failing.onRead?.(path) : undefined),
      onWrite: (path, wanted) => (path === 'a.md' ? failing.onWrite?.(path, wanted) : undefined),
    };
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(1);
    expect(rig.said[0]).toContain('Accepted (1 task).');
    expect(rig.said[0]).toMatch(/of a.md (was|were) left alone: E/);
    expect(disk(rig)).toBe(A);
    expect(disk(rig, 'b.md')).toBe(noteOf('- [ ] Other'));
    rig.vault.faults = undefined;
    expect(rig.tasks()).toEqual(['One', 'Two', 'Other']);
    await rig.actions.undo();
    expect([disk(rig), disk(rig, 'b.md')]).toEqual([A, noteOf('- [?] Other')]);
  });

  it('after it was written counts as written, and can be undone', async () => {
    const rig = await ready();
    rig.vault.faults = { afterWrite: refuse };
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(disk(rig)).toBe(A.replace('[?]', '[ ]'));
    rig.vault.faults = undefined;
    await rig.actions.undo();
    expect(disk(rig)).toBe(A);
  });

  it.each([0, 3, 30, A.length - 1])('in the middle of a write is put back (%i)', async (length) => {
    const rig = await ready();
    let cuts = 1;
    rig.vault.faults = { cutWrite: () => (cuts-- > 0 ? length : null) };
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    expect(rig.said[0]).toMatch(/of a.md (was|were) left alone: E/);
    expect(disk(rig)).toBe(A);
  });

  it('in the middle of a character is put back', async () => {
    const text = noteOf('- [?] One 🔺 📅 2025-11-08');
    const rig = await ready({ 'a.md': text });
    let cuts = 1;
    rig.vault.faults = {
      cutWrite: (_, wanted) => (cuts-- > 0 ? wanted.indexOf('🔺') : null),
      // What half a character is read as.
      afterRead: (_, now) => (text.length > now.length ? `${now}\ufffd` : now),
    };
    await rig.actions.run(COMPLETE, [task(rig, 'One')]);
    expect(disk(rig)).toBe(text);
  });

  it('while another program writes keeps what that one wrote', async () => {
    const rig = await ready();
    const theirs = `${A}Theirs\n`;
    rig.vault.faults = {
      afterWrite: () => {
        rig.backend.writeOutside('a.md', theirs);
        refuse();
      },
    };
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    rig.vault.faults = undefined;
    await rig.actions.run(ACCEPT, [task(rig, 'Two')]);
    expect(disk(rig)).toBe(theirs.replace('[?] Two', '[ ] Two'));
  });

  it('and is cut, and is put right by somebody else: theirs stays', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': noteOf('- [?] Other') });
    let space = 9;
    rig.vault.faults = { cutWrite: () => (space -= 2) };
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    rig.vault.faults = undefined;
    const theirs = `${A}Theirs\n`;
    rig.backend.writeOutside('a.md', theirs);
    expect(await rig.actions.run(ACCEPT, [task(rig, 'Other')])).toBe(1);
    expect(disk(rig)).toBe(theirs);
  });

  it('as long as the disk is full is put back with the next change', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': noteOf('- [?] Other') });
    let space = 9;
    rig.vault.faults = { cutWrite: () => (space -= 2) };
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    expect(disk(rig)).toBe('---\nt');
    expect(rig.said[0]).toContain('It was cut off. It is put back with your next change.');
    rig.vault.faults = undefined;
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['Other']));
    expect(await rig.actions.run(ACCEPT, [task(rig, 'Other')])).toBe(1);
    expect(disk(rig)).toBe(A);
    await vi.waitFor(() => expect(rig.tasks().sort()).toEqual(['One', 'Other', 'Two']));
  });

  it('in the middle of a write, and the process ends: the next start writes nothing by itself', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': noteOf('- [?] Other') });
    rig.vault.faults = {
      cutWrite: () => A.indexOf('- [?] Two'),
      // Nothing after the cut ever comes back.
      onRead: () => (disk(rig) === A ? undefined : new Promise(() => undefined)),
    };
    void rig.actions.run(ACCEPT, [task(rig, 'One'), task(rig, 'Other')]);
    await vi.waitFor(() => expect(disk(rig)).not.toBe(A));
    rig.feed.unload();
    const cut = noteOf('- [ ] One');
    const next = await startRig(rig.backend);
    const count = countWrites(next);
    await vi.waitFor(() => expect(next.tasks()).toEqual(['One', 'Other']));
    expect([disk(next), disk(next, 'b.md'), count.writes]).toEqual([cut, noteOf('- [?] Other'), 0]);
  });

  it('because it vanishes between the key and the write', async () => {
    const rig = await ready();
    const item = task(rig, 'One');
    rig.vault.faults = { onRead: (path) => rig.backend.removeOutside(path) };
    expect(await rig.actions.run(ACCEPT, [item])).toBe(0);
    expect(rig.said[0]).toMatch(/of a.md (was|were) left alone: E/);
    rig.vault.faults = undefined;
    expect(disk(rig)).toBeNull();
    expect(rig.tasks()).toEqual([]);
  });
});

describe('a note that somebody else changes between the list and the write', () => {
  /** Runs the change of another program inside the atomic write, just before the plugin is given the text. */
  function justBefore(rig: Rig, ...changes: (() => void)[]): void {
    rig.vault.faults = { onRead: () => changes.shift()?.() };
  }

  it('above the line: the line is found', async () => {
    const rig = await ready();
    const theirs = A.replace('- [?] One', 'New\n\n- [?] Three\n- [?] One');
    justBefore(rig, () => rig.backend.writeOutside('a.md', theirs));
    expect(await rig.actions.run(ACCEPT, [task(rig, 'Two')])).toBe(1);
    expect(disk(rig)).toBe(theirs.replace('[?] Two', '[ ] Two'));
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['Three', 'One', 'Two']));
  });

  it('above a line that stands a second time where the app sees no task: the task is found', async () => {
    const text = noteOf('<div>', '- [?] One', '</div>', '', '- [?] One', '- [?] Two');
    const rig = await ready({ 'a.md': text });
    justBefore(rig, () => rig.backend.writeOutside('a.md', text.replace('<div>', 'New\n\n<div>')));
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(disk(rig)).toBe(noteOf('New', '', '<div>', '- [?] One', '</div>', '', '- [ ] One', '- [?] Two'));
  });

  it('in the line: it is left alone, the user is told, the list shows what is there', async () => {
    const rig = await ready();
    const theirs = A.replace('One', 'One or two');
    justBefore(rig, () => rig.backend.writeOutside('a.md', theirs));
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    expect(disk(rig)).toBe(theirs);
    expect(rig.said[0]).toContain('it has changed meanwhile');
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['One or two', 'Two']));
  });

  it('twice, before the write and between the write and its undo', async () => {
    const rig = await ready();
    const first = `${A}\nFirst\n`;
    justBefore(rig, () => rig.backend.writeOutside('a.md', first));
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    const second = first.replace('[?] One', '[ ] One').replace('---\n\n', '---\n\nSecond\n\n');
    justBefore(rig, () => rig.backend.writeOutside('a.md', second));
    await rig.actions.undo();
    expect(disk(rig)).toBe(second.replace('[ ] One', '[?] One'));
  });

  it('by completing the same line with the Tasks plugin at the same moment: it is completed once', async () => {
    const rig = await ready();
    const theirs = A.replace('- [?] One', '- [x] One ✅ 2025-11-05');
    const file = rig.vault.getFileByPath('a.md');
    const item = task(rig, 'One');
    const other = file && rig.vault.process(file, () => theirs);
    expect(await rig.actions.run(COMPLETE, [item])).toBe(0);
    await other;
    expect(disk(rig)).toBe(theirs);
    expect(rig.said[0]).toContain('it has changed meanwhile');
  });

  it('the other way round: what the other one reads has the plugin’s line', async () => {
    const rig = await ready();
    const file = rig.vault.getFileByPath('a.md');
    const seen: string[] = [];
    const run = rig.actions.run(COMPLETE, [task(rig, 'One')]);
    // The write is queued by then.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    if (file) await rig.vault.process(file, (text) => (seen.push(text), text));
    expect(await run).toBe(1);
    expect(seen).toEqual([A.replace('- [?] One', '- [x] One ✅ 2025-11-05')]);
  });

  it('by a new name: what was decided is undone under the new one', async () => {
    const rig = await ready();
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    const old = task(rig, 'Two');
    await rig.backend.renameOutside('a.md', 'x/b.md');
    await vi.waitFor(() => expect([...rig.index.notes()].map(({ path }) => path)).toEqual(['x/b.md']));
    expect(await rig.actions.run(ACCEPT, [old])).toBe(0);
    expect(rig.said.at(-1)).toContain('the note does not exist any more.');
    await rig.actions.undo();
    expect(disk(rig, 'x/b.md')).toBe(A);
  });

  it('by sync, with other line endings: only the line changes, and undo leaves the new endings', async () => {
    const repeated = noteOf('- [?] One 🔁 every day 📅 2025-11-05', '- [?] Two');
    const rig = await ready({ 'a.md': repeated });
    const theirs = repeated.replaceAll('\n', '\r\n');
    justBefore(rig, () => rig.backend.writeOutside('a.md', theirs));
    expect(await rig.actions.run(COMPLETE, [task(rig, 'One')])).toBe(1);
    const [, next, done] =
      /^(- \[.\] One.*06)\r\n(- \[x\] One.*05 ✅ 2025-11-05)\r$/m.exec(disk(rig) ?? '') ?? [];
    expect(disk(rig)).toBe(theirs.replace('- [?] One 🔁 every day 📅 2025-11-05', `${next}\r\n${done}`));
    await rig.actions.undo();
    expect(disk(rig)).toBe(theirs);
    // And back again in between.
    await rig.actions.redo();
    justBefore(rig, () => rig.backend.writeOutside('a.md', (disk(rig) ?? '').replaceAll('\r\n', '\n')));
    await rig.actions.undo();
    expect(disk(rig)).toBe(repeated);
  });
});

describe('metadata', () => {
  it('that never comes: verbs follow each other, the list shows what was written', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] One', '- [?] One', '', '## More', '', '- [?] One') });
    rig.metadata.pause();
    const edit: Verb = { kind: 'edit-text', text: 'Another' };
    expect(await rig.actions.run(edit, [...rig.index.tasks()].slice(1, 2))).toBe(1);
    expect(rig.tasks()).toEqual(['One', 'Another', 'One']);
    expect(await rig.actions.run(ACCEPT, [task(rig, 'Another')])).toBe(1);
    expect(await rig.actions.run({ kind: 'prioritize', priority: 'high' }, [task(rig, 'Another')])).toBe(1);
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2);
    expect(disk(rig)).toBe(noteOf('- [ ] One', '- [ ] Another ⏫', '', '## More', '', '- [ ] One'));
    for (let i = 0; i < 4; i++) await rig.actions.undo();
    expect(rig.tasks()).toEqual(['One', 'One', 'One']);
    expect(rig.said.filter((text) => text.includes('left alone'))).toEqual([]);
  });

  it('that is late tells of an older text: the list does not go back to it', async () => {
    const rig = await ready();
    rig.metadata.pause();
    const theirs = A.replace('- [?] One', '- [?] Zero\n- [?] One');
    rig.backend.writeOutside('a.md', theirs);
    const shown = new Set<string>();
    await rig.actions.run(ACCEPT, [task(rig, 'One')]);
    // The list knew an older text; it waits.
    expect(rig.tasks()).toEqual(['One', 'Two']);
    await rig.metadata.flush();
    expect(rig.tasks()).toEqual(['Zero', 'One', 'Two']);
    const before = disk(rig) ?? '';
    await rig.actions.run({ kind: 'edit-text', text: 'Three' }, [task(rig, 'Two')]);
    rig.index.subscribe(() => shown.add(rig.tasks().join()));
    const file = rig.vault.getFileByPath('a.md');
    const cache = file && rig.metadata.getFileCache(file);
    rig.metadata.trigger('changed', file, before, cache);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([...shown]).toEqual([]);
    expect(rig.tasks()).toEqual(['Zero', 'One', 'Three']);
    await rig.metadata.flush();
    expect(rig.tasks()).toEqual(['Zero', 'One', 'Three']);
  });

  it('of a text that somebody put back is believed', async () => {
    const rig = await ready();
    rig.metadata.pause();
    await rig.actions.run({ kind: 'edit-text', text: 'Three' }, [task(rig, 'Two')]);
    rig.backend.writeOutside('a.md', A);
    await rig.metadata.flush();
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['One', 'Two']));
  });

  it('is waited for where an edit could hide lines', async () => {
    const rig = await ready();
    rig.metadata.pause();
    await rig.actions.run({ kind: 'edit-text', text: 'One %% hidden' }, [task(rig, 'One')]);
    expect(rig.tasks()).toEqual(['One', 'Two']);
    await rig.metadata.flush();
    expect(rig.tasks()[0]).toBe('One %% hidden');
  });

  it.each([
    ['more tasks in the text', ['<div>', '- [?] No task', '</div>', '', '- [?] One', '- [?] Two']],
    ['fewer tasks in the text', ['- [?] One', '', '$$ is what it costs', '- [?] Two']],
  ])('is waited for where the plugin alone would see %s than the app', async (_, lines) => {
    const rig = await ready({ 'a.md': noteOf(...lines) });
    rig.metadata.pause();
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(rig.tasks()).toEqual(['One', 'Two']);
    await rig.metadata.flush();
    expect([...rig.index.tasks()].map(({ source }) => source)).toEqual(['- [ ] One', '- [?] Two']);
  });

  it('is waited for where the note may not be in scope any more', async () => {
    const rig = await ready();
    rig.metadata.pause();
    rig.backend.writeOutside('a.md', A.replace('type: people', 'type: minutes'));
    const { revision } = rig.index;
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(rig.index.revision).toBe(revision);
    await rig.metadata.flush();
    expect(rig.tasks()).toEqual([]);
  });
});

describe('midnight', () => {
  it('in the middle of a change of many notes: all have the day on which it began', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': noteOf('- [?] Other') });
    rig.vault.faults = { onWrite: () => void (rig.today = day('2025-11-06')) };
    expect(await rig.actions.run(COMPLETE, [...rig.index.tasks()])).toBe(3);
    for (const path of ['a.md', 'b.md']) {
      expect(
        disk(rig, path)
          ?.match(/✅ \S+/g)
          ?.filter((text) => !text.endsWith('-05')),
      ).toEqual([]);
    }
  });

  it('while the lines of a change are looked at one by one: all have the day on which it began', async () => {
    const rig = await ready();
    const days = [rig.today, day('2025-11-06')];
    Object.defineProperty(rig, 'today', { get: () => days.shift() ?? day('2025-11-06') });
    expect(await rig.actions.run(COMPLETE, [...rig.index.tasks()])).toBe(2);
    expect(disk(rig)).toBe(noteOf('- [x] One ✅ 2025-11-05', '- [x] Two ✅ 2025-11-05'));
  });

  it('between a preview and its change: what was shown is written', async () => {
    const rig = await ready();
    const plan = await rig.actions.plan([{ target: task(rig, 'One'), verbs: [{ kind: 'complete' }] }]);
    rig.today = day('2025-11-06');
    await rig.actions.apply('Completed', plan.notes(), {
      advance: () => undefined,
      isCancelled: () => false,
    });
    expect(disk(rig)).toContain('✅ 2025-11-05');
  });
});

describe('a note that is open', () => {
  it('is changed by one transaction and one write, whatever the number of its lines', async () => {
    const rig = await ready();
    const view = await open(rig);
    const count = countWrites(rig);
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2);
    expect([view.transactions, count.writes]).toEqual([1, 1]);
    expect(disk(rig)).toBe(A.replaceAll('[?]', '[ ]'));
    view.undo();
    expect(view.text).toBe(A);
  });

  it('with typing that is not saved keeps it, and its own undo step', async () => {
    const rig = await ready();
    const view = await open(rig);
    typeBehind(view, 'Two', ' or three');
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(disk(rig)).toBe(A.replace('[?] One', '[ ] One').replace('Two', 'Two or three'));
    view.undo();
    expect(view.text).toBe(A.replace('Two', 'Two or three'));
  });

  it('with typing in the very line leaves it alone', async () => {
    const rig = await ready();
    const view = await open(rig);
    const item = task(rig, 'Two');
    typeBehind(view, 'Two', ' or three');
    expect(await rig.actions.run(ACCEPT, [item])).toBe(0);
    expect([view.text, view.transactions]).toEqual([A.replace('Two', 'Two or three'), 0]);
    expect(rig.said[0]).toContain('it has changed meanwhile');
  });

  it('in reading mode is saved and written as a file; the view follows', async () => {
    const rig = await ready();
    const view = await open(rig);
    typeBehind(view, 'Two', ' or three');
    view.mode = 'preview';
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    await view.settled();
    const wanted = A.replace('[?] One', '[ ] One').replace('Two', 'Two or three');
    expect([disk(rig), view.text, view.transactions]).toEqual([wanted, wanted, 0]);
  });

  it('leaves other notes alone that are being typed in', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': A, 'c.md': A });
    const [, second, third] = [await open(rig), await open(rig, 'b.md'), await open(rig, 'c.md')];
    for (const view of [second, third]) typeBehind(view, 'Two', ' or three');
    const count = countWrites(rig);
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect([disk(rig, 'b.md'), disk(rig, 'c.md'), count.writes]).toEqual([A, A, 1]);
  });

  it('and gives place to a note of the same text at that moment: the right one is changed', async () => {
    const rig = await ready({ 'a.md': A, 'b.md': A });
    const view = await open(rig);
    const item = task(rig, 'One');
    rig.vault.faults = { onRead: () => void (view.file = rig.vault.getFileByPath('b.md')) };
    expect(await rig.actions.run(ACCEPT, [item])).toBe(1);
    expect([disk(rig, item.path), disk(rig, 'b.md')]).toEqual([A.replace('[?]', '[ ]'), A]);
  });

  it('in a tab that is not loaded yet is written as a file', async () => {
    const rig = await ready();
    rig.otherViews.push({ file: rig.vault.getFileByPath('a.md'), getViewType: () => 'markdown' });
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect((await open(rig)).text).toBe(A.replace('[?] One', '[ ] One'));
  });

  it.each([0, 1])('in two windows, typed in one of them: nothing is lost (%i)', async (typedIn) => {
    const rig = await ready();
    const views = [await open(rig), await open(rig)];
    const typed = views[typedIn];
    if (typed) typeBehind(typed, 'Two', ' or three');
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One'), task(rig, 'Two')])).toBe(1);
    for (const view of views) await view.save();
    for (const view of views) await view.settled();
    const wanted = A.replace('[?] One', '[ ] One').replace('Two', 'Two or three');
    expect([disk(rig), ...views.map(({ text }) => text)]).toEqual([wanted, wanted, wanted]);
    expect(rig.said[0]).toContain('it has changed meanwhile');
  });

  it('in two windows, typed in both: nothing is lost', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] One', '', 'Left', '', 'Right', '', '- [?] Two') });
    const [left, right] = [await open(rig), await open(rig)];
    typeBehind(left, 'Left', ' hand');
    typeBehind(right, 'Right', ' hand');
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    for (const view of [left, right]) await view.settled();
    for (const view of [left, right]) await view.save();
    for (const view of [left, right]) await view.settled();
    const text = disk(rig) ?? '';
    expect(text).toBe(noteOf('- [?] One', '', 'Left hand', '', 'Right hand', '', '- [?] Two'));
    expect([left.text, right.text]).toEqual([text, text]);
  });

  it('and does not know yet what another program wrote does not save over it', async () => {
    const rig = await ready();
    const view = await open(rig);
    const theirs = `${A}Theirs\n`;
    // On disk, and the app has not heard of it.
    await rig.backend.write('a.md', theirs);
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    expect(rig.said[0]).toContain('It is being changed elsewhere at this moment.');
    expect([disk(rig), view.text]).toEqual([theirs, A]);
    rig.backend.writeOutside('a.md', theirs);
    await view.settled();
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
    expect(disk(rig)).toBe(theirs.replace('[?] One', '[ ] One'));
  });

  it('with line endings of both kinds keeps each of them', async () => {
    const mixed = A.replace('One\n', 'One\r\n');
    const rig = await ready({ 'a.md': mixed });
    const view = await open(rig);
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2);
    expect(disk(rig)).toBe(mixed.replaceAll('[?]', '[ ]'));
    await view.settled();
    expect(view.text).toBe(A.replaceAll('[?]', '[ ]'));
    await rig.actions.undo();
    expect(disk(rig)).toBe(mixed);
  });

  it('and cannot be saved is given its text back, also what is typed meanwhile stays', async () => {
    const rig = await ready();
    const view = await open(rig);
    rig.vault.faults = {
      onWrite: () => {
        if (!view.text.includes('more')) typeBehind(view, 'Two', ' and more');
        throw new Error('EIO');
      },
    };
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    rig.vault.faults = undefined;
    await view.save();
    expect(disk(rig)).toBe(A.replace('Two', 'Two and more'));
  });

  it('and is cut in the middle of its save is whole again at once', async () => {
    const rig = await ready();
    const view = await open(rig);
    let cuts = 1;
    rig.vault.faults = { cutWrite: () => (cuts-- > 0 ? 5 : null) };
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    await view.settled();
    expect([disk(rig), view.text]).toEqual([A, A]);
  });

  it.each([A, A.replaceAll('\n', '\r\n')])(
    'and is saved although an error is told counts as written (%j)',
    async (text) => {
      const rig = await ready({ 'a.md': text });
      const view = await open(rig);
      rig.vault.faults = { afterWrite: () => Promise.reject(new Error('EIO')) };
      expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(1);
      expect([disk(rig), view.text]).toEqual([text.replace('[?]', '[ ]'), A.replace('[?]', '[ ]')]);
    },
  );

  it('and whose save does nothing is not reported as written', async () => {
    const rig = await ready();
    const view = await open(rig);
    view.save = () => Promise.resolve();
    expect(await rig.actions.run(ACCEPT, [task(rig, 'One')])).toBe(0);
    expect([disk(rig), view.text]).toEqual([A, A]);
  });
});
