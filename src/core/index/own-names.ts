/** By which names the user is known: those from the settings, and all names of a profile note that bears one. */
import { nameKey, readOwners } from '../line/owner';
import { parseTaskLine } from '../line/task-line';
import { withOwners } from '../note/kept-task';
import type { TaskItem } from '../note/task-item';
import type { NoteIndex } from './note-index';

/** By which names the user is known. */
export type OwnNames = ReturnType<typeof makeOwnNames>;

/** Follows the profile notes of an index; when the user's names change, so do the owners that it holds. */
export function makeOwnNames(index: NoteIndex) {
  let own: ReadonlySet<string> = new Set();
  /** Names of the last start, which hold until all notes are there. */
  let before: ReadonlySet<string> = own;
  let known = own;
  /** The `nameKey`s of title and aliases, by the path of the profile note. */
  const profiles = new Map<string, readonly string[]>();

  const areOwn = (names: readonly string[] = []): boolean => names.some((name) => own.has(name));
  const update = (): void => {
    const keys = new Set([...own, ...before]);
    for (const names of profiles.values()) {
      if (areOwn(names)) for (const name of names) keys.add(name);
    }
    const isLost = [...known].some((key) => !keys.has(key));
    if (keys.size === known.size && !isLost) return;
    known = keys;
    const isOther = ({ owners }: TaskItem): boolean =>
      (isLost && owners.mine) || owners.names.some((name) => keys.has(nameKey(name)));
    index.batch(() => {
      for (const entry of [...index.notes()]) {
        if (!entry.tasks.some(isOther)) continue;
        const tasks = entry.tasks.map((task) => (isOther(task) ? readAgain(task, keys) : task));
        index.replace(entry.path, { ...entry, tasks });
      }
    });
  };
  index.subscribe((paths) => {
    let isOther = false;
    for (const path of paths) {
      const before = profiles.get(path);
      const facts = index.note(path)?.facts;
      const names = facts?.kind === 'profile' ? [facts.title, ...facts.aliases].map(nameKey) : [];
      if (names.length > 0) profiles.set(path, names);
      else profiles.delete(path);
      isOther ||= areOwn(names) || areOwn(before);
    }
    // Most pages are those of others, and there may be thousands of them.
    if (isOther) update();
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

    /** Counts `nameKey`s as the user's that once were found in notes, until it is told others. */
    remember(keys: ReadonlySet<string>): void {
      before = keys;
      update();
    },
  };
}

/** The task with the owners that it has when the user is known by `keys`. */
function readAgain(task: TaskItem, keys: ReadonlySet<string>): TaskItem {
  const line = parseTaskLine(task.source);
  return line ? withOwners(task, readOwners(line, keys)) : task;
}
