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

/** What hides lines, by what begins and what ends it. */
const HIDING = [
  ['<!--', '-->'],
  ['%%', '%%'],
  ['$$', '$$'],
] as const;

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
  const headings: HeadingLine[] = [];
  const candidates: LineSpan[] = [];
  const lineStarts = lineStartsOf(text);
  const bodyLine = bodyLineOf(text, lineStarts);
  let fence: Fence | null = null;
  /** What ends the comment or math block in which a line lies. */
  let closer: string | null = null;
  let inList = false;
  let afterBlank = true;

  /**
   * Most lines are prose, or items of a list with nothing special in them: what they change is told from their
   * first characters, without an expression. Returns whether the line was one of these.
   */
  const readPlainLine = (line: number, from: number, to: number): boolean => {
    let at = from;
    let unit = at < to ? text.charCodeAt(at) : NEVER;
    while (unit === SPACE || unit === TAB) unit = ++at < to ? text.charCodeAt(at) : NEVER;
    if (unit === NEVER) {
      afterBlank = true;
      return true;
    }
    if (mayBeginBlock(unit)) {
      if (unit !== MINUS && unit !== ASTERISK && unit !== PLUS) return false;
      const next = at + 1 < to ? text.charCodeAt(at + 1) : SPACE;
      if (next === SPACE || next === TAB) return readPlainItem(line, at + 1, from, to);
    }
    const indented = at > from && (text.charCodeAt(from) === TAB || text.startsWith('    ', from));
    if (afterBlank && at === from) inList = false;
    // Code stays code until a line that is not indented.
    if (!indented || !afterBlank || inList) afterBlank = false;
    return true;
  };

  /** A list item whose marker ends at `at`, as long as nothing else can begin behind it. */
  const readPlainItem = (line: number, at: number, from: number, to: number): boolean => {
    let next = at;
    while (next < to && isBlank(text.charCodeAt(next))) next++;
    const unit = next < to ? text.charCodeAt(next) : NEVER;
    if (isBlank(text.charCodeAt(from)) || mayBeginBlock(unit)) return false;
    inList = true;
    afterBlank = false;
    if (unit === BRACKET && CHECKBOX.test(text.slice(from, next + 5))) candidates.push({ line, from, to });
    return true;
  };

  /** Closes the fence if this line ends it. A line outside the fence's container closes it and is read itself. */
  const leavesFence = (source: string, { mark, length, quotes, indent }: Fence): boolean => {
    const depth = quoteDepth(source);
    const start = source.trimStart();
    const isOutside = depth < quotes || (start !== '' && source.length - start.length < indent);
    const bare = source.replace(/^[\s>]*/, '').trimEnd();
    // A quote inside the code is part of it, and so are fences in that quote.
    const isEnd = depth === quotes && bare.length >= length && bare === mark.repeat(bare.length);
    if (isOutside || isEnd) fence = null;
    return isOutside;
  };

  const opensFence = (source: string): boolean => {
    const [, before = '', ticks = '', info = ''] = FENCE.exec(source) ?? [];
    const mark = ticks.charAt(0);
    if (!mark || (mark === '`' && info.includes('`'))) return false;
    const quotes = quoteDepth(before);
    // Inside a list item the code ends with the item, at the first line that is not indented.
    const indent = quotes === 0 && (inList || /[-*+.)]/.test(before)) && before.length > 0 ? 1 : 0;
    fence = { mark, length: ticks.length, quotes, indent };
    return true;
  };

  const opensComment = (source: string, wasBlank: boolean): boolean => {
    const start = source.trimStart();
    const [open = '', close = ''] = HIDING.find(([mark]) => start.startsWith(mark)) ?? [];
    if (!open || (open === '$$' && !wasBlank)) return false;
    if (!start.includes(close, open.length)) closer = close;
    return true;
  };

  const readLine = (line: number, from: number, to: number): void => {
    if (fence === null && closer === null && readPlainLine(line, from, to)) return;
    const source = text.slice(from, to);
    if (fence && !leavesFence(source, fence)) return;
    if (closer !== null) {
      if (source.includes(closer)) closer = null;
      return;
    }
    if (source.trim() === '') {
      afterBlank = true;
      return;
    }
    const indented = /^(?: {4}|\t)/.test(source);
    const isCode = indented && afterBlank && !inList;
    // Without a blank line before it, such a line goes on with the paragraph above.
    const isItem = (!indented || inList) && LIST_ITEM.test(source);
    if (isItem) inList = true;
    else if (afterBlank && !/^\s/.test(source)) inList = false;
    const wasBlank = afterBlank;
    afterBlank = isCode && wasBlank;
    if (isCode || opensFence(source) || opensComment(source, wasBlank)) return;
    const heading = source.charCodeAt(0) <= 0x23 ? HEADING.exec(source) : null;
    if (heading) {
      const [, marks = '', title = ''] = heading;
      headings.push({ line, level: marks.length, text: title.trim() });
      inList = false;
      afterBlank = true;
    } else if (isItem && CHECKBOX.test(source)) {
      candidates.push({ line, from, to });
    }
  };

  for (let line = bodyLine; line < lineStarts.length; line++) {
    readLine(line, lineStarts[line] ?? 0, lineEndOf(text, lineStarts, line));
  }
  return { headings, candidates, lineStarts, bodyLine };
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
  return text.replace(/[^\s>][^]*/, '').replace(/\s+/g, '').length;
}
