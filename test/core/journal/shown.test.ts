import { describe, expect, it } from 'vitest';
import type { ChangedNote, HistoryEntry } from '../../../src/core/edit/history';
import { changeSummary, nearestLine, shownLines } from '../../../src/core/journal/shown';

const region = (was: string, is: string, line = 0) => ({ line, heading: '', ordinal: 0, was, is });
const entry = (done: ChangedNote[], undone: ChangedNote[] = []): HistoryEntry => ({
  ...{ id: 'a', at: '', label: 'Rejected', verbs: [], turn: 1 },
  done,
  undone,
});

describe('what the history says of a change', () => {
  const one = { path: 'a.md', regions: [region('- [?] One', '- [-] One', 4)] };
  const two = { path: 'b.md', regions: [region('- [?] Two', '- [-] Two'), region('x\r\ny', 'x\r\nz', 7)] };
  const back = { path: 'a.md', regions: [region('- [-] One', '- [?] One', 5)] };

  it.each<[string, HistoryEntry, string, string]>([
    ['done', entry([one, two]), '3 lines in 2 notes', ''],
    ['undone', entry([], [back]), 'One', 'Undone'],
    ['undone in a part of its notes', entry([two], [back]), '3 lines in 2 notes', '1 of 3 undone'],
    ['stuck', entry([{ ...two, stuck: true }], [back]), '3 lines in 2 notes', '2 of 3 could not be undone'],
  ])('when it is %s', (_, change, size, state) => {
    expect(changeSummary(change)).toEqual([size, state]);
  });

  it('is each line as it was and as it became, whatever became of it since', () => {
    expect(shownLines(entry([{ ...two, stuck: true }], [back]))).toEqual([
      { path: 'b.md', line: 0, before: '- [?] Two', after: '- [-] Two', stuck: true },
      { path: 'b.md', line: 7, before: 'y', after: 'z', stuck: true },
      { path: 'a.md', line: 5, before: '- [?] One', after: '- [-] One', stuck: false },
    ]);
  });

  it('leaves out lines beside a dropped one', () => {
    const dropped = { path: 'a.md', regions: [region('above\n- [ ] gone 🏁 delete\nbelow', 'above\nbelow')] };
    const restored = { path: 'a.md', regions: dropped.regions.map(({ was, is }) => region(is, was)) };
    const [done] = shownLines(entry([dropped]));
    expect([done?.before, done?.after]).toEqual(['- [ ] gone 🏁 delete', '']);
    expect(shownLines(entry([], [restored]))).toEqual([done]);
  });
});

describe('the line that another has become', () => {
  const NOTE = [
    '# Calls',
    '- [ ] Oil the old turnstile',
    '',
    '- [-] Oil the turnstile soon',
    '- [ ] Ring Bea',
  ];

  it.each([
    ['- [-] Oil the turnstile soon', 3, NOTE[3]],
    ['- [-] Oil the turnstile', 3, NOTE[3]],
    ['- [-] Oil the turnstile', 0, NOTE[1]],
    ['- [x] Ring Bea ✅ 2025-11-05', 9, NOTE[4]],
    ['- [-] Ring the old bell tower', 9, null],
    ['- [x] Ring Bea', 9, NOTE[4]],
    ['- [-] Sweep the hall', 3, null],
    ['', 0, null],
  ])('%j of line %d is %j', (wanted, line, found) => {
    expect(nearestLine(NOTE.join('\r\n'), wanted, line)).toBe(found);
  });
});
