import type { App } from 'obsidian';
import { isExcluded, noteTypesOf } from '../core/note/scope';
import type { Settings } from '../core/settings';
import { makeBreath } from './slices';

/** What one note type would add to the lists. */
export interface TypeCount {
  readonly type: string;
  readonly notes: number;
  readonly proposals: number;
}

/**
 * Counts the notes and proposals of each note type of the vault, from metadata alone. Proposals that only a
 * tag makes so are not seen there; the settings say "about" for that reason.
 */
export async function surveyTypes(app: App, settings: Settings): Promise<TypeCount[]> {
  const counts = new Map<string, { type: string; notes: number; proposals: number }>();
  const breath = makeBreath();
  for (const file of app.vault.getMarkdownFiles()) {
    await breath();
    const cache = app.metadataCache.getFileCache(file);
    if (!cache || isExcluded(file.path, settings)) continue;
    const proposals = (cache.listItems ?? []).filter((item) => item.task === settings.proposedSymbol).length;
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
