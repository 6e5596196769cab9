import type { App } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { parseDay } from '../../src/core/date/day';
import { ChangeHistory } from '../../src/core/edit/history';
import type { Verb } from '../../src/core/edit/verb';
import { MOST_BYTES } from '../../src/core/journal/format';
import { DEFAULT_SETTINGS, lineRules } from '../../src/core/settings';
import { NoteText } from '../../src/core/text/note-text';
import { type Journal, keepJournal } from '../../src/obsidian/journal';
import { makeNoteWriter } from '../../src/obsidian/note-writer';
import type { Target } from '../../src/obsidian/task-actions';
import type { Faults } from '../host/core/faults';
import { MemoryBackend } from '../host/core/memory-backend';
import { Vault } from '../host/core/vault';
import { noteOf, startActions } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: class {},
}));
vi.stubGlobal('window', globalThis);

const FOLDER = '.obsidian/plugins/meeting-tasks';
const ACCEPT: Verb = { kind: 'accept' };
const REJECT: Verb = { kind: 'reject' };
const REOPEN: Verb = { kind: 'reopen', asProposal: false, withTag: false };

/** What stays on a device between sessions. */
interface Device {
  readonly backend: MemoryBackend;
  readonly storage: Map<string, unknown>;
}

/** The plugin's actions with a journal, from a start to a restart. */
interface Session {
  readonly vault: Vault;
  readonly history: ChangeHistory;
  readonly journal: Journal;
  readonly actions: ReturnType<typeof startActions>;
  readonly said: string[];
  readonly path: string;
}

function deviceWith(notes: Record<string, string>): Device {
  const backend = new MemoryBackend({ ...notes, [`${FOLDER}/manifest.json`]: '{}' });
  return { backend, storage: new Map() };
}

let stamps = 0;

async function start({ backend, storage }: Device, faults?: Faults): Promise<Session> {
  const vault = new Vault(backend);
  await vault.load();
  vault.faults = faults;
  const app = {
    vault,
    workspace: { iterateAllLeaves: () => undefined },
    loadLocalStorage: (key: string) => storage.get(key) ?? null,
    saveLocalStorage: (key: string, value: unknown) => storage.set(key, value),
  } as unknown as App;
  const said: string[] = [];
  const history = new ChangeHistory(() => ({ id: `c${++stamps}`, at: '2025-11-05T09:00:00.000Z' }));
  const journal = keepJournal(app, FOLDER, history, (message) => said.push(message));
  vault.on('rename', (file, oldPath) => history.rename(oldPath, file.path));
  const today = parseDay('2025-11-05');
  if (!today) throw new Error('No day');
  const actions = startActions({
    app,
    write: makeNoteWriter(app),
    history,
    journal,
    verbContext: () => ({ rules: lineRules(DEFAULT_SETTINGS, null), today }),
    refresh: () => Promise.resolve(),
    say: (message) => said.push(message),
  });
  const path = `${FOLDER}/journal-${String([...storage.values()])}.jsonl`;
  return { vault, history, journal, actions, said, path };
}

const text = ({ backend }: Device, path: string): string => backend.peek(path) ?? '';

/** The lines of a note that say this, as targets. */
function targets(device: Device, path: string, ...wanted: string[]): Target[] {
  const note = new NoteText(text(device, path));
  const lines = Array.from({ length: note.lineCount }, (_, line) => line);
  return lines
    .filter((line) => wanted.some((word) => note.line(line).includes(word)))
    .map((line) => ({ path, ...note.refOf(line) }));
}

/** How many records the journal has on the disk. */
const records = (device: Device, { path }: Session): number =>
  text(device, path).split('\n').filter(Boolean).length;

async function written(device: Device, session: Session, count: number): Promise<void> {
  await vi.waitFor(() => expect(records(device, session)).toBe(count));
}

const NOTE = noteOf('# Calls', '- [?] One @Me #proposed', '- [?] Two @Me', '- [?] Three @Me');

