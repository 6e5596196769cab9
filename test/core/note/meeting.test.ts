import { describe, expect, it } from 'vitest';
import { readNoteFacts } from '../../../src/core/note/meeting';

describe('what a note is about', () => {
  it('is all in the properties of a meeting', () => {
    const frontmatter = {
      title: 'Pier  inspection',
      date: '2025-10-29',
      participants: ['[[People/Ana Lee]]', 'Bo Ek', '', 'Bo Ek'],
      person: 'Cem Kaya',
      source: 'transcript',
      source_ref: 'Sources/a.md',
      aliases: 'Pier',
    };
    expect(readNoteFacts('Calls/2025-01-01 - x.md', frontmatter, 'Heading')).toEqual({
      kind: 'meeting',
      title: 'Pier inspection',
      date: '2025-10-29',
      people: ['Ana Lee', 'Bo Ek', 'Cem Kaya'],
      aliases: ['Pier'],
      source: 'transcript',
      sourceRef: 'Sources/a.md',
      modified: null,
    });
  });

  it.each([
    ['the property', 'a.md', { title: 'T' }, 'H', 'T'],
    ['a number', 'a.md', { title: 42 }, 'H', '42'],
    ['the first heading', 'a.md', { title: ' ' }, 'H', 'H'],
    ['the file name', 'Calls/2025-10-29 - Pier.md', null, '', '2025-10-29 - Pier'],
    ['a file name with dots', 'Bolder 5.2.MD', null, '', 'Bolder 5.2'],
  ])('its title is %s', (_, path, frontmatter, heading, title) => {
    expect(readNoteFacts(path, frontmatter, heading).title).toBe(title);
  });

  it.each([
    ['a.md', { date: '2025-10-29' }, '2025-10-29'],
    ['a.md', { date: '2025-10-29T10:00:00Z' }, '2025-10-29'],
    ['a.md', { date: '2025-02-30' }, null],
    ['2025-10-28 - a.md', { date: 'soon' }, '2025-10-28'],
    ['2025-10-28 - a.md', { date: '2025-10-29' }, '2025-10-29'],
    ['Calls/2025-10-28.md', null, '2025-10-28'],
    ['2025-10-28/a.md', null, null],
    ['a 2025-10-28.md', null, null],
    ['2025-13-28 a.md', null, null],
  ])('the date of %s with %j is %s', (path, frontmatter, date) => {
    expect(readNoteFacts(path, frontmatter, '').date).toBe(date);
  });

  it.each([
    ['a.md', { participants: ['Ana'] }, 'meeting'],
    ['a.md', { person: '[[Ana]]' }, 'meeting'],
    ['a.md', { person: '' }, 'profile'],
    ['Ana Lee.md', null, 'profile'],
    ['Ana Lee.md', { participants: [] }, 'profile'],
    ['2025-10-28.md', null, 'note'],
    ['a.md', { date: '2025-10-29' }, 'note'],
  ])('%s with %j is a %s', (path, frontmatter, kind) => {
    expect(readNoteFacts(path, frontmatter, '').kind).toBe(kind);
  });
});
