import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/core/edit/history-record';
import { decisionsIn } from '../../../src/core/triage/remembered';
import { RULES } from '../support/act';

let turn = 0;
const entry = (was: string, is: string): HistoryEntry => ({
  id: String(++turn),
  at: '2025-11-05T12:00:00.000Z',
  label: '',
  verbs: [],
  done: [{ path: 'a.md', regions: [{ line: 1, heading: '', ordinal: 0, was, is }] }],
  undone: [],
  turn,
});
const remembered = (...entries: HistoryEntry[]) =>
  decisionsIn(entries, RULES).map(({ text, kind, day }) => [text, kind, day]);

describe('what the history remembers', () => {
  it.each([
    ['- [?] Oil the winch @Me #proposed', '- [ ] Oil the winch @Me', 'accepted'],
    [
      '- [?] Oil the winch @Me 📅 2025-11-01',
      '- [-] Oil the winch @Me ❌ 2025-11-05 📅 2025-11-01',
      'rejected',
    ],
    ['- [?] Oil the winch', '- [x] Oil the winch ✅ 2025-11-05', 'done'],
  ])('%s became %s', (was, is, kind) => {
    expect(remembered(entry(was, is))).toEqual([['Oil the winch', kind, '2025-11-05']]);
  });

  it.each([
    ['a closed copy', '- [?] A', '- [-] A ❌ 2025-11-05 #duplicate'],
    ['a commitment that was done', '- [ ] A', '- [x] A ✅ 2025-11-05'],
    ['another date', '- [?] A', '- [?] A 📅 2025-11-09'],
    ['no task', 'A', 'B'],
  ])('is nothing of %s', (_, was, is) => {
    expect(remembered(entry(was, is))).toEqual([]);
  });

  it('is nothing of what was reopened, and the last of several decisions', () => {
    const reject = entry('- [?] A', '- [-] A ❌ 2025-11-05');
    const reopen = entry('- [-] A ❌ 2025-11-05', '- [?] A');
    expect(remembered(reject, reopen)).toEqual([]);
    const accept = entry('- [?] A', '- [ ] A');
    expect(remembered(reject, reopen, accept)).toEqual([['A', 'accepted', '2025-11-05']]);
  });

  it('follows a history that goes on', () => {
    const first = entry('- [?] A', '- [-] A ❌ 2025-11-05');
    expect(decisionsIn([first], RULES)).toHaveLength(1);
    const second = entry('- [?] B', '- [ ] B');
    expect(decisionsIn([first, second], RULES).map(({ text }) => text)).toEqual(['A', 'B']);
    expect(decisionsIn([{ ...first, done: [] }, second], RULES).map(({ text }) => text)).toEqual(['B']);
  });

  it('is nothing of what was taken back', () => {
    expect(remembered({ ...entry('- [?] A', '- [ ] A'), done: [] })).toEqual([]);
  });
});