describe('the journal', () => {
  it('is not read or written before it is needed', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const touched: string[] = [];
    const session = await start(device, {
      onRead: (path) => void touched.push(path),
      onWrite: (path) => void touched.push(path),
    });
    expect(touched.filter((path) => path.includes('journal'))).toEqual([]);
    expect(device.backend.peek(session.path)).toBeNull();
  });

  it('lets undo and redo go on after restarts', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const first = await start(device);
    await first.actions.run(ACCEPT, targets(device, 'a.md', 'One'));
    await first.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await first.actions.run({ kind: 'complete' }, targets(device, 'a.md', 'Three'));
    const done = text(device, 'a.md');
    await written(device, first, 3);

    const second = await start(device);
    await second.actions.undo();
    await second.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE.replace('[?] One @Me #proposed', '[ ] One @Me'));
    await written(device, second, 5);

    const third = await start(device);
    await third.actions.redo();
    await third.actions.redo();
    expect(text(device, 'a.md')).toBe(done);
    for (let i = 0; i < 3; i++) await third.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
    await third.actions.undo();
    expect(third.said.at(-1)).toBe('There is nothing to undo.');
  });

  it('takes back any single change of an earlier session', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const first = await start(device);
    await first.actions.run(ACCEPT, targets(device, 'a.md', 'One'));
    await first.actions.run(REJECT, targets(device, 'a.md', 'Two', 'Three'));
    await written(device, first, 2);
    const second = await start(device);
    await second.journal.ready();
    const [one] = second.history.entries();
    await second.actions.undo(one?.id ?? '');
    expect(text(device, 'a.md')).toContain('- [?] One @Me #proposed\n- [-] Two');
    await second.actions.redo(one?.id ?? '');
    expect(text(device, 'a.md')).toContain('- [ ] One @Me\n- [-] Two');
  });

  it('knows after a restart what a rejected line was, so that reopening makes it a proposal again', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const first = await start(device);
    await first.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await written(device, first, 1);
    const second = await start(device);
    await second.actions.run(REOPEN, targets(device, 'a.md', 'One'));
    expect(text(device, 'a.md')).toBe(NOTE);
  });

  it('follows notes and folders that are renamed, in this session and in the one after', async () => {
    const device = deviceWith({ 'Calls/a.md': NOTE, 'b.md': NOTE });
    const first = await start(device);
    const both = [...targets(device, 'Calls/a.md', 'One'), ...targets(device, 'b.md', 'Two')];
    await first.actions.run(REJECT, both);
    await written(device, first, 2);
    const second = await start(device);
    const folder = second.vault.getAbstractFileByPath('Calls');
    const note = second.vault.getAbstractFileByPath('b.md');
    if (!folder || !note) throw new Error('No folder');
    // Before the journal was read.
    await second.vault.rename(folder, 'Old calls');
    await second.vault.rename(note, 'Old calls/c.md');
    await written(device, second, 4);
    const third = await start(device);
    await third.actions.undo();
    expect([text(device, 'Old calls/a.md'), text(device, 'Old calls/c.md')]).toEqual([NOTE, NOTE]);
  });

  it('restores what it can, keeps the rest in the history, and goes on with the change before', async () => {
    const device = deviceWith({ 'a.md': NOTE, 'b.md': NOTE });
    const first = await start(device);
    await first.actions.run(ACCEPT, targets(device, 'b.md', 'One'));
    await first.actions.run(REJECT, targets(device, 'a.md', 'One', 'Two', 'Three'));
    await written(device, first, 2);
    const rejected = text(device, 'a.md');
    device.backend.writeOutside('a.md', rejected.replace('Two @Me', 'Two @Me, later'));
    const second = await start(device);
    await second.actions.undo();
    expect(text(device, 'a.md')).toContain(
      '- [?] One @Me #proposed\n- [-] Two @Me, later ❌ 2025-11-05\n- [?] Three',
    );
    expect(second.said.at(-1)).toContain('it has changed meanwhile');
    const left = (): (readonly string[])[] =>
      second.history
        .entries()
        .map(({ done }) => done.flatMap(({ regions }) => regions.map(({ was }) => was)));
    expect(left()).toEqual([['- [?] One @Me #proposed'], ['- [?] Two @Me']]);
    await second.actions.undo();
    expect(text(device, 'b.md')).toBe(NOTE);
    await written(device, second, 4);
    // When the line is what was written again, the rest can be taken back, also later.
    device.backend.writeOutside('a.md', text(device, 'a.md').replace(', later', ''));
    const third = await start(device);
    await third.journal.ready();
    await third.actions.undo(third.history.entries()[1]?.id ?? '');
    expect(text(device, 'a.md')).toBe(NOTE);
  });

  it('does not stop at a note that is gone, and keeps trying one that refuses', async () => {
    const device = deviceWith({ 'a.md': NOTE, 'b.md': NOTE });
    const session = await start(device);
    await session.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await session.actions.run(REJECT, targets(device, 'b.md', 'One'));
    const gone = session.vault.getFileByPath('b.md');
    if (gone) await session.vault.delete(gone);
    await session.actions.undo();
    expect(session.said.at(-1)).toContain('b.md was left alone');
    session.vault.faults = { readOnly: new Set(['a.md']) };
    await session.actions.undo();
    expect(session.said.at(-1)).toContain('a.md was left alone');
    session.vault.faults = undefined;
    await session.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
    expect(session.history.entries().map(({ done }) => done.length)).toEqual([0, 1]);
  });

  it('remembers every note of a large change that was interrupted', async () => {
    const device = deviceWith({ 'a.md': NOTE, 'b.md': NOTE, 'c.md': NOTE });
    const first = await start(device);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    first.vault.faults = { onWrite: (path) => (path === 'c.md' ? held : undefined) };
    const all = ['a.md', 'b.md', 'c.md'].flatMap((path) => targets(device, path, 'One'));
    const running = first.actions.run(REJECT, all);
    await written(device, first, 2);
    const second = await start(device);
    await second.actions.undo();
    expect([text(device, 'a.md'), text(device, 'b.md')]).toEqual([NOTE, NOTE]);
    release();
    await running;
  });

  it('holds a change of many notes when that is reported', async () => {
    const paths = Array.from({ length: 25 }, (_, i) => `${i}.md`);
    const device = deviceWith(Object.fromEntries(paths.map((path) => [path, NOTE])));
    const first = await start(device);
    await first.actions.run(REJECT, targets(device, '0.md', 'Two'));
    await written(device, first, 1);
    // Also where what is in it comes late.
    const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
    const second = await start(device, { onRead: (path) => (path === first.path ? late() : undefined) });
    const all = paths.flatMap((path) => targets(device, path, 'One'));
    await second.actions.run(REJECT, all);
    expect(records(device, second)).toBe(26);
  });

  it('that was cut off is read up to there, and goes on', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const first = await start(device);
    await first.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await first.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await written(device, first, 2);
    const whole = text(device, first.path);
    device.backend.writeOutside(first.path, `garbage\n${whole.slice(0, -20)}`);
    const second = await start(device);
    await second.actions.run(REJECT, targets(device, 'a.md', 'Three'));
    expect(second.said).toEqual(['Rejected (1 task).']);
    await vi.waitFor(() => expect(text(device, second.path)).toContain('Three'));
    const third = await start(device);
    await third.journal.ready();
    expect(third.journal.broken).toBe(2);
    await third.actions.undo();
    await third.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE.replace('[?] Two @Me', '[-] Two @Me ❌ 2025-11-05'));
  });

  it('hinders nothing when it cannot be written, says so once, and catches up', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const session = await start(device);
    const refuse = (path: string): void => {
      if (path.includes('journal')) throw new Error('The disk is full.');
    };
    session.vault.faults = { onWrite: refuse };
    for (const word of ['One', 'Two']) await session.actions.run(REJECT, targets(device, 'a.md', word));
    await vi.waitFor(() =>
      expect(session.said.filter((said) => said.includes('disk is full'))).toHaveLength(1),
    );
    await session.actions.undo();
    expect(text(device, 'a.md')).toContain('- [?] Two @Me');
    expect(device.backend.peek(session.path)).toBeNull();
    // Also one that was written although an error was reported is in it once.
    session.vault.faults = { afterWrite: refuse };
    await session.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await vi.waitFor(() => expect(device.backend.peek(session.path)).not.toBeNull());
    session.vault.faults = undefined;
    await session.actions.run(REJECT, targets(device, 'a.md', 'Three'));
    await vi.waitFor(() => expect(text(device, session.path)).toContain('Three'));
    expect(session.said.filter((said) => said.includes('disk is full'))).toHaveLength(1);
    const next = await start(device);
    for (let i = 0; i < 3; i++) await next.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
  });

  it('tells a proposal that was ticked elsewhere from other tasks when it is reopened', async () => {
    const device = deviceWith({ 'a.md': NOTE.replace('[?] One', '[x] One').replace('[?] Two', '[x] Two') });
    const session = await start(device);
    await session.actions.run(REOPEN, targets(device, 'a.md', 'One', 'Two'));
    expect(text(device, 'a.md')).toBe(NOTE.replace('[?] Two', '[ ] Two'));
  });

  it('that cannot be read is left as it is, and this session still has its undo', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const first = await start(device);
    await first.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await written(device, first, 1);
    const second = await start(device, {
      onRead: (path) => {
        if (path === first.path) throw new Error('No access.');
      },
    });
    await second.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await second.actions.undo();
    expect(text(device, 'a.md')).toContain('- [?] Two');
    expect(text(device, first.path)).toContain('One');
    expect(second.said.filter((said) => said.includes('No access.'))).toHaveLength(1);
  });

  it('has a file of its own on each device, which keeps its name', async () => {
    const device = deviceWith({ 'a.md': NOTE });
    const other = { ...device, storage: new Map<string, unknown>() };
    const paths = [await start(device), await start(device), await start(other)].map(({ path }) => path);
    expect(paths[0]).toMatch(/^\.obsidian\/plugins\/meeting-tasks\/journal-\w+\.jsonl$/);
    expect(paths[1]).toBe(paths[0]);
    expect(paths[2]).not.toBe(paths[0]);
  });
});

