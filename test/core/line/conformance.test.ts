// Lines with what the real Tasks plugin read of them, where such records are at hand.
import { describe, expect, it } from 'vitest';
import { sharedRecords } from '../support/shared';
import { reportTasksFields } from '../../tools/report-line';

interface Case {
  readonly cat: string;
  readonly line: string;
  readonly tasksRewrite: unknown;
  readonly release830?: unknown;
}

const cases = sharedRecords<Case>('conformance/parse.jsonl');
const themes = [...new Set(cases.map(({ cat }) => cat))];

describe.skipIf(cases.length === 0)('lines that Tasks has read', () => {
  it.each(themes)('%s: every field is read alike', (theme) => {
    for (const { cat, tasksRewrite: _, release830: __, ...recorded } of cases) {
      if (cat === theme) expect(reportTasksFields(recorded.line)).toEqual(recorded);
    }
  });
});
