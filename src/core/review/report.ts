/** The text of a review, and how it gets into a note: as one block that is marked, found again and replaced. */
import type { Day } from '../date/day';
import type { LineChange } from '../edit/apply-changes';
import { lastLine } from '../edit/insert-line';
import { scanBlocks } from '../text/blocks';
import { NoteText } from '../text/note-text';
import { difference, insertAt } from '../text/text-edit';
import type { ReviewedTask, ReviewSummary } from './review';

/** What the report needs besides the summary. */
export interface ReportContext {
  /** The first day of the week, which names the block. */
  readonly week: Day;
  readonly title: string;
  /** A link to a note, as Markdown. */
  readonly link: (path: string) => string;
}

/** The parts of a review and what they are called. */
export const REVIEW_PARTS: readonly (readonly [key: keyof ReviewSummary, heading: string])[] = [
  ['done', 'Done'],
  ['moved', 'Moved'],
  ['dropped', 'Dropped'],
  ['decided', 'Decided'],
  ['open', 'Still open'],
];

const MARK = 'meeting-tasks-review';
const CLOSE = `%% ${MARK} end %%`;

/** The report as Markdown, with the comments around it by which it is found again. */
export function reportBlock(summary: ReviewSummary, { week, title, link }: ReportContext): string {
  const counts = REVIEW_PARTS.map(([key, heading]) => `${heading.toLowerCase()} ${summary[key].length}`);
  const item = ({ path, text, detail }: ReviewedTask): string =>
    `- ${plainWords(text)}${detail && ` → ${detail}`} (${link(path)})`;
  const lists = REVIEW_PARTS.filter(([key]) => summary[key].length > 0).flatMap(([key, heading]) => [
    '',
    `**${heading}**`,
    '',
    ...summary[key].map(item),
  ]);
  const body = [`**${title}**: ${counts.join(', ')}`, ...lists].join('\n');
  return `${opening(week, body)}\n${body}\n${CLOSE}`;
}

/** How a report gets into a note. */
export type ReportPlan =
  | { readonly kind: 'change'; readonly change: LineChange }
  | { readonly kind: 'unchanged' }
  /** The user changed the block of this week: it is theirs. */
  | { readonly kind: 'changed-by-user'; readonly line: number };

/**
 * Puts a block into a note: in place of the one of the same week if it still is as it was written, else behind
 * a line (the last line with text, without one).
 */
export function placeReport(text: string, block: string, behind: number | null): ReportPlan {
  const note = new NoteText(text);
  const [open = ''] = block.split('\n');
  const first = findLine(note, 0, (line) => line.startsWith(open.slice(0, open.lastIndexOf(' ~'))));
  if (first >= 0) {
    const last = findLine(note, first, (line) => line === CLOSE);
    const old = last < 0 ? '' : note.joined(first, last);
    const [source = '', ...following] = old.split('\n');
    const body = following.slice(0, -1).join('\n');
    if (!source.endsWith(` ~${checksum(body)} %%`)) return { kind: 'changed-by-user', line: first };
    if (old === block) return { kind: 'unchanged' };
    return { kind: 'change', change: { ref: note.refOf(first), following, edits: [difference(old, block)] } };
  }
  // The properties of a note are no place for it.
  const top = Math.max(0, scanBlocks(text).bodyLine - 1);
  const at = behind === null ? lastLine(note, top) : Math.max(behind, top);
  const source = note.line(at);
  // A blank line around it, or the block would belong to the paragraph or list beside it.
  const isBlank = (line: number): boolean => note.line(line).trim() === '';
  const gap = source === '' ? '' : isBlank(at) ? '\n' : '\n\n';
  const insert = `${gap}${block}${isBlank(at + 1) ? '' : '\n'}`;
  return { kind: 'change', change: { ref: note.refOf(at), edits: [insertAt(source.length, insert)] } };
}

/** The sum says whether the block still is as it was written. */
function opening(week: Day, body: string): string {
  return `%% ${MARK} ${week} ~${checksum(body)} %%`;
}

/** FNV-1a over UTF-16 units, in base 36. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}

/** Words that stay words: no comment may begin or end in them, and no checkbox stand at their start. */
function plainWords(text: string): string {
  return text.replace(/%%/g, '%&#37;').replace(/^\[/, '\\[');
}

function findLine(note: NoteText, from: number, isIt: (line: string) => boolean): number {
  for (let line = from; line < note.lineCount; line++) if (isIt(note.line(line))) return line;
  return -1;
}