describe('a journal that has become too long', () => {
  /** A session whose journal is nearly full of old changes. */
  async function full(): Promise<[Device, Session]> {
    const device = deviceWith({ 'a.md': NOTE });
    const session = await start(device);
    const region = { line: 0, heading: '', ordinal: 0, was: 'x'.repeat(1_000_000), is: 'y' };
    const old = (id: number): string =>
      `\n${JSON.stringify({
        ...{ v: 1, do: 'change', id: `o${id}`, at: '', label: `Old ${id}`, verbs: [], undone: [], turn: 0 },
        done: [{ path: 'old.md', regions: [region] }],
      })}`;
    device.backend.writeOutside(session.path, [1, 2, 3, 4, 5].map(old).join(''));
    return [device, session];
  }

  const labels = async (device: Device): Promise<string[]> => {
    const session = await start(device);
    await session.journal.ready();
    return session.history.entries().map(({ label }) => label);
  };

  const AFTER = ['Old 3', 'Old 4', 'Old 5', 'Rejected', 'Rejected'];

  it('is written anew without the oldest changes', async () => {
    const [device, session] = await full();
    await session.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await vi.waitFor(() => expect(text(device, session.path)).toContain('One'));
    await session.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await vi.waitFor(() => expect(text(device, session.path).length).toBeLessThan(MOST_BYTES - 1_000_000));
    expect(await labels(device)).toEqual(AFTER);
    const next = await start(device);
    await next.actions.undo();
    await next.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
  });

  const refuse = (): never => {
    throw new Error('No.');
  };
  it('and could not be read is not written anew, and goes on', async () => {
    const [device, session] = await full();
    session.vault.faults = { onRead: (path) => void (path === session.path && refuse()) };
    await session.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await vi.waitFor(() => expect(session.said.join()).toContain('No.'));
    session.vault.faults = undefined;
    await session.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await session.journal.settled();
    expect(await labels(device)).toEqual(['Old 1', 'Old 2', ...AFTER]);
  });

  it('is put in its place by the next change of the session', async () => {
    const [device, session] = await full();
    session.vault.faults = { onRename: refuse };
    await session.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await vi.waitFor(() => expect(session.said.join()).toContain('No.'));
    session.vault.faults = undefined;
    await session.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await vi.waitFor(() => expect(text(device, session.path)).toContain('Two'));
    expect(await labels(device)).toEqual(AFTER);
  });

  it.each([
    ['and has it once', false],
    ['also where that breaks off, which is not tried again', true],
  ])('keeps what is done just before it is written anew, %s', async (_, breaks) => {
    const [device, session] = await full();
    const gates: (() => void)[] = [];
    let tries = 0;
    const onNew = (path: string): void => {
      if (!path.endsWith('.new')) return;
      // Only once: a second time would hide what the first has done.
      if (tries++ > 0 || breaks) refuse();
    };
    session.vault.faults = {
      onWrite: (path) =>
        path === session.path ? new Promise((resolve) => gates.push(resolve)) : onNew(path),
    };
    const reject = (word: string) => session.actions.run(REJECT, targets(device, 'a.md', word));
    await reject('One');
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    await reject('Two');
    gates[0]?.();
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    // It will be written anew when this is written, and then there is one more.
    await reject('Three');
    session.vault.faults = { onWrite: onNew };
    gates[1]?.();
    await session.journal.settled();
    if (breaks) {
      await session.actions.undo();
      await session.actions.redo();
      await session.journal.settled();
      expect(tries).toBe(1);
    }
    expect((await labels(device)).slice(-6)).toEqual([...AFTER, 'Rejected']);
    const next = await start(device);
    for (let i = 0; i < 3; i++) await next.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
    expect(next.said.join()).not.toContain('left alone');
  });

  it.each<[string, Faults]>([
    ['while the new file is written', { onWrite: (path) => void (path.endsWith('.new') && refuse()) }],
    ['before the old file is removed', { onRemove: refuse }],
    ['before the new file is in place', { onRename: refuse }],
  ])('loses nothing when that breaks off %s', async (_, faults) => {
    const [device, session] = await full();
    session.vault.faults = faults;
    await session.actions.run(REJECT, targets(device, 'a.md', 'One'));
    await vi.waitFor(() => expect(session.said.join()).toContain('No.'));
    // What a crash would leave on the disk, and what this session goes on with.
    expect((await labels(device)).slice(-4)).toEqual(['Old 3', 'Old 4', 'Old 5', 'Rejected']);
    session.vault.faults = undefined;
    await session.actions.run(REJECT, targets(device, 'a.md', 'Two'));
    await vi.waitFor(() => expect(text(device, session.path)).toContain('Two'));
    expect((await labels(device)).slice(-5)).toEqual(AFTER);
    const next = await start(device);
    await next.actions.undo();
    await next.actions.undo();
    expect(text(device, 'a.md')).toBe(NOTE);
  });
});
