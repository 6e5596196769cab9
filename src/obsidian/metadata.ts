/** What Obsidian's metadata of a note tells, and whether it can be believed. */
import type { CachedMetadata } from 'obsidian';
import { isInScope, type ScopeRules } from '../core/note/scope';

/** The lines that metadata calls tasks, from 0. */
export function taskLinesOf(cache: CachedMetadata): number[] {
  return (cache.listItems ?? []).flatMap((item) =>
    item.task === undefined ? [] : [item.position.start.line],
  );
}

/** Whether metadata can be that of a text: it goes to the end, and its tasks are where they should be. */
export function fits({ sections = [], listItems = [] }: CachedMetadata, text: string): boolean {
  const lines = text.split('\n');
  return (
    (sections[sections.length - 1]?.position.end.offset ?? 0) === text.trimEnd().length &&
    listItems.every(
      ({ task, position }) => task === undefined || lines[position.start.line]?.includes(`[${task}]`),
    )
  );
}

/** A frontmatter block that Obsidian found and could not read. An empty one looks the same; reading it tells. */
export function hasBrokenFrontmatter(cache: CachedMetadata): boolean {
  return !cache.frontmatter && cache.sections?.[0]?.type === 'yaml';
}

/** Only notes in scope with task items are read, and those of which it is not known whether they are in scope. */
export function needsText(cache: CachedMetadata, path: string, scope: ScopeRules): boolean {
  if (hasBrokenFrontmatter(cache)) return true;
  return isInScope(path, cache.frontmatter ?? null, scope) && taskLinesOf(cache).length > 0;
}
