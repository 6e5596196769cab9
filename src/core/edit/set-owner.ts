/** Assigns and unassigns a task line. Offsets are those of the mended line. */
import { nameKey, ownerRun } from '../line/owner';
import type { TaskLine } from '../line/task-line';
import { insertAfter, removeSpan } from './set-field';
import { replaceSpan, type TextEdit } from '../text/text-edit';

/**
 * Replaces the owner mention, adds one at the end of the text, or removes it with `null`. `name` is written
 * behind an `@` as it is, so it may also be a link: `[[Ana Lee]]`.
 */
export function setOwner(line: TaskLine, name: string | null): TextEdit[] {
  const run = ownerRun(line);
  if (name === null) return run ? [removeSpan(line, run)] : [];
  if (!run) return [insertAfter(line, line.scan.textTo, `@${name}`)];
  const [only, second] = run.mentions;
  if (only && !second && nameKey(only.name) === nameKey(plainName(name))) return [];
  return [replaceSpan(run, `@${name}`)];
}

function plainName(name: string): string {
  const link = /^\[\[(?:[^\]|]*\|)?(?:[^\]|]*\/)?([^\]|]+)\]\]$/.exec(name);
  return link?.[1] ?? name;
}
