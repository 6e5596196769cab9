import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';
import { parser, Table } from '@lezer/markdown';

const PERCENT = 37;

const opensComment = (line: Line): boolean =>
  line.next === PERCENT &&
  line.text.charCodeAt(line.pos + 1) === PERCENT &&
  // Opened and closed on one line it is an inline comment.
  line.text.indexOf('%%', line.pos + 2) < 0;

/** `%%` at the start of a line hides everything up to the next `%%`. */
const comments: MarkdownConfig = {
  defineNodes: [{ name: 'ObsidianComment', block: true }],
  parseBlock: [
    {
      name: 'ObsidianComment',
      before: 'HTMLBlock',
      parse(context: BlockContext, line: Line): boolean {
        if (!opensComment(line)) return false;
        const from = context.lineStart + line.pos;
        const depth = context.depth;
        // How many containers the line continues; there, but missing from the published types.
        const lineDepth = (): number => (line as Line & { depth: number }).depth;
        let to = context.lineStart + line.text.length;
        while (context.nextLine() && lineDepth() >= depth) {
          to = context.lineStart + line.text.length;
          if (!line.text.includes('%%', line.pos)) continue;
          context.nextLine();
          break;
        }
        context.addElement(context.elt('ObsidianComment', from, to));
        return true;
      },
      endLeaf: (_context, line) => opensComment(line),
    },
  ],
};

/**
 * Blocks only: tags and links are read with regular expressions, so the inline parsers would be wasted time,
 * and time is what counts when a folder of thousands of notes is opened.
 */
export const blockParser = parser.configure([
  Table,
  comments,
  {
    remove: [
      'Escape',
      'Entity',
      'InlineCode',
      'HTMLTag',
      'Emphasis',
      'HardBreak',
      'Link',
      'Image',
      'LinkEnd',
    ],
  },
]);
