// Notes that are far too large, or full of what no keyboard types.
import type { CachedMetadata } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import type { Verb } from '../../src/core/edit/verb';
import { OpenNote } from './open-note';
import { noteOf, type Rig, startRig } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: (await import('./open-note')).OpenNote,
}));
vi.stubGlobal('window', globalThis);

const ACCEPT: Verb = { kind: 'accept' };
const HEAD = 4;

/** Tells the feed of a note as the app would, with metadata that says where its tasks are. */
function tell(rig: Rig, text: string, taskLines: readonly number[]): void {
  rig.backend.writeOutside('big.md', text);
  const listItems = taskLines.map((line) => ({ task: '?', position: { start: { line } } }));
  const cache = { frontmatter: { type: 'people' }, listItems } as unknown as CachedMetadata;
  rig.metadata.trigger('changed', rig.vault.getFileByPath('big.md'), text, cache);
}

/** A vault whose one note has so many task lines, when all are read; and the text of the note. */
async function manyTasks(count: number, line: (i: number) => string): Promise<{ rig: Rig; text: string }> {
  const rig = await startRig({}, { manual: true });
  const lines = Array.from({ length: count }, (_, i) => line(i));
  const text = noteOf(...lines);
  tell(
    rig,
    text,
    lines.map((_, i) => HEAD + i),
  );
  await vi.waitFor(() => expect(rig.index.note('big.md')?.tasks).toHaveLength(count), 60_000);
  return { rig, text };
}

/** Counts the pieces of text that are looked at within atomic writes: nothing else gets a turn meanwhile. */
function countPieces({ vault }: Rig, justBefore: () => void = () => undefined): { pieces: number } {
  const count = { pieces: 0 };
  const process = vault.process.bind(vault);
  vault.process = (file, edit) => {
    justBefore();
    return process(file, (text) => {
      const slices = vi.spyOn(String.prototype, 'slice');
      const written = edit(text);
      count.pieces += slices.mock.calls.length;
      slices.mockRestore();
      return written;
    });
  };
  return count;
}

describe('a note with 100,000 task lines', () => {
  it.each([
    ['that all say the same', () => '- [?] Count the jar @Me'],
    ['that all differ', (i: number) => `- [?] Count jar ${i} @Me`],
  ])('%s is read in many slices, decided and undone', { timeout: 120_000 }, async (_, line) => {
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    const { rig, text } = await manyTasks(100_000, line);
    clearInterval(others);
    expect(turns).toBeGreaterThan(20);
    const count = countPieces(rig);
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(100_000);
    expect(rig.backend.peek('big.md') === text.replaceAll('[?]', '[ ]')).toBe(true);
    await rig.actions.undo();
    expect(rig.backend.peek('big.md') === text).toBe(true);
    // What is to be written was worked out before.
    expect(count.pieces).toBe(0);
  });

  it('to which somebody adds a line at the last moment is decided all the same', async () => {
    const { rig, text } = await manyTasks(20_000, (i) => `- [?] Count jar ${i} @Me`);
    const theirs = text.replace('- [?]', 'Theirs\n\n- [?]');
    countPieces(rig, () => rig.backend.writeOutside('big.md', theirs));
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(20_000);
    expect(rig.backend.peek('big.md') === theirs.replaceAll('[?]', '[ ]')).toBe(true);
  });

  it('is decided in its editor, with typing that is not saved', async () => {
    const { rig, text } = await manyTasks(20_000, (i) => `- [?] Count jar ${i} @Me`);
    const view = await OpenNote.open(rig.vault, 'big.md');
    rig.open.push(view);
    view.type(view.text.length, view.text.length, 'Typed\n');
    // It goes on, above all of the tasks, whenever somebody has looked at what is in the editor.
    const top = text.indexOf('- [?]');
    let typed = 0;
    const look = view.getViewData.bind(view);
    view.getViewData = () => {
      setTimeout(() => view.type(top, top, `more ${typed++}\n\n`), 0);
      return look();
    };
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(20_000);
    view.getViewData = look;
    expect(typed).toBeGreaterThan(0);
    await view.save();
    const above = Array.from({ length: typed }, (_, at) => `more ${typed - 1 - at}\n\n`).join('');
    const wanted = text.slice(0, top) + above + text.slice(top).replaceAll('[?]', '[ ]');
    expect(rig.backend.peek('big.md') === `${wanted}Typed\n`).toBe(true);
    expect(view.transactions).toBe(1);
  });
});

describe('a note of 10 MB', () => {
  it('has its one task decided, and nothing else changed', async () => {
    const rig = await startRig({}, { manual: true });
    const prose = 'Some words that fill a line, and go on for a while.\r\n'.repeat(200_000);
    const text = `---\ntype: people\n---\n\n${prose}- [?] Last @Me`;
    tell(rig, text, [HEAD + 200_000]);
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['Last']), 30_000);
    const count = countPieces(rig);
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(1);
    expect(rig.backend.peek('big.md') === text.replace('[?]', '[ ]')).toBe(true);
    expect(count.pieces).toBe(0);
  });
});

describe('odd characters', () => {
  it.each([
    ['NUL bytes', '- [?] a\0b @Me'],
    ['half a pair', '- [?] \ud83d and \udc4d @Me'],
    ['marks of direction', '- [?] \u202eevil\u202c @\u2067Ines\u2069'],
    ['HTML', '- [?] <img src=x onerror="alert(1)"> @<script>'],
    ['line and paragraph separators', '- [?] a\u2028b\u2029c @Me'],
    ['a byte order mark', '- [?] \ufeffone @Me'],
  ])('%s in a line stay as they are', async (_, line) => {
    const text = noteOf('before', line, '\0\ud83d after', '- [?] Other');
    const rig = await startRig({ 'a.md': text });
    await vi.waitFor(() => expect(rig.index.note('a.md')?.tasks).toHaveLength(2));
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(2);
    expect(rig.backend.peek('a.md')).toBe(text.replaceAll('[?]', '[ ]'));
    await rig.actions.undo();
    expect(rig.backend.peek('a.md')).toBe(text);
  });

  it.each([
    ['a megabyte', `notes: ${'x '.repeat(500_000)}`],
    ['anchors and merges', 'base: &base {a: [1, 2]}\nother:\n  <<: *base'],
    ['keys of all objects', '__proto__: {type: evil}\nconstructor: 1\ntoString: 2\nhasOwnProperty: 3'],
    ['names like paths and HTML', 'participants: ["../../x", "<b>y</b>", "__proto__"]'],
  ])('frontmatter with %s is read and left alone', async (_, yaml) => {
    const text = `---\ntype: people\n${yaml}\n---\n\n- [?] One @Me\n`;
    const rig = await startRig({ 'a.md': text });
    await vi.waitFor(() => expect(rig.tasks()).toEqual(['One']));
    expect(await rig.actions.run(ACCEPT, [...rig.index.tasks()])).toBe(1);
    expect(rig.backend.peek('a.md')).toBe(text.replace('[?]', '[ ]'));
    expect(Reflect.get({}, 'type')).toBeUndefined();
  });
});
