/**
 * Mentions of people: `@Myself`, `@First Last`, `@[[First Last]]`, `@First (role, email: first@example.com)`.
 * Only letters are matched by Unicode-aware expressions here, never emoji.
 */

import { lastOf } from '../shared/collect';

/** A mention in a text. `to` includes details in parentheses. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The name as written, without `@`, brackets, folder, alias target or details. */
  readonly name: string;
}

/** One or more mentions in a row. */
export interface MentionRun {
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

/** A word of a name: letters of any script with marks, digits, dots, hyphens, underscores and apostrophes. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_.\-'’·]*/uy;

/** The first letter of a word that can go on a name: a capital, or a letter of a script without case. */
const NAME_START = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Small words inside names; they count only when a further word of the name follows. */
const PARTICLES = new Set(
  'af al av bin bint da dal de del della den der di do dos du e el ibn la las le los mac mc of te ten ter van vd von y zu zum zur'.split(
    ' ',
  ),
);

/** Dots that end a word of a name without ending a sentence. */
const ABBREVIATION = /^(?:\p{L}|[JS]r|[DM]r|[DM]rs|Ms|Prof|St|Ph|PhD)\.$/iu;

/** What a single word says on its own; a following capital begins the next sentence, not a surname. */
const STANDS_ALONE = /^(?:me|myself|tbd|tba|unknown|nobody|unassigned|all|everyone|team)$/i;

/** Owners stand at the end, so no more of a text than this is searched, however long it is. */
const LONGEST_RUN = 2000;
const MOST_WORDS = 6;
const LONGEST_DETAILS = 160;

/** What may stand between two mentions of a run. */
const SEPARATOR = /^(?:\s*[,;/&+]\s*|\s+(?:and|or|und|et|y|og|och)\s+|\s+)$/i;

/** What may follow the run and still be the end of the text. */
const CLOSING = /^[\s.,;:!]*$/;

/** The run of mentions at the end of `text[from..to)`, which names the owners; `null` without one. */
export function findMentionRun(text: string, from: number, to: number): MentionRun | null {
  if (text.lastIndexOf('@', to - 1) < from) return null;
  const mentions = findMentions(text, Math.max(from, to - LONGEST_RUN), to);
  const last = lastOf(mentions);
  if (!last || !CLOSING.test(text.slice(last.to, to))) return null;
  let first = mentions.length - 1;
  for (; first > 0; first--) {
    const before = mentions[first - 1];
    const after = mentions[first];
    if (!before || !after || !SEPARATOR.test(text.slice(before.to, after.from))) break;
  }
  const run = mentions.slice(first);
  return { from: run[0]?.from ?? last.from, to: last.to, mentions: run };
}

/** Every mention in `text[from..to)`, left to right. Addresses, and handles inside links and code, are none. */
export function findMentions(text: string, from: number, to: number): Mention[] {
  const found: Mention[] = [];
  const hidden = hiddenSpans(text, from, to);
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    const previous = lastOf(found);
    if (previous && at < previous.to) continue;
    if (hidden.some((span) => at > span.from && at < span.to)) continue;
    if (at > from && !opensMention(text, at, previous)) continue;
    const mention = readMention(text, at, to);
    if (mention) found.push(mention);
  }
  return found;
}

function opensMention(text: string, at: number, previous: Mention | undefined): boolean {
  if (/\s/.test(text.charAt(at - 1))) return true;
  // "@Ana/@Bo": a separator counts only right behind another mention, so that URLs with handles do not.
  return previous?.to === at - 1 && /[,;/&+]/.test(text.charAt(at - 1));
}

function readMention(text: string, at: number, to: number): Mention | null {
  const link = text.startsWith('[[', at + 1) ? readLink(text, at + 1, to) : null;
  const named = link ?? readName(text, at + 1, to);
  if (!named) return null;
  return { from: at, to: detailsEnd(text, named.to, to), name: named.name };
}

function readLink(text: string, at: number, to: number): { name: string; to: number } | null {
  const close = text.indexOf(']]', at + 2);
  if (close < 0 || close + 2 > to) return null;
  const [target = '', alias] = text.slice(at + 2, close).split('|');
  const page = target.split('#')[0] ?? '';
  const name = (alias ?? page.slice(page.lastIndexOf('/') + 1)).trim().replace(/^@/, '');
  return name === '' ? null : { name, to: close + 2 };
}

function readName(text: string, at: number, to: number): { name: string; to: number } | null {
  const first = wordAt(text, at, to);
  if (!first) return null;
  let end = first.to;
  const particle = PARTICLES.has(first.text);
  const goesOn = (NAME_START.test(first.text) || particle) && !STANDS_ALONE.test(first.text) && !first.ends;
  if (goesOn) end = furtherWordsEnd(text, first.to, to);
  return { name: text.slice(at, end), to: end };
}

/** Where the name ends that goes on at `at`: each further word follows one space and looks like a name. */
function furtherWordsEnd(text: string, at: number, to: number): number {
  let end = at;
  let next = at;
  for (let count = 1; count < MOST_WORDS; count++) {
    if (!/[ \u00a0]/.test(text.charAt(next))) break;
    const word = wordAt(text, next + 1, to);
    if (!word) break;
    next = word.to;
    if (PARTICLES.has(word.text)) continue;
    if (!NAME_START.test(word.text)) break;
    end = word.to;
    if (word.ends) break;
  }
  return end;
}

/** The word at an offset, without a full stop that ends the sentence (`ends` says that there was one). */
function wordAt(text: string, at: number, to: number): { text: string; to: number; ends: boolean } | null {
  WORD.lastIndex = at;
  let word = at < to ? WORD.exec(text)?.[0] : undefined;
  if (word === undefined) return null;
  if (at + word.length > to) word = word.slice(0, to - at);
  const bare = ABBREVIATION.test(word) ? word : word.replace(/[.\-_'’·]+$/, '');
  return { text: bare, to: at + bare.length, ends: bare.length < word.length };
}

/** The end of ` (details)` behind a name, or `at` without any. */
function detailsEnd(text: string, at: number, to: number): number {
  const open = text.charAt(at) === ' ' ? at + 1 : at;
  if (text.charAt(open) !== '(') return at;
  let depth = 0;
  for (let i = open; i < to && i - open < LONGEST_DETAILS; i++) {
    if (text.charAt(i) === '(') depth++;
    if (text.charAt(i) === ')' && --depth === 0) return i + 1;
  }
  return at;
}

/** Code, Markdown links and autolinks: an `@` inside them is part of them. */
function hiddenSpans(text: string, from: number, to: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  // Only this part of the line is searched: what stands behind it may be as long as a file.
  const part = text.slice(from, to);
  for (const match of part.matchAll(/`[^`]+`|\[\[[^\]]*\]\]|\]\([^)\s]*\)|<[^>\s]+>|\b\w+:\/\/\S+/g)) {
    spans.push({ from: from + match.index, to: from + match.index + match[0].length });
  }
  return spans;
}
