import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../../src/core/line/rules';
import { type Status, StatusRegistry, TASKS_DEFAULTS } from '../../../src/core/line/status';
import {
  addStatus,
  proposedStatus,
  readTasksSettings,
  rulesWithTasks,
} from '../../../src/core/line/tasks-settings';

const stored = (symbol: string, name: string, type: string): object => ({
  ...{ symbol, name, nextStatusSymbol: 'x', availableAsCommand: true, type },
});

const settings = (...custom: object[]): object => ({
  statusSettings: {
    coreStatuses: [stored(' ', 'Todo', 'TODO'), stored('x', 'Done', 'DONE')],
    customStatuses: custom,
  },
});

describe('the data file of Tasks', () => {
  it.each([[null], [{}], [[]], ['x'], [{ statusSettings: 7 }], [{ statusSettings: { coreStatuses: 'x' } }]])(
    '%j stands for the defaults',
    (data) => {
      expect(readTasksSettings(data)).toEqual({
        statuses: TASKS_DEFAULTS,
        setDoneDate: true,
        setCancelledDate: true,
        setCreatedDate: false,
        recurrenceOnNextLine: false,
        removeScheduled: false,
        emojiFormat: true,
        globalFilter: '',
      });
    },
  );

  it('is followed where it says something', () => {
    const data = {
      ...{ setDoneDate: false, setCancelledDate: 'no', setCreatedDate: true, recurrenceOnNextLine: true },
      ...{ removeScheduledDateOnRecurrence: true, taskFormat: 'dataview' },
    };
    expect(readTasksSettings(data)).toMatchObject({
      ...{ setDoneDate: false, setCancelledDate: true, setCreatedDate: true, recurrenceOnNextLine: true },
      ...{ removeScheduled: true, emojiFormat: false },
    });
  });

  it('gives the statuses that can be used, core ones first', () => {
    const { statuses } = readTasksSettings(
      settings(
        ...[stored('!', 'Urgent', 'ODD'), stored('', 'Empty', 'TODO'), { symbol: 7 }, { symbol: 'q' }],
        ...[
          { symbol: 'e', nextStatusSymbol: '' },
          { symbol: 'l', nextStatusSymbol: 'xx' },
        ],
      ),
    );
    expect(statuses).toEqual([
      { symbol: ' ', name: 'Todo', next: 'x', type: 'TODO' },
      { symbol: 'x', name: 'Done', next: 'x', type: 'DONE' },
      { symbol: '!', name: 'Urgent', next: 'x', type: 'TODO' },
      { symbol: 'q', name: '', next: 'x', type: 'TODO' },
      { symbol: 'e', name: '', next: 'x', type: 'TODO' },
      { symbol: 'l', name: '', next: 'x', type: 'TODO' },
    ]);
  });
});

describe('rules with Tasks', () => {
  const own: Status[] = [{ symbol: '/', name: 'In progress', next: 'x', type: 'IN_PROGRESS' }];
  const rules = defaultRules(new StatusRegistry(own));
  const rejected = (...custom: object[]): string =>
    rulesWithTasks(rules, readTasksSettings(settings(...custom)), own).rejectedSymbol;

  it('reject with the cancelled status that is named so, else with the first', () => {
    expect(rejected(stored('c', 'Cancelled', 'CANCELLED'), stored('r', 'rejected', 'CANCELLED'))).toBe('r');
    expect(rejected(stored('c', 'Cancelled', 'CANCELLED'), stored('d', 'Dropped', 'CANCELLED'))).toBe('c');
    expect(rejected()).toBe('-');
  });

  it('leave a symbol that the user chose', () => {
    const chosen = { ...rules, rejectedSymbol: '~' };
    const tasks = readTasksSettings(settings(stored('c', 'Cancelled', 'CANCELLED')));
    expect(rulesWithTasks(chosen, tasks, own).rejectedSymbol).toBe('~');
  });

  it('take our statuses where Tasks has none', () => {
    const { statuses } = rulesWithTasks(
      rules,
      readTasksSettings(settings(stored('x', 'Twice', 'TODO'))),
      own,
    );
    expect([statuses.typeOf('/'), statuses.typeOf('x')]).toEqual(['IN_PROGRESS', 'DONE']);
  });
});

describe('adding the proposed status to the file of Tasks', () => {
  const proposed = proposedStatus('?', ' ', 'ON_HOLD');
  const symbols = (file: string | null): string[] | null =>
    file === null ? null : readTasksSettings(JSON.parse(file)).statuses.map(({ symbol }) => symbol);

  it.each([[null], [''], ['{}'], ['{"setDoneDate":false}']])('keeps the defaults of %j', (file) => {
    expect(symbols(addStatus(file, proposed))).toEqual([' ', 'x', '/', '-', '?']);
  });

  it('keeps everything else', () => {
    const file = JSON.stringify({
      ...settings(stored('!', 'Urgent', 'TODO')),
      taskFormat: 'dataview',
      own: [1],
    });
    const after = addStatus(file, proposed);
    expect(symbols(after)).toEqual([' ', 'x', '!', '?']);
    expect(JSON.parse(after ?? '')).toMatchObject({ taskFormat: 'dataview', own: [1] });
  });

  it('makes a click accept', () => {
    const { statuses } = readTasksSettings(JSON.parse(addStatus('{}', proposed) ?? ''));
    expect(statuses[4]).toEqual({ symbol: '?', name: 'Proposed', next: ' ', type: 'ON_HOLD' });
  });

  it.each([
    ['is broken', '{"a":'],
    ['has that symbol', JSON.stringify(settings(stored('?', 'Question', 'TODO')))],
  ])('changes nothing in a file that %s', (_, file) => {
    expect(addStatus(file, proposed)).toBeNull();
  });
});
