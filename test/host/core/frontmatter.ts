import type { FrontMatterCache, FrontmatterLinkCache } from 'obsidian';
import { parse } from 'yaml';
import { displayTextOf } from './metadata-inline';

/** Where the frontmatter is: its YAML and the offset behind the closing `---`. */
export interface FrontmatterBlock {
  yaml: string;
  /** Offset behind the three dashes that close it. */
  end: number;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*\r?$/gm;

/** Finds the block between the first line `---` and the next line `---`. */
export function findFrontmatter(text: string): FrontmatterBlock | null {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) return null;
  return { yaml: text.slice(opening[0].length, closing.index), end: closing.index + 3 };
}

/** The parsed properties; undefined for an empty block, broken YAML and anything that is not a mapping. */
export function parseFrontmatter(yaml: string): FrontMatterCache | undefined {
  if (yaml.trim() === '') return undefined;
  try {
    // The core schema leaves dates as the strings they are. A `__proto__` key becomes an ordinary own key.
    const value: unknown = parse(yaml, { schema: 'core', prettyErrors: false, logLevel: 'error' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value;
  } catch {
    return undefined;
  }
}

const WHOLE_LINK = /^!?\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/;

/** Properties whose whole value is a wikilink, with keys such as `people.0`. */
export function frontmatterLinks(frontmatter: FrontMatterCache): FrontmatterLinkCache[] {
  const found: FrontmatterLinkCache[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      const match = WHOLE_LINK.exec(value.trim());
      const link = match?.[1]?.trim();
      if (link)
        found.push({ key, link, original: value.trim(), displayText: match?.[2] ?? displayTextOf(link) });
    } else if (typeof value === 'object' && value !== null) {
      for (const [part, inner] of Object.entries(value)) visit(inner, key === '' ? part : `${key}.${part}`);
    }
  };
  visit(frontmatter, '');
  return found;
}
