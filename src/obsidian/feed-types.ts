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

/** Is told of each file or folder that was renamed, by its old and its new path. */
export interface RenameFollower {
  rename(from: string, to: string): void;
}
