import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import type { BackendFile, BackendSnapshot, BackendStat } from '../core/backend';
import { FileError } from '../core/backend';
import type { FileStats } from '../core/files';

/** Raised for paths that leave the vault or make no sense; the server answers 403. */
export class ForbiddenPath extends Error {}

const TEXT = /\.(md|txt|csv|json|canvas|base|css|js|ya?ml)$/i;
const PARALLEL = 24;

export const isText = (file: string): boolean => TEXT.test(file);
export const isDotPath = (file: string): boolean => file.startsWith('.') || file.includes('/.');

export function statsOf(stat: Stats): FileStats {
  return {
    ctime: Math.round(stat.birthtimeMs || stat.ctimeMs),
    mtime: Math.round(stat.mtimeMs),
    size: stat.size,
  };
}

/** Runs the task on every item, a few at a time. */
export async function inParallel<T>(items: T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
}

/** The real folder of a vault. No path given to it can reach anything outside. */
export class VaultFolder {
  private constructor(readonly root: string) {}

  static async open(folder: string): Promise<VaultFolder> {
    return new VaultFolder(await fs.realpath(folder));
  }

  get name(): string {
    return path.basename(this.root);
  }

  /** Absolute path of a vault path, refused when it would leave the folder, also through a symbolic link. */
  async resolve(vaultPath: string): Promise<string> {
    if (vaultPath === '/' || vaultPath === '') return this.root;
    const parts = vaultPath.split('/');
    const isOdd = (part: string): boolean =>
      part === '' || part === '.' || part === '..' || /[\\\0]/.test(part);
    if (parts.some(isOdd) || path.isAbsolute(vaultPath) || /^[a-z]:/i.test(vaultPath)) {
      throw new ForbiddenPath(`Not a path inside the vault: ${vaultPath}`);
    }
    const full = path.join(this.root, ...parts);
    const real = await realpathOfExisting(full);
    if (real !== this.root && !real.startsWith(this.root + path.sep)) {
      throw new ForbiddenPath(`Outside the vault: ${vaultPath}`);
    }
    return full;
  }

  /** Everything outside dot folders. Symbolic links are left out: they could lead anywhere, or in circles. */
  async load(): Promise<BackendSnapshot> {
    const { files, folders } = await this.walk('');
    const loaded: BackendFile[] = [];
    await inParallel(files, async (file) => {
      const found = await this.readFile(file);
      if (found) loaded.push(found);
    });
    loaded.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { name: this.name, files: loaded, folders };
  }

  /** Paths below a folder, without reading anything. */
  async walk(start: string): Promise<{ files: string[]; folders: string[] }> {
    const files: string[] = [];
    const folders: string[] = [];
    const visit = async (folder: string): Promise<void> => {
      const entries = await fs.readdir(path.join(this.root, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const child = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isFile()) files.push(child);
        else if (entry.isDirectory()) {
          folders.push(child);
          await visit(child);
        }
      }
    };
    await visit(start);
    return { files, folders };
  }

  /** A file with its text when it is one; null when it has gone meanwhile. */
  async readFile(file: string): Promise<BackendFile | null> {
    const full = path.join(this.root, file);
    try {
      const stat = await fs.lstat(full);
      if (!stat.isFile()) return null;
      return {
        path: file,
        ...statsOf(stat),
        ...(isText(file) ? { text: await fs.readFile(full, 'utf8') } : {}),
      };
    } catch {
      return null;
    }
  }

  async read(file: string): Promise<string> {
    return translate(file, fs.readFile(await this.resolve(file), 'utf8'));
  }

