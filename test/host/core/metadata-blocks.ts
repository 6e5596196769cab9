import type { SyntaxNode } from '@lezer/common';
import type { BlockCache, HeadingCache, ListItemCache, SectionCache } from 'obsidian';
import { blockParser } from './markdown-parser';
import type { Positions } from './positions';

/** A stretch of the note in which tags and links may stand. */
export interface TextRange {
  from: number;
  to: number;
  isComment: boolean;
}

/** What the block structure of a note gives. */
export interface BlockMetadata {
  listItems: ListItemCache[];
  headings: HeadingCache[];
  sections: SectionCache[];
  blocks: Record<string, BlockCache>;
  ranges: TextRange[];
}

const SECTION_TYPES: Record<string, string> = {
  BulletList: 'list',
  OrderedList: 'list',
  Blockquote: 'blockquote',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  ObsidianComment: 'comment',
  HorizontalRule: 'thematicBreak',
  Table: 'table',
  Paragraph: 'paragraph',
  LinkReference: 'definition',
};

const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
const CALLOUT = /^>[ \t>]*\[!/;
const TASK = /^\[(.)\](?=[ \t])/u;
const BLOCK_ID = /(?:^|\s)\^([\da-z-]+)\s*$/i;
/** After `[ ] ` a number with a dot is read as one more, empty-handed item on the same line. */
const INNER_MARKER = /^\[.\][ \t]+(?:\d{1,9}[.)]|[-*+])(?=[ \t])/u;

/** The list item the walk is in. */
interface Enclosing {
  line: number;
  contentColumn: number;
}

class Walk {
  readonly result: BlockMetadata = { listItems: [], headings: [], sections: [], blocks: {}, ranges: [] };

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly positions: Positions,
  ) {}

  document(top: SyntaxNode): void {
    for (let node = top.firstChild; node; node = node.nextSibling) {
      const from = this.from(node);
      const to = this.to(node);
      const heading = HEADING.exec(node.name);
      const isCallout = node.name === 'Blockquote' && CALLOUT.test(this.text.slice(from, from + 80));
      const type = heading ? 'heading' : isCallout ? 'callout' : (SECTION_TYPES[node.name] ?? 'paragraph');
      const position = this.positions.pos(from, to);
      if (type !== 'list' && type !== 'code' && type !== 'html') position.start = this.startOfBlock(from);
      const section: SectionCache = { type, position };
      this.result.sections.push(section);
      const id = type === 'paragraph' ? BLOCK_ID.exec(this.text.slice(from, to))?.[1] : undefined;
      if (id !== undefined) {
        section.id = id;
        this.result.blocks[id.toLowerCase()] = { id, position };
      }
      this.block(node, null);
    }
  }

  private block(node: SyntaxNode, enclosing: Enclosing | null): void {
    const heading = HEADING.exec(node.name);
    if (heading) this.heading(node, Number(heading[1]));
    else if (node.name === 'BulletList' || node.name === 'OrderedList') this.list(node, enclosing);
    else if (node.name === 'Blockquote') {
      for (let child = node.firstChild; child; child = child.nextSibling) this.block(child, enclosing);
    } else if (node.name === 'Paragraph' || node.name === 'Table') this.range(node, false);
    else if (node.name === 'ObsidianComment') this.range(node, true);
  }

  private list(list: SyntaxNode, enclosing: Enclosing | null): void {
    const first = this.positions.line(this.from(list));
    const parent = enclosing ? enclosing.line : -Math.max(1, first);
    for (let item = list.firstChild; item; item = item.nextSibling) {
      if (item.name === 'ListItem') this.item(item, parent, enclosing);
    }
  }

  private item(item: SyntaxNode, parent: number, enclosing: Enclosing | null): void {
    const marker = this.from(item);
    const start = this.positions.loc(marker);
    const markEnd = item.firstChild ? this.to(item.firstChild) : marker + 1;
    const lineEnd = this.positions.end(start.line);
    const content = Math.min(lineEnd, markEnd + spacesAt(this.text, markEnd));
    // The odd column the app reports: indentation beyond the parent's content belongs to the item.
    const col = Math.min(start.col, enclosing ? enclosing.contentColumn : start.col);
    const from = start.offset - start.col + col;
    const rest = this.text.slice(content, lineEnd);
    const to = this.ownEnd(item, lineEnd);
    const entry: ListItemCache = {
      position: this.positions.pos(from, to),
      parent,
      ...optional('task', TASK.exec(rest)?.[1]),
      ...optional('id', this.blockId(item)),
    };
    if (entry.id !== undefined) {
      this.result.blocks[entry.id.toLowerCase()] = { id: entry.id, position: entry.position };
    }
    this.result.listItems.push(entry);
    this.innerItem(rest, content, start.line, to);
    const inside = { line: start.line, contentColumn: content - (start.offset - start.col) };
    for (let child = item.firstChild; child; child = child.nextSibling) this.block(child, inside);
  }

  private innerItem(rest: string, content: number, line: number, to: number): void {
    if (!INNER_MARKER.test(rest)) return;
    const from = content + 3 + spacesAt(rest, 3);
    this.result.listItems.push({ position: this.positions.pos(from, to), parent: line });
  }

  /** End of the item's own blocks, without its child lists. */
  private ownEnd(item: SyntaxNode, lineEnd: number): number {
    let end = lineEnd;
    for (let child = item.firstChild; child; child = child.nextSibling) {
      if (child.name === 'ListMark' || child.name === 'QuoteMark') continue;
      if (child.name === 'BulletList' || child.name === 'OrderedList') return end;
      end = Math.max(end, this.to(child));
    }
    // Another oddity of the app: before a blank line inside the list the line break belongs to the item.
    const next = this.positions.line(end) + 1;
    const isLoose = item.nextSibling && this.positions.end(next) === this.positions.start(next);
    return isLoose ? this.positions.start(next) : end;
  }

  private blockId(item: SyntaxNode): string | undefined {
    const own = item.getChild('Paragraph');
    return own ? BLOCK_ID.exec(this.text.slice(this.from(own), this.to(own)))?.[1] : undefined;
  }

  private heading(node: SyntaxNode, level: number): void {
    const [from, to] = [this.from(node), this.to(node)];
    this.result.ranges.push({ from, to, isComment: false });
    const raw = this.text.slice(from, to);
    const heading = node.name.startsWith('ATX')
      ? raw.replace(/^#+[ \t]*/, '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
      : raw.replace(/\r?\n[^\n]*$/, '');
    this.result.headings.push({ heading: heading.trim(), level, position: this.positions.pos(from, to) });
  }

  private range(node: SyntaxNode, isComment: boolean): void {
    this.result.ranges.push({ from: this.from(node), to: this.to(node), isComment });
  }

  /** Sections start with their line's first column. */
  private startOfBlock(from: number): SectionCache['position']['start'] {
    const loc = this.positions.loc(from);
    return { line: loc.line, col: 0, offset: loc.offset - loc.col };
  }

  private from(node: SyntaxNode): number {
    return node.from + this.base;
  }

  private to(node: SyntaxNode): number {
    const to = node.to + this.base;
    return this.text.charCodeAt(to - 1) === 13 ? to - 1 : to;
  }
}

/** Reads list items, headings and sections of the text behind the frontmatter. */
export function readBlocks(text: string, base: number, positions: Positions): BlockMetadata {
  const walk = new Walk(text, base, positions);
  walk.document(blockParser.parse(base === 0 ? text : text.slice(base)).topNode);
  return walk.result;
}

function spacesAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at - from;
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
