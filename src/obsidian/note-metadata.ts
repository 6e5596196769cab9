import type { CachedMetadata } from 'obsidian';
import { isInScope, type ScopeRules } from '../core/note/scope';

/** The lines of task items, from 0. */
export function taskLinesOf(cache: CachedMetadata): number[] {
  return (cache.listItems ?? []).flatMap((item) =>
    item.task === undefined ? [] : [item.position.start.line],
  );
}

/** A frontmatter block that Obsidian found and could not read. An empty one looks the same; the text tells. */
export function mayHaveBrokenFrontmatter(cache: CachedMetadata): boolean {
  return !cache.frontmatter && cache.sections?.[0]?.type === 'yaml';
}

/** Only notes in scope with task items are read, and those of which it is not known whether they are in scope. */
export function needsText(cache: CachedMetadata, path: string, scope: ScopeRules): boolean {
  if (mayHaveBrokenFrontmatter(cache)) return true;
  return isInScope(path, cache.frontmatter ?? null, scope) && taskLinesOf(cache).length > 0;
}
