import type { Editor } from 'obsidian';
import { parseDay } from '../core/date/day';
import { parseTaskLine, readFields } from '../core/line/task-line';
import { type LineRules, stateOf } from '../core/line/rules';
import { editableText } from '../core/line/words';
import type { PromptTarget } from './view/task-prompt';

/** The task lines under the cursors and selections of an editor, as they stand there now. */
export function tasksInSelection(editor: Editor, path: string): PromptTarget[] {
  const lines = new Set<number>();
  for (const { anchor, head } of editor.listSelections()) {
    const [from, to] = anchor.line <= head.line ? [anchor, head] : [head, anchor];
    // A selection that ends before the first character of a line does not mean that line.
    const last = to.ch === 0 && to.line > from.line ? to.line - 1 : to.line;
    for (let line = from.line; line <= last; line++) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b).flatMap((line) => targetAt(editor, path, line) ?? []);
}

/** All proposals of a note, as they stand in its editor. `candidates` are the lines outside code and comments. */
export function proposalsIn(
  editor: Editor,
  path: string,
  rules: LineRules,
  candidates: readonly number[],
): PromptTarget[] {
  return candidates.flatMap((line) => {
    const target = targetAt(editor, path, line);
    const parsed = target && parseTaskLine(target.source);
    return parsed && stateOf(readFields(parsed), rules) === 'proposal' ? [target] : [];
  });
}

function targetAt(editor: Editor, path: string, line: number): PromptTarget | null {
  if (line >= editor.lineCount()) return null;
  const source = editor.getLine(line);
  const parsed = parseTaskLine(source);
  if (!parsed) return null;
  const fields = readFields(parsed);
  // The place is exact: it is read and used in the same turn, or found again by its text.
  return {
    path,
    line,
    source,
    heading: '',
    ordinal: 0,
    text: editableText(parsed),
    priority: fields.priority,
    due: fields.dates.due === null ? null : parseDay(fields.dates.due),
    start: fields.dates.start === null ? null : parseDay(fields.dates.start),
  };
}
