/** The lines of a note's text, and how a line is found again that was seen earlier. */
import { countBefore, groupBy } from '../shared/collect';
import { lineEndOf, lineStartsOf, type NoteBlocks, scanBlocks } from './blocks';

/** After so many searches through the text, a table of all its lines is cheaper. */
const MOST_SEARCHES = 8;

/** The ordinal of a line in code that has twins outside of it: no text has so many. */
const NO_TWIN = 1e9;

/** A line as it was seen: where it stood, what it said, and which of its twins it was. */
export interface LineRef {
  /** Counts from 0. */
  readonly line: number;
  /** Without its line ending. */
  readonly source: string;
  /** The text of the nearest heading above; empty without one. */
  readonly heading: string;
  /** How many identical lines stand before it under headings of that text. */
  readonly ordinal: number;
}

/** Where a line is now, or why nobody can tell. */
export type Placement =
  | { readonly kind: 'found'; readonly line: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'ambiguous' };

/** A text with line feeds as its only line endings, as editors hold it. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A note's text by lines. Line endings may be mixed; each line keeps its own. */
export class NoteText {
  readonly #starts: readonly number[];
  #scanned: NoteBlocks | null = null;
  #candidates: ReadonlySet<number> | null = null;
  /** Of each text that was asked for, its lines under each heading, in order. */
  readonly #twins = new Map<string, ReadonlyMap<string, readonly number[]>>();
  #searches = 0;
  #bySource: Map<string, number[]> | null = null;

  constructor(readonly text: string) {
    this.#starts = lineStartsOf(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset behind the last character of a line, before its line ending. */
  endOf(line: number): number {
    return lineEndOf(this.text, this.#starts, line);
  }

  /** A line without its line ending. */
  line(line: number): string {
    return this.raw(line, line);
  }

  /** Lines from `first` to `last`, joined by line feeds, whatever ends them here. */
  joined(first: number, last: number): string {
    let text = this.line(first);
    for (let line = first + 1; line <= last; line++) text += `\n${this.line(line)}`;
    return text;
  }

  /** Lines from `first` to `last` as they stand in the text, without the last line ending. */
  raw(first: number, last: number): string {
    return this.text.slice(this.startOf(first), this.endOf(last));
  }

  /** The line ending to use beside a line: its own, else that of the line before, else a line feed. */
  lineEnding(line: number): string {
    for (const at of [line, line - 1]) {
      const next = this.#starts[at + 1];
      if (at >= 0 && next !== undefined) return this.text.slice(this.endOf(at), next);
    }
    return '\n';
  }

  /**
   * Finds a line again: by its exact text at the remembered line under its heading; else as the only line of that
   * text; else, among lines of that text, as the one with the same ordinal under the same heading; else at the
   * remembered line, whatever its heading is now.
   */
  find(ref: LineRef): Placement {
    const isHere = ref.line < this.lineCount && this.line(ref.line) === ref.source;
    // A twin from elsewhere can have come to stand here.
    if (isHere && this.#headingOf(ref.line) === ref.heading) return { kind: 'found', line: ref.line };
    const twins = this.#linesOf(ref.source);
    const [only, second] = twins;
    if (only === undefined) return isHere ? { kind: 'found', line: ref.line } : { kind: 'gone' };
    if (second === undefined) return { kind: 'found', line: only };
    const twin = this.#twinsOf(ref.source, twins).get(ref.heading)?.[ref.ordinal];
    const line = twin ?? (isHere ? ref.line : undefined);
    return line === undefined ? { kind: 'ambiguous' } : { kind: 'found', line };
  }

  /** How a line of this text is found again later. */
  refOf(line: number): LineRef {
    const source = this.line(line);
    const heading = this.#headingOf(line);
    const twins = this.#twinsOf(source).get(heading) ?? [];
    const at = countBefore(twins.length, (twin) => (twins[twin] ?? line) < line);
    return { line, source, heading, ordinal: twins[at] === line ? at : NO_TWIN };
  }

  /** Kept, because a change of many lines asks for the same text again and again. */
  #twinsOf(source: string, lines?: readonly number[]): ReadonlyMap<string, readonly number[]> {
    const known = this.#twins.get(source);
    if (known) return known;
    const all = lines ?? this.#linesOf(source);
    const candidates = (this.#candidates ??= new Set(this.#blocks().candidates.map(({ line }) => line)));
    // Where some stand outside code and comments, only those count as twins of a task.
    const outside = all.filter((line) => candidates.has(line));
    const byHeading = groupBy(outside.length > 0 ? outside : all, (line) => this.#headingOf(line));
    this.#twins.set(source, byHeading);
    return byHeading;
  }

  #blocks(): NoteBlocks {
    this.#scanned ??= scanBlocks(this.text);
    return this.#scanned;
  }

  #linesOf(source: string): readonly number[] {
    if (source === '') return [];
    if (this.#searches++ < MOST_SEARCHES) return this.#searchLines(source);
    this.#bySource ??= groupBy(this.#starts.keys(), (line) => this.line(line));
    return this.#bySource.get(source) ?? [];
  }

  #searchLines(source: string): number[] {
    const found: number[] = [];
    for (let at = this.text.indexOf(source); at >= 0; at = this.text.indexOf(source, at + source.length)) {
      const line = countBefore(this.lineCount, (before) => this.startOf(before) <= at) - 1;
      if (this.startOf(line) === at && this.endOf(line) === at + source.length) found.push(line);
    }
    return found;
  }

  #headingOf(line: number): string {
    const { headings } = this.#blocks();
    return (
      headings[countBefore(headings.length, (at) => (headings[at]?.line ?? line) < line) - 1]?.text ?? ''
    );
  }
}
