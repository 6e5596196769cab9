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
  private readonly names = new Map<string, string>();
  private readonly byFirstName = new Map<string, Set<string>>();
  private readonly aliases = new Set<string>();
  /** Aliases that two or more people have. */
  private readonly shared = new Map<string, Set<string>>();
  private readonly lastMet = new Map<string, string>();
  /** Names by the keys of the spellings that the user said are theirs. */
  private readonly merged: ReadonlyMap<string, string>;

  constructor(notes: Iterable<NoteEntry>, merges: readonly NameMerge[] = []) {
    this.merged = new Map(merges.map(([spelling, name]) => [nameKey(spelling), name]));
    const all = [...notes].map(({ facts }) => facts);
    const profiles = all.filter(({ kind }) => kind === 'profile');
    for (const { title } of profiles) this.add(title, title);
    // The title of a profile note wins over an alias of somebody else, and an alias over a name in a meeting.
    for (const { title, aliases } of profiles) for (const alias of aliases) this.addAlias(alias, title);
    for (const { people, date } of all) {
      for (const person of people) {
        const name = this.names.get(nameKey(person)) ?? person;
        // Whom an alias of two people means is not known; then it is nobody of its own either.
        if (!this.shared.has(nameKey(person))) this.add(person, name, date ?? '');
      }
    }
    // What the user said counts most, also for spellings that stand in no note's properties.
    for (const [spelling] of merges) {
      this.shared.delete(nameKey(spelling));
      this.names.set(nameKey(spelling), this.mergedName(spelling));
    }
  }

  /** Everybody, those met last first. */
  all(): string[] {
    const met = (name: string): string => this.lastMet.get(name) ?? '';
    const known = [...new Set(this.names.values())];
    return known.sort((a, b) => met(b).localeCompare(met(a)) || a.localeCompare(b));
  }

  /** Resolves a name as written in a note. A first name alone counts if one person of the note, or of the vault, has it. */
  resolve(written: string, facts: NoteFacts | undefined): Resolution {
    const key = nameKey(written);
    const exact = this.names.get(key);
    if (exact !== undefined) return { kind: 'person', name: exact };
    const several = this.shared.get(key);
    if (several) return { kind: 'ambiguous', candidates: [...several] };
    if (key.includes(' ')) return { kind: 'unknown' };
    const named = (facts?.people ?? []).filter((person) => firstName(person) === key);
    const here = new Set(named.map((person) => this.names.get(nameKey(person)) ?? person));
    const [only, second] = here;
    if (only !== undefined && second === undefined) return { kind: 'person', name: only };
    const candidates = [...(this.byFirstName.get(key) ?? [])];
    const [single, another] = candidates;
    if (single !== undefined && another === undefined) return { kind: 'person', name: single };
    return another === undefined ? { kind: 'unknown' } : { kind: 'ambiguous', candidates };
  }

  /** Takes in a spelling of a person's name, and the first name that is part of it. */
  private add(spelling: string, name: string, met = ''): void {
    const key = nameKey(spelling);
    if (key === '') return;
    const real = this.mergedName(name);
    const known = this.names.get(nameKey(real)) ?? real;
    this.names.set(nameKey(real), known);
    this.names.set(key, known);
    if (met > (this.lastMet.get(known) ?? '')) this.lastMet.set(known, met);
    const first = firstName(spelling);
    if (first === key) return;
    const same = this.byFirstName.get(first) ?? new Set();
    same.add(known);
    this.byFirstName.set(first, same);
  }

  /** The name that a spelling stands for; merges can follow each other, but never in a circle. */
  private mergedName(name: string): string {
    const seen = new Set<string>();
    let found = name;
    for (let key = nameKey(name); !seen.has(key); key = nameKey(found)) {
      seen.add(key);
      found = this.merged.get(key) ?? found;
    }
    return this.names.get(nameKey(found)) ?? found;
  }

  private addAlias(alias: string, title: string): void {
    const key = nameKey(alias);
    const name = this.names.get(nameKey(title)) ?? title;
    const other = this.names.get(key);
    const several = this.shared.get(key);
    if (several) several.add(name);
    else if (other === undefined) {
      this.add(alias, name);
      this.aliases.add(key);
    } else if (other !== name && this.aliases.has(key)) {
      this.names.delete(key);
      this.shared.set(key, new Set([other, name]));
    }
  }
}

function firstName(name: string): string {
  return nameKey(name).split(' ')[0] ?? '';
}
