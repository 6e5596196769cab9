/** Which names the notes give to people, counted note by note, so that nobody has to ask all notes for them. */
import type { NoteFacts } from '../note/meeting';

/** The names in an index of notes. */
export class NoteNames {
  /** At how many meetings each name is, as it is written there. */
  readonly counts = new Map<string, number>();
  /** What the pages of people say, by path. */
  readonly pages = new Map<string, NoteFacts>();
  meetings = 0;
  /** Goes up when a name or a page comes, goes or changes; most new meetings are of people who are known. */
  revision = 0;

  /** Takes what a note says in place of what it said before. */
  replaced(path: string, before: NoteFacts | undefined, after: NoteFacts | undefined): void {
    this.count(after, 1);
    this.count(before, -1);
    const page = this.pages.get(path);
    if (after?.kind === 'profile') this.pages.set(path, after);
    else this.pages.delete(path);
    if (saidOf(page) !== saidOf(this.pages.get(path))) this.revision++;
  }

  private count({ people }: Pick<NoteFacts, 'people'> = { people: [] }, by: 1 | -1): void {
    if (people.length > 0) this.meetings += by;
    for (const name of people) {
      const before = this.counts.get(name) ?? 0;
      if (before + by > 0) this.counts.set(name, before + by);
      else this.counts.delete(name);
      if (before === 0 || before + by === 0) this.revision++;
    }
  }
}

function saidOf(page: NoteFacts | undefined): string | undefined {
  return page && [page.title, ...page.aliases].join('\n');
}
