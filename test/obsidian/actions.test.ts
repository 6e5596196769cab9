import { describe, expect, it, vi } from 'vitest';
import type { Verb } from '../../src/core/edit/verb';
import { taskAt } from '../../src/obsidian/in-note/task-at';
import { noteOf, type Rig, startRig } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: class {},
}));
vi.stubGlobal('window', globalThis);

const ACCEPT: Verb = { kind: 'accept' };

async function ready(notes: Record<string, string>): Promise<Rig> {
  const rig = await startRig(notes);
  await vi.waitFor(() => expect(rig.feed.status.kind).toBe('ready'));
  return rig;
}

const text = (rig: Rig, path: string): Promise<string> => rig.vault.adapter.read(path);

describe('the actions', () => {
  it('write each note once, whatever the number of its lines', async () => {
    const lines = Array.from({ length: 200 }, (_, i) => `- [?] Task ${i % 150} @Me`);
    const notes = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.md`, noteOf(...lines)]));
    const rig = await ready(notes);
    const writes: string[] = [];
    rig.vault.faults = { onWrite: (path) => void writes.push(path) };
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2000);
    expect(writes.sort()).toEqual(Object.keys(notes).sort());
    expect(rig.said).toEqual(['Accepted (2000 tasks).']);
    for (const path of Object.keys(notes)) {
      expect(await text(rig, path)).toBe(notes[path]?.replaceAll('[?]', '[ ]'));
    }
    await rig.actions.undo();
    for (const path of Object.keys(notes)) expect(await text(rig, path)).toBe(notes[path]);
  });

  it('follow each other, also on one line', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] One @Me 📅 2025-11-01') });
    const [item] = rig.index.tasks();
    if (!item) throw new Error('No task');
    await Promise.all([
      rig.actions.run({ kind: 'prioritize', priority: 'high' }, [item]),
      rig.actions.undo(),
      rig.actions.redo(),
    ]);
    expect(await text(rig, 'a.md')).toBe(noteOf('- [?] One @Me ⏫ 📅 2025-11-01'));
    await rig.actions.undo();
    expect(await text(rig, 'a.md')).toBe(noteOf('- [?] One @Me 📅 2025-11-01'));
  });

  it('undo only what was written when a part of the notes refused', async () => {
    const rig = await ready({
      'a.md': noteOf('- [?] A'),
      'b.md': noteOf('- [?] B'),
      'c.md': noteOf('- [?] C'),
    });
    rig.vault.faults = { readOnly: new Set(['b.md']) };
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2);
    expect(rig.said[0]).toContain('Accepted (2 tasks).');
    expect(rig.said[0]).toContain('Line 5 of b.md was left alone: EACCES');
    rig.vault.faults = undefined;
    await rig.actions.undo();
    for (const path of ['a.md', 'b.md', 'c.md']) expect(await text(rig, path)).toContain('- [?]');
    await rig.actions.undo();
    expect(rig.said.at(-1)).toBe('There is nothing to undo.');
  });

  it('leave a line alone that has changed, and write the others of its note', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] A', '- [?] B') });
    const items = [...rig.index.tasks()];
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.modify(file, noteOf('- [?] A, but later', '- [?] B'));
    expect(await rig.actions.run(ACCEPT, items)).toBe(1);
    expect(await text(rig, 'a.md')).toBe(noteOf('- [?] A, but later', '- [ ] B'));
    expect(rig.said[0]).toContain('it has changed meanwhile');
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['A, but later', 'B']));
  });

  it('leave both alone where a line of an editor stands twice and is not where it was', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] A', 'Again:', '- [?] A') });
    const target = taskAt('a.md', 6, '- [?] A');
    const file = rig.vault.getFileByPath('a.md');
    const now = noteOf('- [?] A', 'Some words.', '', 'Again:', '- [?] A');
    if (file) await rig.vault.modify(file, now);
    expect(await rig.actions.run(ACCEPT, target ? [target] : [])).toBe(0);
    expect(await text(rig, 'a.md')).toBe(now);
    expect(rig.said[0]).toContain('several such lines');
  });

  it('undo the line that they changed, not its twin that stands at its place by now', async () => {
    const note = (beta: string, ...above: string[]): string =>
      noteOf(...above, '## Alpha', '', '- [ ] A', '', '## Beta', '', beta);
    const rig = await ready({ 'a.md': note('- [?] A') });
    const proposals = [...rig.index.tasks()].filter(({ state }) => state === 'proposal');
    expect(await rig.actions.run(ACCEPT, proposals)).toBe(1);
    expect(await text(rig, 'a.md')).toBe(note('- [ ] A'));
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.modify(file, note('- [ ] A', 'One', '', 'Two', ''));
    await rig.actions.undo();
    expect(await text(rig, 'a.md')).toBe(note('- [?] A', 'One', '', 'Two', ''));
  });

  it('say that a note is gone', async () => {
    const rig = await ready({ 'a.md': noteOf('- [?] A') });
    const items = [...rig.index.tasks()];
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.delete(file);
    expect(await rig.actions.run(ACCEPT, items)).toBe(0);
    expect(rig.said).toEqual(['Line 5 of a.md was left alone: the note does not exist any more.']);
  });

  it('write nothing at all when nothing is to be changed', async () => {
    const rig = await ready({ 'a.md': noteOf('- [ ] A') });
    const writes: string[] = [];
    rig.vault.faults = { onWrite: (path) => void writes.push(path) };
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(0);
    expect(writes).toEqual([]);
    expect(rig.said).toEqual(['Nothing to change.']);
  });
});
