/** What a note in scope is about: a meeting with people, a person's profile, or just a note. */
import { type Day, parseDay } from '../date/day';
import { sharedList } from './kept-task';
import { type Frontmatter, listValue, plainName, textValue } from './frontmatter';

/** The facts of a note that its tasks carry with them. */
export interface NoteFacts {
  /** A meeting says with whom; a profile is the page of a person. */
  readonly kind: 'meeting' | 'profile' | 'note';
  readonly title: string;
  readonly date: Day | null;
  readonly people: readonly string[];
  readonly aliases: readonly string[];
  readonly source: string;
  /** Where the note was made from: a path or link, as written. */
  readonly sourceRef: string;
  /** The day on which the note was last changed, where that is known. */
  readonly modified: Day | null;
}

/** Reads the facts of a note from its path, frontmatter and first heading. */
export function readNoteFacts(
  path: string,
  frontmatter: Frontmatter | null,
  firstHeading: string,
  modified: Day | null = null,
): NoteFacts {
  const ending = path.length - 3;
  const isNote = path.slice(ending).toLowerCase() === '.md';
  const fileName = path.slice(path.lastIndexOf('/') + 1, isNote ? ending : path.length);
  const named = listValue(frontmatter, 'participants').concat(listValue(frontmatter, 'person'));
  const people = unique(named.map(plainName));
  const date = readDate(textValue(frontmatter, 'date')) ?? readDate(fileName);
  const title = textValue(frontmatter, 'title') || firstHeading || fileName;
  return {
    kind: people.length > 0 ? 'meeting' : date ? 'note' : 'profile',
    title,
    date,
    people: people.slice(),
    aliases: sharedList(listValue(frontmatter, 'aliases')),
    source: textValue(frontmatter, 'source'),
    sourceRef: textValue(frontmatter, 'source_ref'),
    modified,
  };
}

/** The day at the start of a text such as `2025-10-29T10:00` or `2025-10-29 Weekly`. */
function readDate(text: string): Day | null {
  return parseDay(text.slice(0, 10));
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => name !== '' && names.indexOf(name) === at);
}
