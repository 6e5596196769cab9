import type { EmbedCache, LinkCache, TagCache } from 'obsidian';
import type { TextRange } from './metadata-blocks';
import type { Positions } from './positions';

/** What stands inside the paragraphs, headings and tables of a note. */
export interface InlineMetadata {
  tags: TagCache[];
  links: LinkCache[];
  embeds: EmbedCache[];
}

const CODE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|<!--[\s\S]*?-->/g;
// A link that starts with the bar has no alias: the app takes all of it for the target.
const WIKILINK = /!?(?<!\\)\[\[(\|[^[\]\n]*|[^[\]|\n]+)(?:\|([^\]\n]*))?\]\]/g;
const MARKDOWN_LINK =
  /!?(?<!\\)\[((?:[^[\]\\\n]|\\.)*)\]\((?:<([^>\n]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"]*")?\)/g;
const URL = /\b[a-z][a-z\d+.-]*:\/\/\S+/gi;
const TAG = /(?<=^|[\s>*_~=[])#([^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+)/gm;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Text the app shows for a link without an alias: `a#b` is "a > b". */
export function displayTextOf(link: string): string {
  return link.split('#').filter(Boolean).join(' > ');
}

// Spaces of the same length keep all offsets right.
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function decoded(destination: string): string {
  try {
    return decodeURI(destination);
  } catch {
    return destination;
  }
}

/** Tags and links of the given stretches of text. */
export function readInline(text: string, ranges: TextRange[], positions: Positions): InlineMetadata {
  const found: InlineMetadata = { tags: [], links: [], embeds: [] };
  for (const { from, to, isComment } of ranges) {
    const raw = text.slice(from, to);
    // Most paragraphs have neither: this check is what makes the scan fast.
    if (!raw.includes('#') && !raw.includes('](') && !raw.includes('[[')) continue;
    const add = (match: RegExpExecArray, link: string, shown: string): string => {
      const at = from + match.index;
      const entry = {
        link,
        original: match[0],
        displayText: shown,
        position: positions.pos(at, at + match[0].length),
      };
      if (match[0].startsWith('!')) found.embeds.push(entry);
      else found.links.push(entry);
      return blank(match[0]);
    };
    let rest = raw.replace(CODE, blank);
    if (!isComment) {
      rest = replaceEach(rest, WIKILINK, (match) => {
        const link = (match[1] ?? '').trim();
        return add(match, link, match[2] ?? displayTextOf(link));
      });
      rest = replaceEach(rest, MARKDOWN_LINK, (match) => {
        const destination = match[2] ?? match[3] ?? '';
        if (destination === '' || SCHEME.test(destination)) return blank(match[0]);
        return add(match, decoded(destination), match[1] ?? '');
      });
      rest = rest.replace(URL, blank);
    }
    for (const match of rest.matchAll(TAG)) {
      // A number alone is no tag.
      if (!/[^\d/]/.test(match[1] ?? '')) continue;
      const at = from + match.index;
      found.tags.push({ tag: match[0], position: positions.pos(at, at + match[0].length) });
    }
  }
  const inOrder = (a: LinkCache, b: LinkCache): number => a.position.start.offset - b.position.start.offset;
  found.links.sort(inOrder);
  found.embeds.sort(inOrder);
  return found;
}

function replaceEach(text: string, pattern: RegExp, replace: (match: RegExpExecArray) => string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    result += text.slice(done, match.index) + replace(match);
    done = match.index + match[0].length;
  }
  return result + text.slice(done);
}
