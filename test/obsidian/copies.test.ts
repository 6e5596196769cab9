import { describe, expect, it, vi } from 'vitest';
import type { TaskItem } from '../../src/core/note/task-item';
import type { CopySources } from '../../src/obsidian/copies';
import { followCopies, separationsOf } from '../../src/obsidian/copies';
import { makeHush } from '../../src/obsidian/hush';
import { noteOf, startRig } from './rig';
import { entry } from '../core/support/items';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: class {},
}));
vi.stubGlobal('window', globalThis);

/** As many notes, each with the same proposal and one of its own. */
function orchard(count: number): Record<string, string> {
  const notes = Array.from({ length: count }, (_, at) => {
    return [`${at}.md`, noteOf('- [?] Order forty crates for the pear harvest', `- [?] Prune tree ${at}`)];
  });
  return Object.fromEntries(notes) as Record<string, string>;
}

async function start(notes: Record<string, string>) {
  const rig = await startRig(notes);
  const hush = makeHush();
  let sources: CopySources = { duplicateTag: '#duplicate', separations: [], remembered: [] };
  const copies = followCopies({ register: () => undefined }, rig.index, () => sources, hush, rig.feed);
  /** What the feed was doing whenever somebody was told of other copies. */
  const told: string[] = [];
  copies.subscribe(() => told.push(rig.feed.status.kind));
  const crates = (): TaskItem[] => [...rig.index.tasks()].filter(({ text }) => text.startsWith('Order'));
  const sizes = (): number[] => crates().map((item) => copies.groupOf(item)?.members.length ?? 1);
  return {
    rig,
    hush,
    copies,
    told,
    crates,
    sizes,
    say: (more: Partial<CopySources>) => (sources = { ...sources, ...more }),
  };
}

describe('copies', () => {
  it('are looked for once, when all notes are read', async () => {
    const { told, sizes, rig } = await start(orchard(60));
    expect(sizes().every((size) => size === 1)).toBe(true);
    await vi.waitFor(() => expect(told).toEqual(['ready']));
    expect(sizes()).toEqual(Array.from({ length: 60 }, () => 60));
    await rig.feed.rescan();
    await vi.waitFor(() => expect(sizes()[0]).toBe(60));
  });

  it('say when they are known after a change of many notes', async () => {
    const { copies, sizes, rig, crates } = await start(orchard(3));
    await vi.waitFor(() => expect(sizes()).toEqual([3, 3, 3]));
    expect(copies.caughtUp()).toBeNull();
    const more = Object.entries(orchard(400)).slice(3);
    rig.index.batch(() => {
      for (const [path, text] of more) rig.index.replace(path, entry(path, text));
    });
    // What takes longer than a moment is looked at in slices.
    expect(copies.caughtUp()).not.toBeNull();
    await copies.caughtUp();
    expect(sizes()).toEqual(crates().map(() => 400));
    expect(copies.caughtUp()).toBeNull();
  });

  it('are there at once when a few notes change', async () => {
    const { told, sizes, rig } = await start(orchard(3));
    await vi.waitFor(() => expect(sizes()).toEqual([3, 3, 3]));
    await rig.vault.create('more.md', noteOf('- [?] Order forty crates for the pear harvest'));
    await vi.waitFor(() => expect(rig.index.noteCount).toBe(4));
    expect(sizes()).toEqual([4, 4, 4, 4]);
    expect(told).toEqual(['ready', 'ready']);
  });

  it('follow what the user says meanwhile', async () => {
    const { copies, crates, sizes, say } = await start({
      ...orchard(40),
      'x.md': noteOf('- [?] Order forty crates for the pear harvest soon'),
    });
    await vi.waitFor(() => expect(sizes()[0]).toBe(41));
    const [item] = crates().filter(({ path }) => path === 'x.md');
    const group = item && copies.groupOf(item);
    if (!item || !group) return expect.fail('no group');
    // Once while nothing else happens, and once while many notes are looked at.
    say({ separations: separationsOf(item, group) });
    copies.refresh();
    await vi.waitFor(() => expect(copies.groupOf(item)).toBeNull());
    say({ duplicateTag: '#twin' });
    copies.refresh();
    say({ separations: [] });
    copies.refresh();
    await vi.waitFor(() => expect(copies.groupOf(item)?.members).toHaveLength(41));
  });

  it('wait while many notes are changed', async () => {
    const { hush, told, sizes, rig } = await start(orchard(5));
    await vi.waitFor(() => expect(sizes()[0]).toBe(5));
    await hush.during(async () => {
      for (let at = 0; at < 3; at++) {
        const file = rig.vault.getFileByPath(`${at}.md`);
        if (file) await rig.vault.modify(file, noteOf('- [x] Order forty crates for the pear harvest'));
      }
      await vi.waitFor(() => expect([...rig.index.tasks()]).toHaveLength(7));
      expect(told).toHaveLength(1);
    });
    await vi.waitFor(() => expect(told).toHaveLength(2));
  });
});
