import type { App } from 'obsidian';
import { isExcluded, noteTypesOf, type ScopeRules } from '../core/note/scope';

import { nextTask } from './slices';

/** What one note type would add to the lists. */
export interface TypeCount {
  readonly type: string;
  readonly notes: number;
  readonly proposals: number;
}

/** How many notes are looked at before the app gets its turn. */
const NOTES_A_SLICE = 500;

/**
 * Counts the notes and proposals of each note type of the vault, from metadata alone. Proposals that only a
 * tag makes so are not seen there; the settings say "about" for that reason.
 */
export async function surveyTypes(app: App, scope: ScopeRules, proposedSymbol: string): Promise<TypeCount[]> {
  const counts = new Map<string, { type: string; notes: number; proposals: number }>();
  const files = app.vault.getMarkdownFiles();
  for (const [position, file] of files.entries()) {
    if (position % NOTES_A_SLICE === NOTES_A_SLICE - 1) await nextTask();
    const cache = app.metadataCache.getFileCache(file);
    if (!cache || isExcluded(file.path, scope)) continue;
    const proposals = (cache.listItems ?? []).filter((item) => item.task === proposedSymbol).length;
    for (const type of noteTypesOf(cache.frontmatter ?? null)) {
      const key = type.toLowerCase();
      const count = counts.get(key) ?? { type, notes: 0, proposals: 0 };
      count.notes++;
      count.proposals += proposals;
      counts.set(key, count);
    }
  }
  return [...counts.values()].sort((a, b) => b.proposals - a.proposals || b.notes - a.notes);
}
