import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type LineChange, type NoteEdits } from '../../../src/core/edit/apply-changes';
import { type Change, ChangeHistory, reverse } from '../../../src/core/edit/history';
import { planVerb } from '../../../src/core/edit/plan';
import { NoteText } from '../../../src/core/text/note-text';
import { PATIENT, RULES, TODAY } from '../support/act';
import { runs } from '../support/runs';
import { VERBS, type VerbName } from '../support/verbs';

function changes(text: string, wanted: readonly (readonly [line: number, verb: VerbName])[]): LineChange[] {
  const note = new NoteText(text);
  return wanted.flatMap(([line, name]) => {
    const ref = note.refOf(line);
    const plan = planVerb(ref.source, VERBS[name].verb, { rules: RULES, today: TODAY });
    return plan.kind === 'edits' ? { ref, edits: plan.edits, drop: plan.drop ?? false } : [];
  });
}

const undo = (text: string, { regions }: NoteEdits): NoteEdits => applyChanges(text, regions.map(reverse));

const NOTE = `# Calls
- [?] one #proposed
- [ ] daily 🔁 every day 📅 2025-11-05
- [ ] gone 🏁 delete
- [?] two 📅 2025-11-08
`;

describe('taking a change back', () => {
  it('gives the note back, whatever was done', () => {
    const wanted = changes(NOTE, [
      [1, 'accept'],
      [2, 'complete'],
      [3, 'complete'],
      [4, 'due none'],
    ]);
    const done = applyChanges(NOTE, wanted);
    expect(done.text).toBe(
      [
        ...['# Calls', '- [ ] one', '- [ ] daily 🔁 every day 📅 2025-11-06'],
        ...['- [x] daily 🔁 every day 📅 2025-11-05 ✅ 2025-11-05', '- [?] two', ''],
      ].join('\n'),
    );
    const back = undo(done.text, done);
    expect(back.text).toBe(NOTE);
    expect(undo(NOTE, back).text).toBe(done.text);
  });

  it('leaves alone what was written since', () => {
    const done = applyChanges(NOTE, changes(NOTE, [[1, 'accept']]));
    const since = `New\n\n${done.text.replace('two', 'two, in a hurry')}Last line`;
    expect(undo(since, done).text).toBe(`New\n\n${NOTE.replace('two', 'two, in a hurry')}Last line`);
  });

  it('says so where the line is not what was written any more', () => {
    const done = applyChanges(NOTE, changes(NOTE, [[1, 'accept']]));
    const since = done.text.replace('one', 'one!');
    const back = undo(since, done);
    expect(back.results).toMatchObject([{ kind: 'conflict', reason: 'gone' }]);
    expect(back.text).toBe(since);
  });

  it('does not put back half of two lines', () => {
    const done = applyChanges(NOTE, changes(NOTE, [[2, 'complete']]));
    const since = done.text.replace('- [x] daily', '- [x] daily, early');
    expect(undo(since, done).text).toBe(since);
  });

  const [LF, CRLF] = ['\n', '\r\n'];
  const KEPT = ['- [?] a #proposed', '- [?] a #proposed', '', 'text', '# A', '> - [x] e ✅ 2025-11-01'];
  const REPEATING = ['- [ ] c 🔁 every day 📅 2025-11-05', '  - [ ] c 🔁 every day'];
  const GOING = ['- [ ] b 🏁 delete', '- [ ] b 🏁 delete', '  - [ ] d 🔁 every week 🏁 delete'];

  it.each([
    ['line feeds', [LF], [...KEPT, ...REPEATING, ...GOING]],
    ['CRLF', [CRLF], [...KEPT, ...REPEATING, ...GOING]],
    ['mixed endings', [LF, CRLF], [...KEPT, ...REPEATING]],
  ])('works on any note with %s, there and back again', PATIENT, (_, endings, lines) => {
    const verb = fc.constantFrom<VerbName>('complete', 'complete', 'reject', 'accept', 'due none', 'reopen');
    const line = fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...endings));
    const note = fc.array(line, { minLength: 1, maxLength: 10 });
    const wanted = fc.array(fc.tuple(fc.nat(11), verb), { minLength: 1, maxLength: 6 });
    const property = fc.property(note, fc.boolean(), wanted, (pieces, endless, picks) => {
      const whole = pieces.flat().join('');
      const text = endless ? whole.replace(/\r?\n$/, '') : whole;
      const { lineCount } = new NoteText(text);
      const done = applyChanges(
        text,
        changes(
          text,
          picks.map(([at, name]) => [at % lineCount, name] as const),
        ),
      );
      const back = undo(done.text, done);
      expect(back.text).toBe(text);
      expect(undo(text, back).text).toBe(done.text);
    });
    fc.assert(property, runs(2000));
  });
});

