/** What the history says of a change. */
import { type ChangedNote, changedLines, type HistoryEntry } from '../edit/history-record';
import { countOf } from '../edit/wording';
import { parseTaskLine } from '../line/task-line';
import { editableText } from '../line/words';
import { sumOf } from '../shared/collect';

/** A line of a change, or lines that changed together. */
export interface ShownLine {
  readonly path: string;
  /** Where it stood when it was written, from 0. */
  readonly line: number;
  readonly before: string;
  /** Empty where the line was taken out. */
  readonly after: string;
  /** Taking it back was tried, and the line was not what was written any more. */
  readonly stuck: boolean;
}

/** All lines of a change, note by note: first those that still stand in the notes. */
export function shownLines({ done, undone }: HistoryEntry): ShownLine[] {
  const show = ({ path, regions, stuck = false }: ChangedNote, turned: boolean): ShownLine[] =>
    regions.map((region) => {
      const lines = changedLines(region);
      const [was, is] = [lines.before.join('\n'), lines.after.join('\n')];
      if (turned) return { path, line: region.line, before: is, after: was, stuck: false };
      return { path, line: region.line, before: was, after: is, stuck };
    });
  return [...done.flatMap((note) => show(note, false)), ...undone.flatMap((note) => show(note, true))];
}

/** What was changed, the words of a task or "3 lines in 2 notes", and what became of it; empty while all of it stands. */
export function changeSummary(entry: HistoryEntry): [what: string, state: string] {
  const { done, undone } = entry;
  const count = (notes: readonly ChangedNote[]): number => sumOf(notes, ({ regions }) => regions.length);
  const paths = new Set([...done, ...undone].map(({ path }) => path));
  const total = count(done) + count(undone);
  const stuck = count(done.filter((note) => note.stuck));
  const [only] = total === 1 ? shownLines(entry) : [];
  const task = only ? parseTaskLine(only.before || only.after) : null;
  const what = task ? editableText(task) : `${countOf(total, 'line')} in ${countOf(paths.size, 'note')}`;
  if (stuck > 0) return [what, `${stuck} of ${total} could not be undone`];
  if (done.length === 0) return [what, 'Undone'];
  return [what, undone.length > 0 ? `${count(undone)} of ${total} undone` : ''];
}

/** Lines that share less than half of their words are two lines, not one that was edited. */
const ALIKE = 0.5;

/**
 * The line that another one has probably become: the one that shares most words with it, and stands nearest to where
 * that stood. `null` when no line is like it.
 */
export function nearestLine(text: string, wanted: string, line: number): string | null {
  const words = wordsOf(wanted);
  let best: string | null = null;
  let [bestShare, bestWay] = [ALIKE, Infinity];
  text.split(/\r?\n/).forEach((candidate, at) => {
    const others = wordsOf(candidate);
    const common = [...others].filter((word) => words.has(word)).length;
    const share = (2 * common) / (words.size + others.size);
    const way = Math.abs(at - line);
    if (share > bestShare || (share === bestShare && way < bestWay)) {
      [best, bestShare, bestWay] = [candidate, share, way];
    }
  });
  return best;
}

function wordsOf(line: string): Set<string> {
  return new Set(line.match(/[\p{L}\p{N}]+/gu));
}
