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

/** The people of a vault, from profile notes, their aliases and the participants of meetings. */
export class People {
  /** The names of the people by each spelling; several where an alias is that of two. */
  private readonly names = new Map<string, Set<string>>();
  private readonly byFirstName = new Map<string, Set<string>>();
  private readonly lastMet = new Map<string, string>();
  /** Names by the keys of the spellings that the user said are theirs. */
  private readonly merged: ReadonlyMap<string, string>;

  constructor(notes: Iterable<NoteEntry>, merges: readonly NameMerge[] = []) {
    this.merged = new Map(merges.map(([spelling, name]) => [nameKey(spelling), name]));
    const all = [...notes].map(({ facts }) => facts);
    const profiles = all.filter(({ kind }) => kind === 'profile');
    for (const { title } of profiles) this.add(title, this.known(title));
    // The title of a profile note wins over an alias of somebody else, and an alias over a name in a meeting.
    const titles = new Set(this.names.keys());
    for (const { title, aliases } of profiles) {
      for (const alias of aliases) if (!titles.has(nameKey(alias))) this.add(alias, this.known(title));
    }
    // The same people are at many meetings.
    const seen = new Map<string, string>();
    for (const { people, date } of all) {
      for (const person of people) {
        let name = seen.get(person);
        if (name === undefined) {
          seen.set(person, (name = this.known(person)));
          if (!this.names.has(nameKey(person))) this.add(person, name);
        }
        if (date && date > (this.lastMet.get(name) ?? '')) this.lastMet.set(name, date);
      }
    }
    // What the user said counts most, also for spellings that stand in no note's properties.
    for (const [spelling] of merges) {
      const name = this.known(spelling);
      this.names.set(nameKey(spelling), new Set([name]));
      if (!this.names.has(nameKey(name))) this.add(name, name);
    }
  }

  /** Everybody, those met last first. */
  all(): string[] {
    const met = (name: string): string => this.lastMet.get(name) ?? '';
    const known = [...new Set([...this.names.values()].flatMap((names) => [...names]))];
    return known.sort((a, b) => met(b).localeCompare(met(a)) || a.localeCompare(b));
  }

  /** Resolves a name as written in a note. A first name alone counts if one person of the note, or of the vault, has it. */
  resolve(written: string, facts: NoteFacts | undefined): Resolution {
    const key = nameKey(written);
    const exact = pick(this.names.get(key));
    if (exact.kind !== 'unknown' || key.includes(' ')) return exact;
    const named = (facts?.people ?? []).filter((person) => firstName(person) === key);
    const here = pick(new Set(named.map((person) => this.known(person))));
    return here.kind === 'person' ? here : pick(this.byFirstName.get(key));
  }

  /** The name under which somebody is listed: their own, or as it is written where that says too little. */
  nameOf(written: string, facts: NoteFacts | undefined): string {
    const found = this.resolve(written, facts);
    return found.kind === 'person' ? found.name : written;
  }

  /** Takes in a spelling of a person's name, and the first name that is part of it. */
  private add(spelling: string, name: string): void {
    const key = nameKey(spelling);
    if (key === '') return;
    addTo(this.names, key, name);
    const first = firstName(spelling);
    if (first !== key) addTo(this.byFirstName, first, name);
  }

  /** The name under which the person is known who is written so; as written, if that is nobody or not sure. */
  private known(written: string): string {
    const real = this.mergedName(written);
    const resolution = pick(this.names.get(nameKey(real)));
    return resolution.kind === 'person' ? resolution.name : real;
  }

  /** The name that a spelling stands for; merges can follow each other, but never in a circle. */
  private mergedName(name: string): string {
    const seen = new Set<string>();
    let found = name;
    for (let key = nameKey(name); !seen.has(key); key = nameKey(found)) {
      seen.add(key);
      found = this.merged.get(key) ?? found;
    }
    return found;
  }
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
