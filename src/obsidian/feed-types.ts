import type { ReadRules } from '../core/note/read-note';
import type { ScopeRules } from '../core/note/scope';

/** How far the index is. `cold` is before the layout is ready. */
export type FeedStatus =
  | { readonly kind: 'cold' }
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' };

/** Which notes are read, and how. Asked anew for each note. */
export interface FeedRules {
  readonly scope: ScopeRules;
  readonly read: ReadRules;
}

/** What could not be read. */
export type ReadFailure =
  /** A whole note, and why. Its last known entry is kept. */
  | { readonly kind: 'note'; readonly path: string; readonly message: string }
  /** The frontmatter of a note in scope: it is no YAML, and read only as far as it goes. */
  | { readonly kind: 'frontmatter'; readonly path: string };
