import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoteText, type Placement } from '../../../src/core/text/note-text';
import { runs } from '../support/runs';

const REMEMBERED = `# Calls
- [?] one
- [?] two
- [?] two

# Letters
- [?] two
- [?] three
`;

/** Remembers a line of the note above, and looks for it in another text. */
const findIn = (text: string, line: number): Placement =>
  new NoteText(text).find(new NoteText(REMEMBERED).refOf(line));

const found = (line: number): Placement => ({ kind: 'found', line });

describe('finding a line again', () => {
  it.each([1, 2, 3, 6, 7])('in the same text: line %i', (line) => {
    expect(findIn(REMEMBERED, line)).toEqual(found(line));
  });

  it('at its place, although another one now says the same', () => {
    expect(findIn(REMEMBERED.replace('three', 'one'), 1)).toEqual(found(1));
  });

  it('elsewhere, when it is the only one', () => {
    expect(findIn(`New\n\n${REMEMBERED}`, 1)).toEqual(found(3));
    expect(findIn('- [?] three', 7)).toEqual(found(0));
  });

  it('among its twins, by heading and order', () => {
    const moved = `${'New\n'.repeat(10)}${REMEMBERED}`;
    expect([2, 3, 6].map((line) => findIn(moved, line))).toEqual([12, 13, 16].map(found));
  });

  it('among its twins, when the sections changed places', () => {
    const swapped = '# Letters\n- [?] two\n\n\n\n\n\n# Calls\n- [?] two\n- [?] two\n';
    expect([2, 3, 6].map((line) => findIn(swapped, line))).toEqual([8, 9, 1].map(found));
  });

  it('not in code or comments', () => {
    const copied = '\n\n\n\n# Calls\n```\n- [?] two\n```\n%%\n- [?] two\n%%\n- [?] two\n- [?] two\n';
    expect([2, 3].map((line) => findIn(copied, line))).toEqual([11, 12].map(found));
  });

  it('not when it is gone', () => {
    expect(findIn(REMEMBERED.replace('one', 'one!'), 1)).toEqual({ kind: 'gone' });
    expect(findIn('', 1)).toEqual({ kind: 'gone' });
    expect(findIn('x - [?] one\n- [?] one more\n  - [?] one', 1)).toEqual({ kind: 'gone' });
  });

  it('not when nobody can tell which one it is', () => {
    expect(findIn('# Other\n- [?] two\n- [?] two\n', 3)).toEqual({ kind: 'ambiguous' });
    expect(findIn('# Calls\n\n\n\n- [?] two\n# Letters\n- [?] x\n- [?] two\n', 3)).toEqual({
      kind: 'ambiguous',
    });
  });

  it('whatever ends the lines', () => {
    const crlf = `New\r\n${REMEMBERED.replace(/\n/g, '\r\n')}`;
    expect([1, 2, 6].map((line) => findIn(crlf, line))).toEqual([2, 3, 7].map(found));
  });

  it('by its exact text: a trailing space or other case is another line', () => {
    expect(findIn('- [?] one ', 1)).toEqual({ kind: 'gone' });
    expect(findIn('- [?] One', 1)).toEqual({ kind: 'gone' });
  });

  it('also after many searches in one note', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `- [?] task ${i}`);
    const before = new NoteText(lines.join('\n'));
    const after = new NoteText(['', ...[...lines].reverse()].join('\n'));
    expect(lines.map((_, line) => after.find(before.refOf(line)))).toEqual(
      lines.map((_, line) => found(40 - line)),
    );
  });
});

describe('lines of a note', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\r\nb\nc\rd', ['a', 'b', 'c\rd']],
    ['a\r\r\nb', ['a\r', 'b']],
    ['a\u2028b\nc', ['a\u2028b', 'c']],
  ])('%j', (text, lines) => {
    const note = new NoteText(text);
    expect(Array.from({ length: note.lineCount }, (_, line) => note.line(line))).toEqual(lines);
  });

  it.each([
    ['a\nb', 0, '\n'],
    ['a\r\nb\r\nc', 1, '\r\n'],
    ['a\r\nb', 1, '\r\n'],
    ['a\nb\r\nc', 0, '\n'],
    ['a\nb\r\nc', 1, '\r\n'],
    ['a\nb\r\nc', 2, '\r\n'],
    ['a', 0, '\n'],
  ])('the ending beside a line: %j, line %i', (text, line, ending) => {
    expect(new NoteText(text).lineEnding(line)).toBe(ending);
  });

  it('with their endings make up the text', () => {
    const piece = fc.constantFrom('a', '\n', '\r\n', '\r', '- [ ] b', '# c', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const note = new NoteText(text);
        let built = '';
        for (let line = 0; line < note.lineCount; line++) {
          const next = line + 1 < note.lineCount ? note.startOf(line + 1) : text.length;
          built += note.line(line) + text.slice(note.endOf(line), next);
          expect(text.slice(note.endOf(line), next)).toMatch(/^\r?\n?$/);
        }
        expect(built).toBe(text);
      }),
    );
  });
});

describe('a line that was remembered', () => {
  it('is found among lines of prose that say the same', () => {
    const ref = new NoteText('# A\nSame\n# B\nSame').refOf(3);
    expect(new NoteText('New\n# A\nSame\n# B\nSame').find(ref)).toEqual(found(4));
  });

  it('is not found behind the end, even if it was blank', () => {
    const ref = { line: 3, source: '', heading: '', ordinal: 0 };
    expect(new NoteText('One\nTwo').find(ref)).toEqual({ kind: 'gone' });
  });

  it('is found in the same text, whatever the text is', () => {
    const piece = fc.constantFrom('- [?] a', '- [?] b', '# A', '# B', '```', '%%', 'x', '  - [?] a');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.nat(), (lines, pick) => {
        const note = new NoteText(lines.join('\n'));
        const line = pick % note.lineCount;
        expect(note.find(note.refOf(line))).toEqual(found(line));
      }),
      runs(1000),
    );
  });
});
