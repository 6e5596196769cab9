import { constants, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inParallel } from './vault-folder';

const LEFT_OUT = new Set(['.git', 'node_modules', '.trash']);

/** Copies a vault to a fresh temporary folder of the same name and returns its path. */
export async function copyVault(source: string): Promise<string> {
  const outer = await fs.mkdtemp(path.join(os.tmpdir(), 'meeting-tasks-'));
  const target = path.join(outer, path.basename(path.resolve(source)) || 'vault');
  const files: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    await fs.mkdir(path.join(target, folder), { recursive: true });
    for (const entry of await fs.readdir(path.join(source, folder), { withFileTypes: true })) {
      const inner = path.join(folder, entry.name);
      if (LEFT_OUT.has(entry.name)) continue;
      if (entry.isDirectory()) await visit(inner);
      else if (entry.isFile()) files.push(inner);
    }
  };
  await visit('');
  await inParallel(files, async (file) => {
    const to = path.join(target, file);
    await fs.copyFile(path.join(source, file), to, constants.COPYFILE_FICLONE);
    const { atime, mtime } = await fs.stat(path.join(source, file));
    // Best effort: a read-only file of somebody else keeps its new time.
    await fs.utimes(to, atime, mtime).catch(() => undefined);
  });
  return target;
}

/** Removes what `copyVault` made. */
export async function removeCopy(copy: string): Promise<void> {
  // The plugin may still be writing its journal while the page closes.
  await fs.rm(path.dirname(copy), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Writes notes into a fresh temporary vault and returns its path. */
export async function vaultOf(notes: Record<string, string>, name = 'Test vault'): Promise<string> {
  const outer = await fs.mkdtemp(path.join(os.tmpdir(), 'meeting-tasks-'));
  const target = path.join(outer, name);
  await fs.mkdir(target);
  for (const [file, text] of Object.entries(notes)) {
    const full = path.join(target, file);
    await fs.mkdir(path.dirname(full), { recursive: true });
    await fs.writeFile(full, text);
  }
  return target;
}
