/** What one change or one key costs must not grow with the vault. Operations are counted, not times. */
import { describe, expect, it } from 'vitest';
import { SortedSet } from '../../../src/core/index/sorted-set';
import { NoteIndex } from '../../../src/core/index/note-index';
import { cursorAtEnd, followRows, moveCursor } from '../../../src/core/list/cursor';
import { buildRows, indexOfRow, type Row } from '../../../src/core/list/rows';
import { groupTasks } from '../../../src/core/group/group';
import { TODAY } from '../support/act';
import { entry } from '../support/items';

const SIZES = [200, 2000] as const;

function vault(notes: number): NoteIndex {
  const index = new NoteIndex();
  for (let number = 0; number < notes; number++) {
    const path = `Calls/${number}.md`;
    index.replace(path, entry(path, `- [?] one ${number}\n- [?] two ${number}\n- [ ] three ${number}\n`));
  }
  return index;
}

function rowsOf(index: NoteIndex): Row[] {
  const context = {
    today: TODAY,
    factsOf: (path: string) => index.note(path)?.facts,
    ownerLabel: () => '',
  };
  return buildRows(
    groupTasks(
      index.open.byMeeting().map(({ items }) => items),
      'meeting',
      context,
    ),
    new Set(),
  );
}

/** Counts how often rows are asked for anything. */
function counted(rows: readonly Row[]): { rows: readonly Row[]; reads: () => number } {
  let reads = 0;
  const watched = new Proxy(rows as Row[], {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key) as unknown;
    },
  });
  return { rows: watched, reads: () => reads };
}

describe('one changed note', () => {
  it('is compared with few others, however many there are', () => {
    const comparisons = SIZES.map((size) => {
      let count = 0;
      const set = new SortedSet<number>((a, b) => {
        count++;
        return a - b;
      });
      for (let number = 0; number < size; number++) set.add(number * 2);
      set.all();
      count = 0;
      set.remove(100);
      set.add(101);
      set.all();
      return count;
    });
    // Ten times as many: a few steps more of a search by halves.
    expect(comparisons[1]).toBeLessThanOrEqual((comparisons[0] ?? 0) + 10);
  });

  it.each(SIZES)('makes only its own rows anew among %i notes', (size) => {
    const index = vault(size);
    const before = new Set(rowsOf(index));
    index.replace('Calls/7.md', entry('Calls/7.md', '- [?] changed 7\n- [?] two 7\n'));
    const made = rowsOf(index).filter((row) => !before.has(row));
    expect(made).toHaveLength(3);
  });

  it('makes no people anew when only its tasks have changed', () => {
    const index = vault(3);
    const { peopleRevision } = index;
    index.replace('Calls/1.md', entry('Calls/1.md', '- [ ] decided\n'));
    expect(index.peopleRevision).toBe(peopleRevision);
    index.replace('Calls/1.md', entry('Calls/1.md', '---\nparticipants: [Ana Lee]\n---\n- [ ] decided\n'));
    expect(index.peopleRevision).toBeGreaterThan(peopleRevision);
  });
});

describe('one key', () => {
  it('looks at few rows, however many there are', () => {
    const reads = SIZES.map((size) => {
      const list = counted(rowsOf(vault(size)));
      let cursor = moveCursor(cursorAtEnd(list.rows, -1), list.rows, 50);
      const before = list.reads();
      cursor = moveCursor(cursor, list.rows, 1);
      cursor = followRows(cursor, list.rows);
      expect(list.rows[indexOfRow(list.rows, cursor.key ?? '', cursor.index)]?.key).toBe(cursor.key);
      return list.reads() - before;
    });
    expect(reads[0]).toBeGreaterThan(0);
    expect(reads[1]).toBe(reads[0]);
  });
});
