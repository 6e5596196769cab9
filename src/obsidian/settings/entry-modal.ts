import { type App, TFolder } from 'obsidian';
import { askFor } from '../view/prompts';

/** The settings that are lists of texts. */
export type ListKey = 'noteTypes' | 'extraPaths' | 'excludedFolders' | 'ownNames';

/** Asks for one entry of a list: what is typed, or a path of the vault where the list holds paths. */
export function askForEntry(app: App, text: string, key: ListKey, add: (value: string) => void): void {
  const all = app.vault.getAllLoadedFiles();
  const files =
    key === 'extraPaths' ? all : all.filter((file) => key === 'excludedFolders' && file instanceof TFolder);
  // The shortest first, so that a path that is typed to its end is the first that fits.
  const paths = files.map(({ path }) => path).sort((a, b) => a.length - b.length);
  const find = (query: string): string[] => {
    const typed = query.trim();
    const found = paths.filter((path) => path !== '/' && path.toLowerCase().includes(typed.toLowerCase()));
    return typed === '' || found.includes(typed) ? found : [...found, typed];
  };
  askFor(app, { text, find, label: (entry) => entry }, add);
}
