/** All notes in scope by path. Whoever shows tasks listens here, and nowhere else. */
import { Listeners } from '../listeners';
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
import { NoteNames } from './note-names';
import { makeOpenTasks } from './open-tasks';

/** Told once for each batch, with the paths that changed. */
export type IndexListener = (paths: ReadonlySet<string>) => void;

/** The index. Notes are replaced whole; each change raises the revision. */
export class NoteIndex {
  readonly #entries = new Map<string, NoteEntry>();
  readonly #listeners = new Listeners<[paths: ReadonlySet<string>]>();
  #changed = new Set<string>();
  #batchDepth = 0;
  #currentRevision = 0;
  /** What is open, kept up to date with every change. */
  readonly open = makeOpenTasks();
  /** Who is named, kept up to date likewise. */
  readonly names = new NoteNames();

  /** Goes up with every change; equal revisions mean equal contents. */
  get revision(): number {
    return this.#currentRevision;
  }

  get noteCount(): number {
    return this.#entries.size;
  }

  /** The notes in the order in which they came. */
  notes(): IterableIterator<NoteEntry> {
    return this.#entries.values();
  }

  note(path: string): NoteEntry | undefined {
    return this.#entries.get(path);
  }

  /** Every task line, note by note. */
  *tasks(): IterableIterator<TaskItem> {
    for (const entry of this.#entries.values()) yield* entry.tasks;
  }

  /** Sets the entry of a note, or forgets the note with `null`. */
  replace(path: string, entry: NoteEntry | null): void {
    const before = this.#entries.get(path);
    if (entry) this.#entries.set(path, entry);
    else if (!this.#entries.delete(path)) return;
    this.#currentRevision++;
    this.names.replaced(before?.facts, entry?.facts);
    this.open.replaced(path, before, entry);
    this.#changed.add(path);
    if (this.#batchDepth === 0) this.#announce();
  }

  /** Runs several changes and announces them as one. */
  batch(run: () => void): void {
    this.#batchDepth++;
    try {
      run();
    } finally {
      if (--this.#batchDepth === 0 && this.#changed.size > 0) this.#announce();
    }
  }

  /** Calls the listener after each change; the returned function ends that. */
  subscribe(listener: IndexListener): () => void {
    return this.#listeners.add(listener);
  }

  #announce(): void {
    const paths = this.#changed;
    this.#changed = new Set();
    this.#listeners.tell(paths);
  }
}
