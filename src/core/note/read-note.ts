/** Turns a note's text into the entry that the index keeps. */
import { type Day, parseDay } from '../date/day';
import { trimEnd } from '../line/characters';
import { type LineRules, stateOf } from '../line/rules';
import { findProblems } from '../line/problems';
import { parseTaskLine, readFields } from '../line/task-line';
import { allAtOnce } from '../shared/collect';
import { ownCopy } from '../shared/pool';
import { type LineSpan, scanBlocks } from '../text/blocks';
import { NoteText } from '../text/note-text';
import type { Frontmatter } from './frontmatter';
import { KeptTask, keptWords, sharedDays, sharedText, sharedTraits, type TaskPlace } from './kept-task';
import { ownersOf } from './line-owners';
import { type NoteFacts, readNoteFacts } from './meeting';
import type { TaskItem } from './task-item';

/** A note in scope with its task lines in the order in which they stand in it. */
export interface NoteEntry {
  readonly path: string;
  readonly facts: NoteFacts;
  readonly tasks: readonly TaskItem[];
  /** Set when the frontmatter could be read only in part. */
  readonly frontmatterBroken: boolean;
}

/** What reading depends on besides the note. */
export interface ReadRules {
  readonly line: LineRules;
  /** The `nameKey`s of the user's own names. */
  readonly ownNames: ReadonlySet<string>;
}

/** A note as it comes from the vault. */
export interface NoteSource {
  readonly path: string;
  readonly text: string;
  readonly frontmatter: Frontmatter | null;
  readonly frontmatterBroken?: boolean;
  /** The lines that Obsidian's metadata calls tasks (from 0); without it the text itself is searched. */
  readonly taskLines?: readonly number[];
  /** The first heading, where the text is not given because it holds no tasks. */
  readonly firstHeading?: string;
  /** The day on which its file was last changed. */
  readonly modified?: Day;
}

/** So many task lines are read in about two milliseconds. */
const LINES_A_STEP = 200;

/** Reads a note. Lines that turn out to be no tasks are passed over. */
export function readNote(note: NoteSource, rules: ReadRules): NoteEntry {
  return allAtOnce(readNoteInSteps(note, rules));
}

/** Reads a note as above, and stops after each few lines, so that a note of very many holds nothing up. */
export function* readNoteInSteps(note: NoteSource, rules: ReadRules): Generator<void, NoteEntry, void> {
  const { path, text, taskLines, frontmatterBroken = false } = note;
  const hasTasks = taskLines ? taskLines.length > 0 : mayHoldTasks(text);
  const { headings, candidates } = scanBlocks(text, !hasTasks);
  const title = ownCopy(headings[0]?.text ?? note.firstHeading ?? '');
  const facts = readNoteFacts(path, note.frontmatter, title, note.modified);
  const tasks: TaskItem[] = [];
  // Where the app sees other tasks than the search, twins are counted as the search for a line will count them.
  const twins = taskLines && !sayTheSame(taskLines, candidates) ? new NoteText(text) : null;
  const spans = twins ? hintedSpans(twins, taskLines) : candidates;
  let countTwins: ReturnType<typeof twinCounter> | null = null;
  let nextHeading = 0;
  let heading = '';
  let read = 0;
  for (const { line, from, to } of spans) {
    if (++read % LINES_A_STEP === 0) yield;
    for (let next = headings[nextHeading]; next && next.line < line; next = headings[++nextHeading]) {
      heading = next.text;
    }
    heading = sharedText(heading);
    const source = ownCopy(text.slice(from, to));
    const ordinal = twins ? twins.refOf(line).ordinal : (countTwins ??= twinCounter(tasks))(source, heading);
    const item = readItem({ path, line, source, heading, ordinal }, rules);
    if (item) tasks.push(item);
  }
  // An array that grew has room for more; a copy has not.
  return { path, facts, tasks: tasks.slice(), frontmatterBroken };
}

/** Counts the lines before one that say the same under headings of the same text; `tasks` are those read so far. */
function twinCounter(tasks: readonly TaskItem[]): (source: string, heading: string) => number {
  /** A number of each line. Only lines with the same number can say the same, and mostly no two have. */
  const prints = new Set<number>();
  /** From then on: how many there are. Headings count by their text, so that a section that moves keeps its lines. */
  let counts: Map<string, number> | null = null;
  const keyOf = (source: string, heading: string) => `${heading}\n${source}`;
  return (source, heading) => {
    const { length } = source;
    const print = (length << 16) ^ (source.charCodeAt(length >> 1) << 8) ^ source.charCodeAt(length >> 2);
    if (!counts && prints.size < prints.add(print).size) return 0;
    counts ??= new Map(tasks.map((task) => [keyOf(task.source, task.heading), 1]));
    const key = keyOf(source, heading);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}

/**
 * The entry of a note as it was saved. With `rules` its lines are read anew; without, what was read of them still
 * holds.
 */
export function restoreNote(
  note: Omit<NoteSource, 'text' | 'taskLines'>,
  saved: NoteEntry,
  rules: ReadRules | null,
): NoteEntry {
  const { path, frontmatter, firstHeading = '', modified = null } = note;
  if (!rules) return { ...saved, facts: { ...saved.facts, modified } };
  const facts = readNoteFacts(path, frontmatter, firstHeading, modified);
  const tasks = saved.tasks.flatMap(({ line, source, heading, ordinal }) => {
    return readItem({ path, line, source, heading, ordinal }, rules) ?? [];
  });
  return { ...saved, facts, tasks };
}

function readItem(place: TaskPlace, rules: ReadRules): TaskItem | null {
  const parsed = parseTaskLine(place.source);
  if (!parsed) return null;
  const { text, scan, mended } = parsed;
  const { dates, symbol, tags, priority, recurrence } = readFields(parsed);
  const { owners, from } = ownersOf(parsed, rules.ownNames);
  const words = text.slice(scan.textFrom, trimEnd(text, scan.textFrom, from));
  const traits = sharedTraits({
    symbol,
    state: stateOf({ symbol, tags }, rules.line),
    tags,
    priority,
    recurs: recurrence !== null,
    problems: findProblems(parsed),
  });
  const days = sharedDays({
    due: parseDay(dates.due),
    scheduled: parseDay(dates.scheduled),
    start: parseDay(dates.start),
    done: parseDay(dates.done),
    cancelled: parseDay(dates.cancelled),
  });
  // Where broken characters were put right, the words stand elsewhere in the line, or not at all.
  const kept = keptWords(place.source, words, mended ? undefined : scan.textFrom);
  return new KeptTask(place, kept, { traits, owners, days });
}

/** Whether there is anything like a checkbox in a text: most texts have none, and need no scan to see that. */
export function mayHoldTasks(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (text.charCodeAt(at + 2) === 0x5d || text.charCodeAt(at + 3) === 0x5d) return true;
  }
  return false;
}

/** Whether metadata names just the lines that were found. */
function sayTheSame(lines: readonly number[], spans: readonly LineSpan[]): boolean {
  return lines.length === spans.length && spans.every(({ line }, at) => line === lines[at]);
}

/** Metadata can be older than the text: a line that is gone is left out, two items on one line count once. */
function hintedSpans(text: NoteText, lines: readonly number[] = []): LineSpan[] {
  return [...new Set(lines)]
    .filter((line) => line < text.lineCount)
    .sort((a, b) => a - b)
    .map((line) => ({ line, from: text.startOf(line), to: text.endOf(line) }));
}
