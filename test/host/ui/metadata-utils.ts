import type { CachedMetadata, FrontMatterInfo, Reference, ReferenceCache } from 'obsidian';
import { parse, stringify } from 'yaml';

/** Reads YAML. Dates stay strings, as in Obsidian. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { schema: 'core', uniqueKeys: false }) as unknown;
}

/** Writes YAML. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, nullStr: '' });
}

/** Where the frontmatter of a note is. */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(content);
  const closed = match && /(?:^|\n)$/.test(content.slice(0, match[0].lastIndexOf('---')));
  if (!match || !closed) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const from = content.indexOf('\n') + 1;
  const to = match[0].lastIndexOf('---');
  return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart: match[0].length };
}

/** The values of a frontmatter entry as strings. */
export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,\n]/) : [];
  const strings = list.filter((one): one is string => typeof one === 'string').map((one) => one.trim());
  const found = strings.filter(Boolean);
  return found.length > 0 ? found : null;
}

/** One entry of the frontmatter. */
export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (!frontmatter || typeof frontmatter !== 'object') return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value;
  }
  return null;
}

/** The aliases of a note. */
export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, 'aliases');
}

/** The tags in the frontmatter, each with its #. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, 'tags');
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const tags = list
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.trim().replace(/^#/, ''))
    // "a, b" as one string is not a tag any more since 1.9.
    .filter((one) => /^[^\s,#]+$/.test(one))
    .map((one) => `#${one}`);
  return tags.length > 0 ? tags : null;
}

/** All tags of a note, those of the frontmatter included. */
export function getAllTags(cache: CachedMetadata): string[] | null {
  const own = parseFrontMatterTags(cache.frontmatter) ?? [];
  return [...own, ...(cache.tags ?? []).map((one) => one.tag)];
}

/** Splits a link text into path and subpath. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00A0/g, ' ').trim();
  const at = text.indexOf('#');
  return at < 0 ? { path: text, subpath: '' } : { path: text.slice(0, at), subpath: text.slice(at) };
}

/** The path of a link text without its subpath. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** Makes a heading comparable. */
export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Makes a heading fit for a link. */
export function stripHeadingForLink(heading: string): string {
  return heading
    .replace(/[#|^:%[\]\\]+|\s+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Calls back for every reference until one returns true. */
export function iterateRefs(refs: Reference[], callback: (ref: Reference) => boolean | void): boolean {
  return refs.some((ref) => callback(ref) === true);
}

/** Calls back for every link and embed of a note. */
export function iterateCacheRefs(
  cache: CachedMetadata,
  callback: (ref: ReferenceCache) => boolean | void,
): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => callback(ref) === true);
}

/** Brings a path into the form the vault uses. */
export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/\u00A0|\u202F/g, ' ');
  return (clean || '/').normalize('NFC');
}
