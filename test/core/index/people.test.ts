import { describe, expect, it } from 'vitest';
import { type NameMerge, makePeople, type Resolution } from '../../../src/core/index/people';
import type { NoteFacts } from '../../../src/core/note/meeting';
import { entry } from '../support/items';

const meeting = (path: string, people: string): ReturnType<typeof entry> =>
  entry(path, `---\ntype: people\nparticipants: [${people}]\n---\n`);

const NOTES = [
  entry('People/Ana Lee.md', '---\naliases: [Annie, Bo]\n---\n# Ana Lee\n'),
  entry('People/Zeynep Kaya.md', '# Zeynep Kaya'),
  entry('People/Wulandari.md', '# Wulandari'),
  meeting('2025-10-01 - a.md', 'Ana Lee, Bo Ek'),
  meeting('2025-10-20 - b.md', 'Jonas Lind, Bo Ek'),
  meeting('2025-11-01 - c.md', 'Jonas Holm, "[[Cem Işık]]"'),
  entry('2025-11-02 - list.md', '# No person'),
];

const people = makePeople(NOTES);

const factsOf = (path: string): NoteFacts | undefined =>
  NOTES.find((note) => note.path.startsWith(path))?.facts;

const person = (name: string): Resolution => ({ kind: 'person', name });

describe('who a name is', () => {
  it.each<[written: string, where: string, resolution: Resolution]>([
    ['Ana Lee', '', person('Ana Lee')],
    ['ana  lee', '', person('Ana Lee')],
    ['Annie', '', person('Ana Lee')],
    ['Ana', '', person('Ana Lee')],
    ['Zeynep', '', person('Zeynep Kaya')],
    ['Wulandari', '', person('Wulandari')],
    ['Cem', '', person('Cem Işık')],
    ['Bo Ek', '', person('Bo Ek')],
    ['Bo', '', person('Ana Lee')],
    ['Jonas', '2025-10-20', person('Jonas Lind')],
    ['Jonas', '2025-11-01', person('Jonas Holm')],
    ['Jonas', '', { kind: 'ambiguous', candidates: ['Jonas Lind', 'Jonas Holm'] }],
    ['Jonas', '2025-10-01', { kind: 'ambiguous', candidates: ['Jonas Lind', 'Jonas Holm'] }],
    ['Jonas Berg', '2025-10-20', { kind: 'unknown' }],
    ['Mira', '', { kind: 'unknown' }],
    ['No', '', { kind: 'unknown' }],
  ])('%s in "%s"', (written, where, resolution) => {
    expect(people.resolve(written, where === '' ? undefined : factsOf(where))).toEqual(resolution);
  });

  it('is ambiguous when two people of one note share a first name', () => {
    const both = meeting('2025-11-03.md', 'Jonas Lind, Jonas Holm');
    expect(people.resolve('Jonas', both.facts)).toEqual({
      kind: 'ambiguous',
      candidates: ['Jonas Lind', 'Jonas Holm'],
    });
  });

  it('is one person under two spellings', () => {
    const notes = [meeting('a.md', 'Siobhán O’Rourke'), meeting('b.md', "Siobhán O'Rourke")];
    expect(makePeople(notes).all()).toEqual(['Siobhán O’Rourke']);
    expect(makePeople(notes).resolve('Siobhán', undefined)).toEqual(person('Siobhán O’Rourke'));
  });

  it.each<[what: string, written: string, notes: string[], resolution: Resolution]>([
    ['the title of a profile before an alias', 'Bo Ek', ['Ana Lee: Bo Ek', 'Bo Ek: '], person('Bo Ek')],
    ['an alias before a name in a meeting', 'Annie', ['Ana Lee: Annie', 'a.md, Annie'], person('Ana Lee')],
    ['the person of an alias in the same meeting', 'Annie', ['Ana Lee: Annie Li'], person('Ana Lee')],
    ['one person, met under two names', 'Ana', ['Ana Lee: Ana Li', 'a.md, Ana Li'], person('Ana Lee')],
    [
      'ambiguous when two people have the alias',
      'Sam',
      ['Samuel Ode: Sam', 'Samira Ode: Sam', 'a.md, Sam'],
      { kind: 'ambiguous', candidates: ['Samuel Ode', 'Samira Ode'] },
    ],
  ])('is %s', (_, written, notes, resolution) => {
    const entries = notes.map((note) => {
      const [path = '', names = ''] = note.split(', ');
      if (path.endsWith('.md')) return meeting(path, names);
      const [title = '', aliases = ''] = note.split(': ');
      return entry(`${title}.md`, `---\naliases: [${aliases}]\n---\n`);
    });
    expect(makePeople(entries).resolve(written, undefined)).toEqual(resolution);
    expect(makePeople(entries).resolve(written, entries[entries.length - 1]?.facts)).toEqual(resolution);
  });
});

describe('everybody', () => {
  it('comes with those met last first, then by name', () => {
    expect(people.all()).toEqual([
      'Cem Işık',
      'Jonas Holm',
      'Bo Ek',
      'Jonas Lind',
      'Ana Lee',
      'Wulandari',
      'Zeynep Kaya',
    ]);
  });

  it('is nobody in an empty vault', () => {
    expect(makePeople([]).all()).toEqual([]);
  });
});

describe('spellings that were merged', () => {
  it.each<[merges: NameMerge[], written: string, resolution: Resolution]>([
    [[['Bo Ek', 'Jonas Lind']], 'bo ek', person('Jonas Lind')],
    [[['Mira Okonjo', 'Zeynep Kaya']], 'Mira Okonjo', person('Zeynep Kaya')],
    [[['Mira', 'Mirabel']], 'Mira', person('Mirabel')],
    [[['Jonas', 'Jonas Holm']], 'Jonas', person('Jonas Holm')],
    [[['Jonas Holm', 'Jonas Lind']], 'Jonas', person('Jonas Lind')],
    [
      [
        ['Mira', 'Bo Ek'],
        ['Bo Ek', 'Cem Işık'],
      ],
      'Mira',
      person('Cem Işık'),
    ],
    [[['Bo Ek', 'ana  lee']], 'Bo Ek', person('Ana Lee')],
  ])('%j makes %s somebody', (merges, written, resolution) => {
    expect(makePeople(NOTES, merges).resolve(written, undefined)).toEqual(resolution);
  });

  it('count as one in a note that has both', () => {
    const merged = makePeople(NOTES, [['Jonas Holm', 'Jonas Lind']]);
    const both = meeting('2025-11-03.md', 'Jonas Lind, Jonas Holm');
    expect(merged.resolve('Jonas', both.facts)).toEqual(person('Jonas Lind'));
    expect(merged.all()).not.toContain('Jonas Holm');
  });

  it('never lead in a circle', () => {
    const circle = makePeople(NOTES, [
      ['Bo Ek', 'Ana Lee'],
      ['Ana Lee', 'Bo Ek'],
    ]);
    expect(circle.resolve('Bo Ek', undefined).kind).toBe('person');
  });
});
