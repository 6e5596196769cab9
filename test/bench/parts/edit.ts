/** A verb on many lines: planned, placed in the notes' texts, and kept for undo. */
import { applyChanges, type LineChange } from '../../../src/core/edit/apply-changes';
import { type ChangedNote, ChangeHistory } from '../../../src/core/edit/history';
import { planVerb } from '../../../src/core/edit/plan';
import type { BenchContext } from '../core';
import { interleave, ratios, type Result, spreadOf } from '../measure';
import { BENCH_TODAY } from '../vault';
import { entryOf, notesToRead, READ_RULES } from './setup';
import { countingStamp } from '../../core/support/stamp';

export async function editPart({ notes }: BenchContext): Promise<Result[]> {
  const read = notesToRead(notes).slice(0, 2000);
  const entries = read.map((note) => ({ note, tasks: entryOf(note).tasks }));
  const lines = entries.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const context = { rules: READ_RULES.line, today: BENCH_TODAY };
  const plans = (): LineChange[][] =>
    entries.map(({ tasks }) =>
      tasks.flatMap((ref) => {
        const plan = planVerb(ref.source, { kind: 'reject' }, context);
        return plan.kind === 'edits' ? [{ ref, edits: plan.edits }] : [];
      }),
    );
  const planned = plans();
  const carryOut = (): ChangedNote[] =>
    entries.map(({ note }, at) => {
      const { regions } = applyChanges(note.text, planned[at] ?? []);
      return { path: note.path, regions };
    });
  const times = await interleave(
    {
      read: () => read.map(entryOf),
      plan: plans,
      apply: carryOut,
      journal: () => {
        const history = new ChangeHistory(countingStamp());
        const change = history.begin('Rejected');
        for (const note of carryOut()) history.add(change, note);
        return history.entries();
      },
    },
    7,
  );
  const row = (contender: string, name: string): Result => ({
    ...{
      part: 'edit',
      name: `${name}, ${lines} lines`,
      value: spreadOf(times.get(contender) ?? []),
      unit: 'ms',
    },
    ...{ against: 'reading the notes', ratio: ratios(times, contender, 'read') },
  });
  return [row('plan', 'planned'), row('apply', 'placed'), row('journal', 'placed and remembered')];
}
