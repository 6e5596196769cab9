/** Puts a new task line into a note: behind its last task, else at its end. Nothing that is there moves apart. */
import { lastOf } from '../shared/collect';
import { LIST_ITEM, scanBlocks } from '../text/blocks';
import { insertAt } from '../text/text-edit';
import { NoteText } from '../text/note-text';
import { parseTaskLine } from '../line/task-line';
import { applyChanges, type LineChange } from './apply-changes';

/** Lines that end a list item although they are not blank: headings, fences, rules, tables, quotes. */
const OTHER_BLOCK = /^\s*(?:#{1,6}\s|```|~~~|(?:[-*_]\s*){3,}$|\||>|%%|\$\$|<)/;

/**
 * The change that adds a task to a note: an insertion behind the last task and all that belongs to it, with the
 * same indentation; in a note without tasks behind its last line. `task` begins with its checkbox: `[ ] Call Bo`.
 * `null` where the line would be no task, in a note that ends within code or a comment.
 */
export function insertTask(text: string, task: string): LineChange | null {
  const note = new NoteText(text);
  const { candidates, headings, bodyLine } = scanBlocks(text);
  const last = lastOf(candidates)?.line ?? -1;
  const section = headings.filter(({ line }) => line < last).pop()?.line ?? bodyLine - 1;
  const items = candidates
    .filter(({ line }) => line > section)
    .map(({ line }) => ({ line, prefix: prefixOf(note.line(line)) }));
  const outermost = Math.min(...items.map(({ prefix }) => prefix.indent.length));
  const sibling = items.filter(({ prefix }) => prefix.indent.length === outermost).pop();
  const tries = [change(note, lastLine(note, bodyLine), `- ${task}`)];
  if (sibling) {
    const { indent, marker } = sibling.prefix;
    tries.unshift(change(note, endOfItem(note, sibling.line, indent), `${indent}${marker} ${task}`));
  }
  return tries.find((attempt) => onlyAdds(text, attempt, candidates.length)) ?? null;
}

function change(note: NoteText, line: number, added: string): LineChange {
  const source = note.line(line);
  const isList = LIST_ITEM.test(source) || LIST_ITEM.test(note.line(line - 1));
  const gap = source.trim() === '' ? '' : isList || /^[\s>]+/.test(source) ? '\n' : '\n\n';
  return { ref: note.refOf(line), edits: [insertAt(source.length, gap + added)] };
}

/** Whether a change makes one task more, and all others stay the tasks that they are. */
function onlyAdds(text: string, attempt: LineChange, count: number): boolean {
  const after = applyChanges(text, [attempt]).text;
  return scanBlocks(after).candidates.length === count + 1;
}

function prefixOf(source: string): { indent: string; marker: string } {
  const scan = parseTaskLine(source)?.scan;
  if (!scan) return { indent: /^[\s>]*/.exec(source)?.[0] ?? '', marker: '-' };
  const marker = source.slice(scan.indentTo, scan.markerTo);
  // The next number of a numbered list is nobody's business here; Markdown counts on by itself.
  return { indent: source.slice(0, scan.indentTo), marker: marker.trim() };
}

/** The last line of a list item: its continuation, and what is indented below it. */
function endOfItem(note: NoteText, line: number, indent: string): number {
  const isBlank = (at: number): boolean => /^[\s>]*$/.test(note.line(at));
  const isInside = (at: number): boolean => {
    const text = note.line(at);
    return text.startsWith(indent) && /^[ \t]/.test(text.slice(indent.length));
  };
  let end = line;
  for (let at = line + 1; at < note.lineCount; at++) {
    if (isBlank(at)) continue;
    const isNext = at === end + 1;
    const isLazy = isNext && !LIST_ITEM.test(note.line(at)) && !OTHER_BLOCK.test(note.line(at));
    if (!isInside(at) && !isLazy) break;
    end = at;
  }
  return end;
}

/** The last line with text from a line on, or else that line. */
export function lastLine(note: NoteText, first: number): number {
  let at = note.lineCount - 1;
  while (at > first && note.line(at).trim() === '') at--;
  return at;
}
