/** Turns a note's text into the entry that the index keeps. */
import { type Day, parseDay } from '../date/day';
import { type LineRules, stateOf } from '../line/rules';
import { editableText } from '../line/words';
import { allAtOnce } from '../shared/collect';
import { ownerRun, readOwners } from '../line/owner';
import { findProblems } from '../line/problems';
import { parseTaskLine, readFields } from '../line/task-line';
import { ownCopy } from '../shared/pool';
import { lineEndOf, type LineSpan, type NoteBlocks, scanBlocks } from '../text/blocks';
import { NoteText } from '../text/note-text';
import type { Frontmatter } from './frontmatter';
import { keptTask, sharedText } from './kept-task';
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
  const { text, taskLines } = note;
  const hasTasks = taskLines ? taskLines.length > 0 : mayHoldTasks(text);
  const blocks = scanBlocks(text, !hasTasks);
  const title = ownCopy(blocks.headings[0]?.text ?? note.firstHeading ?? '');
  const facts = readNoteFacts(note.path, note.frontmatter, title, note.modified);
  const spans = taskLines ? hintedSpans(text, taskLines, blocks) : blocks.candidates;
  const tasks: TaskItem[] = [];
  /** The heading above the first line of each text, and how many there are where it comes again. */
  const first = new Map<string, string>();
  const seen = new Map<string, number>();
  // Where the app sees other tasks than the search, twins are counted as the search for a line will count them.
  const { candidates } = blocks;
  const isAlike =
    candidates.length === spans.length && spans.every(({ line }, at) => line === candidates[at]?.line);
  const twins = isAlike ? null : new NoteText(text);
  let headings = 0;
  for (const [at, span] of spans.entries()) {
    if (at % LINES_A_STEP === LINES_A_STEP - 1) yield;
    while ((blocks.headings[headings]?.line ?? Infinity) < span.line) headings++;
    const heading = headings > 0 ? sharedText(blocks.headings[headings - 1]?.text ?? '') : '';
    const source = ownCopy(text.slice(span.from, span.to));
    // Headings count by their text, so that a section which moves keeps its lines apart from others.
    const known = first.get(source);
    const place = known === undefined ? '' : `${heading}\n${source}`;
    const counted = known === undefined ? 0 : (seen.get(place) ?? (known === heading ? 1 : 0));
    const ordinal = twins?.refOf(span.line).ordinal ?? counted;
    const item = readItem(note.path, span.line, source, heading, ordinal, rules);
    if (!item) continue;
    if (known === undefined) first.set(source, heading);
    else seen.set(place, ordinal + 1);
    tasks.push(item);
  }
  // An array that grew has room for more; a copy has not.
  return { path: note.path, facts, tasks: tasks.slice(), frontmatterBroken: note.frontmatterBroken ?? false };
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
    return readItem(path, line, source, heading, ordinal, rules) ?? [];
  });
  return { ...saved, facts, tasks };
}

function readItem(
  path: string,
  line: number,
  source: string,
  heading: string,
  ordinal: number,
  rules: ReadRules,
): TaskItem | null {
  const parsed = parseTaskLine(source);
  if (!parsed) return null;
  const fields = readFields(parsed);
  const { dates } = fields;
  const run = ownerRun(parsed);
  return keptTask({
    path,
    line,
    source,
    heading,
    ordinal,
    symbol: fields.symbol,
    state: stateOf(fields, rules.line),
    text: editableText(parsed, run),
    tags: fields.tags,
    owners: readOwners(parsed, rules.ownNames, run),
    priority: fields.priority,
    due: parseDay(dates.due),
    scheduled: parseDay(dates.scheduled),
    start: parseDay(dates.start),
    done: parseDay(dates.done),
    cancelled: parseDay(dates.cancelled),
    recurs: fields.recurrence !== null,
    problems: findProblems(parsed),
  });
}

/** Whether there is anything like a checkbox in a text: most texts have none, and need no scan to see that. */
export function mayHoldTasks(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (text[at + 2] === ']' || text[at + 3] === ']') return true;
  }
  return false;
}

/** Metadata can be older than the text: a line that is gone is left out, two items on one line count once. */
function hintedSpans(text: string, lines: readonly number[], blocks: NoteBlocks): LineSpan[] {
  const { lineStarts } = blocks;
  const spans: LineSpan[] = [];
  let last = -1;
  for (const line of [...lines].sort((a, b) => a - b)) {
    const from = lineStarts[line];
    if (from === undefined || line === last) continue;
    spans.push({ line, from, to: lineEndOf(text, lineStarts, line) });
    last = line;
  }
  return spans;
}
