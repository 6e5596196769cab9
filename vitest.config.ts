import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Days and weeks must not depend on where the tests run.
process.env['TZ'] = 'UTC';

/** In a browser; a process keeps its browser and the bundled host from one file to the next. */
const BROWSER = ['test/browser/**/*.test.ts', 'test/host/tests/ui.test.ts'];
/** Each file has a stand-in for the module `obsidian` of its own. */
const OBSIDIAN = ['test/obsidian/**/*.test.ts'];

/** Files that take long although they are short, the longest first: begun last they would be waited for alone. */
const LONG = [
  'test/browser/backlog.test.ts',
  'test/browser/settings.test.ts',
  'test/browser/history.test.ts',
  'test/browser/layout.test.ts',
  'test/host/tests/ui.test.ts',
  'test/obsidian/faults-random.test.ts',
  'test/obsidian/hostile.test.ts',
  'test/core/line/scan.test.ts',
  'test/core/edit/other-properties.test.ts',
  'test/core/line/long-line.test.ts',
  'test/core/line/lex.test.ts',
  'test/core/triage/copies-yardstick.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.indexOf(path.relative(import.meta.dirname, moduleId).replaceAll('\\', '/'));
      return at < 0 ? LONG.length : at;
    };
    const order = ['browser', 'obsidian', 'node'];
    const project = (one: TestSpecification): number => order.indexOf(one.project.name);
    // A stable sort: among the others the larger file goes first.
    return (await super.sort(files)).sort((a, b) => project(a) - project(b) || rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Browser tests wait more than they work.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          isolate: false,
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/browser/close-vaults.ts'],
        },
      },
      { extends: true, test: { name: 'obsidian', include: OBSIDIAN } },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...BROWSER, ...OBSIDIAN],
          // Starting a process and loading what it needs took longer than most of these files.
          isolate: false,
        },
      },
    ],
  },
});
