/** By which names the user is known: those from the settings, and all names of a profile note that bears one. */
import { nameKey, readOwners } from '../line/owner';
import { parseTaskLine } from '../line/task-line';
import { withOwners } from '../note/kept-task';
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
      let isOther = false;
      for (const path of paths) {
        const before = this.profiles.get(path);
        const facts = index.note(path)?.facts;
        const names = facts?.kind === 'profile' ? [facts.title, ...facts.aliases].map(nameKey) : [];
        if (names.length > 0) this.profiles.set(path, names);
        else this.profiles.delete(path);
        isOther ||= this.isOwn(names) || this.isOwn(before);
      }
      // Most pages are those of others, and there may be thousands of them.
      if (isOther) this.update();
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

  private isOwn(names: readonly string[] = []): boolean {
    return names.some((name) => this.own.has(name));
  }

  private update(): void {
    const keys = new Set(this.own);
    for (const names of this.profiles.values()) {
      if (this.isOwn(names)) for (const name of names) keys.add(name);
    }
    const isLost = [...this.known].some((key) => !keys.has(key));
    if (keys.size === this.known.size && !isLost) return;
    this.known = keys;
    const isOther = ({ owners }: TaskItem): boolean =>
      (isLost && owners.mine) || owners.names.some((name) => keys.has(nameKey(name)));
    this.index.batch(() => {
      for (const entry of [...this.index.notes()]) {
        if (!entry.tasks.some(isOther)) continue;
        const tasks = entry.tasks.map((task) => (isOther(task) ? readAgain(task, keys) : task));
        this.index.replace(entry.path, { ...entry, tasks });
      }
    });
  }
}

/** The task with the owners that it has when the user is known by `keys`. */
function readAgain(task: TaskItem, keys: ReadonlySet<string>): TaskItem {
  const line = parseTaskLine(task.source);
  return line ? withOwners(task, readOwners(line, keys)) : task;
}