describe('the history', () => {
  const change = (label: string, path = 'a.md'): Change => ({
    label,
    notes: [
      {
        path,
        lines: [{ kind: 'applied', before: `${label} before`, after: [`${label} after`] }],
        regions: [],
      },
    ],
  });

  it('hands out the last change, and the last one undone', () => {
    const history = new ChangeHistory();
    expect([history.last, history.lastUndone]).toEqual([undefined, undefined]);
    const [one, two] = [change('one'), change('two')];
    history.push(one);
    history.push(two);
    expect(history.last).toBe(two);
    const reversal = change('two back');
    history.markUndone(two, reversal);
    expect([history.last, history.lastUndone]).toEqual([one, reversal]);
    const again = change('two again');
    history.markRedone(reversal, again);
    expect([history.last, history.lastUndone]).toEqual([again, undefined]);
  });

  it('forgets what was undone when something new is done', () => {
    const history = new ChangeHistory();
    const one = change('one');
    history.push(one);
    history.markUndone(one, change('one back'));
    history.push(change('two'));
    expect(history.lastUndone).toBeUndefined();
  });

  it('keeps no reversal that changed nothing', () => {
    const history = new ChangeHistory();
    const one = change('one');
    history.push(one);
    history.markUndone(one, { label: 'one', notes: [] });
    expect([history.last, history.lastUndone]).toEqual([undefined, undefined]);
  });

  it('remembers what a line said before', () => {
    const history = new ChangeHistory();
    history.push(change('one'));
    expect(history.textBefore('a.md', 'one after')).toBe('one before');
    expect(history.textBefore('b.md', 'one after')).toBeNull();
    expect(history.textBefore('a.md', 'one before')).toBeNull();
  });

  it('remembers the last change that led to a line', () => {
    const history = new ChangeHistory();
    const [first, last] = [change('one'), change('two')];
    history.push(first);
    history.push({
      ...last,
      notes: last.notes.map((note) => ({
        ...note,
        lines: [{ kind: 'applied', before: 'later', after: ['x', 'one after'] }],
      })),
    });
    expect(history.textBefore('a.md', 'one after')).toBe('later');
    history.markUndone(history.last ?? first, { label: 'back', notes: [] });
    expect(history.textBefore('a.md', 'one after')).toBe('one before');
  });

  it('follows what was undone, too', () => {
    const history = new ChangeHistory();
    const one = change('one', 'Calls/a.md');
    history.push(one);
    history.markUndone(one, change('back', 'Calls/a.md'));
    history.rename('Calls/a.md', 'b.md');
    expect(history.lastUndone?.notes.map(({ path }) => path)).toEqual(['b.md']);
  });

  it('follows files and folders that move', () => {
    const history = new ChangeHistory();
    history.push(change('one', 'Calls/a.md'));
    history.push(change('two', 'Callsheet.md'));
    history.rename('Calls', 'Old/Calls');
    history.rename('Callsheet.md', 'Sheet.md');
    expect(history.textBefore('Old/Calls/a.md', 'one after')).toBe('one before');
    expect(history.textBefore('Sheet.md', 'two after')).toBe('two before');
  });

  it('is bounded', () => {
    const history = new ChangeHistory();
    for (let i = 0; i < 600; i++) history.push(change(`c${i}`));
    expect(history.textBefore('a.md', 'c599 after')).toBe('c599 before');
    expect(history.textBefore('a.md', 'c0 after')).toBeNull();
  });
});
