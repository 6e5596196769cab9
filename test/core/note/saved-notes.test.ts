import { describe, expect, it } from 'vitest';
import { readLooseFrontmatter } from '../../../src/core/note/frontmatter';
import { readNote, restoreNote } from '../../../src/core/note/read-note';
import {
  isAsNamed,
  packNotes,
  type SavedNote,
  savedLines,
  unpackNotes,
} from '../../../src/core/note/saved-notes';
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
const saved: SavedNote = { path: 'Calls.md', mtime: 7, size: 9, named: 4, lines: savedLines(entry.tasks) };

describe('saved notes', () => {
  it('come back as they would be read', () => {
    const [back] = unpackNotes(structuredClone(packNotes([saved])));
    expect(back).toMatchObject({ path: 'Calls.md', mtime: 7, size: 9, named: 4 });
    expect(restoreNote(note, back?.lines ?? [], null)).toEqual(entry);
    expect(restoreNote(note, back?.lines ?? [], rules)).toEqual(entry);
  });

  it('follow settings that were changed since', () => {
    const other = {
      line: { ...RULES, proposedSymbol: '!', proposedTag: '#idea' },
      ownNames: new Set(['ana lee']),
    };
    const [first] = restoreNote(note, saved.lines, other).tasks;
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

  it.each([[null], ['text'], [{}], [['a']], [['a', 1, 2]], [['a', 1, 2, 3, 4, 'x']], [[1, 2, 3, 4, 5]]])(
    'are refused where they are damaged: %j',
    (damaged) => {
      expect(() => unpackNotes(damaged)).toThrow(RangeError);
    },
  );
});
