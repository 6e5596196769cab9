import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/edit/apply-changes';
import { placeReport, reportBlock } from '../../../src/core/review/report';
import type { ReviewSummary } from '../../../src/core/review/review';
import { day } from '../support/act';
import { runs } from '../support/runs';

const NOTHING: ReviewSummary = { done: [], moved: [], dropped: [], decided: [], open: [] };
const task = (text: string, detail = '') => ({ path: 'Calls/Ana.md', text, detail });
const link = (path: string): string => `[[${path.replace(/\.md$/, '')}]]`;
const block = (summary: Partial<ReviewSummary> = {}, week = '2025-11-03'): string =>
  reportBlock({ ...NOTHING, ...summary }, { week: day(week), title: 'Review of 3–9 Nov', link });

const FIRST = block({ done: [task('Pay the smith')], moved: [task('Mend it', '7 Nov')] });
const SECOND = block({ done: [task('Pay the smith'), task('Wash up')] });

/** The note after writing, or what stood in the way. */
function write(text: string, wanted: string, behind: number | null = null): string {
  const plan = placeReport(text, wanted, behind);
  if (plan.kind !== 'change') return plan.kind;
  const done = applyChanges(text, [plan.change]);
  expect(done.results[0]).toBe('applied');
  return done.text;
}

describe('the text of a review', () => {
  it('counts, and lists the tasks with links to their notes', () => {
    expect(FIRST.split('\n').slice(1, -1)).toEqual([
      '**Review of 3–9 Nov**: done 1, moved 1, dropped 0, decided 0, still open 0',
      '',
      '**Done**',
      '',
      '- Pay the smith ([[Calls/Ana]])',
      '',
      '**Moved**',
      '',
      '- Mend it → 7 Nov ([[Calls/Ana]])',
    ]);
  });

  it('cannot be ended, or made a task, by the words of a task', () => {
    const odd = block({ open: [task('[ ] a %% b')] });
    expect(odd).toContain('- \\[ ] a %&#37; b (');
    expect(odd.match(/%%/g)).toHaveLength(4);
  });
});

describe('writing a review', () => {
  it('goes behind a line, or to the end, with a blank line between', () => {
    expect(write('A\nB\n', FIRST)).toBe(`A\nB\n\n${FIRST}\n`);
    expect(write('A\nB\n', FIRST, 0)).toBe(`A\n\n${FIRST}\n\nB\n`);
    expect(write('A\n\nB', FIRST, 1)).toBe(`A\n${FIRST}\n\nB`);
    expect(write('', FIRST)).toBe(FIRST);
    expect(write('---\na: b\n---\nText', FIRST, 1)).toBe(`---\na: b\n---\n\n${FIRST}\n\nText`);
  });

  it('replaces its own block, and nothing else, wherever the cursor is', () => {
    const note = `# Log\n\n${FIRST}\n\nMine.\n`;
    expect(write(note, SECOND, 0)).toBe(`# Log\n\n${SECOND}\n\nMine.\n`);
    expect(write(note, FIRST)).toBe('unchanged');
    const windows = note.replace(/\n/g, '\r\n');
    expect(write(windows, SECOND)).toBe(`# Log\n\n${SECOND}\n\nMine.\n`.replace(/\n/g, '\r\n'));
  });

  it('leaves the block of another week, and writes its own', () => {
    const other = block({}, '2025-10-27');
    expect(write(`${other}\n`, FIRST)).toBe(`${other}\n\n${FIRST}\n`);
  });

  it('keeps a block that the user changed, and says so', () => {
    for (const changed of [
      FIRST.replace('Mend it', 'Mend it well'),
      FIRST.replace('\n**Done**', '\nFine week.\n**Done**'),
      FIRST.slice(0, FIRST.lastIndexOf('\n')),
    ]) {
      expect(write(`# Log\n\n${changed}\n`, SECOND)).toBe('changed-by-user');
    }
  });

  it('changes no byte outside of its block, in any note', () => {
    const line = fc.constantFrom('', 'Text', '- [ ] task', '# Head', '%% note %%', '```', '  ');
    const ending = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), ending, fc.nat(9), (above, below, end, at) => {
        const text = [...above, ...below].join(end);
        const behind = Math.min(at, [...above, ...below].length - 1);
        const once = write(text, FIRST, behind < 0 ? null : behind);
        const plain = once.replace(/\r\n/g, '\n');
        const [before = '', after = ''] = plain.split(FIRST);
        expect(plain).toBe(before + FIRST + after);
        expect((before + after).replace(/\n+/g, '')).toBe(text.replace(/[\r\n]+/g, ''));
        const twice = write(once, SECOND, 0);
        expect(twice.replace(/\r\n/g, '\n')).toBe(before + SECOND + after);
        // What stands around the block keeps its own line endings.
        const first = FIRST.slice(0, 20);
        expect(twice.slice(0, twice.indexOf(first))).toBe(once.slice(0, once.indexOf(first)));
        expect(write(twice, FIRST)).toBe(once);
      }),
      runs(300),
    );
  });
});
