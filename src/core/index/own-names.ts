/** By which names the user is known: those from the settings, and all names of a profile note that bears one. */
import { nameKey, readOwners } from '../line/owner';
import { parseTaskLine } from '../line/task-line';
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
import type { NoteIndex } from './note-index';

/** Follows the profile notes of an index; when the user's names change, so do the owners that it holds. */
export class OwnNames {
  private own: ReadonlySet<string> = new Set();
  private known: ReadonlySet<string> = this.own;
  /** The `nameKey`s of title and aliases, by the path of the profile note. */
  private readonly profiles = new Map<string, readonly string[]>();

  constructor(private readonly index: NoteIndex) {
    index.subscribe((paths) => {
      if (this.follow(paths)) this.update();
    });
  }

  /** The `nameKey`s of all names that mean the user. */
  get keys(): ReadonlySet<string> {
    return this.known;
  }

  /** Sets the names that the user gave, as `nameKey`s. */
  setOwn(own: ReadonlySet<string>): void {
    this.own = own;
    this.update();
  }

  private follow(paths: ReadonlySet<string>): boolean {
    let changed = false;
    for (const path of paths) {
      const facts = this.index.note(path)?.facts;
      if (facts?.kind === 'profile') {
        this.profiles.set(path, [facts.title, ...facts.aliases].map(nameKey));
        changed = true;
      } else if (this.profiles.delete(path)) changed = true;
    }
    return changed;
  }

  private update(): void {
    const keys = new Set(this.own);
    for (const names of this.profiles.values()) {
      if (names.some((name) => this.own.has(name))) for (const name of names) keys.add(name);
    }
    if (keys.size === this.known.size && [...keys].every((key) => this.known.has(key))) return;
    this.known = keys;
    this.index.batch(() => {
      for (const entry of [...this.index.notes()]) {
        const changed = withOwners(entry, keys);
        if (changed) this.index.replace(entry.path, changed);
      }
    });
  }
}

/** The entry with the owners that its tasks have when the user is known by `keys`; `null` when they stay. */
function withOwners(entry: NoteEntry, keys: ReadonlySet<string>): NoteEntry | null {
  let changed = false;
  const tasks = entry.tasks.map((task): TaskItem => {
    const line = task.owners.kind === 'nobody' ? null : parseTaskLine(task.source);
    const owners = line ? readOwners(line, keys) : task.owners;
    if (owners.mine === task.owners.mine && owners.names.length === task.owners.names.length) return task;
    changed = true;
    return { ...task, owners };
  });
  return changed ? { ...entry, tasks } : null;
}
