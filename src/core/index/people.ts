/** Who the names in the notes are: resolves what a line says to the people the vault knows. */
import { nameKey } from '../line/owner';
import type { NoteFacts } from '../note/meeting';
import type { NoteEntry } from '../note/read-note';

/** Who a name is. */
export type Resolution =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown' };

/** Two spellings of one person: the first counts as the second from now on. */
export type NameMerge = readonly [spelling: string, name: string];

/** The people of a vault. */
export type People = ReturnType<typeof makePeople>;

/** The people of a vault, from profile notes, their aliases and the participants of meetings. */
export function makePeople(notes: Iterable<NoteEntry>, merges: readonly NameMerge[] = []) {
  /** The names of the people by each spelling; several where an alias is that of two. */
  const names = new Map<string, Set<string>>();
  const byFirstName = new Map<string, Set<string>>();
  const lastMet = new Map<string, string>();
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

  /** Resolves a name as written in a note. A first name alone counts if one person of the note, or of the vault, has it. */
  const resolve = (written: string, facts: NoteFacts | undefined): Resolution => {
    const key = nameKey(written);
    const exact = pick(names.get(key));
    if (exact.kind !== 'unknown' || key.includes(' ')) return exact;
    const named = (facts?.people ?? []).filter((person) => firstName(person) === key);
    const here = pick(new Set(named.map(known)));
    return here.kind === 'person' ? here : pick(byFirstName.get(key));
  };

  const all = [...notes].map(({ facts }) => facts);
  const profiles = all.filter(({ kind }) => kind === 'profile');
  for (const { title } of profiles) add(title, known(title));
  // The title of a profile note wins over an alias of somebody else, and an alias over a name in a meeting.
  const titles = new Set(names.keys());
  for (const { title, aliases } of profiles) {
    for (const alias of aliases) if (!titles.has(nameKey(alias))) add(alias, known(title));
  }
  // The same people are at many meetings.
  const seen = new Map<string, string>();
  for (const { people, date } of all) {
    for (const person of people) {
      let name = seen.get(person);
      if (name === undefined) {
        seen.set(person, (name = known(person)));
        if (!names.has(nameKey(person))) add(person, name);
      }
      if (date && date > (lastMet.get(name) ?? '')) lastMet.set(name, date);
    }
  }
  // What the user said counts most, also for spellings that stand in no note's properties.
  for (const [spelling] of merges) {
    const name = known(spelling);
    names.set(nameKey(spelling), new Set([name]));
    if (!names.has(nameKey(name))) add(name, name);
  }

  return {
    resolve,

    /** Everybody, those met last first. */
    all(): string[] {
      const met = (name: string): string => lastMet.get(name) ?? '';
      const everybody = [...new Set([...names.values()].flatMap((spelled) => [...spelled]))];
      return everybody.sort((a, b) => met(b).localeCompare(met(a)) || a.localeCompare(b));
    },

    /** The name under which somebody is listed: their own, or as it is written where that says too little. */
    nameOf(written: string, facts: NoteFacts | undefined): string {
      const found = resolve(written, facts);
      return found.kind === 'person' ? found.name : written;
    },
  };
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
