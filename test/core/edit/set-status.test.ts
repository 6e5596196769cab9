// Lines whose status is set: those that the real Tasks plugin has changed, where such records are at hand, and
// our own examples, whose outcomes follow from the description of its format.
import { describe, expect, it } from 'vitest';
import type { LineRules } from '../../../src/core/line/rules';
import { type StatusCase, statusDifferences } from '../../tools/status-cases';
import { act, RULES } from '../support/act';
import { fixtureRecords, sharedRecords } from '../support/shared';
import { VERBS } from '../support/verbs';

const recorded = sharedRecords<StatusCase>('conformance/set-status.jsonl');

describe.skipIf(recorded.length === 0)('lines whose status Tasks has set', () => {
  it.each(recorded)('$line to "$symbol"', (record) => {
    expect(statusDifferences(record)).toEqual([]);
  });
});

describe('lines whose status is set', () => {
  it.each(fixtureRecords<StatusCase>('set-status.jsonl'))('$line to "$symbol"', (record) => {
    expect(statusDifferences(record)).toEqual([]);
  });
});

describe('completing a line that repeats', () => {
  const complete = (line: string, rules: Partial<LineRules> = {}): string[] =>
    act(line, VERBS.complete.verb, { ...RULES, ...rules }).split('\n');

  it.each([
    [
      '- [ ] Feed the gulls 🔁 every week 📅 2025-11-08 #task ^gulls',
      [
        '- [ ] Feed the gulls 🔁 every week 📅 2025-11-15 #task',
        '- [x] Feed the gulls 🔁 every week 📅 2025-11-08 ✅ 2025-11-05 #task ^gulls',
      ],
    ],
    [
      '> - [?] Feed the gulls @Bo 🔁 every week when done 🛫 2025-11-01 📅 2025-11-03 #proposed',
      [
        '> - [ ] Feed the gulls @Bo 🔁 every week when done 🛫 2025-11-10 📅 2025-11-12',
        '> - [x] Feed the gulls @Bo 🔁 every week when done 🛫 2025-11-01 📅 2025-11-03 ✅ 2025-11-05',
      ],
    ],
    [
      '- [/] Pay 🆔 a ⛔ b 🔁 every month ⏳ 2025-01-31',
      [
        '- [ ] Pay 🔁 every month ⏳ 2025-02-28',
        '- [x] Pay 🆔 a ⛔ b 🔁 every month ⏳ 2025-01-31 ✅ 2025-11-05',
      ],
    ],
    ['- [ ] Pay 🔁 every day 🏁 delete 📅 2025-11-08', ['- [ ] Pay 🔁 every day 🏁 delete 📅 2025-11-09']],
    ['- [ ] Pay 🔁 daily 📅 2025-11-08', ['- [x] Pay 🔁 daily 📅 2025-11-08 ✅ 2025-11-05']],
    ['- [ ] Pay 🔁 every day 📅 2025-02-30', ['- [x] Pay 🔁 every day 📅 2025-02-30 ✅ 2025-11-05']],
    // The only time that there is: no next one, where Tasks would write a line with an "Invalid date".
    [
      '- [ ] Pay 🔁 every day for 1 time 📅 2025-11-08',
      ['- [x] Pay 🔁 every day for 1 time 📅 2025-11-08 ✅ 2025-11-05'],
    ],
    // Two spaces left at the end would break the line.
    [
      '- [ ] Pay 🔁 every day 📅 2025-11-08   ^pay',
      ['- [ ] Pay 🔁 every day 📅 2025-11-09', '- [x] Pay 🔁 every day 📅 2025-11-08 ✅ 2025-11-05   ^pay'],
    ],
    ['- [ ] Pay 🏁 delete', ['']],
    ['- [ ] Pay 🏁 keep', ['- [x] Pay 🏁 keep ✅ 2025-11-05']],
  ])('%s', (line, after) => {
    expect(complete(line)).toEqual(after);
  });

  it('follows the settings of Tasks', () => {
    expect(
      complete('- [ ] Pay 🔁 every day ⏳ 2025-11-07 📅 2025-11-08', { recurrenceOnNextLine: true }),
    ).toEqual([
      '- [x] Pay 🔁 every day ⏳ 2025-11-07 📅 2025-11-08 ✅ 2025-11-05',
      '- [ ] Pay 🔁 every day ⏳ 2025-11-08 📅 2025-11-09',
    ]);
    expect(complete('- [ ] Pay 🔁 every day ⏳ 2025-11-07 📅 2025-11-08', { removeScheduled: true })[0]).toBe(
      '- [ ] Pay 🔁 every day 📅 2025-11-09',
    );
    expect(
      complete('- [ ] Pay 🔁 every day ➕ 2025-01-01', { setCreatedDate: true, setDoneDate: false }),
    ).toEqual(['- [ ] Pay 🔁 every day ➕ 2025-11-05', '- [x] Pay 🔁 every day ➕ 2025-01-01']);
  });
});
