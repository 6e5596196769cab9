/** The notes of a folder on disk. */
import { type Dirent, promises as fs, readFile } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from './arguments';

/** A file or folder that could not be read; `path` is relative to the vault, with slashes. */
export interface ReadFailure {
  readonly path: string;
  readonly message: string;
}

/** One request a file; the variant of `fs.promises` makes four. */
const readText = promisify(readFile);

/** How many files are open at once: enough to keep the disk busy, few enough for any limit. */
const AT_ONCE = 16;

/** The paths of all notes, sorted. Dot folders and dot files are the app's own business and are skipped. */
export async function findNotes(
  root: string,
  onFailure: (failure: ReadFailure) => void,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      onFailure({ path: folder, message: `The folder cannot be read: ${messageOf(error)}` });
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await visit(place);
      // A link to a folder is not followed: it may lead back to where it is.
      else if (/\.md$/i.test(entry.name) && !(await leadsToFolder(root, place, entry))) found.push(place);
    }
  };
  await visit('');
  return found.sort();
}

async function leadsToFolder(root: string, place: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return fs.stat(path.join(root, place)).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
}

/** Reads the notes a few at a time and hands each to `read`; the results keep the order of the paths. */
export async function mapNotes<T>(
  root: string,
  paths: readonly string[],
  read: (path: string, text: string) => T,
  onFailure: (failure: ReadFailure) => void,
): Promise<T[]> {
  const results: (T | undefined)[] = paths.map(() => undefined);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < paths.length; index = next++) {
      const place = paths[index] ?? '';
      try {
        const text = await readText(path.join(root, place), 'utf8');
        // A byte order mark is no part of the text.
        results[index] = read(place, text.startsWith('\ufeff') ? text.slice(1) : text);
      } catch (error) {
        onFailure({ path: place, message: `The file cannot be read: ${messageOf(error)}` });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.filter((result): result is T => result !== undefined);
}
