/** Replaces the words of a task line and leaves owner, tags and fields alone. */
import { ownerRun } from '../line/owner';
import type { TaskLine } from '../line/task-line';
import type { TextEdit } from './text-edit';

/** The part of a line that a user edits as its text: up to the owner, without trailing tags and fields. */
export function editableSpan(line: TaskLine): { from: number; to: number } {
  const run = ownerRun(line);
  const { textFrom, textTo } = line.scan;
  if (!run) return { from: textFrom, to: textTo };
  let to = run.from;
  while (to > textFrom && line.text.charAt(to - 1).trim() === '') to--;
  return { from: textFrom, to };
}

/** The words of a line as a user edits them. */
export function editableText(line: TaskLine): string {
  const { from, to } = editableSpan(line);
  return line.text.slice(from, to);
}

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
