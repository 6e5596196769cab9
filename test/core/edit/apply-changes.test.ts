import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type LineChange } from '../../../src/core/edit/apply-changes';
import { planVerb } from '../../../src/core/edit/plan';
import { NoteText } from '../../../src/core/text/note-text';
import { applyEdits } from '../../../src/core/text/text-edit';
import { RULES, TODAY } from '../support/act';
import { runs } from '../support/runs';
import { VERBS, type VerbName } from '../support/verbs';

const NOTE = `---
type: people
---
# Calls

- [?] one 📅 2025-11-08 #proposed
Some text.
  - [?] two #proposed
- [?] twin #proposed
- [?] twin #proposed
`;

/** A verb on a line, planned on the text in which the line was seen. */
function change(text: string, line: number, name: VerbName): LineChange {
  const ref = new NoteText(text).refOf(line);
  const plan = planVerb(ref.source, VERBS[name].verb, { rules: RULES, today: TODAY });
  return { ref, edits: plan.kind === 'edits' ? plan.edits : [] };
}

describe('changes of one note', () => {
  it('are all made, and nothing else changes', () => {
    const wanted = ([8, 5, 7, 9] as const).map((line) => change(NOTE, line, 'accept'));
    const result = applyChanges(NOTE, wanted);
    expect(result.text).toBe(NOTE.replace(/\[\?\]/g, '[ ]').replace(/ #proposed/g, ''));
    expect(result.results).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(applyEdits(NOTE, result.edits)).toBe(result.text);
  });

  it('say what stood there and what stands there, from top to bottom', () => {
    const { regions } = applyChanges(NOTE, [change(NOTE, 7, 'reject'), change(NOTE, 5, 'due none')]);
    expect(regions).toMatchObject([
      { was: '- [?] one 📅 2025-11-08 #proposed', is: '- [?] one #proposed' },
      { was: '  - [?] two #proposed', is: '  - [-] two ❌ 2025-11-05' },
    ]);
  });

  it('find lines that have moved since', () => {
    const moved = NOTE.replace('# Calls', 'New\n\n\n\n\n\n# Calls').replace('Some text.\n', '');
    const wanted = [5, 7, 9].map((line) => change(NOTE, line, 'accept'));
    expect(applyChanges(moved, wanted).text).toBe(
      moved
        .replace('[?] one 📅 2025-11-08 #proposed', '[ ] one 📅 2025-11-08')
        .replace('[?] two #proposed', '[ ] two')
        .replace(/(twin #proposed\n- )\[\?\] twin #proposed/, '$1[ ] twin'),
    );
  });

  it('leave out what is gone or cannot be told apart, and make the others', () => {
    const changed =
      '# Other\n\n- [?] one 📅 2025-11-08 #proposed\n- [?] twin #proposed\n- [?] twin #proposed\n';
    const wanted = [8, 7, 5].map((line) => change(NOTE, line, 'accept'));
    const result = applyChanges(changed, wanted);
    expect(result.results).toEqual(['ambiguous', 'gone', 'applied']);
    expect(result.text).toBe(changed.replace('[?] one 📅 2025-11-08 #proposed', '[ ] one 📅 2025-11-08'));
  });

  it('do not fall on one line twice', () => {
    const wanted = [change(NOTE, 5, 'accept'), change(NOTE, 5, 'due none')];
    const result = applyChanges(NOTE, wanted);
    expect(result.results).toEqual(['applied', 'ambiguous']);
    expect(result.text).toContain('- [ ] one 📅 2025-11-08\n');
  });

  it('write nothing where there is nothing to find', () => {
    const result = applyChanges('', [change(NOTE, 5, 'accept')]);
    expect(result).toMatchObject({ text: '', edits: [], results: ['gone'] });
  });
});

describe('line endings', () => {
  const accepted = (text: string): string =>
    applyChanges(text, [change(NOTE, 5, 'accept'), change(NOTE, 7, 'reject')]).text;

  it('stay CRLF', () => {
    const crlf = NOTE.replace(/\n/g, '\r\n');
    expect(accepted(crlf)).toBe(accepted(NOTE).replace(/\n/g, '\r\n'));
  });

  it('stay mixed', () => {
    const mixed = NOTE.replace('Some text.\n', 'Some text.\r\n').replace(
      'two #proposed\n',
      'two #proposed\r\n',
    );
    expect(accepted(mixed)).toBe(
      mixed
        .replace('[?] one 📅 2025-11-08 #proposed', '[ ] one 📅 2025-11-08')
        .replace('[?] two #proposed', '[-] two ❌ 2025-11-05'),
    );
  });

  it('stay away at the end of a note without one', () => {
    const bare = '- [?] a #proposed';
    expect(applyChanges(bare, [change(bare, 0, 'accept')]).text).toBe('- [ ] a');
  });
});

describe('changes that make several lines of one', () => {
  const TWO = 'text\n- [ ] a\n- [ ] b\n- [ ] c\n';
  const addLine = (text: string, line: number): LineChange => {
    const ref = new NoteText(text).refOf(line);
    return { ref, edits: [{ from: 0, to: 0, insert: `- [ ] new\n` }] };
  };

  it('shift the lines behind them', () => {
    const result = applyChanges(TWO, [addLine(TWO, 3), change(TWO, 2, 'due 2025-12-01'), addLine(TWO, 1)]);
    expect(result.text).toBe('text\n- [ ] new\n- [ ] a\n- [ ] b 📅 2025-12-01\n- [ ] new\n- [ ] c\n');
    expect(result.results).toEqual(['applied', 'applied', 'applied']);
  });

  it('end the new lines as the note does', () => {
    const crlf = TWO.replace(/\n/g, '\r\n');
    expect(applyChanges(crlf, [addLine(crlf, 3)]).text).toBe(
      'text\r\n- [ ] a\r\n- [ ] b\r\n- [ ] new\r\n- [ ] c\r\n',
    );
  });
});

describe('any change of any note', () => {
  const line = fc.constantFrom(
    ...['- [?] a #proposed', '- [?] a #proposed', '  - [ ] b 📅 2025-11-08', '# A', '# B', '', 'text', '```'],
    ...['1. [?] c #x ^id', '> - [?] d'],
  );
  const note = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 15 })
    .map((lines) => lines.flat().join(''));
  const verb = fc.constantFrom<VerbName>('reject', 'due 2025-12-01', 'assign Ana Lee', 'priority none');

  it('touches no line but its own', () => {
    fc.assert(
      fc.property(note, fc.nat(), verb, (text, pick, name) => {
        const before = new NoteText(text);
        const at = pick % before.lineCount;
        const result = applyChanges(text, [change(text, at, name)]);
        const after = new NoteText(result.text);
        expect(after.lineCount).toBe(before.lineCount);
        for (let i = 0; i < before.lineCount; i++) {
          if (i !== at) expect(after.line(i)).toBe(before.line(i));
          expect(after.lineEnding(i)).toBe(before.lineEnding(i));
        }
      }),
      runs(2000),
    );
  });
});
