import { describe, expect, it } from 'vitest';
import { parseTaskLine, readFields, type TaskFields } from '../../../src/core/line/task-line';

const fields = (source: string): TaskFields => {
  const line = parseTaskLine(source);
  if (!line) throw new Error(`no task: ${source}`);
  return readFields(line);
};

describe('what is a task', () => {
  it.each([
    ...[
      '- [ ] a',
      '* [x] a',
      '+ [/] a',
      '1. [ ] a',
      '007) [ ] a',
      '> - [ ] a',
      '>>\t- [ ] a',
      '\u00a0- [ ] a',
    ],
    ...['- [ ]', '- [ ]a', '-   [ ] a', '- [📌] a', '- [é] a', '- []] a', '- [[] a', '- [\t] a', '- [ ] a\r'],
  ])('%j is one', (source) => {
    expect(parseTaskLine(source)).not.toBeNull();
  });

  it.each([
    ...['', 'a', '- a', '-[ ] a', '-\t[ ] a', '- [] a', '- [  ] a', '- [❤️] a', '- [👍🏽] a', '• [ ] a'],
    ...[
      'a. [ ] a',
      '1: [ ] a',
      '. [ ] a',
      ') [ ] a',
      '1.) [ ] a',
      '- - [ ] a',
      'a - [ ] b',
      '\u200b- [ ] a',
      '-- [ ] a',
      '- [e\u0301] a',
    ],
    '- [\r] a',
  ])('%j is none', (source) => {
    expect(parseTaskLine(source)).toBeNull();
  });
});

describe('fields', () => {
  it('are all read from a full line', () => {
    const line =
      '> 1. [/] Pay the pier #a 🆔 x-1 ⛔ a, b ⏫ 🔁 every week 🏁 Delete ➕ 2025-01-01 🛫 2025-01-02 ⏳ 2025-01-03 ' +
      '📅 2025-01-04 ❌ 2025-01-05 ✅ 2025-01-06 #b ^id';
    expect(fields(line)).toEqual({
      indentation: '> ',
      listMarker: '1.',
      symbol: '/',
      description: 'Pay the pier #a #b',
      tags: ['#a', '#b'],
      priority: 'high',
      dates: {
        created: '2025-01-01',
        start: '2025-01-02',
        scheduled: '2025-01-03',
        due: '2025-01-04',
        cancelled: '2025-01-05',
        done: '2025-01-06',
      },
      recurrence: 'every week',
      onCompletion: 'delete',
      id: 'x-1',
      dependsOn: ['a', 'b'],
      blockLink: ' ^id',
    });
  });

  it.each<[line: string, part: Partial<TaskFields>]>([
    ['- [ ] a⏫', { description: 'a', priority: 'high' }],
    ['- [ ] a ⏫ ⏬', { priority: 'high' }],
    ['- [ ] a #b 📅2025-01-04 #c', { description: 'a #b #c', tags: ['#b', '#c'] }],
    ['- [ ] a 🏁 archive', { description: 'a', onCompletion: null }],
    ['- [ ] a 🏁 delete now', { description: 'a 🏁 delete now' }],
    ['- [ ] a 🔁 every day and tell Bo', { description: 'a', recurrence: 'every day and tell Bo' }],
    ['- [ ] a ^x ^y', { description: 'a ^x', blockLink: ' ^y' }],
    ['- [ ] ^y', { description: '^y', blockLink: null }],
    ['- [ ] a ^y #b', { description: 'a ^y #b', blockLink: null }],
    ['- [ ] a 🆔 x.y', { description: 'a 🆔 x.y', id: null }],
    ['- [ ] a #b🆔c', { description: 'a #b🆔c', id: null }],
    // Each pass looks for ⛔ once, and for a tag before it.
    ['- [ ] a #b⛔c⛔ d', { description: 'a #b⛔c', dependsOn: ['d'] }],
    ['- [ ] a #b🆔 c', { description: 'a #b', id: 'c' }],
    ['- [ ]', { description: '', tags: [] }],
    ['- [ ] a ⛔ b , c,d', { dependsOn: ['b', 'c', 'd'] }],
  ])('%s', (line, part) => {
    expect(fields(line)).toMatchObject(part);
  });

  it.each([
    ['📅 2025-01-04', '2025-01-04'],
    ['📆 2025-01-04', '2025-01-04'],
    ['🗓 2025-01-04', '2025-01-04'],
    ['🗓️ 2025-01-04', '2025-01-04'],
    ['📅   2025-01-04', '2025-01-04'],
    ['📅 2025-02-30', '2025-02-30'],
    ['📅 2025-01-04 📅 2025-01-05', '2025-01-04'],
    ['📅 2025-1-4', null],
    ['📅 tomorrow', null],
    ['📅\t2025-01-04', null],
    ['📅︎ 2025-01-04', null],
    ['📅 2025-01-04.', null],
    ['(📅 2025-01-04)', null],
  ])('due in "%s": %s', (text, due) => {
    expect(fields(`- [ ] a ${text}`).dates.due).toBe(due);
  });

  it.each([
    [20, '2025-01-04'],
    [21, null],
  ])('a date before %i tags: %s', (count, due) => {
    const tags = Array.from({ length: count }, (_, i) => ` #t${i}`).join('');
    expect(fields(`- [ ] a 📅 2025-01-04${tags}`).dates.due).toBe(due);
  });
});
