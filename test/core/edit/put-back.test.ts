// Whatever is done to a note can be taken back to the byte, and done again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../../src/core/date/day';
import { applyChanges, type LineChange } from '../../../src/core/edit/apply-changes';
import { reverse } from '../../../src/core/edit/history';
import { planVerb } from '../../../src/core/edit/plan';
import type { Verb } from '../../../src/core/edit/verb';
import { defaultRules } from '../../../src/core/line/rules';
import { StatusRegistry } from '../../../src/core/line/status';
import { NoteText } from '../../../src/core/text/note-text';
import { runs } from '../support/runs';

const TODAY = '2025-11-05' as Day;

const LINES = [
  '',
  'A sentence between the tasks.',
  '## Action Items',
  '- [?] Oil the turnstile. @Myself 📅 2025-11-08 #task #proposed',
  '- [ ] Water the ficus 🔁 every week 📅 2025-11-01',
  '- [ ] Throw the list away 🏁 delete',
  '- [ ] Sweep the hall 🏁 delete 🔁 every day 📅 2025-11-01',
  '> - [ ] Ring the bell ^bell',
  '\t* [/] Count the tickets ⏫  ',
];

const VERBS: Verb[] = [
  { kind: 'accept' },
  { kind: 'reject' },
  { kind: 'complete' },
  { kind: 'start' },
  { kind: 'reschedule', day: '2025-12-01' as Day },
];

const note = fc
  .record({
    lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 12 }),
    // Notes that several programs wrote have both.
    endings: fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 5 }),
    closed: fc.boolean(),
  })
  .map(({ lines, endings, closed }) => {
    const ended = lines.map((line, i) => line + (endings[i % endings.length] ?? '\n')).join('');
    return closed ? ended : ended.replace(/\r?\n$/, '');
  });

function changesOf(text: string, verbs: readonly (Verb | null)[], below: boolean): LineChange[] {
  const rules = { ...defaultRules(new StatusRegistry()), recurrenceOnNextLine: below };
  const lines = new NoteText(text);
  const changes: LineChange[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const verb = verbs[line % verbs.length];
    if (!verb) continue;
    const plan = planVerb(lines.line(line), verb, { rules, today: TODAY });
    if (plan.kind !== 'edits') continue;
    changes.push({ ref: lines.refOf(line), edits: plan.edits, drop: plan.drop ?? false });
  }
  return changes;
}

test('undo restores every byte of a note, redo repeats every byte', () => {
  const verbs = fc.array(fc.option(fc.constantFrom(...VERBS)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(note, verbs, fc.boolean(), (text, chosen, below) => {
      const done = applyChanges(text, changesOf(text, chosen, below));
      const undone = applyChanges(done.text, done.regions.map(reverse));
      expect(undone.text).toBe(text);
      expect(undone.results.filter((result) => result !== 'applied')).toEqual([]);
      const redone = applyChanges(undone.text, undone.regions.map(reverse));
      expect(redone.text).toBe(done.text);
    }),
    runs(3000),
  );
});

test('undo leaves a line alone that was changed since', () => {
  const text = 'Intro\n- [?] Oil the turnstile. #proposed\n';
  const done = applyChanges(text, changesOf(text, [{ kind: 'accept' }], false));
  const edited = done.text.replace('turnstile', 'gate');
  const undone = applyChanges(edited, done.regions.map(reverse));
  expect(undone.text).toBe(edited);
  expect(undone.results).toEqual(['gone']);
});

test('a dropped line comes back where it stood, also after lines were added above', () => {
  const text = '# List\n\n- [ ] Throw the list away 🏁 delete\n\nEnd\n';
  const done = applyChanges(text, changesOf(text, [{ kind: 'complete' }], false));
  expect(done.text).toBe('# List\n\n\nEnd\n');
  const later = `New first line\n${done.text}`;
  const undone = applyChanges(later, done.regions.map(reverse));
  expect(undone.text).toBe(`New first line\n${text}`);
});
