import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex, print, type TokenKind } from '../../../src/core/line/lex';
import { PATIENT } from '../support/act';
import { anyLine, plainLine } from '../support/random-lines';
import { runs } from '../support/runs';
import { sharedRecords } from '../support/shared';

const recorded = sharedRecords<{ line: string }>('conformance/parse.jsonl');

const kindsAndTexts = (line: string): [TokenKind, string][] =>
  lex(line).map(({ kind, text }) => [kind, text]);

describe('lex', () => {
  it('cuts a line into its parts', () => {
    expect(kindsAndTexts('> - [?] Call Bo @Me 📅 2025-11-08 ⏫ #task ^id  ')).toEqual([
      ['indent', '> '],
      ['marker', '-'],
      ['space', ' '],
      ['bracket', '['],
      ['symbol', '?'],
      ['bracket', ']'],
      ['space', ' '],
      ['text', 'Call Bo @Me'],
      ['space', ' '],
      ['due', '📅 2025-11-08'],
      ['space', ' '],
      ['priority', '⏫'],
      ['space', ' '],
      ['tag', '#task'],
      ['space', ' '],
      ['blockLink', '^id'],
      ['tail', '  '],
    ]);
  });

  it('keeps broken characters as they stand', () => {
    expect(kindsAndTexts('- [ ] a \uf8ffüìÖ 2025-11-08').slice(6)).toEqual([
      ['text', 'a'],
      ['space', ' '],
      ['due', '\uf8ffüìÖ 2025-11-08'],
    ]);
  });

  it('takes a line that is no task as one piece, and an empty one as none', () => {
    expect(kindsAndTexts('no task 📅 2025-11-08')).toEqual([['text', 'no task 📅 2025-11-08']]);
    expect(lex('')).toEqual([]);
  });

  it('leaves what Tasks does not look at in the tail', () => {
    expect(kindsAndTexts('- [ ] a\u2028b 📅 2025-11-08\r').slice(6)).toEqual([
      ['text', 'a'],
      ['tail', '\u2028b 📅 2025-11-08\r'],
    ]);
  });
});

const loses = (line: string): boolean => {
  let at = 0;
  const misplaced = lex(line).some(({ from, text }) => {
    const wrong = from !== at || text === '' || line.slice(from, from + text.length) !== text;
    at += text.length;
    return wrong;
  });
  return misplaced || at !== line.length || print(lex(line)) !== line;
};

describe('printing what was lexed', () => {
  it.skipIf(recorded.length === 0)('gives every recorded line back', () => {
    expect(recorded.map(({ line }) => line).filter(loses)).toEqual([]);
  });

  it('gives 100,000 random lines back', PATIENT, () => {
    const lines = fc.oneof({ weight: 4, arbitrary: anyLine }, { weight: 1, arbitrary: plainLine });
    fc.assert(
      fc.property(lines, (line) => !loses(line)),
      runs(100_000),
    );
  });
});
