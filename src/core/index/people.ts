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
  private readonly lastMet = new Map<string, string>();
  /** Names by the keys of the spellings that the user said are theirs. */
  private readonly merged: ReadonlyMap<string, string>;

  constructor(notes: Iterable<NoteEntry>, merges: readonly NameMerge[] = []) {
    this.merged = new Map(merges.map(([spelling, name]) => [nameKey(spelling), name]));
    const aliases: [alias: string, name: string][] = [];
    for (const { facts } of notes) {
      if (facts.kind === 'profile') {
        this.add(facts.title);
        for (const alias of facts.aliases) aliases.push([alias, facts.title]);
      }
      for (const person of facts.people) this.add(person, facts.date ?? '');
    }
    // A real name wins over an alias of somebody else.
    for (const [alias, name] of aliases)
      if (!this.names.has(nameKey(alias)))
        this.names.set(nameKey(alias), this.names.get(nameKey(name)) ?? name);
    // Also spellings that stand in no note's properties.
    for (const [spelling] of merges) this.names.set(nameKey(spelling), this.mergedName(spelling));
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
    if (key.includes(' ')) return { kind: 'unknown' };
    const here = (facts?.people ?? []).filter((person) => firstName(person) === key);
    const [only, second] = [...new Set(here.map((person) => this.names.get(nameKey(person)) ?? person))];
    if (only !== undefined && second === undefined) return { kind: 'person', name: only };
    const candidates = [...(this.byFirstName.get(key) ?? [])];
    const [single, another] = candidates;
    if (single !== undefined && another === undefined) return { kind: 'person', name: single };
    return another === undefined ? { kind: 'unknown' } : { kind: 'ambiguous', candidates };
  }

  private add(name: string, met = ''): void {
    const key = nameKey(name);
    if (key === '') return;
    const real = this.mergedName(name);
    const known = this.names.get(nameKey(real)) ?? real;
    this.names.set(nameKey(real), known);
    this.names.set(key, known);
    if (met > (this.lastMet.get(known) ?? '')) this.lastMet.set(known, met);
    const first = firstName(name);
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
}

function firstName(name: string): string {
  return nameKey(name).split(' ')[0] ?? '';
}
