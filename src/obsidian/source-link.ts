import { type App, normalizePath } from 'obsidian';
import { plainName } from '../core/note/frontmatter';

/** Where a meeting note's `source_ref` leads. */
export type SourceLink =
  | { readonly kind: 'note'; readonly path: string; readonly label: string }
  | { readonly kind: 'web'; readonly url: string; readonly label: string }
  | { readonly kind: 'missing'; readonly label: string };

/**
 * Resolves a source reference: a link, a vault path, a web address, or a path on somebody's disk, of which
 * only the file name means anything here.
 */
export function resolveSource(app: App, reference: string, notePath: string): SourceLink {
  if (/^https?:\/\//i.test(reference)) return { kind: 'web', url: reference, label: reference };
  const label = noteName(plainName(reference));
  const target = /^\[\[([^\]|#]+)/.exec(reference)?.[1] ?? reference;
  const file =
    app.vault.getFileByPath(normalizePath(target)) ??
    app.metadataCache.getFirstLinkpathDest(target, notePath) ??
    app.metadataCache.getFirstLinkpathDest(noteName(target), notePath);
  return file ? { kind: 'note', path: file.path, label } : { kind: 'missing', label };
}

/** The name of the file at the end of a path of any system, without the ending of notes. */
function noteName(path: string): string {
  return path.replace(/^.*[/\\]|\.md$/gi, '');
}
