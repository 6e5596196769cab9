/** By which names the user is known: those from the settings, and all names of a profile note that bears one. */
import { nameKey, readOwners } from '../line/owner';
import { parseTaskLine } from '../line/task-line';
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
      for (const path of paths) {
        const facts = index.note(path)?.facts;
        if (facts?.kind !== 'profile') this.profiles.delete(path);
        else this.profiles.set(path, [facts.title, ...facts.aliases].map(nameKey));
      }
      this.update();
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

  private update(): void {
    const keys = new Set(this.own);
    for (const names of this.profiles.values()) {
      if (names.some((name) => this.own.has(name))) for (const name of names) keys.add(name);
    }
    if (keys.size === this.known.size && [...keys].every((key) => this.known.has(key))) return;
    this.known = keys;
    this.index.batch(() => {
      for (const entry of [...this.index.notes()]) {
        if (!entry.tasks.some(({ owners }) => owners.kind !== 'nobody')) continue;
        const tasks = entry.tasks.map((task) => withOwners(task, keys));
        this.index.replace(entry.path, { ...entry, tasks });
      }
    });
  }
}

/** The task with the owners that it has when the user is known by `keys`. */
function withOwners(task: TaskItem, keys: ReadonlySet<string>): TaskItem {
  const line = parseTaskLine(task.source);
  return line ? { ...task, owners: readOwners(line, keys) } : task;
}
