import { describe, expect, it } from 'vitest';
import { isExcluded, isInScope, noteTypesOf, type ScopeRules } from '../../../src/core/note/scope';

const RULES: ScopeRules = {
  noteTypes: ['people', 'Project'],
  extraPaths: ['Capture', 'Inbox', 'Lists/Open.md'],
  excludedFolders: ['Archive', 'People/Old'],
};

describe('notes in scope', () => {
  it.each([
    ['Calls/a.md', { type: 'people' }, true],
    ['Calls/a.md', { type: 'People' }, true],
    ['Calls/a.md', { Type: 'PEOPLE' }, true],
    ['Calls/a.md', { type: ['meeting', 'people'] }, true],
    ['Calls/a.md', { type: ' people ' }, true],
    ['Calls/a.md', { type: 'project' }, true],
    ['Calls/a.md', { type: 'peoples' }, false],
    ['Calls/a.md', { type: ['meeting'] }, false],
    ['Calls/a.md', { type: '' }, false],
    ['Calls/a.md', { type: null }, false],
    ['Calls/a.md', { type: { people: true } }, false],
    ['Calls/a.md', { types: 'people' }, false],
    ['Calls/a.md', {}, false],
    ['Calls/a.md', null, false],
    ['Capture.md', null, true],
    ['Inbox/a.md', null, true],
    ['Inbox/deep/er/a.md', null, true],
    ['Inboxes/a.md', null, false],
    ['Lists/Open.md', null, true],
    ['Lists/Open.md.md', null, true],
    ['Archive/a.md', { type: 'people' }, false],
    ['Archive/deep/a.md', { type: 'people' }, false],
    ['Archives/a.md', { type: 'people' }, true],
    ['People/Old/a.md', { type: 'people' }, false],
    ['People/a.md', { type: 'people' }, true],
  ])('%s with %j: %s', (path, frontmatter, inScope) => {
    expect(isInScope(path, frontmatter, RULES)).toBe(inScope);
  });

  it('are never in an excluded folder, even when asked for by name', () => {
    const rules = { ...RULES, extraPaths: ['Archive/a.md'] };
    expect(isInScope('Archive/a.md', null, rules)).toBe(false);
    expect(isExcluded('Archive/a.md', rules)).toBe(true);
  });

  it('are none where nothing is set', () => {
    const rules = { noteTypes: [], extraPaths: [''], excludedFolders: [''] };
    expect(isInScope('a.md', { type: '' }, rules)).toBe(false);
    expect(isExcluded('a.md', rules)).toBe(false);
  });

  it('have one type or several', () => {
    expect(noteTypesOf({ type: 'people' })).toEqual(['people']);
    expect(noteTypesOf({ type: ['people', 7, '', null] })).toEqual(['people', '7']);
    expect(noteTypesOf(null)).toEqual([]);
  });
});
