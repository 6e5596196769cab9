/** Adds and removes tags. Offsets are those of the mended line. */
import { findTags, sameTag, type TagSpan } from '../line/tags';
import type { TaskLine } from '../line/task-line';
import { insertAfter, removeSpan } from './set-field';
import type { TextEdit } from '../text/text-edit';

/** Removes every tag that Obsidian takes for the same, wherever Tasks reads one. */
export function removeTag(line: TaskLine, tag: string): TextEdit[] {
  return spansOf(line, tag).map((span) => removeSpan(line, span));
}

/** Adds a tag behind the last trailing tag, else at the end of the text, unless the line has it. */
export function addTag(line: TaskLine, tag: string): TextEdit[] {
  if (spansOf(line, tag).length > 0) return [];
  const { symbolTo, textFrom, textTo, fields } = line.scan;
  const last = fields.filter((field) => field.kind === 'tag').pop();
  // Without a text the first field may be removed in the same step, with the space before it.
  const behindText = textTo > textFrom ? textTo : symbolTo + 1;
  return [insertAfter(line, last ? last.to : behindText, tag)];
}

/** Where a tag stands in a line. */
function spansOf({ text, scan }: TaskLine, tag: string): TagSpan[] {
  const inText = findTags(text, scan.textFrom, scan.textTo);
  const all = [...inText, ...scan.fields.filter((field) => field.kind === 'tag')];
  return all.filter((span) => sameTag(text.slice(span.from, span.to), tag));
}
