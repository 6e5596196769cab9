/** Replaces the words of a task line and leaves owner, tags and fields alone. */
import type { TaskLine } from '../line/task-line';
import { editableSpan } from '../line/words';
import type { TextEdit } from '../text/text-edit';

/** Words that were typed or pasted, as they can stand in one line. */
export function oneLine(words: string): string {
  return words.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

/** Replaces the words; line breaks become spaces. */
export function setText(line: TaskLine, words: string): TextEdit[] {
  const text = oneLine(words);
  const { from, to } = editableSpan(line);
  const old = line.text.slice(from, to);
  if (text === old) return [];
  const next = line.text.charAt(to);
  const before = from > 0 && line.text.charAt(from - 1).trim() !== '' ? ' ' : '';
  const behind = old === '' && next !== '' && next.trim() !== '' ? ' ' : '';
  return [{ from, to, insert: `${before}${text}${behind}` }];
}
