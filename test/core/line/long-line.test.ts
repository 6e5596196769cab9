// A line can be as long as a file. It may be nonsense, but it must be read, and must not stop the app.
import { describe, expect, it } from 'vitest';
import { lex, print } from '../../../src/core/line/lex';
import { readOwners } from '../../../src/core/line/owner';
import { describeProblem, findProblems } from '../../../src/core/line/problems';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { readNote } from '../../../src/core/note/read-note';
import { act, PATIENT, RULES } from '../support/act';
import { VERBS } from '../support/verbs';

const MEGABYTE = 1_000_000;
const repeat = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length));

const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ['tags', repeat('#a ')],
  ['date symbols', repeat('📅')],
  ['brackets', repeat('[')],
  ['spaces', `${repeat(' ')}x`],
  ['mentions', repeat('@a ')],
  ['one word as a tag', `@Bo #${repeat('a')}`],
  ['dates', repeat('📅 2025-11-08 ')],
];

describe.each(SHAPES)('a megabyte of %s', (_, text) => {
  const source = `- [?] Call ${text} 📅 2025-11-08`;

  it('is read', PATIENT, () => {
    const line = parseTaskLine(source);
    if (!line) throw new Error('no task');
    expect(readFields(line).symbol).toBe('?');
    expect(readFields(line).dates.due).toBe('2025-11-08');
    expect(readOwners(line, new Set()).kind).toMatch(/^(?:me|nobody|named)$/);
    expect(findProblems(line).map(describeProblem).join()).not.toContain('undefined');
    expect(print(lex(source)) === source).toBe(true);
  });

  it('is rescheduled and accepted', PATIENT, () => {
    const accepted = act(source, VERBS.accept.verb);
    expect(accepted === `- [ ]${source.slice(5)}`).toBe(true);
    expect(act(source, VERBS['due 2025-12-01'].verb)).toContain('📅 2025-12-01');
  });

  it('is found in a note', PATIENT, () => {
    const note = { path: 'a.md', text: `# ${text}\n${text}\n\n${source}\n`, frontmatter: null };
    const { tasks } = readNote(note, { line: RULES, ownNames: new Set() });
    expect(tasks.length).toBe(1);
  });
});
