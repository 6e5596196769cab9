/** Values from frontmatter, which can be anything that YAML can say. */

import { ownCopy } from '../shared/pool';

/** Frontmatter as a YAML parser returns it. */
export type Frontmatter = Readonly<Record<string, unknown>>;

/** A value by its key; keys are matched without case, as Obsidian matches its own. Only own keys count. */
export function frontmatterValue(frontmatter: Frontmatter | null, key: string): unknown {
  if (!frontmatter) return undefined;
  if (Object.prototype.hasOwnProperty.call(frontmatter, key)) return frontmatter[key];
  const found = Object.keys(frontmatter).find(
    (other) => other.length === key.length && other.toLowerCase() === key,
  );
  return found === undefined ? undefined : frontmatter[found];
}

/** A value as one line of text; empty when it is absent or no scalar. */
export function textValue(frontmatter: Frontmatter | null, key: string): string {
  return scalarText(frontmatterValue(frontmatter, key));
}

/** A value as a list of texts: a list, or a single scalar. */
export function listValue(frontmatter: Frontmatter | null, key: string): string[] {
  const value = frontmatterValue(frontmatter, key);
  if (value === undefined) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map(scalarText).filter((text) => text !== '');
}

function scalarText(value: unknown): string {
  // Most values are fine as they are, and need no copy.
  if (typeof value === 'string')
    return (/[^\S ]| {2}/.test(value) ? value.replace(/\s+/g, ' ') : value).trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A name without the brackets of a wikilink, and without the folder of the page it leads to. */
export function plainName(value: string): string {
  const name = value.trim();
  // Most names are no links.
  const link = name.startsWith('[') && /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]$/.exec(name);
  if (!link) return value.startsWith('@') ? value.slice(1).trim() : name;
  const [, target = '', alias] = link;
  return (alias ?? target.slice(target.lastIndexOf('/') + 1)).trim();
}

/**
 * Frontmatter that YAML refuses, read key by key as far as it goes: better than losing the note. Values are
 * single lines, `[a, b]` lists, or lists of `- item` lines below the key.
 */
export function readLooseFrontmatter(text: string): Frontmatter {
  const found: Record<string, unknown> = {};
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trimEnd() !== '---') return found;
  let key = '';
  for (const line of lines.slice(1)) {
    if (line.trimEnd() === '---') break;
    const item = /^\s*-\s+(.*)$/.exec(line);
    const list = found[key];
    if (item && Array.isArray(list)) {
      list.push(unquote(item[1] ?? ''));
      continue;
    }
    const pair = /^([A-Za-z_][\w -]*):(?:\s+(.*))?$/.exec(line);
    if (!pair) continue;
    key = (pair[1] ?? '').trim();
    if (key === '__proto__') continue;
    const value = (pair[2] ?? '').trim();
    const inline = /^\[(.*)\]$/.exec(value);
    found[key] = inline ? (inline[1] ?? '').split(',').map(unquote) : value === '' ? [] : unquote(value);
  }
  return found;
}

/** Whether a text begins with a frontmatter block that holds nothing but blank lines and comments. */
export function isEmptyFrontmatter(text: string): boolean {
  return /^---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*---[ \t]*(?:\r?\n|$)/.test(text);
}

function unquote(value: string): string {
  // The value is kept, and with a slice of it the whole note would be.
  return ownCopy(value.trim().replace(/^["']|["']$/g, ''));
}
