import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoteIndex } from '../../../src/core/index/note-index';
import type { NoteEntry } from '../../../src/core/note/read-note';
import { runs } from '../support/runs';
import { type NameMerge, makePeople, type Resolution } from '../../../src/core/index/people';
import type { NoteFacts } from '../../../src/core/note/meeting';
import { entry, indexOf } from '../support/items';

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

const people = makePeople(indexOf(...NOTES));

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
    expect(makePeople(indexOf(...notes)).all()).toEqual(['Siobhán O’Rourke']);
    expect(makePeople(indexOf(...notes)).resolve('Siobhán', undefined)).toEqual(person('Siobhán O’Rourke'));
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
    expect(makePeople(indexOf(...entries)).resolve(written, undefined)).toEqual(resolution);
    expect(makePeople(indexOf(...entries)).resolve(written, entries[entries.length - 1]?.facts)).toEqual(
      resolution,
    );
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
    expect(makePeople(indexOf()).all()).toEqual([]);
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
    expect(makePeople(indexOf(...NOTES), merges).resolve(written, undefined)).toEqual(resolution);
  });

  it('count as one in a note that has both', () => {
    const merged = makePeople(indexOf(...NOTES), [['Jonas Holm', 'Jonas Lind']]);
    const both = meeting('2025-11-03.md', 'Jonas Lind, Jonas Holm');
    expect(merged.resolve('Jonas', both.facts)).toEqual(person('Jonas Lind'));
    expect(merged.all()).not.toContain('Jonas Holm');
  });

  it('never lead in a circle', () => {
    const circle = makePeople(indexOf(...NOTES), [
      ['Bo Ek', 'Ana Lee'],
      ['Ana Lee', 'Bo Ek'],
    ]);
    expect(circle.resolve('Bo Ek', undefined).kind).toBe('person');
  });
});

const anyOrder = (found: Resolution): Resolution =>
  found.kind === 'ambiguous' ? { ...found, candidates: [...found.candidates].sort() } : found;

describe('people that follow the notes', () => {
  it('are others when somebody of a note, who was meant by a first name, is somebody else', () => {
    const call = meeting('a.md', 'Ana Lee');
    const index = indexOf(call);
    const merges: NameMerge[] = [];
    const kept = makePeople(index, merges);
    expect(kept.nameOf('Ana', call.facts)).toBe('Ana Lee');
    index.replace('b.md', meeting('b.md', 'Ana Kim'));
    expect(kept.follow(merges)).toBe(true);
    index.replace('Bo Ek.md', entry('Bo Ek.md', '---\naliases: [Ana Lee]\n---\n'));
    expect(kept.follow(merges)).toBe(false);
    expect(makePeople(index).nameOf('Ana', call.facts)).toBe('Bo Ek');
  });

  // Of two spellings of one name that one counts which came first: here nobody has two.
  const NAMES = ['Ana Lee', 'Ana', 'Annie', 'Bo Ek', 'Bo', 'Cy', 'Cy Orr', 'Lee'];
  const WRITTEN = [...NAMES, 'ana lee', 'Bo Li'];
  const MERGES: readonly (readonly NameMerge[])[] = [[], [['Annie', 'Bo Ek']], [['Ana Lee', 'Cy Orr']]];
  const meetings = fc
    .subarray(NAMES, { maxLength: 3 })
    .map((names) => `---\ndate: 2025-01-01\nparticipants: [${names.join()}]\n---\n`);
  const pages = fc
    .tuple(fc.constantFrom(...NAMES), fc.subarray(NAMES))
    .map(([title, aliases]) => `---\ntitle: ${title}\naliases: [${aliases.join()}]\n---\n`);
  const note = fc.oneof(
    fc.tuple(fc.constantFrom('a', 'b'), fc.option(meetings, { freq: 5 })),
    fc.tuple(fc.constantFrom('c', 'd'), fc.option(pages, { freq: 5 })),
  );
  const asked = fc.array(fc.tuple(fc.constantFrom(...WRITTEN), fc.constantFrom('', 'a', 'b', 'c', 'd')));

  it('are those that would be made anew, and take back nothing that they said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MERGES),
        fc.array(fc.tuple(note, asked), { maxLength: 10 }),
        (merges, turns) => {
          const index = new NoteIndex();
          let kept = makePeople(index, merges);
          let said: { written: string; note: NoteEntry | undefined; answer: Resolution }[] = [];
          for (const [[path, text], questions] of turns) {
            index.replace(path, text === null ? null : entry(path, text));
            if (!kept.follow(merges)) {
              kept = makePeople(index, merges);
              said = [];
            }
            // Who showed something of a note that is another now shows it anew.
            said = said.filter((before) => !before.note || index.note(before.note.path) === before.note);
            for (const before of said)
              expect(kept.resolve(before.written, before.note?.facts)).toEqual(before.answer);
            // Merges that contradict aliases depend on the order in which pages came.
            const fresh = makePeople(merges.length > 0 ? index : indexOf(...index.notes()), merges);
            for (const [written, where] of questions) {
              const note = index.note(where);
              const answer = kept.resolve(written, note?.facts);
              expect(anyOrder(answer)).toEqual(anyOrder(fresh.resolve(written, note?.facts)));
              said.push({ written, note, answer });
            }
            expect([...kept.all()].sort()).toEqual(fresh.all().sort());
          }
        },
      ),
      runs(500),
    );
  });
});
