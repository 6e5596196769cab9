/** Which names the notes give to people, counted note by note, so that nobody has to ask all notes for them. */
import type { NoteFacts } from '../note/meeting';

/** The names in an index of notes. */
export class NoteNames {
  /**
   * In how many notes each name is, as it is written there. Of a page title and aliases count as one name, a line for
   * each, and an empty one at the end.
   */
  readonly counts = new Map<string, number>();
  meetings = 0;
  /** Goes up when a name or a page comes or goes; most new meetings are of people who are known. */
  revision = 0;

  /** Takes what a note says in place of what it said before. */
  replaced(before: NoteFacts | undefined, after: NoteFacts | undefined): void {
    if (after) this.#count(after, 1);
    if (before) this.#count(before, -1);
  }

  #count({ kind, title, aliases, people }: NoteFacts, by: 1 | -1): void {
    if (kind === 'meeting') this.meetings += by;
    for (const name of kind === 'profile' ? [[title, ...aliases, ''].join('\n')] : people) {
      const count = (this.counts.get(name) ?? 0) + by;
      if (count > 0) this.counts.set(name, count);
      else this.counts.delete(name);
      // The first that comes, or the last that goes.
      if (count === (by > 0 ? 1 : 0)) this.revision++;
    }
  }
}
