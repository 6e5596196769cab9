/** Turns a note's text into the entry that the index keeps. */
import { type Day, parseDay } from '../date/day';
import { trimEnd } from '../line/characters';
import { type LineRules, stateOf } from '../line/rules';
import { findProblems } from '../line/problems';
import { parseTaskLine, readFields } from '../line/task-line';
import { ownCopy } from '../shared/pool';
import { lineEndOf, type LineSpan, type NoteBlocks, scanBlocks } from '../text/blocks';
import { NoteText } from '../text/note-text';
import type { Frontmatter } from './frontmatter';
import { KeptTask, keptWords, sharedDays, sharedText, sharedTraits } from './kept-task';
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
  const reader = new NoteReader(note, rules);
  reader.readLines(Infinity);
  return reader.entry();
}

/** Reads a note as above, and stops after each few lines, so that a note of very many holds nothing up. */
export function* readNoteInSteps(note: NoteSource, rules: ReadRules): Generator<void, NoteEntry, void> {
  const reader = new NoteReader(note, rules);
  while (!reader.readLines(LINES_A_STEP)) yield;
  return reader.entry();
}

class NoteReader {
  private readonly blocks: NoteBlocks;
  private readonly spans: readonly LineSpan[];
  /** Where the app sees other tasks than the search, twins are counted as the search for a line will count them. */
  private readonly twins: NoteText | null;
  private readonly tasks: TaskItem[] = [];
  private at = 0;
  private headings = 0;
  private heading = '';
  private counter: TwinCounter | null = null;

  constructor(
    private readonly note: NoteSource,
    private readonly rules: ReadRules,
  ) {
    const { text, taskLines } = note;
    const hasTasks = taskLines ? taskLines.length > 0 : mayHoldTasks(text);
    this.blocks = scanBlocks(text, !hasTasks);
    const { candidates } = this.blocks;
    this.spans = taskLines ? hintedSpans(text, taskLines, this.blocks) : candidates;
    const isAlike =
      candidates.length === this.spans.length &&
      this.spans.every(({ line }, at) => line === candidates[at]?.line);
    this.twins = isAlike ? null : new NoteText(text);
  }

  /** Reads so many lines; whether these were the last. */
  readLines(count: number): boolean {
    const { blocks, spans } = this;
    const end = Math.min(this.at + count, spans.length);
    for (let span = spans[this.at]; span && this.at < end; span = spans[++this.at]) {
      const before = this.headings;
      while ((blocks.headings[this.headings]?.line ?? Infinity) < span.line) this.headings++;
      if (this.headings > before) this.heading = sharedText(blocks.headings[this.headings - 1]?.text ?? '');
      this.readLine(span);
    }
    return end === spans.length;
  }

  entry(): NoteEntry {
    const { path, frontmatter, frontmatterBroken = false, firstHeading = '', modified } = this.note;
    const title = ownCopy(this.blocks.headings[0]?.text ?? firstHeading);
    const facts = readNoteFacts(path, frontmatter, title, modified);
    // An array that grew has room for more; a copy has not.
    return { path, facts, tasks: this.tasks.slice(), frontmatterBroken };
  }

  private readLine({ line, from, to }: LineSpan): void {
    const { note, heading, tasks, twins } = this;
    const source = ownCopy(note.text.slice(from, to));
    const ordinal = twins
      ? twins.refOf(line).ordinal
      : (this.counter ??= new TwinCounter(tasks)).countOf(source, heading);
    const item = readItem(note.path, line, source, heading, ordinal, this.rules);
    if (item) tasks.push(item);
  }
}

/** Counts lines that say the same, by the text of their heading: a section that moves keeps its lines apart from others. */
class TwinCounter {
  /** A number of each line. Only lines with the same number can say the same, and mostly no two have. */
  private readonly prints = new Set<number>();
  /** From then on: the heading above the first line of each text, and how many there are where it comes again. */
  private first: Map<string, string> | null = null;
  private readonly seen = new Map<string, number>();

  /** `tasks` are those of the lines that were counted. */
  constructor(private readonly tasks: readonly TaskItem[]) {}

  /** How many such lines were counted before. */
  countOf(source: string, heading: string): number {
    if (!this.first) {
      const { length } = source;
      const print = (length << 16) ^ (source.charCodeAt(length >> 1) << 8) ^ source.charCodeAt(length >> 2);
      if (!this.prints.has(print)) {
        this.prints.add(print);
        return 0;
      }
      this.first = new Map(this.tasks.map((task) => [task.source, task.heading]));
    }
    const known = this.first.get(source);
    if (known === undefined) {
      this.first.set(source, heading);
      return 0;
    }
    const place = `${heading}\n${source}`;
    const count = this.seen.get(place) ?? (known === heading ? 1 : 0);
    this.seen.set(place, count + 1);
    return count;
  }
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
  const { text, scan, mended } = parsed;
  const { dates, symbol, tags, priority, recurrence } = readFields(parsed);
  const { owners, from } = ownersOf(parsed, rules.ownNames);
  const to = trimEnd(text, scan.textFrom, from);
  return new KeptTask(
    { path, line, source, heading, ordinal },
    // Where broken characters were put right, the words stand elsewhere in the line, or not at all.
    keptWords(source, text.slice(scan.textFrom, to), mended ? undefined : scan.textFrom),
    {
      traits: sharedTraits({
        symbol,
        state: stateOf({ symbol, tags }, rules.line),
        tags,
        priority,
        recurs: recurrence !== null,
        problems: findProblems(parsed),
      }),
      owners,
      days: sharedDays({
        due: parseDay(dates.due),
        scheduled: parseDay(dates.scheduled),
        start: parseDay(dates.start),
        done: parseDay(dates.done),
        cancelled: parseDay(dates.cancelled),
      }),
    },
  );
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
