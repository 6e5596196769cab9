/** By which names the user is known: those from the settings, and all names of a profile note that bears one. */
import { nameKey, readOwners } from '../line/owner';
import { parseTaskLine } from '../line/task-line';
import type { TaskItem } from '../note/task-item';
import type { NoteIndex } from './note-index';

/** By which names the user is known. */
export type OwnNames = ReturnType<typeof makeOwnNames>;

/** Follows the profile notes of an index; when the user's names change, so do the owners that it holds. */
export function makeOwnNames(index: NoteIndex) {
  let own: ReadonlySet<string> = new Set();
  let known = own;
  /** The `nameKey`s of title and aliases, by the path of the profile note. */
  const profiles = new Map<string, readonly string[]>();

  const update = (): void => {
    const keys = new Set(own);
    for (const names of profiles.values()) {
      if (names.some((name) => own.has(name))) for (const name of names) keys.add(name);
    }
    if (keys.size === known.size && [...keys].every((key) => known.has(key))) return;
    known = keys;
    index.batch(() => {
      for (const entry of [...index.notes()]) {
        if (!entry.tasks.some(({ owners }) => owners.kind !== 'nobody')) continue;
        const tasks = entry.tasks.map((task) => withOwners(task, keys));
        index.replace(entry.path, { ...entry, tasks });
      }
    });
  };
  index.subscribe((paths) => {
    for (const path of paths) {
      const facts = index.note(path)?.facts;
      if (facts?.kind !== 'profile') profiles.delete(path);
      else profiles.set(path, [facts.title, ...facts.aliases].map(nameKey));
    }
    update();
  });

  return {
    /** The `nameKey`s of all names that mean the user. */
    get keys(): ReadonlySet<string> {
      return known;
    },

    /** Sets the names that the user gave, as `nameKey`s. */
    setOwn(names: ReadonlySet<string>): void {
      own = names;
      update();
    },
  };
}

/** The task with the owners that it has when the user is known by `keys`. */
function withOwners(task: TaskItem, keys: ReadonlySet<string>): TaskItem {
  const line = parseTaskLine(task.source);
  return line ? { ...task, owners: readOwners(line, keys) } : task;
}
