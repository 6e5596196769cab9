/** Who the names in the notes are: resolves what a line says to the people the vault knows. */
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteIndex } from './note-index';
import type { NoteNames } from './note-names';

/** Who a name is. */
export type Resolution =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown' };

/** Two spellings of one person: the first counts as the second from now on. */
export type NameMerge = readonly [spelling: string, name: string];

/** The people of a vault. */
export type People = ReturnType<typeof makePeople>;

/** Names by the keys of what is written for them; several where that is not sure. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** The people of a vault, from profile notes, their aliases and the participants of meetings. */
export function makePeople(index: Pick<NoteIndex, 'names' | 'notes'>, merges: readonly NameMerge[] = []) {
  let { names, byFirstName, known } = readNames(index.names, merges);
  /** The keys on which answers were built until now, and those that were looked for among first names. */
  const asked = new Set<string>();
  const askedFirst = new Set<string>();

  /** Resolves a name as written in a note. A first name alone counts if one person of the note, or of the vault, has it. */
  const resolve = (written: string, facts: NoteFacts | undefined): Resolution => {
    const key = nameKey(written);
    asked.add(key);
    const exact = pick(names.get(key));
    if (exact.kind !== 'unknown' || key.includes(' ')) return exact;
    const named = (facts?.people ?? []).filter((person) => firstName(person) === key);
    for (const person of named) asked.add(nameKey(person));
    const here = pick(new Set(named.map(known)));
    if (here.kind === 'person') return here;
    askedFirst.add(key);
    return pick(byFirstName.get(key));
  };

  return {
    resolve,

    /**
     * Takes over what notes say now, if all that was asked until now has the same answer then; mostly it has, for
     * nobody asks for a name before it is there. Returns whether it did.
     */
    follow(others: readonly NameMerge[]): boolean {
      if (others !== merges) return false;
      const next = readNames(index.names, merges);
      const isSame =
        sayTheSame(names, next.names, asked) && sayTheSame(byFirstName, next.byFirstName, askedFirst);
      if (isSame) ({ names, byFirstName, known } = next);
      return isSame;
    },

    /** Everybody, those met last first. */
    all(): string[] {
      const met = new Map<string, string>();
      for (const { facts } of index.notes()) {
        for (const name of new Set(facts.people.map(known))) {
          if (facts.date && facts.date > (met.get(name) ?? '')) met.set(name, facts.date);
        }
      }
      const day = (name: string): string => met.get(name) ?? '';
      const everybody = [...new Set([...names.values()].flatMap((spelled) => [...spelled]))];
      return everybody.sort((a, b) => day(b).localeCompare(day(a)) || a.localeCompare(b));
    },

    /** The name under which somebody is listed: their own, or as it is written where that says too little. */
    nameOf(written: string, facts: NoteFacts | undefined): string {
      const found = resolve(written, facts);
      return found.kind === 'person' ? found.name : written;
    },
  };
}

/** Whom the names in notes stand for. */
function readNames({ counts }: NoteNames, merges: readonly NameMerge[]) {
  const names = new Map<string, Set<string>>();
  const byFirstName = new Map<string, Set<string>>();
  /** Names by the keys of the spellings that the user said are theirs. */
  const merged = new Map(merges.map(([spelling, name]) => [nameKey(spelling), name]));

  /** The name that a spelling stands for; merges can follow each other, but never in a circle. */
  const mergedName = (name: string): string => {
    const seen = new Set<string>();
    let found = name;
    for (let key = nameKey(name); !seen.has(key); key = nameKey(found)) {
      seen.add(key);
      found = merged.get(key) ?? found;
    }
    return found;
  };

  /** The name under which the person is known who is written so; as written, if that is nobody or not sure. */
  const known = (written: string): string => {
    const real = mergedName(written);
    const resolution = pick(names.get(nameKey(real)));
    return resolution.kind === 'person' ? resolution.name : real;
  };

  /** Takes in a spelling of a person's name, and the first name that is part of it. */
  const add = (spelling: string, name: string): void => {
    const key = nameKey(spelling);
    if (key === '') return;
    addTo(names, key, name);
    const first = firstName(spelling);
    if (first !== key) addTo(byFirstName, first, name);
  };

  const said = [...counts.keys()].map((name) => name.split('\n'));
  const pages = said.filter(({ length }) => length > 1);
  for (const [title = ''] of pages) add(title, known(title));
  // The title of a profile note wins over an alias of somebody else, and an alias over a name in a meeting.
  const titles = new Set(names.keys());
  for (const [title = '', ...aliases] of pages) {
    for (const alias of aliases) if (!titles.has(nameKey(alias))) add(alias, known(title));
  }
  for (const [person = '', isPage] of said) {
    if (isPage === undefined && !names.has(nameKey(person))) add(person, known(person));
  }
  // What the user said counts most, also for spellings that stand in no note's properties.
  for (const [spelling] of merges) {
    const name = known(spelling);
    names.set(nameKey(spelling), new Set([name]));
    if (!names.has(nameKey(name))) add(name, name);
  }
  return { names, byFirstName, known };
}

/** Whether two say the same under each of some keys. */
function sayTheSame(a: Names, b: Names, keys: ReadonlySet<string>): boolean {
  const said = (names: Names, key: string): string => [...(names.get(key) ?? [])].join('\n');
  return [...keys].every((key) => said(a, key) === said(b, key));
}

function addTo(map: Map<string, Set<string>>, key: string, name: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(name));
}

function pick(names: ReadonlySet<string> = new Set()): Resolution {
  const [name, another] = names;
  if (name === undefined) return { kind: 'unknown' };
  return another === undefined ? { kind: 'person', name } : { kind: 'ambiguous', candidates: [...names] };
}

function firstName(name: string): string {
  return nameKey(name).split(' ')[0] ?? '';
}
