import type { ReadFailure } from './feed-types';

/** The notes that could not be read, and those of which only the frontmatter could not. */
export class ReadFailures {
  readonly #notes = new Map<string, string>();
  readonly #frontmatter = new Set<string>();

  addNote(path: string, message: string): void {
    this.#notes.set(path, message);
  }

  addFrontmatter(path: string): void {
    this.#frontmatter.add(path);
  }

  /** The note is gone, or about to be read anew. */
  clear(path: string): void {
    this.#notes.delete(path);
    this.#frontmatter.delete(path);
  }

  /** The notes first. */
  list(): ReadFailure[] {
    return [
      ...[...this.#notes].map(([path, message]) => ({ kind: 'note', path, message }) as const),
      ...[...this.#frontmatter].map((path) => ({ kind: 'frontmatter', path }) as const),
    ];
  }
}
