import { describe, expect, it } from 'vitest';
import { linesAround } from '../../../src/core/text/context';
import { NoteText } from '../../../src/core/text/note-text';

const NOTE = [
  '---',
  'type: people',
  '---',
  '# Call',
  '',
  'We met.',
  '- [?] one',
  '',
  '  - [ ] two',
  'End',
].join('\n');

const around = (text: string, line: number, count: number): string[] =>
  linesAround(text, new NoteText(text).refOf(line), count).map(({ text: near, isTarget }) =>
    isTarget ? `> ${near}` : near,
  );

describe('the lines around a line', () => {
  it('leave out blank ones and the marks of headings', () => {
    expect(around(NOTE, 6, 2)).toEqual(['Call', 'We met.', '> - [?] one', '- [ ] two', 'End']);
    expect(around(NOTE, 6, 1)).toEqual(['We met.', '> - [?] one', '- [ ] two']);
  });

  it('end at the frontmatter and at thematic breaks', () => {
    expect(around(NOTE, 6, 9)).toEqual(['Call', 'We met.', '> - [?] one', '- [ ] two', 'End']);
    expect(around('a\n\n***\n- [?] b\n---\nc', 3, 9)).toEqual(['> - [?] b']);
  });

  it('follow the line when it has moved, and are none when it is gone', () => {
    const ref = new NoteText(NOTE).refOf(6);
    expect(linesAround(`New\r\n${NOTE}`, ref, 1).map(({ text }) => text)).toContain('We met.');
    expect(linesAround('Other\n', ref, 3)).toEqual([]);
  });

  it('are fewer at the ends of a note', () => {
    expect(around('- [?] a', 0, 3)).toEqual(['> - [?] a']);
    expect(around('\t- [?] a\r\nb\r\n', 0, 3)).toEqual(['> - [?] a', 'b']);
  });
});
