import { describe, expect, it } from 'vitest';
import { acceptedDays } from '../../../src/core/edit/accepted';
import type { HistoryEntry } from '../../../src/core/edit/history-record';

const NOON = new Date(2025, 10, 5, 12).toISOString();

function change(verbs: readonly string[], was: string, is: string, undone = false): HistoryEntry {
  const region = { ref: { line: 0, source: was, heading: '', ordinal: 0 }, was, is } as never;
  const notes = [{ path: 'A.md', regions: [region] }];
  return {
    id: '1',
    at: NOON,
    label: '',
    verbs,
    done: undone ? [] : notes,
    undone: undone ? notes : [],
    turn: 1,
  };
}

describe('the days on which proposals were accepted', () => {
  it('are those of the changes that accept, a day for each line', () => {
    const two = change(['accept'], '- [?] a\n- [?] b', '- [ ] a\n- [ ] b');
    expect(acceptedDays([two])).toEqual(['2025-11-05', '2025-11-05']);
  });

  it('leave out other changes, what was taken back, and copies that were closed', () => {
    expect(acceptedDays([change(['reject'], '- [?] a', '- [-] a ❌ 2025-11-05')])).toEqual([]);
    expect(acceptedDays([change(['reschedule'], '- [?] a', '- [?] a 📅 2025-11-08')])).toEqual([]);
    expect(acceptedDays([change(['accept'], '- [?] a', '- [ ] a', true)])).toEqual([]);
    const mixed = change(['accept', 'close-as-copy'], '- [?] a\n- [?] b', '- [ ] a\n- [-] b ❌ 2025-11-05');
    expect(acceptedDays([mixed])).toEqual(['2025-11-05']);
  });
});
