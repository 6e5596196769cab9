/**
 * Finds the lines of a note that can hold tasks, and its headings, without a Markdown parser: one pass over
 * the lines that knows what hides a list item (frontmatter, fenced and indented code, comments, math).
 * Where Obsidian's own metadata is at hand, that decides instead; see `read-note.ts`.
 */

/** A heading; `line` counts from 0. */
export interface HeadingLine {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** A line by its place in the text, without its line ending. */
export interface LineSpan {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What one pass over a note finds. */
export interface NoteBlocks {
  readonly headings: readonly HeadingLine[];
  /** Lines outside code and comments that look like a list item with a checkbox. */
  readonly candidates: readonly LineSpan[];
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** The line behind the closing `---` of the frontmatter; 0 without frontmatter. */
  readonly bodyLine: number;
}

const CHECKBOX = /^[\s>]*(?:[-*+]|\d+[.)]) +\[[^\r\n]{1,2}\]/;
/** A line that begins a list item, whatever is in it. */
export const LIST_ITEM = /^[\s>]*(?:[-*+]|\d+[.)])(?:[ \t]|$)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^([\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/;

/** What hides the lines up to its end. */
const HIDING = /^\s*(<!--|%%|\$\$)/;

const TAB = 0x09;
const SPACE = 0x20;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const BRACKET = 0x5b;
/** No character at all: the end of a line. */
const NEVER = -1;

/** Whether a line with this first character can be more than prose: markers, digits, white space of other scripts. */
function mayBeginBlock(unit: number): boolean {
  if (unit > 0x7e) return unit < 0xa1 || (unit > 0x167f && String.fromCharCode(unit).trim() === '');
  if (unit > 0x40) return unit === 0x60 || unit === 0x7e;
  // Of the other signs, quotes and parentheses begin many a sentence.
  return unit !== NEVER && unit !== 0x22 && unit !== 0x28;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly quotes: number;
  readonly indent: number;
}

/** Scans a whole note. */
export function scanBlocks(text: string): NoteBlocks {
  return new BlockScanner(text).run();
}

/** A class, because engines make faster code of it than of functions that share variables. */
class BlockScanner {
  private readonly headings: HeadingLine[] = [];
  private readonly candidates: LineSpan[] = [];
  private fence: Fence | null = null;
  /** What ends the comment or math block in which a line lies. */
  private closer: string | null = null;
  private inList = false;
  private afterBlank = true;

  constructor(private readonly text: string) {}

  run(): NoteBlocks {
    const { text, headings, candidates } = this;
    const lineStarts = lineStartsOf(text);
    const bodyLine = bodyLineOf(text, lineStarts);
    for (let line = bodyLine; line < lineStarts.length; line++) {
      this.readLine(line, lineStarts[line] ?? 0, lineEndOf(text, lineStarts, line));
    }
    return { headings, candidates, lineStarts, bodyLine };
  }

  private readLine(line: number, from: number, to: number): void {
    const { text } = this;
    if (this.fence === null && this.closer === null && this.readPlainLine(line, from, to)) return;
    const source = text.slice(from, to);
    if (this.fence && !this.leavesFence(source, this.fence)) return;
    if (this.closer !== null) {
      if (source.includes(this.closer)) this.closer = null;
      return;
    }
    if (source.trim() === '') {
      this.afterBlank = true;
      return;
    }
    const indented = /^(?: {4}|\t)/.test(source);
    const isCode = indented && this.afterBlank && !this.inList;
    // Without a blank line before it, such a line goes on with the paragraph above.
    const isItem = (!indented || this.inList) && LIST_ITEM.test(source);
    if (isItem) this.inList = true;
    else if (this.afterBlank && !/^\s/.test(source)) this.inList = false;
    const wasBlank = this.afterBlank;
    this.afterBlank = isCode && wasBlank;
    if (isCode || this.opensFence(source) || this.opensComment(source, wasBlank)) return;
    const heading = source.charCodeAt(0) <= 0x23 ? HEADING.exec(source) : null;
    if (heading) {
      this.headings.push({ line, level: heading[1]?.length ?? 1, text: (heading[2] ?? '').trim() });
      this.inList = false;
      this.afterBlank = true;
    } else if (isItem && CHECKBOX.test(source)) {
      this.candidates.push({ line, from, to });
    }
  }

  /**
   * Most lines are prose, or items of a list with nothing special in them: what they change is told from their
   * first characters, without an expression. Returns whether the line was one of these.
   */
  private readPlainLine(line: number, from: number, to: number): boolean {
    const { text } = this;
    let at = from;
    let unit = at < to ? text.charCodeAt(at) : NEVER;
    while (unit === SPACE || unit === TAB) unit = ++at < to ? text.charCodeAt(at) : NEVER;
    if (unit === NEVER) {
      this.afterBlank = true;
      return true;
    }
    if (mayBeginBlock(unit)) {
      if (unit !== MINUS && unit !== ASTERISK && unit !== PLUS) return false;
      const next = at + 1 < to ? text.charCodeAt(at + 1) : SPACE;
      if (next === SPACE || next === TAB) return this.readPlainItem(line, at + 1, from, to);
    }
    const indented = at > from && (text.charCodeAt(from) === TAB || text.startsWith('    ', from));
    if (this.afterBlank && at === from) this.inList = false;
    // Code stays code until a line that is not indented.
    if (!indented || !this.afterBlank || this.inList) this.afterBlank = false;
    return true;
  }

  /** A list item whose marker ends at `at`, as long as nothing else can begin behind it. */
  private readPlainItem(line: number, at: number, from: number, to: number): boolean {
    const { text } = this;
    let next = at;
    while (next < to && isBlank(text.charCodeAt(next))) next++;
    const unit = next < to ? text.charCodeAt(next) : NEVER;
    if (isBlank(text.charCodeAt(from)) || mayBeginBlock(unit)) return false;
    this.inList = true;
    this.afterBlank = false;
    if (unit === BRACKET && CHECKBOX.test(text.slice(from, next + 5)))
      this.candidates.push({ line, from, to });
    return true;
  }

  /** Closes the fence if this line ends it. A line outside the fence's container closes it and is read itself. */
  private leavesFence(source: string, { mark, length, quotes, indent }: Fence): boolean {
    const depth = quoteDepth(source);
    // The indent that is asked for is one character, or none.
    const isOutside = depth < quotes || (indent > 0 && /^\S/.test(source));
    const bare = source.replace(/^[\s>]*/, '').trimEnd();
    // A quote inside the code is part of it, and so are fences in that quote.
    const isEnd = depth === quotes && bare.length >= length && bare === mark.repeat(bare.length);
    if (isOutside || isEnd) this.fence = null;
    return isOutside;
  }

  private opensFence(source: string): boolean {
    const match = FENCE.exec(source);
    if (!match) return false;
    const [, before = '', ticks = '', info = ''] = match;
    const mark = ticks.charAt(0);
    if (mark === '`' && info.includes('`')) return false;
    const quotes = quoteDepth(before);
    // Inside a list item the code ends with the item, at the first line that is not indented.
    const indent = quotes === 0 && (this.inList || /[-*+.)]/.test(before)) && before.length > 0 ? 1 : 0;
    this.fence = { mark, length: ticks.length, quotes, indent };
    return true;
  }

  private opensComment(source: string, wasBlank: boolean): boolean {
    // Asked of every line that is not plain: its first character answers mostly.
    const open = '<%$'.includes(source.trimStart().charAt(0)) ? HIDING.exec(source)?.[1] : null;
    if (!open || (open === '$$' && !wasBlank)) return false;
    const close = open === '<!--' ? '-->' : open;
    if (!source.includes(close, source.indexOf(open) + open.length)) this.closer = close;
    return true;
  }
}

/** Offset of the first character of each line. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offset behind the last character of a line, before its line ending. */
export function lineEndOf(text: string, starts: readonly number[], line: number): number {
  const next = starts[line + 1];
  const end = next === undefined ? text.length : next - 1;
  return end > (starts[line] ?? end) && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

/** The first line behind the frontmatter. */
function bodyLineOf(text: string, starts: readonly number[]): number {
  const isMark = (line: number): boolean =>
    text.startsWith('---', starts[line]) &&
    text.slice(starts[line], lineEndOf(text, starts, line)).trimEnd() === '---';
  if (!isMark(0)) return 0;
  for (let line = 1; line < starts.length; line++) if (isMark(line)) return line + 1;
  return 0;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** How many `>` stand before anything else. */
function quoteDepth(text: string): number {
  let depth = 0;
  for (const unit of /^[\s>]*/.exec(text)?.[0] ?? '') if (unit === '>') depth++;
  return depth;
}
