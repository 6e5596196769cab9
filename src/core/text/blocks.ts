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
  /** The line behind the closing `---` of the frontmatter; 0 without frontmatter. */
  readonly bodyLine: number;
}

const CHECKBOX = /^[\s>]*(?:[-*+]|\d+[.)]) +\[[^\r\n]{1,2}\]/;
/** A line that begins a list item, whatever is in it. */
export const LIST_ITEM = /^[\s>]*(?:[-*+]|\d+[.)])(?:[ \t]|$)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const PLAIN_HEADING = /^#{1,6} [^#\r\u2028\u2029]+$/;
/** Makes a heading of the paragraph above it. */
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** What begins a line that belongs to no paragraph, besides list items. */
const NO_PROSE = /^\s*(?:>|#{1,6}[ \t]|```|~~~|%%|<!--|\$\$|([-*_])(?:[ \t]*\1){2,}[ \t]*$|$)/;
const FENCE = /^([\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/;

const TAB = 0x09;
const SPACE = 0x20;
const HASH = 0x23;
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

/** Scans a whole note, or as far as to its first heading. */
export function scanBlocks(text: string, toHeading = false): NoteBlocks {
  return new BlockScanner(text).run(toHeading);
}

/** What begins and ends a part that hides tasks, besides fences. Math begins behind a blank line only. */
const HIDING = [
  ['<!--', '-->'],
  ['%%', '%%'],
  ['$$', '$$'],
] as const;

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly quotes: number;
  readonly indent: number;
}

class BlockScanner {
  readonly #headings: HeadingLine[] = [];
  readonly #candidates: LineSpan[] = [];
  #fence: Fence | null = null;
  /** What ends the comment or block of math that the scan is in; empty outside of these. */
  #closer = '';
  #inList = false;
  #afterBlank = true;
  /** Behind the frontmatter, and behind the last heading with an underline. */
  #proseFrom = 0;

  constructor(private readonly text: string) {}

  run(toHeading: boolean): NoteBlocks {
    const { text } = this;
    const headings = this.#headings;
    const body = this.#findBody();
    let bodyLine = 0;
    for (let line = 0, from = 0, feed = 0; feed >= 0; line++, from = feed + 1) {
      feed = text.indexOf('\n', from);
      if (from < body) this.#proseFrom = bodyLine = line + 1;
      // Half of all lines, and needs no look at what is in it.
      else if (feed === from && !this.#fence && this.#closer === '') this.#afterBlank = true;
      else this.#readLine(line, from, endWithoutReturn(text, from, feed < 0 ? text.length : feed));
      if (toHeading && headings.length > 0) break;
    }
    return { headings, candidates: this.#candidates, bodyLine };
  }

  /** Where the text behind the frontmatter begins. */
  #findBody(): number {
    const { text } = this;
    const isFence = (from: number, feed = text.indexOf('\n', from)): boolean =>
      text.slice(from, feed < 0 ? text.length : feed).trimEnd() === '---';
    if (!text.startsWith('---') || !isFence(0)) return 0;
    for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 1)) {
      // From here on the last line of it ends.
      if (isFence(at + 1)) return at + 2;
    }
    return 0;
  }

  #readLine(line: number, from: number, to: number): void {
    if (!this.#fence && this.#closer === '' && this.#readPlainLine(line, from, to)) return;
    const text = this.text.slice(from, to);
    if (this.#fence && !this.#leavesFence(text, this.#fence)) return;
    if (this.#closer !== '') {
      if (text.includes(this.#closer)) this.#closer = '';
      return;
    }
    if (text.trim() === '') {
      this.#afterBlank = true;
      return;
    }
    const indented = /^(?: {4}|\t)/.test(text);
    const isCode = indented && this.#afterBlank && !this.#inList;
    // Without a blank line before it, such a line goes on with the paragraph above.
    const isItem = (!indented || this.#inList) && LIST_ITEM.test(text);
    if (isItem) this.#inList = true;
    else if (this.#afterBlank && !/^\s/.test(text)) this.#inList = false;
    const wasBlank = this.#afterBlank;
    this.#afterBlank = isCode ? wasBlank : false;
    if (isCode || this.#opensFence(text) || this.#opensComment(text, wasBlank)) return;
    if (text.charCodeAt(0) <= HASH && this.#readHeading(line, text)) return;
    if (isItem && CHECKBOX.test(text)) {
      this.#candidates.push({ line, from, to });
    } else if (!wasBlank && !this.#inList && UNDERLINE.test(text)) {
      this.#readUnderline(line, from, text.includes('=') ? 1 : 2);
    }
  }

  /** Whether the line is a heading. */
  #readHeading(line: number, text: string): boolean {
    // Nearly all headings are plain, and to take one apart by an expression costs three times as much.
    let level = PLAIN_HEADING.test(text) ? text.indexOf(' ') : 0;
    let own = text.slice(level);
    if (level === 0) {
      const heading = HEADING.exec(text);
      if (!heading) return false;
      [, { length: level } = '#', own = ''] = heading;
    }
    this.#headings.push({ line, level, text: own.trim() });
    this.#inList = false;
    return (this.#afterBlank = true);
  }

  /** The heading that an underline makes of the paragraph above it, if it is one. */
  #readUnderline(line: number, from: number, level: number): void {
    const lines: string[] = [];
    for (let end = from, first = line; first > this.#proseFrom; first--) {
      const start = this.text.lastIndexOf('\n', end - 2) + 1;
      const above = this.text.slice(start, endWithoutReturn(this.text, start, end - 1));
      if (NO_PROSE.test(above) || LIST_ITEM.test(above)) break;
      lines.unshift(above.trim());
      end = start;
    }
    if (lines.length === 0) return;
    this.#headings.push({ line: line - lines.length, level, text: lines.join(' ') });
    this.#proseFrom = line + 1;
    this.#afterBlank = true;
  }

  /**
   * Most lines are prose, or items of a list with nothing special in them: what they change is told from their
   * first characters, without an expression. Returns whether the line was one of these.
   */
  #readPlainLine(line: number, from: number, to: number): boolean {
    const { text } = this;
    let at = from;
    let unit = at < to ? text.charCodeAt(at) : NEVER;
    while (unit === SPACE || unit === TAB) unit = ++at < to ? text.charCodeAt(at) : NEVER;
    if (unit === NEVER) {
      this.#afterBlank = true;
      return true;
    }
    if (mayBeginBlock(unit)) {
      // What begins like a heading and is none may still be anything: a tag, or seven marks.
      if (unit === HASH && at === from && this.#readHeading(line, text.slice(from, to))) return true;
      if (unit !== MINUS && unit !== ASTERISK && unit !== PLUS) return false;
      const next = at + 1 < to ? text.charCodeAt(at + 1) : SPACE;
      if (next === SPACE || next === TAB) return this.#readPlainItem(line, at + 1, from, to);
      if (unit === MINUS && next === MINUS) return false;
    }
    const indented = at > from && (text.charCodeAt(from) === TAB || text.startsWith('    ', from));
    if (this.#afterBlank && at === from) this.#inList = false;
    // Code stays code until a line that is not indented.
    if (!indented || !this.#afterBlank || this.#inList) this.#afterBlank = false;
    return true;
  }

  /** A list item whose marker ends at `at`, as long as nothing else can begin behind it. */
  #readPlainItem(line: number, at: number, from: number, to: number): boolean {
    const { text } = this;
    let next = at;
    while (next < to && text.charCodeAt(next) === SPACE) next++;
    const unit = next < to ? text.charCodeAt(next) : NEVER;
    const first = text.charCodeAt(from);
    if (first === SPACE || first === TAB || unit === TAB || mayBeginBlock(unit)) return false;
    this.#inList = true;
    this.#afterBlank = false;
    if (unit === BRACKET && CHECKBOX.test(text.slice(from, next + 5)))
      this.#candidates.push({ line, from, to });
    return true;
  }

  /** Closes the fence if this line ends it. A line outside the fence's container closes it and is read itself. */
  #leavesFence(text: string, fence: Fence): boolean {
    const quotes = quoteDepth(text);
    if (quotes < fence.quotes || (text.trim() !== '' && indentOf(text) < fence.indent)) {
      this.#fence = null;
      return true;
    }
    const bare = text.replace(/^[\s>]*/, '').trimEnd();
    // A quote inside the code is part of it, and so are fences in that quote.
    const isOwn = quotes === fence.quotes && bare.length >= fence.length;
    const closes = isOwn && bare === fence.mark.repeat(bare.length);
    if (closes) this.#fence = null;
    return false;
  }

  #opensFence(text: string): boolean {
    const match = FENCE.exec(text);
    if (!match) return false;
    const [, before = '', ticks = '', info = ''] = match;
    const mark = ticks.charAt(0);
    if (mark === '`' && info.includes('`')) return false;
    const quotes = quoteDepth(before);
    // Inside a list item the code ends with the item, at the first line that is not indented.
    const indent = quotes === 0 && (this.#inList || /[-*+.)]/.test(before)) && before.length > 0 ? 1 : 0;
    this.#fence = { mark, length: ticks.length, quotes, indent };
    return true;
  }

  #opensComment(text: string, afterBlank: boolean): boolean {
    const start = text.trimStart();
    for (const [opener, closer] of HIDING) {
      if (!start.startsWith(opener) || (opener === '$$' && !afterBlank)) continue;
      if (!start.includes(closer, opener.length)) this.#closer = closer;
      return true;
    }
    return false;
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
  return endWithoutReturn(text, starts[line] ?? end, end);
}

function endWithoutReturn(text: string, from: number, end: number): number {
  return end > from && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

function quoteDepth(text: string): number {
  const lead = /^[\s>]*/.exec(text)?.[0] ?? '';
  let depth = 0;
  for (const character of lead) if (character === '>') depth++;
  return depth;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
