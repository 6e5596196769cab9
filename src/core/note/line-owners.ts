/** The owners of task lines: a vault names few people, many times, and finding out whom a line names is dear. */
import { isWhitespace } from '../line/characters';
import { type Owners, ownerRun, readOwners } from '../line/owner';
import type { TaskLine } from '../line/task-line';
import { Pool } from '../shared/pool';
import { sharedOwners } from './kept-task';

/** In characters: most names are far shorter, and only as much is kept of a line. */
const LONGEST = 80;

/** Owners by the end of the text that names them, from its first `@` on. */
let known = new Pool<Owners>();
/** By these names the user was known when they were read. */
let knownFor: ReadonlySet<string> | null = null;

/**
 * The owners of a line, the same object for all lines that name them, and where in it they begin to be named: at the
 * end of its text if they are not. A set of own names never changes; other names come in another set.
 */
export function ownersOf(line: TaskLine, ownNames: ReadonlySet<string>): { owners: Owners; from: number } {
  const { text, scan } = line;
  const { textFrom, textTo } = scan;
  if (ownNames !== knownFor) known = new Pool();
  knownFor = ownNames;
  const placeOf = (mark: string): number => {
    const at = text.indexOf(mark, textFrom);
    return at < 0 ? textTo : Math.min(at, textTo);
  };
  const from = placeOf('@');
  // What follows white space means the same behind any words, unless code or a link was opened among these.
  const isKnowable =
    (from === textFrom || from === textTo || isWhitespace(text.charCodeAt(from - 1))) &&
    textTo - from < LONGEST &&
    placeOf('`') >= from &&
    placeOf('[') >= from;
  const end = text.slice(from, textTo);
  const same = isKnowable && known.get(end);
  if (same) return { owners: same, from };
  const run = ownerRun(line);
  const owners = sharedOwners(readOwners(line, ownNames, run));
  const begins = run?.from ?? textTo;
  if (isKnowable && begins === from) known.of(end, () => owners);
  return { owners, from: begins };
}
