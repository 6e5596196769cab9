import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, newTask, planForm, readForm, type TaskForm } from '../../../src/core/edit/task-form';
import { plannedLines } from '../../../src/core/edit/verb';
import type { LineRules } from '../../../src/core/line/rules';
import { day, RULES, TODAY } from '../support/act';
import { anyLine } from '../support/random-lines';
import { runs } from '../support/runs';

const CONTEXT = { rules: RULES, today: TODAY };

function edit(source: string, change: Partial<TaskForm>): string {
  const form = readForm(source);
  if (!form) return 'no task';
  const plan = planForm(source, { ...form, ...change }, CONTEXT);
  return plan.kind === 'edits'
    ? plannedLines(source, plan).join('\n')
    : plan.kind === 'refused'
      ? plan.reason
      : plan.kind;
}

function make(form: Partial<TaskForm>, tag = '', rules: LineRules = RULES): string {
  const made = newTask({ ...EMPTY_FORM, ...form }, tag, { ...CONTEXT, rules });
  return made.kind === 'line' ? made.text : made.reason;
}

describe('the form of a line', () => {
  it('holds what the line says', () => {
    expect(
      readForm('- [?] Draft it @Ana Lee #task ⏫ 🔁 every week 🛫 2025-11-01 ⏳ 2025-11-02 📅 2025-11-08 ^b'),
    ).toEqual({
      text: 'Draft it',
      owner: 'Ana Lee',
      due: '2025-11-08',
      scheduled: '2025-11-02',
      start: '2025-11-01',
      priority: 'high',
      recurrence: 'every week',
    });
    expect(readForm('no task')).toBeNull();
  });

  it.each<[Partial<TaskForm>, string]>([
    [{}, 'unchanged'],
    [{ text: 'Send it' }, '  * [?] Send it @Ana #x 📅 2025-11-08 ^b'],
    [{ owner: '' }, '  * [?] Draft it #x 📅 2025-11-08 ^b'],
    [{ owner: '@Bo Ek' }, '  * [?] Draft it @Bo Ek #x 📅 2025-11-08 ^b'],
    [{ due: null, priority: 'low' }, '  * [?] Draft it @Ana #x 🔽 ^b'],
    [
      { recurrence: 'every week', scheduled: day('2025-11-06') },
      '  * [?] Draft it @Ana #x 🔁 every week ⏳ 2025-11-06 📅 2025-11-08 ^b',
    ],
    [{ recurrence: 'when the cows come home' }, 'bad-argument'],
    [{ text: '' }, 'bad-argument'],
    [{ text: 'a 📅 2025-01-01', due: null }, 'a'],
  ])('changes just what was changed: %j', (change, expected) => {
    const done = edit('  * [?] Draft it @Ana #x 📅 2025-11-08 ^b', change);
    if (expected === 'a') expect(['would-change-more', '  * [?] a 📅 2025-01-01 @Ana #x ^b']).toContain(done);
    else expect(done).toBe(expected);
  });

  it('asks for nothing as long as nobody changes it', () => {
    fc.assert(
      fc.property(anyLine, (source) => {
        const form = readForm(source);
        if (form) expect(planForm(source, form, CONTEXT)).toEqual({ kind: 'unchanged' });
      }),
      runs(1000),
    );
  });
});

describe('a new task', () => {
  it.each<[Partial<TaskForm>, string]>([
    [{ text: 'Call Bo' }, '[ ] Call Bo'],
    [{ text: ' Call\nBo ' }, '[ ] Call Bo'],
    [
      { text: 'Call Bo', owner: 'Myself', due: TODAY, priority: 'high', recurrence: 'every month' },
      '[ ] Call Bo @Myself ⏫ 🔁 every month 📅 2025-11-05',
    ],
    [{ text: 'Call Bo 📅 2025-12-01', priority: 'high' }, '[ ] Call Bo ⏫ 📅 2025-12-01'],
    [{ text: 'Call Bo @Ana', due: TODAY }, '[ ] Call Bo @Ana 📅 2025-11-05'],
    [{ text: '  ' }, 'bad-argument'],
    [{ text: 'Call', recurrence: 'now and then' }, 'bad-argument'],
  ])('is written as the format wants it: %j', (form, expected) => {
    expect(make(form)).toBe(expected);
  });

  it('has the tag of every task, and the day when it was made, where the vault wants them', () => {
    expect(make({ text: 'Call Bo', due: TODAY }, '#task')).toBe('[ ] Call Bo #task 📅 2025-11-05');
    expect(make({ text: 'Call Bo #task' }, '#task')).toBe('[ ] Call Bo #task');
    const rules = { ...RULES, setCreatedDate: true };
    expect(make({ text: 'Call Bo', due: TODAY }, '#task', rules)).toBe(
      '[ ] Call Bo #task ➕ 2025-11-05 📅 2025-11-05',
    );
  });
});
