// What a user may type, and what cannot stand in a line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, PATIENT, RULES } from '../support/act';
import { runs } from '../support/runs';

const assign = (name: string): string => act('- [?] a @Bo 📅 2025-11-08 #b', { kind: 'assign', name });

const edit = (text: string): string => act('- [?] a @Bo 📅 2025-11-08 #b', { kind: 'edit-text', text });

describe('names', () => {
  it.each([
    'Ana',
    'Ana Lee',
    'Ludwig van der Meer',
    "O'Rourke",
    '林美玲',
    '[[Ana Lee]]',
    '[[People/Ana Lee|Ana]]',
  ])('%s is one', (name) => {
    expect(assign(name)).toBe(`- [?] a @${name} 📅 2025-11-08 #b`);
  });

  it.each([
    ...[
      '',
      ' ',
      'ana lee',
      'Ana, Bo',
      'Ana #x',
      'Ana\nLee',
      'Ana 📅 2025-11-08',
      '[[Ana',
      'Ana @Bo',
      '@Ana',
      '#x',
    ],
    ...['Ana Lee.', 'Ana ^x', '⏫', 'Ana (lead'],
  ])('%j is none', (name) => {
    expect(assign(name)).toBe('refused: bad-argument');
  });
});

describe('words', () => {
  it.each([
    ['New words', 'New words'],
    ['  New\nwords\r\n\r\n now  ', 'New words now'],
    ['Read #x first', 'Read #x first'],
    ['With 📅 and @Ana in it', 'With 📅 and @Ana in it'],
    ['**Bold** [[Page]] `code`', '**Bold** [[Page]] `code`'],
    ['New  words', 'New  words'],
  ])('%j stand as %j', (typed, words) => {
    expect(edit(typed)).toBe(`- [?] ${words} @Bo 📅 2025-11-08 #b`);
  });

  it.each(['', '  ', '\n'])('%j are none', (typed) => {
    expect(edit(typed)).toBe('refused: bad-argument');
  });

  it.each([
    ['- [?] a', 'New 📅 2025-11-08'],
    ['- [?] a', 'New ⏫'],
    ['- [?] a', 'Call 🔁 every day'],
    ['- [?] a', 'New ^id'],
    ['- [?] a 📅 2025-11-08', 'New 🔁 every day'],
  ])('on %s, %j would be read as more than words', (line, text) => {
    expect(act(line, { kind: 'edit-text', text })).toBe('refused: would-change-more');
  });

  it('are read back as they were typed, or refused', PATIENT, () => {
    const word = fc.constantFrom(
      'New',
      'a',
      '#x',
      '@Ana',
      '📅',
      '2025-11-08',
      '^id',
      '🔁',
      'every',
      '(',
      '.',
      'é',
    );
    const typed = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(typed, (text) => {
        const answer = act('- [?] a @Bo 📅 2025-11-08 #b', { kind: 'edit-text', text });
        if (answer === 'refused: would-change-more') return;
        expect(answer).toBe(`- [?] ${text} @Bo 📅 2025-11-08 #b`);
      }),
      runs(2000),
    );
  });
});

describe('settings', () => {
  const custom = {
    ...RULES,
    proposedSymbol: '*',
    acceptedSymbol: '>',
    rejectedSymbol: '~',
    proposedTag: '#ai/proposal',
    duplicateTag: '#copy',
    setDoneDate: false,
    setCancelledDate: false,
  };

  it.each([
    [{ kind: 'accept' }, '- [*] a #ai/proposal #b', '- [>] a #b'],
    [{ kind: 'accept' }, '- [*] a #AI/Proposal', '- [>] a'],
    [{ kind: 'accept' }, '- [?] a #proposed', 'unchanged'],
    [{ kind: 'reject' }, '- [*] a', '- [~] a'],
    [{ kind: 'complete' }, '- [*] a #ai/proposal', '- [x] a'],
    [{ kind: 'complete' }, '- [ ] a ✅ 2025-01-01 ❌ 2025-01-02', '- [x] a'],
    [{ kind: 'close-as-copy' }, '- [*] a #ai/proposal', '- [~] a #copy'],
    [{ kind: 'reopen', asProposal: true, withTag: true }, '- [x] a #b', '- [*] a #b #ai/proposal'],
    [{ kind: 'reopen', asProposal: true, withTag: false }, '- [x] a', '- [*] a'],
  ] as const)('%j on %s', (verb, before, after) => {
    expect(act(before, verb, custom)).toBe(after);
  });
});
