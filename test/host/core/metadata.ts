import type { CachedMetadata, FrontMatterCache, FrontmatterLinkCache, Pos, SectionCache } from 'obsidian';
import { findFrontmatter, frontmatterLinks, parseFrontmatter } from './frontmatter';
import type { BlockMetadata } from './metadata-blocks';
import { readBlocks } from './metadata-blocks';
import type { InlineMetadata } from './metadata-inline';
import { readInline } from './metadata-inline';
import { Positions } from './positions';

/** Runs the function at the first call only. */
function once<T>(compute: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: compute() }).value;
}

const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** What was worked out last, for texts that are asked for again. */
const recent = new Map<string, CachedMetadata>();
const MOST_RECENT = 400;

/** Metadata of a note; the same text gives the same object. */
export function computeMetadata(text: string): CachedMetadata {
  const known = recent.get(text) ?? describe(text);
  recent.delete(text);
  recent.set(text, known);
  if (recent.size > MOST_RECENT) for (const oldest of [...recent.keys()].slice(0, 100)) recent.delete(oldest);
  return known;
}

/**
 * Metadata of a note, as the app would cache it. Every part is worked out when it is first read, because most
 * notes of a large vault are never asked for all of them; a part that the note does not have is undefined.
 */
function describe(text: string): CachedMetadata {
  const block = findFrontmatter(text);
  const positions = once(() => new Positions(text));
  const properties = once((): FrontMatterCache | undefined =>
    block ? parseFrontmatter(block.yaml) : undefined,
  );
  const blocks = once((): BlockMetadata => readBlocks(text, block?.end ?? 0, positions()));
  const inline = once((): InlineMetadata => readInline(text, blocks().ranges, positions()));
  const yamlPosition = once((): Pos | undefined => (block ? positions().pos(0, block.end) : undefined));
  const sections = once((): SectionCache[] => {
    const position = yamlPosition();
    return position ? [{ type: 'yaml', position }, ...blocks().sections] : blocks().sections;
  });
  const propertyLinks = once((): FrontmatterLinkCache[] | undefined => {
    const frontmatter = properties();
    return frontmatter && frontmatterLinks(frontmatter);
  });
  return {
    get frontmatter() {
      return properties();
    },
    get frontmatterPosition() {
      return properties() && yamlPosition();
    },
    get frontmatterLinks() {
      return propertyLinks();
    },
    get listItems() {
      return filled(blocks().listItems);
    },
    get headings() {
      return filled(blocks().headings);
    },
    get sections() {
      return filled(sections());
    },
    get blocks() {
      return Object.keys(blocks().blocks).length > 0 ? blocks().blocks : undefined;
    },
    get tags() {
      return filled(inline().tags);
    },
    get links() {
      return filled(inline().links);
    },
    get embeds() {
      return filled(inline().embeds);
    },
  } as CachedMetadata;
}
