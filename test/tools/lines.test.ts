import { describe, expect, it } from 'vitest';
import { day, PATIENT } from '../core/support/act';
import { readVerb, reportVerb, type VerbReport } from './line-verbs';
import { reportLine } from './report-line';
import { objects, run } from './run-tool';

const TODAY = day('2025-11-05');

const carryOut = (words: string, line: string): VerbReport =>
  reportVerb(line, readVerb(words.split(' '), TODAY), TODAY);

describe('parse', () => {
  it('prints the fields of the recorded cases, and ours behind them', () => {
    const report = reportLine(
      '> - [?] Call @Ana Lee @Bo 🔺 🔁 every sun 🛫 2025-02-30 📅 2025-11-08 #proposed ^x',
    );
    expect(Object.entries(report)).toEqual(
      Object.entries({
        line: '> - [?] Call @Ana Lee @Bo 🔺 🔁 every sun 🛫 2025-02-30 📅 2025-11-08 #proposed ^x',
        isTask: true,
        indentation: '> ',
        listMarker: '-',
        statusSymbol: '?',
        statusType: 'TODO',
        description: 'Call @Ana Lee @Bo #proposed',
        priority: 'highest',
        startDate: 'invalid:2025-02-30',
        scheduledDate: null,
        dueDate: '2025-11-08',
        createdDate: null,
        doneDate: null,
        cancelledDate: null,
        recurrenceRule: 'every week on Sunday',
        onCompletion: null,
        id: null,
        dependsOn: null,
        tags: ['#proposed'],
        blockLink: ' ^x',
        owners: ['Ana Lee', 'Bo'],
        ownerKind: 'named',
        proposal: true,
        problems: ['2025-02-30 is no day of the calendar.'],
      }),
    );
  });

  it('has nothing to say of a line that is no task', () => {
    const { line, isTask, owners, proposal, problems, ...rest } = reportLine('text @Bo 📅 2025-11-08');
    expect({ line, isTask, owners, proposal, problems }).toEqual({
      line: 'text @Bo 📅 2025-11-08',
      isTask: false,
      owners: [],
      proposal: false,
      problems: [],
    });
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it.each([
    ['- [ ] a 🔁 every day 📅 2025-02-30', null],
    ['- [ ] a 🔁 every day 📅 2025-11-08 ⏳ 2025-02-30', 'every day'],
    ['- [ ] a 🔁 every day ⏳ 2025-02-30 🛫 2025-11-08', null],
    ['- [ ] a 🔁 daily', null],
    ['- [ ] a 🔁 every day', 'every day'],
  ])('the rule in %s is %s', (line, rule) => {
    expect(reportLine(line).recurrenceRule).toBe(rule);
  });

  it.each([
    ['- [ ] a @Myself', ['Myself'], 'me'],
    ['- [ ] a @TBD', ['TBD'], 'nobody'],
    ['- [ ] a', [], 'nobody'],
    ['- [ ] a @[[Ana Lee]]', ['Ana Lee'], 'named'],
  ])('the owner in %s', (line, owners, ownerKind) => {
    expect(reportLine(line)).toMatchObject({ owners, ownerKind });
  });
});

describe('verbs', () => {
  it.each([
    ['accept', ['- [ ] a @Bo 📅 2025-11-08']],
    ['reject', ['- [-] a @Bo 📅 2025-11-08 ❌ 2025-11-05']],
    ['complete', ['- [x] a @Bo 📅 2025-11-08 ✅ 2025-11-05']],
    ['start', ['- [/] a @Bo 📅 2025-11-08']],
    ['reschedule 2025-12-01', ['- [?] a @Bo 📅 2025-12-01 #proposed']],
    ['reschedule next week', ['- [?] a @Bo 📅 2025-11-10 #proposed']],
    ['reschedule fri', ['- [?] a @Bo 📅 2025-11-07 #proposed']],
    ['reschedule none', ['- [?] a @Bo #proposed']],
    ['snooze 2w', ['- [?] a @Bo 🛫 2025-11-19 📅 2025-11-08 #proposed']],
    ['assign Ana Lee', ['- [?] a @Ana Lee 📅 2025-11-08 #proposed']],
    ['assign @Ana', ['- [?] a @Ana 📅 2025-11-08 #proposed']],
    ['assign [[Ana Lee]]', ['- [?] a @[[Ana Lee]] 📅 2025-11-08 #proposed']],
    ['assign none', ['- [?] a 📅 2025-11-08 #proposed']],
    ['priority lowest', ['- [?] a @Bo ⏬ 📅 2025-11-08 #proposed']],
  ])('%s', (words, after) => {
    const before = '- [?] a @Bo 📅 2025-11-08 #proposed';
    expect(carryOut(words, before)).toEqual({ before, after, outcome: 'applied' });
  });

  it('say what they did not do', () => {
    expect(carryOut('accept', '- [ ] a')).toEqual({
      before: '- [ ] a',
      after: ['- [ ] a'],
      outcome: 'unchanged',
    });
    expect(carryOut('accept', '- [x] a')).toEqual({
      before: '- [x] a',
      after: ['- [x] a'],
      outcome: 'refused',
      reason: 'already-decided',
    });
    expect(carryOut('reject', 'a')).toMatchObject({ after: ['a'], outcome: 'refused', reason: 'not-a-task' });
  });

  it('reopen as a task, since a line does not say what it was', () => {
    expect(carryOut('reopen', '- [-] a ❌ 2025-11-01')).toMatchObject({ after: ['- [ ] a'] });
  });

  it.each([
    ['explode', /no verb/],
    ['', /no verb/],
    ['toString', /no verb/],
    ['accept now', /no argument/],
    ['assign', /needs an argument/],
    ['reschedule someday', /no day/],
    ['reschedule 2025-02-30', /no day/],
    ['priority urgent', /no priority/],
  ])('%j is a mistake', (words, message) => {
    expect(() => readVerb(words.split(' '), TODAY)).toThrow(message);
  });
});

describe('on the command line', PATIENT, () => {
  it('each line of the input gives one line of output', async () => {
    const input = '- [?] a @Bo #proposed\r\n\ntext\u2028more\n  - [ ] b';
    const result = await run('lines', ['parse'], input);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(objects(result).map(({ line, isTask }) => [line, isTask])).toEqual([
      ['- [?] a @Bo #proposed\r', true],
      ['', false],
      ['text\u2028more', false],
      ['  - [ ] b', true],
    ]);
  });

  it('lines may come as JSON strings, and the day may be fixed', async () => {
    const line = '\ufeff- [?] a \ud83d\ttext\u0000 📅 2025-11-08  \r';
    const result = await run(
      'lines',
      ['reject', '--json-input', '--today', '2025-12-24'],
      `${JSON.stringify(line)}\n`,
    );
    expect(objects(result)).toEqual([
      {
        before: line,
        after: ['\ufeff- [-] a \ud83d\ttext\u0000 📅 2025-11-08 ❌ 2025-12-24  \r'],
        outcome: 'applied',
      },
    ]);
  });

  it('no input gives no output', async () => {
    expect(await run('lines', ['parse'])).toEqual({ code: 0, out: '', err: '' });
  });

  it.each([
    [[], /Usage/],
    [['accept', '--today', '2025-02-30'], /no day/],
    [['parse', '--json-input'], /Line 1 of the input is no JSON/],
  ])('%j is refused', async (args, message) => {
    const result = await run('lines', args, 'not JSON\n');
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err).not.toContain('    at ');
  });
});
