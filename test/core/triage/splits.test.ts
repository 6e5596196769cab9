import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/date/day';
import type { TaskItem } from '../../../src/core/note/task-item';
import { type Split, type SplitContext, makeSplits, SPLITS } from '../../../src/core/triage/splits';
import { TODAY } from '../support/act';
import { entry, item, items, openTasks } from '../support/items';

const LINES = [
  ['- [?] a @Myself', ['mine', 'all']],
  ['- [?] a @Ana @Myself', ['mine', 'all']],
  ['- [ ] a #proposed @Myself', ['mine', 'all']],
  ['- [?] a', ['nobody', 'all']],
  ['- [?] a @TBD', ['nobody', 'all']],
  ['- [?] a @Ana', ['theirs', 'all']],
  ['- [?] a @Ana 🛫 2025-11-06', ['snoozed']],
  ['- [?] a @Myself 🛫 2026-01-01 📅 2025-11-01', ['snoozed']],
  ['- [?] a 🛫 2025-11-05', ['nobody', 'all']],
  ['- [?] a 🛫 2025-11-04', ['nobody', 'all']],
  ['- [?] a 🛫 2025-02-30', ['nobody', 'all']],
  ['- [ ] a @Myself', []],
  ['- [ ] a @Myself 🛫 2025-11-06', []],
  ['- [x] a @Myself #proposed', ['mine', 'all']],
  ['- [x] a @Myself', []],
  ['- [-] a', []],
] as const;

const BASE: SplitContext = { today: TODAY, staleWeeks: 8, factsOf: () => undefined, isDecided: () => false };

const countsOf = (tasks: readonly TaskItem[], context: SplitContext) =>
  makeSplits(context).update(openTasks(tasks).byMeeting());

function splitsOf(task: TaskItem, context: SplitContext = BASE): readonly Split[] {
  const counts = countsOf([task], context);
  return SPLITS.filter((split) => counts[split] > 0);
}

describe('splits', () => {
  it.each(LINES)('%s: %j', (line, splits) => {
    expect(splitsOf(item(line))).toEqual(splits);
  });

  it('hold each proposal once', () => {
    const counts = countsOf(items(...LINES.map(([line]) => line)), BASE);
    expect(SPLITS.map((split) => counts[split])).toEqual([4, 5, 1, 0, 2, 0, 10]);
  });

  it('put what is already decided apart, unless it is snoozed', () => {
    const decided = { ...BASE, isDecided: () => true };
    expect(splitsOf(item('- [?] a @Me'), decided)).toEqual(['decided', 'all']);
    expect(splitsOf(item('- [?] a @Me 🛫 2026-01-01'), decided)).toEqual(['snoozed']);
    expect(splitsOf(item('- [x] a @Me #proposed'), decided)).toEqual(['mine', 'all']);
  });
});

describe('a stale proposal', () => {
  const note = (date: string, modified: string) => {
    const facts = entry('a.md', `---\ndate: ${date}\n---\n`).facts;
    return { ...BASE, factsOf: () => ({ ...facts, modified: parseDay(modified) }) };
  };

  it.each([
    ['- [?] a', '2025-09-09', '2025-09-09', true],
    ['- [?] a', '2025-09-10', '2025-09-09', false],
    ['- [?] a', '2025-09-09', '2025-09-10', false],
    ['- [?] a 📅 2025-09-09', '2025-09-09', '2025-09-01', true],
    ['- [?] a 📅 2025-09-10', '2025-09-09', '2025-09-01', false],
    ['- [?] a 📅 2025-12-10', '2025-09-09', '2025-09-01', false],
    ['- [?] a 🛫 2025-10-10', '2025-09-09', '2025-09-01', false],
    ['- [?] a', '', '2025-09-01', true],
    ['- [?] a', '2025-01-01', '', true],
    ['- [?] a', '', '', false],
  ] as const)('%s of %j, changed %j: %s', (line, date, modified, stale) => {
    const context = note(date, modified);
    expect(splitsOf(item(line), context)).toEqual(stale ? ['stale'] : ['nobody', 'all']);
    expect(splitsOf(item(line), { ...context, staleWeeks: 0 })).not.toEqual(['stale']);
  });
});
