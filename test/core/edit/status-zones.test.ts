// A status that is set means the same wherever the user is, and on the days on which clocks change there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StatusCase, statusDifferences } from '../../tools/status-cases';
import { fixtureRecords, sharedRecords } from '../support/shared';

/** Zones with the days on which their clocks change. */
const ZONES: readonly (readonly [zone: string, changes: readonly string[]])[] = [
  ['UTC', ['2025-11-05']],
  ['America/Los_Angeles', ['2025-03-09', '2025-11-02']],
  ['Asia/Kathmandu', ['1985-12-31', '1986-01-01', '2025-11-05']],
  ['Pacific/Auckland', ['2025-04-06', '2025-09-28']],
];

const CASES = [
  ...fixtureRecords<StatusCase>('set-status.jsonl'),
  ...sharedRecords<StatusCase>('conformance/set-status.jsonl'),
];

/** Counted in UTC, where every day has 24 hours; written apart from the arithmetic that is tested. */
const plus = (text: string, days: number): string =>
  new Date(Date.parse(`${text}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const repeated = (rule: string, today: string, before: string, after: string): StatusCase => ({
  line: `- [ ] a 🔁 ${rule}${before}`,
  symbol: 'x',
  today,
  options: {},
  isTask: true,
  result: [`- [ ] a 🔁 ${rule}${after}`, `- [x] a 🔁 ${rule}${before} ✅ ${today}`],
});

describe.each(ZONES)('in %s', (zone, changes) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('every case comes out the same', () => {
    for (const record of CASES) expect([record.line, statusDifferences(record)]).toEqual([record.line, []]);
  });

  it.each(changes)('%s is a day like any other', (change) => {
    for (let days = -8; days <= 2; days++) {
      const some = plus(change, days);
      const [due, start] = [` 📅 ${some}`, ` 🛫 ${plus(some, -3)}`];
      const cases = [
        repeated('every day', change, due, ` 📅 ${plus(some, 1)}`),
        repeated('every week', change, start + due, ` 🛫 ${plus(some, 4)} 📅 ${plus(some, 7)}`),
        repeated('every 3 days', some, due, ` 📅 ${plus(some, 3)}`),
        repeated('every day when done', some, start + due, ` 🛫 ${plus(some, -2)} 📅 ${plus(some, 1)}`),
        repeated('every 2 weeks when done', some, ` ⏳ ${plus(some, -40)}`, ` ⏳ ${plus(some, 14)}`),
      ];
      for (const record of cases) expect([record, statusDifferences(record)]).toEqual([record, []]);
    }
  });
});
