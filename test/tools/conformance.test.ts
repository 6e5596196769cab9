import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENT } from '../core/support/act';
import { readCases } from './cases';
import { reportTasksFields } from './report-line';
import { run } from './run-tool';

const record = (line: string, part: object = {}): string =>
  JSON.stringify({ cat: 'test', ...reportTasksFields(line), tasksRewrite: null, ...part });

const GOOD = record('- [ ] a 📅 2025-11-08');
const BAD = record('- [ ] b 📅 2025-11-08', { dueDate: '2025-11-09', tags: ['#c'] });
const STATUS = JSON.stringify({ line: '- [ ] a', symbol: 'x', isTask: true, result: ['- [x] a'] });

let folder = '';
const file = (name: string, ...lines: string[]): string => {
  const place = path.join(folder, name);
  writeFileSync(place, `${lines.join('\n')}\n`);
  return place;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cases-test-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('recorded cases', () => {
  it('pass, miss or are skipped', () => {
    expect(readCases('f', [GOOD, '', BAD, STATUS].join('\n'))).toEqual([
      { at: 1, line: '- [ ] a 📅 2025-11-08', kind: 'passed' },
      {
        at: 3,
        line: '- [ ] b 📅 2025-11-08',
        kind: 'missed',
        differences: [
          { field: 'dueDate', expected: '2025-11-09', actual: '2025-11-08' },
          { field: 'tags', expected: ['#c'], actual: [] },
        ],
      },
      { at: 4, line: '- [ ] a', kind: 'skipped' },
    ]);
  });

  it.each(['{', '7', 'null', '[]', '{"line":"a"}', '{"isTask":true}', '{"line":7,"isTask":true}'])(
    '%s is none',
    (json) => {
      expect(() => readCases('f', json)).toThrow(/^f:1 is no /);
    },
  );
});

describe('on the command line', PATIENT, () => {
  it('counts what agrees', async () => {
    const result = await run('conformance', [file('a', GOOD, GOOD, STATUS), file('b', GOOD)]);
    expect(result).toEqual({ code: 0, out: '3 of 3\n1 set-status cases skipped\n', err: '' });
  });

  it('shows what misses', async () => {
    const place = file('c', GOOD, BAD);
    const { code, out } = await run('conformance', [place]);
    expect(code).toBe(1);
    expect(out).toBe(
      `${place}:2 "- [ ] b 📅 2025-11-08"\n` +
        '  dueDate: recorded "2025-11-09", read "2025-11-08"\n' +
        '  tags: recorded ["#c"], read []\n' +
        '1 of 2\n',
    );
  });

  it('refuses what it cannot read', async () => {
    const gone = await run('conformance', [path.join(folder, 'gone')]);
    expect(gone).toMatchObject({ code: 2, out: '' });
    expect(gone.err).toContain('cannot be read');
  });
});
