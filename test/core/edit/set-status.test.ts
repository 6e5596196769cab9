// Lines whose status the real Tasks plugin has set, where such records are at hand, and our own examples.
import { describe, expect, it } from 'vitest';
import { setStatus } from '../../../src/core/edit/set-status';
import { defaultRules, type LineRules } from '../../../src/core/line/rules';
import { StatusRegistry, type StatusType } from '../../../src/core/line/status';
import { parseTaskLine } from '../../../src/core/line/task-line';
import { applyEdits } from '../../../src/core/text/text-edit';
import { reportTasksFields, type TasksReport } from '../../tools/report-line';
import { act, day, RULES } from '../support/act';
import { sharedRecords } from '../support/shared';
import { VERBS } from '../support/verbs';

interface Case {
  readonly line: string;
  readonly symbol: string;
  readonly today: string;
  readonly options: {
    readonly statuses?: readonly [symbol: string, name: string, next: string, type: StatusType][];
    readonly setCreated?: boolean;
    readonly doneDate?: boolean;
    readonly cancelledDate?: boolean;
    readonly recurrenceOnNextLine?: boolean;
    readonly removeScheduled?: boolean;
    readonly globalFilter?: string;
  };
  readonly isTask: boolean;
  readonly result: readonly string[] | null;
}

function rulesOf({ options }: Case): LineRules {
  const statuses = options.statuses?.map(([symbol, name, next, type]) => ({ symbol, name, next, type }));
  return {
    ...defaultRules(new StatusRegistry(statuses)),
    setCreatedDate: options.setCreated ?? false,
    setDoneDate: options.doneDate ?? true,
    setCancelledDate: options.cancelledDate ?? true,
    recurrenceOnNextLine: options.recurrenceOnNextLine ?? false,
    removeScheduled: options.removeScheduled ?? false,
  };
}

/** The lines that stand in the place of a line when its status has been set. */
function linesAfter(record: Case): string[] {
  const line = parseTaskLine(record.line);
  if (!line) throw new Error(`no task: ${record.line}`);
  const rules = rulesOf(record);
  const { edits, occurrence, drop } = setStatus(line, record.symbol, rules, day(record.today));
  const next = occurrence ? [applyEdits(record.line, occurrence)] : [];
  const own = drop ? [] : [applyEdits(record.line, edits)];
  return rules.recurrenceOnNextLine ? [...own, ...next] : [...next, ...own];
}

/** What is read of lines: the plugin keeps spacing and order, which Tasks writes anew. */
const meaning = (lines: readonly string[]): Omit<TasksReport, 'line'>[] =>
  lines.map((source) => {
    const { line: _, ...rest } = reportTasksFields(source);
    return rest;
  });

/** Tasks writes "Invalid date" over a date that does not exist; the plugin leaves such dates to the user. */
const isSound = ({ result }: Case): boolean => result !== null && !result.join().includes('Invalid date');

const cases = sharedRecords<Case>('conformance/set-status.jsonl').filter(isSound);

describe.skipIf(cases.length === 0)('lines whose status Tasks has set', () => {
  it.each(cases)('$line to "$symbol"', (record) => {
    expect(meaning(linesAfter(record))).toEqual(meaning(record.result ?? []));
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
