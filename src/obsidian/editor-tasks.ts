import type { Editor } from 'obsidian';
import { scanBlocks } from '../core/text/blocks';
import { taskAt } from './in-note/task-at';
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
  const found = [...lines]
    .sort((a, b) => a - b)
    .flatMap((line) => taskAt(path, line, editor.getLine(line)) ?? []);
  if (found.length < 2) return found;
  // Who selects many lines does not look at each: an example in code is not meant.
  const outside = new Set(scanBlocks(editor.getValue()).candidates.map(({ line }) => line));
  return found.filter(({ line }) => outside.has(line));
}
