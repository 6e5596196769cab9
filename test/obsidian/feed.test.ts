import { describe, expect, it, vi } from 'vitest';
import { noteOf, startRig } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: class {},
}));
vi.stubGlobal('window', globalThis);

describe('the feed', () => {
  it('reads what is in scope, and says when it is ready', async () => {
    const rig = await startRig({
      'a.md': noteOf('- [?] One', '- [ ] Two'),
      'b.md': '- [?] Out of scope\n',
      'c.md': noteOf('no tasks'),
    });
    await vi.waitFor(() => expect(rig.feed.status.kind).toBe('ready'));
    expect(rig.tasks()).toEqual(['One', 'Two']);
    expect(rig.index.noteCount).toBe(2);
  });

  it('never lets a slow old reading overwrite a newer one', async () => {
    const rig = await startRig({ 'a.md': noteOf('- [?] Old') });
    await vi.waitFor(() => expect(rig.feed.status.kind).toBe('ready'));
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    rig.vault.faults = { onRead: () => gate };
    const slow = rig.feed.refresh('a.md');
    rig.vault.faults = undefined;
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.modify(file, noteOf('- [?] New'));
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['New']));
    release();
    await slow;
    expect(rig.tasks()).toEqual(['New']);
  });

  it('keeps what it knew of a note that cannot be read, and names it', async () => {
    const rig = await startRig({ 'a.md': noteOf('- [?] Known'), 'b.md': noteOf('- [?] Other') });
    await vi.waitFor(() => expect(rig.tasks()).toHaveLength(2));
    rig.vault.faults = {
      onRead: (path) => {
        if (path === 'a.md') throw new Error('EIO');
      },
    };
    await rig.feed.rescan();
    expect(rig.tasks()).toEqual(['Known', 'Other']);
    expect(rig.feed.failures()).toEqual(['a.md could not be read: EIO']);
    rig.vault.faults = undefined;
    await rig.feed.rescan();
    expect(rig.feed.failures()).toEqual([]);
  });

  it('keeps the tasks of a note whose frontmatter is no YAML, and names it until it is put right', async () => {
    const broken = '---\ntype: people\ntitle: "Half\n---\n\n- [?] Still here\n';
    const rig = await startRig({
      'a.md': broken,
      'b.md': noteOf('- [?] Other'),
      'c.md': '---\n# nothing yet\n\n---\n\n- [?] Not in scope\n',
      'd.md': '---\ntitle: "Half\n---\n\n- [?] Not in scope\n',
    });
    await vi.waitFor(() => expect(rig.feed.status.kind).toBe('ready'));
    expect(rig.tasks()).toEqual(['Still here', 'Other']);
    expect(rig.feed.failures()).toEqual(['Frontmatter cannot be read as YAML: a.md']);
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.modify(file, broken.replace('Half', 'Whole"'));
    await vi.waitFor(() => expect(rig.feed.failures()).toEqual([]));
    expect(rig.tasks()).toEqual(['Still here', 'Other']);
  });

  it('waits for metadata that is not there yet', async () => {
    const rig = await startRig({ 'a.md': noteOf('- [?] Late') }, { delay: 30, startEmpty: true });
    await rig.feed.rescan();
    expect(rig.tasks()).toEqual([]);
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['Late']));
  });

  it('follows a folder that is renamed and one that is deleted', async () => {
    const rig = await startRig({
      'x/a.md': noteOf('- [?] A'),
      'x/y/b.md': noteOf('- [?] B'),
      'c.md': noteOf('- [?] C'),
    });
    await vi.waitFor(() => expect(rig.tasks()).toHaveLength(3));
    const folder = rig.vault.getFolderByPath('x');
    if (!folder) throw new Error('No folder');
    await rig.vault.rename(folder, 'z');
    await vi.waitFor(() =>
      expect([...rig.index.notes()].map(({ path }) => path).sort()).toEqual(['c.md', 'z/a.md', 'z/y/b.md']),
    );
    const moved = rig.vault.getFolderByPath('z');
    if (moved) await rig.vault.delete(moved);
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['C']));
  });

  it('stops when it is unloaded', async () => {
    const rig = await startRig({ 'a.md': noteOf('- [?] A') });
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['A']));
    rig.feed.unload();
    const file = rig.vault.getFileByPath('a.md');
    if (file) await rig.vault.modify(file, noteOf('- [?] B'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(rig.tasks()).toEqual(['A']);
  });
});
