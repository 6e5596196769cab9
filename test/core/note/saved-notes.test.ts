import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/date/day';
import { readLooseFrontmatter } from '../../../src/core/note/frontmatter';
import { readNote, restoreNote } from '../../../src/core/note/read-note';
import { isAsNamed, packNotes, type SavedNote, unpackNotes } from '../../../src/core/note/saved-notes';
import { RULES } from '../support/act';

const TEXT = `---
title: Calls
date: 2025-11-04
---
# Calls
- [?] Send the gasket @Ana Lee 📅 2025-11-08 #task #proposed
- [x] Paint ✅ 2025-11-02
## Again
- [?] twin
- [?] twin
- no task
`;
const rules = { line: RULES, ownNames: new Set<string>() };
const note = { path: 'Calls.md', frontmatter: readLooseFrontmatter(TEXT), firstHeading: 'Calls' };
const entry = readNote({ ...note, text: TEXT }, rules);
const modified = '2025-11-06' as Day;
const saved: SavedNote = { mtime: 7, size: 9, named: 4, entry };

describe('saved notes', () => {
  it('come back as they would be read', () => {
    const [back] = unpackNotes(structuredClone(packNotes([saved])));
    expect(back).toMatchObject({ mtime: 7, size: 9, named: 4 });
    for (const way of [null, rules]) {
      const restored = restoreNote({ ...note, modified }, back?.entry ?? expect.fail('no note'), way);
      expect(restored).toEqual({ ...entry, facts: { ...entry.facts, modified } });
      expect(restored.tasks.map((item) => [item.text, item.state, item.due, ...item.tags])).toEqual(
        entry.tasks.map((item) => [item.text, item.state, item.due, ...item.tags]),
      );
    }
  });

  it('come back with the words of lines in which characters are broken', () => {
    const text = '- [?] Fetch the keyâ€™s copy â€” today 📅 2025-11-08\n- [ ] \n- [x] a';
    const broken = readNote({ path: 'b.md', text, frontmatter: null }, rules);
    const packed = structuredClone(packNotes([saved, { ...saved, entry: broken }]));
    const words = unpackNotes(packed)[1]?.entry.tasks.map((item) => item.text);
    expect(words).toEqual(['Fetch the key’s copy — today', '', 'a']);
  });

  it('follow settings that were changed since', () => {
    const other = {
      line: { ...RULES, proposedSymbol: '!', proposedTag: '#idea' },
      ownNames: new Set(['ana lee']),
    };
    const [first] = restoreNote(note, entry, other).tasks;
    expect([first?.state, first?.owners.mine]).not.toEqual([entry.tasks[0]?.state, false]);
    expect(first?.owners.mine).toBe(true);
  });

  it('count only while the metadata names the same lines', () => {
    const lines = entry.tasks.map(({ line }) => line);
    expect(isAsNamed(saved, lines)).toBe(true);
    expect(isAsNamed(saved, lines.slice(1))).toBe(false);
    expect(
      isAsNamed(
        saved,
        lines.map((line) => line + 1),
      ),
    ).toBe(false);
  });

  it('are refused where they are damaged', () => {
    const whole = packNotes([saved]);
    const { text, numbers, shared } = whole;
    const damaged: unknown[] = [
      ...[null, 'text', {}, ['a'], { ...whole, numbers: [...numbers] }, { ...whole, shared: null }],
      { ...whole, text: `${text}.` },
      { ...whole, text: text.slice(1) },
      { ...whole, shared: shared.slice(1) },
      { ...whole, numbers: numbers.slice(1) },
      { ...whole, numbers: numbers.slice(0, -5) },
    ];
    for (const each of damaged) expect(() => unpackNotes(each)).toThrow(RangeError);
  });
});