  /**
   * Writes through a temporary file, so that nobody ever reads half a note; the mode stays. `learn` gets what
   * was written, known before the file is in its place: a look afterwards could see somebody else's write.
   */
  async write(file: string, text: string, learn?: (stat: Stats) => void): Promise<FileStats> {
    const full = await this.resolve(file);
    const before = await fs.stat(full).catch(() => null);
    if (before?.isDirectory())
      throw new FileError('EISDIR', `EISDIR: illegal operation on a directory, open '${file}'`);
    if (before) refuseReadOnly(file, before);
    const temporary = path.join(path.dirname(full), `.write-${randomUUID()}`);
    try {
      await translate(file, fs.writeFile(temporary, text, before ? { mode: before.mode } : {}));
      // The mode of a new file passes through the umask; the old one shall come back exactly.
      if (before) await fs.chmod(temporary, before.mode);
      const written = await fs.stat(temporary);
      await translate(file, fs.rename(temporary, full));
      learn?.(written);
      return statsOf(written);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  }

  /** Writes behind the end of a file that is there. `learn` as for `write`. */
  async append(file: string, text: string, learn?: (stat: Stats) => void): Promise<FileStats> {
    const full = await this.resolve(file);
    refuseReadOnly(file, await translate(file, fs.stat(full)));
    const handle = await translate(file, fs.open(full, constants.O_WRONLY | constants.O_APPEND));
    try {
      await translate(file, handle.writeFile(text));
      const written = await handle.stat();
      learn?.(written);
      return statsOf(written);
    } finally {
      await handle.close();
    }
  }

  async remove(file: string): Promise<void> {
    const full = await this.resolve(file);
    if (full === this.root) throw new ForbiddenPath('The vault itself cannot be removed');
    const stat = await translate(file, fs.lstat(full));
    if (stat.isFile()) refuseReadOnly(file, stat);
    await translate(file, fs.rm(full, { recursive: true }));
  }

  async rename(from: string, to: string): Promise<void> {
    const source = await this.resolve(from);
    const target = await this.resolve(to);
    if (source === this.root || target === this.root)
      throw new ForbiddenPath('The vault itself cannot be moved');
    const there = await fs.lstat(target).catch(() => null);
    const itself = await translate(from, fs.lstat(source));
    // On a file system that ignores case, a rename in case only meets itself.
    if (there && there.ino !== itself.ino) throw FileError.exists(to);
    await translate(from, fs.rename(source, target));
  }

  async mkdir(folder: string): Promise<void> {
    await translate(folder, fs.mkdir(await this.resolve(folder), { recursive: true }));
  }

  async stat(file: string): Promise<BackendStat | null> {
    const stat = await fs.stat(await this.resolve(file)).catch(() => null);
    return stat && { type: stat.isDirectory() ? 'folder' : 'file', ...statsOf(stat) };
  }

  async list(folder: string): Promise<{ files: string[]; folders: string[] }> {
    const entries = await translate(folder, fs.readdir(await this.resolve(folder), { withFileTypes: true }));
    const inside = (name: string): string => (folder === '/' || folder === '' ? name : `${folder}/${name}`);
    return {
      files: entries.filter((entry) => entry.isFile()).map((entry) => inside(entry.name)),
      folders: entries.filter((entry) => entry.isDirectory()).map((entry) => inside(entry.name)),
    };
  }
}

/** By the mode and not by trying: an administrator may write everything, and tests often run as one. */
function refuseReadOnly(file: string, stat: Stats): void {
  if ((stat.mode & 0o222) === 0) throw FileError.readOnly(file);
}

/** Passes file system errors on without the absolute path in them. */
async function translate<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    if (code === 'ENOENT') throw FileError.missing(file);
    throw new FileError(code, `${code}: '${file}'`);
  }
}

async function realpathOfExisting(full: string): Promise<string> {
  try {
    return await fs.realpath(full);
  } catch {
    const link = await fs.lstat(full).catch(() => null);
    // A link to nothing could be made to point anywhere later.
    if (link?.isSymbolicLink()) throw new ForbiddenPath('A broken symbolic link');
    return path.join(await realpathOfExisting(path.dirname(full)), path.basename(full));
  }
}
