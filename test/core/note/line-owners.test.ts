// Whom a line names is remembered by the end of its text; it must be what the whole line says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, ownerRun, readOwners } from '../../../src/core/line/owner';
import { parseTaskLine } from '../../../src/core/line/task-line';
import { ownersOf } from '../../../src/core/note/line-owners';
import { PATIENT } from '../support/act';
import { anyLine, plainLine } from '../support/random-lines';
import { runs } from '../support/runs';

const NOBODY = new Set<string>();
const USERS = [NOBODY, new Set([nameKey('Ana Lee')]), new Set([nameKey('Bo Ek'), nameKey('Ana')])];

/** What stands before, between and behind mentions, and can hide them. */
const pieces = fc.constantFrom(
  ...[
    '@Ana',
    '@Ana Lee',
    '@Bo Ek',
    '@bo',
    '@[[Bo Ek]]',
    '@[[People/Cem|Cem]]',
    '@me',
    '@TBD',
    '@Ana (lead, @Bo)',
  ],
  ...[
    'Call',
    ' de ',
    ' and ',
    ', ',
    '/',
    ' ',
    '\t',
    '\u00a0',
    '.',
    '`',
    '[[',
    ']]',
    '[x](',
    ')',
    'https://a.b/',
    '<',
  ],
);
const mentions = fc
  .array(pieces, { maxLength: 8 })
  .map((parts) => `- [?] ${parts.join('')} 📅 2025-11-08 #task`);

describe('the owners of lines that end alike', () => {
  it('are those of each line by itself', PATIENT, () => {
    fc.assert(
      fc.property(fc.oneof(mentions, plainLine, anyLine), fc.constantFrom(...USERS), (source, names) => {
        const line = parseTaskLine(source);
        if (!line) return;
        const run = ownerRun(line);
        const expected = { owners: readOwners(line, names, run), from: run?.from ?? line.scan.textTo };
        expect(ownersOf(line, names)).toEqual(expected);
        // The second time they are known, and the same object.
        const again = ownersOf(line, names);
        expect(again).toEqual(expected);
        expect(again.owners).toBe(ownersOf(line, names).owners);
      }),
      runs(20_000),
    );
  });

  it('are none where a link begins before them, also when their end is known', () => {
    const kinds = ['- [ ] Ask @[[Bo]]', '- [ ] Ask [[a @[[Bo]]'].map((source) => {
      return ownersOf(parseTaskLine(source) ?? expect.fail('no task'), NOBODY).owners.kind;
    });
    expect(kinds).toEqual(['named', 'nobody']);
  });

  it('follow the names of the user', () => {
    const line = parseTaskLine('- [ ] Call @Bo Ek') ?? expect.fail('no task');
    expect(USERS.map((names) => ownersOf(line, names).owners.kind)).toEqual(['named', 'named', 'me']);
  });
});
