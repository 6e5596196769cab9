import { describe, expect, it } from 'vitest';
import { TASKS_DEFAULTS } from '../../src/core/line/status';
import { readTasksSettings } from '../../src/core/line/tasks-settings';
import {
  DEFAULT_SETTINGS,
  lineRules,
  ownNameKeys,
  readingKey,
  readSettings,
  type Settings,
  settingProblem,
  weekStartOf,
} from '../../src/core/settings';

describe('stored settings', () => {
  it.each([[null], [undefined], [{}]])('%j are the defaults', (stored) => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, problems: [], others: {} });
  });

  it.each([[[]], ['x'], [7]])('%j are none, and that is said', (stored) => {
    expect(readSettings(stored)).toEqual({
      settings: DEFAULT_SETTINGS,
      problems: ['The settings file holds no settings; the defaults are used.'],
      others: {},
    });
  });

  it('are read as far as they are sound, and each other one is named', () => {
    const { settings, problems } = readSettings({
      ...{ noteTypes: [' people ', '', 'people', 'call'], extraPaths: ['/Calls/', 7], density: 'huge' },
      ...{ proposedSymbol: '??', proposedTag: 'proposed', singleKeys: 'no', weekStart: '2', unknown: 1 },
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, noteTypes: ['people', 'call'] });
    expect(problems.map((problem) => /“(\w+)”/.exec(problem)?.[1]).sort()).toEqual([
      ...['density', 'extraPaths', 'proposedSymbol', 'proposedTag', 'singleKeys', 'weekStart'],
    ]);
    for (const problem of problems) expect(problem).toMatch(/ The default is used instead\.$/);
  });

  it('keep what another version has in them', () => {
    const stored = JSON.parse(
      '{"version":3,"colour":"red","__proto__":{"a":1},"density":"compact"}',
    ) as unknown;
    const { settings, problems, others } = readSettings(stored);
    expect([settings.density, settings.version, problems]).toEqual(['compact', 1, []]);
    expect(JSON.stringify(others)).toBe('{"colour":"red","__proto__":{"a":1}}');
  });

  it('take paths with slashes around them', () => {
    const { settings } = readSettings({ excludedFolders: ['/Archive/', 'Old//'], extraPaths: ['/a/b.md'] });
    expect(settings.excludedFolders).toEqual(['Archive', 'Old']);
    expect(settings.extraPaths).toEqual(['a/b.md']);
  });

  it('take merged names without those that say nothing', () => {
    const { settings } = readSettings({
      mergedNames: [
        [' Bo ', 'Bo Ek'],
        ['', 'Ana'],
        ['Ana', ' '],
      ],
    });
    expect(settings.mergedNames).toEqual([['Bo', 'Bo Ek']]);
  });

  it('cannot give two states one symbol', () => {
    const { settings, problems } = readSettings({ proposedSymbol: 'x', ownNames: ['Ana'] });
    expect(settings.proposedSymbol).toBe('?');
    expect(settings.ownNames).toEqual(['Ana']);
    expect(problems).toEqual([
      '“proposedSymbol” and “doneSymbol” are the same character. The defaults are used instead.',
    ]);
  });

  it('are not changed by reading', () => {
    readSettings({ proposedSymbol: '!', noteTypes: ['x'] });
    expect([DEFAULT_SETTINGS.proposedSymbol, DEFAULT_SETTINGS.noteTypes]).toEqual(['?', ['people']]);
  });
});

describe('a value', () => {
  it.each([
    ['proposedSymbol', '📌', true],
    ['proposedSymbol', '', false],
    ['proposedSymbol', '\n', false],
    ['proposedTag', '#ai/proposal', true],
    ['proposedTag', '#', false],
    ['proposedTag', '#two words', false],
    ['weekStart', 'locale', true],
    ['weekStart', '6', true],
    ['dayLimit', 0, true],
    ['dayLimit', 6, true],
    ['dayLimit', -1, false],
    ['dayLimit', 1.5, false],
    ['dayLimit', '6', false],
    ['weekStart', 1, false],
    ['noteTypes', [], true],
    ['noteTypes', 'people', false],
    ['mergedNames', [['Bo', 'Bo Ek']], true],
    ['mergedNames', [['Bo']], false],
    ['mergedNames', ['Bo'], false],
    ['mergedNames', [['Bo', 7]], false],
    ['statusBar', 'yes', false],
  ] as const)('for %s: %j (%s)', (key, value, isSound) => {
    expect(settingProblem(key, value) === null).toBe(isSound);
  });
});

describe('the rules for lines', () => {
  it('without Tasks are those of the settings, and X is as done as x', () => {
    const rules = lineRules({ ...DEFAULT_SETTINGS, rejectedSymbol: '~', startedSymbol: '>' }, null);
    expect(['~', '>', 'x', 'X', ' ', '?'].map((symbol) => rules.statuses.typeOf(symbol))).toEqual([
      ...['CANCELLED', 'IN_PROGRESS', 'DONE', 'DONE', 'TODO', 'TODO'],
    ]);
    expect([rules.rejectedSymbol, rules.setDoneDate]).toEqual(['~', true]);
  });

  it('with Tasks follow its statuses and dates', () => {
    const tasks = readTasksSettings({ setDoneDate: false, recurrenceOnNextLine: true });
    const rules = lineRules(DEFAULT_SETTINGS, tasks);
    expect([rules.setDoneDate, rules.recurrenceOnNextLine]).toEqual([false, true]);
    expect(rules.statuses.typeOf('X')).toBe('TODO');
    expect(rules.statuses.get('x').name).toBe(TASKS_DEFAULTS[1]?.name);
  });
});

describe('what else is set', () => {
  it('names count in any case and spacing', () => {
    const keys = ownNameKeys({ ...DEFAULT_SETTINGS, ownNames: ['Ana  LEE', 'O’Rourke'] });
    expect([...keys]).toEqual(['ana lee', "o'rourke"]);
  });

  it('notes are read again for what changes how they are read, and for nothing else', () => {
    const reads = (changes: Partial<Settings>): boolean =>
      readingKey({ ...DEFAULT_SETTINGS, ...changes }) !== readingKey(DEFAULT_SETTINGS);
    const read = [
      { noteTypes: ['log'] },
      { extraPaths: ['A'] },
      { excludedFolders: ['A'] },
      { ownNames: ['A'] },
    ];
    for (const changes of [...read, { proposedSymbol: '>' }, { proposedTag: '#new' }])
      expect(reads(changes), JSON.stringify(changes)).toBe(true);
    const shown = { dayLimit: 3, captureNote: 'In.md', tasksForm: true, staleWeeks: 2 };
    const more = { askedWho: true, inNoteButtons: false, statusBar: false, density: 'compact' } as const;
    for (const [key, value] of Object.entries({ ...shown, ...more }))
      expect(reads({ [key]: value }), key).toBe(false);
  });

  it('weeks begin where the user or the locale says', () => {
    expect(weekStartOf(DEFAULT_SETTINGS, 6)).toBe(6);
    expect(weekStartOf({ ...DEFAULT_SETTINGS, weekStart: '0' }, 6)).toBe(0);
  });
});
