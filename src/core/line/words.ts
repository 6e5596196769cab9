/** The words of a task line, without what the format and this plugin add to them. */
import { trimEnd } from './characters';
import { ownerRun } from './owner';
import type { TaskLine } from './task-line';

/** The part of a line that a user edits as its text: up to the owner, without trailing tags and fields. */
export function editableSpan(line: TaskLine): { from: number; to: number } {
  const { textFrom, textTo } = line.scan;
  return { from: textFrom, to: trimEnd(line.text, textFrom, ownerRun(line)?.from ?? textTo) };
}

/** The words of a line as a user edits them. */
export function editableText(line: TaskLine): string {
  const { from, to } = editableSpan(line);
  return line.text.slice(from, to);
}

/** The words that remain when the owner goes: those before it, and a full stop or the like behind it. */
export function textWithoutOwner(line: TaskLine): string {
  const run = ownerRun(line);
  const rest = run ? line.text.slice(run.to, line.scan.textTo) : '';
  return `${editableText(line)}${rest}`.trim();
}
