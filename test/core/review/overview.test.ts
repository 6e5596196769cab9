import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/date/day';
import { countsOfToday, overviewCharts } from '../../../src/core/review/overview';
import { TODAY } from '../support/act';
import { entry, openTasks } from '../support/items';

const NOTES = [
  entry(
    '2025-11-05 - Today.md',
    [
      '- [?] new @Me',
      '- [?] theirs @Ana',
      '- [?] later @Me 🛫 2025-12-01 📅 2025-12-02',
      '- [ ] now @Me 📅 2025-11-05',
      '- [ ] her own @Ana 📅 2025-11-05',
      '- [ ] next @Me 📅 2025-11-10',
      '- [?] perhaps 📅 2025-11-10',
      '- [ ] far @Me 📅 2026-03-01',
    ].join('\n'),
  ),
  entry('2025-10-29 - Week ago.md', '- [?] a week old @Me\n- [x] done @Me ✅ 2025-11-03\n- [x] no day\n'),
  entry('2025-10-01 - Month.md', '- [?] a month old\n- [-] no ❌ 2025-11-02\n- [-] long ago ❌ 2025-01-02\n'),
  entry('2025-01-01 - Old.md', '- [?] old @Me 📅 2025-02-01\n- [ ] late 📅 2025-11-04\n'),
  entry('List.md', '- [?] without a day\n'),
];

const charts = overviewCharts(NOTES, {
  today: TODAY,
  weekStart: 1,
  accepted: ['2025-11-05', '2025-11-05', '2025-10-27', '2024-01-01'] as Day[],
  dayLabel: (day) => day,
});

const shown = (at: number): string[] =>
  (charts[at]?.bars ?? [])
    .filter(({ values }) => values.some(Boolean))
    .map(({ label, values }) => `${label}: ${values.join(' ')}`);

describe('the pictures', () => {
  it('show how old the proposals are, mine and theirs', () => {
    expect(shown(0)).toEqual([
      'Less than a week: 2 1',
      '1 to 4 weeks: 1 0',
      '1 to 3 months: 1 0',
      'Older: 1 0',
      'No date: 1 0',
    ]);
  });

  it('show what was accepted, rejected and done in each of the last weeks', () => {
    expect(shown(1)).toEqual(['Week of 2025-10-27: 1 1 0', 'This week: 2 0 1']);
    expect(charts[1]?.bars).toHaveLength(6);
    expect(charts[1]?.bars[0]?.label).toBe('Week of 2025-09-29');
  });

  it('show what is to do in the weeks to come, and what is proposed for them', () => {
    expect(shown(2)).toEqual(['Overdue: 1 1', 'This week: 1 0', 'Week of 2025-11-10: 1 1']);
    expect(charts[2]?.bars).toHaveLength(7);
  });

  it('name each series', () => {
    for (const { series, bars } of charts)
      for (const { values } of bars) expect(values).toHaveLength(series.length);
  });
});

describe('the status bar', () => {
  it('counts proposals that are not snoozed, and my tasks of today', () => {
    expect(countsOfToday(openTasks(...NOTES.map(({ tasks }) => tasks)), TODAY)).toEqual({
      proposed: 7,
      due: 1,
    });
  });
});
