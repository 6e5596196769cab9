import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, PATIENT } from '../core/support/act';
import { objects, run } from './run-tool';
import { reportVault, type VaultOptions, type VaultReport } from './vault-report';

const DEMO = fileURLToPath(new URL('../demo-vault', import.meta.url));

const FILES: Readonly<Record<string, string>> = {
  'Calls/a.md':
    '---\ntype: people\n---\n- [?] one @Myself ⏫ 📅 2025-11-01\n- [?] two @Ana 📅 2025-11-09\n- [x] three\n',
  'Calls/b.md':
    '---\r\nType: [meeting, People]\r\n---\r\n- [?] four 📅 2025-11-10\r\n- [ ] five #proposed 📅 2025-02-30\r\n',
  'Calls/bom.md': '\ufeff---\ntype: people\n---\n- [?] six\n',
  'Broken.md': '---\ntype: people\ntitle: "open\n---\n- [?] seven @TBD\n',
  'Other.md': '---\ntype: project\n---\n- [?] eight\n',
  'None.md': '- [?] nine',
  'Old/a.md': '---\ntype: people\n---\n- [?] ten\n',
  '.trash/a.md': '---\ntype: people\n---\n- [?] eleven\n',
  'picture.png': 'no note',
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vault-test-'));
  for (const [place, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), text);
  }
  symlinkSync(path.join(folder, 'nowhere.md'), path.join(folder, 'Gone.md'));
  symlinkSync(folder, path.join(folder, 'Round.md'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const report = (options: Partial<VaultOptions> = {}): Promise<VaultReport> =>
  reportVault({
    folder,
    types: ['people'],
    excludedFolders: [],
    today: day('2025-11-05'),
    weekStart: 1,
    ...options,
  });

describe('a vault on disk', () => {
  it('is counted', async () => {
    const { problems, milliseconds, ...counts } = await report();
    expect(counts).toEqual({
      notes: 5,
      tasks: 8,
      proposals: 7,
      byOwner: { me: 1, nobody: 5, named: 1 },
      byStatus: { ' ': 1, '?': 6, x: 1 },
      byPriority: { highest: 0, high: 1, medium: 0, none: 6, low: 0, lowest: 0 },
      overdue: 1,
      dueThisWeek: 1,
      withoutDue: 4,
    });
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(problems.map(({ path: place, line, message }) => [place, line, message.split(':')[0]])).toEqual([
      ['Broken.md', 3, 'The properties are no valid YAML and were read only in part'],
      ['Calls/b.md', 5, '2025-02-30 is no day of the calendar.'],
      ['Gone.md', null, 'The file cannot be read'],
    ]);
  });

  it('may leave folders out, and take other types in', async () => {
    expect((await report({ excludedFolders: ['Old', 'Calls'] })).proposals).toBe(1);
    expect((await report({ types: ['project', 'people'] })).proposals).toBe(8);
    expect((await report({ types: 'all' })).proposals).toBe(9);
    expect(await report({ types: ['none'] })).toMatchObject({ notes: 0, tasks: 0, byStatus: {} });
  });

  it('has weeks that begin on any day', async () => {
    expect((await report({ weekStart: 0 })).dueThisWeek).toBe(0);
    expect((await report({ weekStart: 6 })).dueThisWeek).toBe(1);
    expect((await report({ weekStart: 2 })).dueThisWeek).toBe(2);
  });
});

describe('the demo vault', () => {
  it('holds what its description says', async () => {
    const all = await report({ folder: DEMO, types: 'all' });
    // As Tasks reads it: the hidden date and its owner are none, an impossible date is none.
    expect(all).toMatchObject({
      notes: 50,
      tasks: 222,
      proposals: 126,
      byOwner: { me: 60, nobody: 12, named: 54 },
      byStatus: { '?': 124, ' ': 47, x: 34, '-': 10, '/': 5, X: 1, '!': 1 },
      overdue: 63,
      dueThisWeek: 29,
      withoutDue: 17,
    });
    expect((await report({ folder: DEMO })).proposals).toBe(117);
  });
});

describe('on the command line', PATIENT, () => {
  it('prints one object', async () => {
    const result = await run('vault', [
      folder,
      '--types',
      'people,project',
      '--exclude',
      'Old/',
      '--today',
      '2025-11-05',
    ]);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(objects(result)).toMatchObject([{ notes: 5, proposals: 7, overdue: 1 }]);
    expect(result.out.split('\n')).toHaveLength(2);
  });

  it.each([
    [['/no/such/folder'], /no folder/],
    [[DEMO, '--week-start', 'x'], /week/],
    [[DEMO, '--colour'], /colour/],
  ])('%j is refused', async (args, message) => {
    const result = await run('vault', args);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(message);
  });
});
