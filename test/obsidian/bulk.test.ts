import { describe, expect, it, vi } from 'vitest';
import { sameVerb } from '../../src/core/edit/plan-verbs';
import { failedChanges, failureTexts } from '../../src/core/edit/bulk';
import { addDays } from '../../src/core/date/day';
import type { Verb } from '../../src/core/edit/verb';
import { noteOf, type Rig, startRig } from './rig';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: class {},
}));
vi.stubGlobal('window', globalThis);

const REJECT: Verb = { kind: 'reject' };
const ALL_THE_WAY = { advance: () => undefined, isCancelled: () => false };

async function tenNotes(): Promise<Rig> {
  const notes = Array.from({ length: 10 }, (_, i) => [`${i}.md`, noteOf(`- [?] A ${i}`, `- [?] B ${i}`)]);
  const rig = await startRig(Object.fromEntries(notes) as Record<string, string>);
  await vi.waitFor(() => expect(rig.index.noteCount).toBe(10));
  return rig;
}

const steps = (rig: Rig, verb: Verb) => sameVerb(verb, [...rig.index.tasks()]);

const contents = async (rig: Rig): Promise<string[]> =>
  Promise.all(Array.from({ length: 10 }, (_, i) => rig.vault.adapter.read(`${i}.md`)));

describe('a change of many lines', () => {
  it('shows each line before and after, and writes nothing for that', async () => {
    const rig = await tenNotes();
    const before = await contents(rig);
    const plan = await rig.actions.plan(steps(rig, REJECT));
    const [first] = plan.notes();
    expect(plan.notes()).toHaveLength(10);
    expect(first?.changes.map(({ before: old, after }) => [old, after])).toEqual([
      ['- [?] A 0', '- [-] A 0 ❌ 2025-11-05'],
      ['- [?] B 0', '- [-] B 0 ❌ 2025-11-05'],
    ]);
    expect(await contents(rig)).toEqual(before);
  });

  it('names the lines that refuse, and counts those that are as wished', async () => {
    const rig = await startRig({ 'a.md': noteOf('- [-] No ❌ 2025-11-01', '- [x] Yes', '- [ ] Open') });
    await vi.waitFor(() => expect(rig.index.noteCount).toBe(1));
    const plan = await rig.actions.plan(steps(rig, { kind: 'accept' }));
    expect(plan.notes()).toEqual([]);
    expect(plan.unchanged).toBe(1);
    expect(failureTexts(plan.refused)).toEqual(['2 lines of a.md were left alone: it is already decided.']);
  });

  it('stops between two notes; what is written is undone as one, what is left can go on', async () => {
    const rig = await tenNotes();
    const before = await contents(rig);
    const plan = await rig.actions.plan(steps(rig, REJECT));
    let done = 0;
    const result = await rig.actions.apply('Rejected', plan.notes(), {
      advance: (notes) => (done = notes),
      isCancelled: () => done >= 4,
    });
    expect(result).toMatchObject({ changedLines: 8, changedNotes: 4, failures: [] });
    expect(result.left.map(({ path }) => path)).toEqual(['4.md', '5.md', '6.md', '7.md', '8.md', '9.md']);
    expect((await contents(rig)).filter((text) => text.includes('[-]'))).toHaveLength(4);
    await rig.actions.apply('Rejected', result.left, ALL_THE_WAY);
    expect((await contents(rig)).some((text) => text.includes('[?]'))).toBe(false);
    await rig.actions.undo();
    expect((await contents(rig)).filter((text) => text.includes('[-]'))).toHaveLength(4);
    await rig.actions.undo();
    expect(await contents(rig)).toEqual(before);
  });

  it('goes on past notes that fail, and these can be tried again', async () => {
    const rig = await tenNotes();
    const plan = await rig.actions.plan(steps(rig, REJECT));
    rig.vault.faults = { readOnly: new Set(['2.md', '7.md']) };
    const result = await rig.actions.apply('Rejected', plan.notes(), ALL_THE_WAY);
    expect(result).toMatchObject({ changedLines: 16, changedNotes: 8, left: [] });
    expect(result.failures).toHaveLength(4);
    expect(failureTexts(result.failures)[0]).toContain('2 lines of 2.md were left alone: EACCES');
    rig.vault.faults = undefined;
    const again = await rig.actions.apply('Rejected', failedChanges(result.failures), ALL_THE_WAY);
    expect(again).toMatchObject({ changedLines: 4, changedNotes: 2, failures: [] });
    expect((await contents(rig)).some((text) => text.includes('[?]'))).toBe(false);
  });

  it('writes what was shown, also when midnight has passed meanwhile', async () => {
    const rig = await tenNotes();
    const plan = await rig.actions.plan(steps(rig, REJECT));
    rig.today = addDays(rig.today, 1);
    await rig.actions.apply('Rejected', plan.notes(), ALL_THE_WAY);
    expect(await rig.vault.adapter.read('0.md')).toContain('- [-] A 0 ❌ 2025-11-05\n');
  });

  it('never writes a line twice that was written by another hand between preview and write', async () => {
    const rig = await tenNotes();
    const plan = await rig.actions.plan(steps(rig, REJECT));
    const file = rig.vault.getFileByPath('3.md');
    if (file) await rig.vault.modify(file, noteOf('- [-] A 3 ❌ 2025-11-05', '- [?] B 3'));
    const result = await rig.actions.apply('Rejected', plan.notes(), ALL_THE_WAY);
    expect(failureTexts(result.failures)).toEqual([
      'Line 5 of 3.md was left alone: it has changed meanwhile.',
    ]);
    expect(await rig.vault.adapter.read('3.md')).toBe(
      noteOf('- [-] A 3 ❌ 2025-11-05', '- [-] B 3 ❌ 2025-11-05'),
    );
  });
});
