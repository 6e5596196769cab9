/** Notes without tasks: how they are told, and what is still wanted of them, without a look at every line. */
import { type NoteBlocks, scanBlocks } from './blocks';

const CLOSING = 0x5d;

/** Whether there is anything like a checkbox in a text: most texts have none, and need no scan to see that. */
export function mayHoldTasks(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (text.charCodeAt(at + 2) === CLOSING || text.charCodeAt(at + 3) === CLOSING) return true;
  }
  return false;
}

/** In the first characters of a text, so many, its first heading is found most often. */
const HEAD = 2000;

/** Scans a note without tasks as far as to its first heading. */
export function scanTitle(text: string): NoteBlocks {
  const end = text.indexOf('\n', HEAD);
  const head = end < 0 ? text : text.slice(0, end + 1);
  const blocks = scanBlocks(head);
  // Frontmatter may go on behind the head, and look like headings there.
  const isWhole = end < 0 || (blocks.headings.length > 0 && (blocks.bodyLine > 0 || !head.startsWith('---')));
  return isWhole ? blocks : scanBlocks(text);
}
