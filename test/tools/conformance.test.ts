import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENT } from '../core/support/act';
import { readCases } from './cases';
import { reportTasksFields } from './report-line';
import { run } from './run-tool';

const record = (line: string, part: object = {}): string =>
  JSON.stringify({ cat: 'test', ...reportTasksFields(line), tasksRewrite: null, ...part });

const GOOD = record('- [ ] a 📅 2025-11-08');
const BAD = record('- [ ] b 📅 2025-11-08', { dueDate: '2025-11-09', tags: ['#c'] });

const status = (...result: string[]): string =>
  JSON.stringify({
    ...{ line: '- [ ] a 📅 2025-11-08', symbol: 'x', today: '2025-11-10', options: {}, isTask: true },
    result,
  });

const STATUS = status('- [x] a 📅 2025-11-08 ✅ 2025-11-10');

const shared = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/conformance/${name}.jsonl`, import.meta.url));

/** As many as there are. */
const ALL = /^(\d+) of \1\n$/;

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
  it('pass or miss', () => {
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
      { at: 4, line: '- [ ] a 📅 2025-11-08', kind: 'passed' },
    ]);
  });

  it.each(['{"symbol":"x"}', '{"symbol":"x","today":"2025-02-30","options":{},"result":null}'])(
    '%s sets no status',
    (json) => {
      const record = JSON.stringify({ line: '- [ ] a', isTask: true, result: [], ...JSON.parse(json) });
      expect(() => readCases('f', record)).toThrow('f:1 is no recorded case of a status that was set.');
    },
  );

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
    expect(result).toEqual({ code: 0, out: '4 of 4\n', err: '' });
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

  it('shows what misses of a status that was set', async () => {
    const place = file('d', status('- [x] a 📅 2025-11-08 ✅ 2025-11-11'), status());
    const { code, out } = await run('conformance', [place]);
    expect(code).toBe(1);
    expect(out).toBe(
      `${place}:1 "- [ ] a 📅 2025-11-08"\n` +
        '  1. doneDate: recorded "2025-11-11", read "2025-11-10"\n' +
        `${place}:2 "- [ ] a 📅 2025-11-08"\n` +
        '  result: recorded [], read ["- [x] a 📅 2025-11-08 ✅ 2025-11-10"]\n' +
        '0 of 2\n',
    );
  });

  it.skipIf(!existsSync(shared('parse')))('agrees with everything that Tasks has recorded', async () => {
    expect((await run('conformance', [shared('parse')])).out).toMatch(ALL);
    expect((await run('conformance', [shared('set-status')])).out).toMatch(ALL);
  });

  it('refuses what it cannot read', async () => {
    const gone = await run('conformance', [path.join(folder, 'gone')]);
    expect(gone).toMatchObject({ code: 2, out: '' });
    expect(gone.err).toContain('cannot be read');
  });
});
