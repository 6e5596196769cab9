/** Which notes the plugin looks at. */
import { type Frontmatter, listValue } from './frontmatter';

/** Folders and files are vault paths without a slash at either end; types are matched without case. */
export interface ScopeRules {
  readonly noteTypes: readonly string[];
  /** Files and folders that are in scope whatever their type. */
  readonly extraPaths: readonly string[];
  readonly excludedFolders: readonly string[];
}

/** The types of a note: its `type` property, a text or a list. */
export function noteTypesOf(frontmatter: Frontmatter | null): string[] {
  return listValue(frontmatter, 'type');
}

/** Whether a path lies in an excluded folder. */
export function isExcluded(path: string, rules: ScopeRules): boolean {
  return rules.excludedFolders.some((folder) => liesIn(path, folder));
}

/** Whether a note is in scope. An excluded folder wins over everything else. */
export function isInScope(path: string, frontmatter: Frontmatter | null, rules: ScopeRules): boolean {
  if (isExcluded(path, rules)) return false;
  if (rules.extraPaths.some((extra) => liesIn(path, extra))) return true;
  const types = noteTypesOf(frontmatter);
  return types.some((type) => rules.noteTypes.some((other) => sameType(other, type)));
}

/** Whether two types of notes are the same: case does not count. */
export function sameType(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function liesIn(path: string, place: string): boolean {
  return place !== '' && (path === place || path === `${place}.md` || path.startsWith(`${place}/`));
}
