import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type LineChange, type NoteEdits } from '../../../src/core/edit/apply-changes';
import { type ChangedNote, ChangeHistory, reverse, reversalOf } from '../../../src/core/edit/history';
import { planVerb } from '../../../src/core/edit/plan';
import { NoteText } from '../../../src/core/text/note-text';
import { PATIENT, RULES, TODAY } from '../support/act';
import { runs } from '../support/runs';
import { VERBS, type VerbName } from '../support/verbs';
import { countingStamp } from '../support/stamp';

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
    expect(back.results).toEqual(['gone']);
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
  /** Changes of lines that say `x before` to `x after`, each in a region of its own. */
  const note = (path: string, ...texts: readonly string[]): ChangedNote => ({
    path,
    regions: texts.map((text, line) => ({
      ...{ line, heading: '', ordinal: 0 },
      was: `${text} before`,
      is: `${text} after`,
    })),
  });
  const make = (history: ChangeHistory, label: string, path = 'a.md', ...texts: string[]): string => {
    const change = history.begin(label, ['accept']);
    history.add(change, note(path, ...(texts.length > 0 ? texts : [label])));
    return change.id;
  };
  /** Takes a change back in its only note; `true` for regions that can be put back. */
  const take = (
    history: ChangeHistory,
    kind: 'undo' | 'redo',
    id: string,
    fits: readonly boolean[] = [true],
  ): void => {
    const entry = history.entry(id);
    const from = (kind === 'undo' ? entry?.done : entry?.undone) ?? [];
    const regions = from.flatMap((one) => one.regions).filter((_, i) => fits[i]);
    const back = regions.map((region) => ({ ...region, was: region.is, is: region.was }));
    history.took(
      kind,
      id,
      from[0]?.path ?? '',
      fits.map((fit) => (fit ? 'applied' : 'gone')),
      back,
    );
  };
  const labels = (history: ChangeHistory): (string | undefined)[] => [
    history.latest('undo')?.label,
    history.latest('redo')?.label,
  ];

  it('hands out the last change, and the last one undone', () => {
    const history = new ChangeHistory(countingStamp());
    expect(labels(history)).toEqual([undefined, undefined]);
    const [one, two] = [make(history, 'one'), make(history, 'two')];
    expect(labels(history)).toEqual(['two', undefined]);
    take(history, 'undo', two);
    take(history, 'undo', one);
    expect(labels(history)).toEqual([undefined, 'one']);
    take(history, 'redo', one);
    expect(labels(history)).toEqual(['one', 'two']);
    take(history, 'redo', two);
    expect(labels(history)).toEqual(['two', undefined]);
  });

  it('takes a change in the middle back, and then what was done last', () => {
    const history = new ChangeHistory(countingStamp());
    const [one] = [make(history, 'one'), make(history, 'two')];
    take(history, 'undo', one);
    expect(labels(history)).toEqual(['two', 'one']);
    take(history, 'redo', one);
    expect(labels(history)).toEqual(['one', undefined]);
  });

  it('offers no redo when something new was done, and still knows what was undone', () => {
    const history = new ChangeHistory(countingStamp());
    const one = make(history, 'one');
    take(history, 'undo', one);
    make(history, 'two');
    expect(history.latest('redo')).toBeUndefined();
    expect(history.entry(one)?.undone).toHaveLength(1);
  });

  it('keeps what could not be taken back, but does not offer it again and again', () => {
    const history = new ChangeHistory(countingStamp());
    make(history, 'one');
    const two = make(history, 'two', 'b.md', 'p', 'q', 'r');
    take(history, 'undo', two, [true, false, true]);
    expect(labels(history)).toEqual(['one', 'two']);
    const [left] = history.entry(two)?.done ?? [];
    expect(left?.regions.map(({ was }) => was)).toEqual(['q before']);
    const again = [...reversalOf(history.entry(two) ?? failed(), 'undo')];
    expect(again.map(([path, changes]) => [path, changes.length])).toEqual([['b.md', 1]]);
    take(history, 'undo', two);
    expect(history.entry(two)?.done).toEqual([]);
    expect(history.entry(two)?.undone.flatMap(({ regions }) => regions)).toHaveLength(3);
  });

  it('stays with a change of which nothing could be taken back', () => {
    const history = new ChangeHistory(countingStamp());
    const one = make(history, 'one');
    take(history, 'undo', one, [false]);
    expect(labels(history)).toEqual([undefined, undefined]);
    expect(history.entry(one)?.done.map(({ path, stuck }) => [path, stuck])).toEqual([['a.md', true]]);
  });

  it('collects the notes of one change', () => {
    const history = new ChangeHistory(countingStamp());
    const change = history.begin('many', []);
    history.add(change, note('a.md', 'a'));
    history.add(change, note('b.md', 'b'));
    expect(history.entries().map(({ done }) => done.map(({ path }) => path))).toEqual([['a.md', 'b.md']]);
  });

  it('remembers what a line said before', () => {
    const history = new ChangeHistory(countingStamp());
    make(history, 'one');
    expect(history.textBefore('a.md', 'one after')).toBe('one before');
    expect(history.textBefore('b.md', 'one after')).toBeNull();
    expect(history.textBefore('a.md', 'one before')).toBeNull();
  });

  it('remembers the last change that led to a line', () => {
    const history = new ChangeHistory(countingStamp());
    make(history, 'one');
    const later = history.begin('two');
    const region = { line: 4, heading: '', ordinal: 0, was: 'later', is: 'x\r\none after' };
    history.add(later, { path: 'a.md', regions: [region] });
    expect(history.textBefore('a.md', 'one after')).toBe('later');
    take(history, 'undo', later.id);
    expect(history.textBefore('a.md', 'one after')).toBe('one before');
  });

  it('follows what was undone, too', () => {
    const history = new ChangeHistory(countingStamp());
    take(history, 'undo', make(history, 'one', 'Calls/a.md'));
    history.rename('Calls/a.md', 'b.md');
    expect(history.latest('redo')?.undone.map(({ path }) => path)).toEqual(['b.md']);
  });

  it('follows files and folders that move', () => {
    const history = new ChangeHistory(countingStamp());
    make(history, 'one', 'Calls/a.md');
    make(history, 'two', 'Callsheet.md');
    history.rename('Calls', 'Old/Calls');
    history.rename('Callsheet.md', 'Sheet.md');
    expect(history.textBefore('Old/Calls/a.md', 'one after')).toBe('one before');
    expect(history.textBefore('Sheet.md', 'two after')).toBe('two before');
  });

  it('does not take lines that stayed beside a dropped one for changed ones', () => {
    const history = new ChangeHistory(countingStamp());
    make(history, 'one');
    const region = { line: 0, heading: '', ordinal: 0, was: 'one after\ndropped\nend', is: 'one after\nend' };
    history.add(history.begin('drop'), { path: 'a.md', regions: [region] });
    expect(history.textBefore('a.md', 'one after')).toBe('one before');
    expect(history.textBefore('a.md', 'end')).toBeNull();
  });

  it('is bounded', () => {
    const history = new ChangeHistory(countingStamp());
    for (let i = 0; i < 5_010; i++) make(history, `c${i}`);
    expect(history.textBefore('a.md', 'c5009 after')).toBe('c5009 before');
    expect(history.textBefore('a.md', 'c9 after')).toBeNull();
    expect(history.entries()).toHaveLength(5_000);
  });

  it('counts an undo once that is told twice', () => {
    const history = new ChangeHistory(countingStamp());
    const id = make(history, 'one');
    take(history, 'undo', id);
    history.took('undo', id, 'a.md', ['applied'], note('a.md', 'one').regions);
    expect(history.entry(id)?.undone.flatMap(({ regions }) => regions)).toHaveLength(1);
  });

  it('takes the text before from the change that was made or redone last', () => {
    const history = new ChangeHistory(countingStamp());
    const region = { line: 0, heading: '', ordinal: 0, is: 'now' };
    const ids = ['first', 'second'].map((was) => {
      const change = history.begin(was);
      history.add(change, { path: 'a.md', regions: [{ ...region, was }] });
      return change.id;
    });
    expect(history.textBefore('a.md', 'now')).toBe('second');
    for (const kind of ['undo', 'redo'] as const) {
      const turned = kind === 'undo' ? { ...region, was: 'now', is: 'first' } : { ...region, was: 'first' };
      history.took(kind, ids[0] ?? '', 'a.md', ['applied'], [turned]);
    }
    expect(history.textBefore('a.md', 'now')).toBe('first');
  });

  it('puts what happened before the journal was read behind what is in it, and stores it', () => {
    const told: string[] = [];
    const history = new ChangeHistory(countingStamp());
    history.connect((record) => told.push(record.do));
    make(history, 'new', 'new.md');
    history.rename('old.md', 'renamed.md');
    history.rename('nobody.md', 'knows.md');
    expect([labels(history)[0], told]).toEqual(['new', []]);
    const old = { id: 'o', at: '', label: 'old', verbs: [] };
    const done = [note('old.md', 'old')];
    history.load([{ do: 'change', ...old, done, undone: [], turn: 0 }]);
    expect(history.entries().map((entry) => [entry.label, entry.done[0]?.path])).toEqual([
      ['old', 'renamed.md'],
      ['new', 'new.md'],
    ]);
    expect(told).toEqual(['change', 'move']);
    take(history, 'undo', 'o');
    expect(told).toEqual(['change', 'move', 'undo']);
  });

  function failed(): never {
    throw new Error('There is no such change.');
  }
});
