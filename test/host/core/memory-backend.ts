import type { Backend, BackendSnapshot, BackendStat, OutsideChange } from './backend';
import { FileError } from './backend';
import type { FileStats } from './files';
import { folderOf } from './files';

interface Entry extends FileStats {
  text: string;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/** A vault folder that lives in memory, for tests in Node. */
export class MemoryBackend implements Backend {
  private readonly files = new Map<string, Entry>();
  private readonly folders = new Set<string>();
  private readonly subscribers = new Set<(change: OutsideChange) => void>();
  private clock: number;

  constructor(
    notes: Record<string, string> = {},
    private readonly name = 'Test vault',
    now = Date.UTC(2025, 10, 5, 9),
  ) {
    this.clock = now;
    for (const [path, text] of Object.entries(notes)) this.put(path, text);
  }

  /** Content now, or null when there is no such file. For assertions. */
  peek(path: string): string | null {
    return this.files.get(path)?.text ?? null;
  }

  load(): Promise<BackendSnapshot> {
    const files = [...this.files]
      .filter(([path]) => !isHidden(path))
      .map(([path, entry]) => ({ path, ...entry }));
    return Promise.resolve({
      name: this.name,
      files,
      folders: [...this.folders].filter((path) => !isHidden(path)),
    });
  }

  async read(path: string): Promise<string> {
    await Promise.resolve();
    const entry = this.files.get(path);
    if (!entry) throw FileError.missing(path);
    return entry.text;
  }

  async write(path: string, text: string): Promise<FileStats> {
    await Promise.resolve();
    const folder = folderOf(path);
    if (folder !== '/' && !this.folders.has(folder)) throw FileError.missing(path);
    const { ctime, mtime, size } = this.put(path, text);
    return { ctime, mtime, size };
  }

  async append(path: string, text: string): Promise<FileStats> {
    return this.write(path, (await this.read(path)) + text);
  }

  async remove(path: string): Promise<void> {
    await Promise.resolve();
    const inside = this.below(path);
    if (!this.files.delete(path) && !this.folders.delete(path)) throw FileError.missing(path);
    for (const other of inside) {
      this.files.delete(other);
      this.folders.delete(other);
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await Promise.resolve();
    if (this.files.has(to) || this.folders.has(to)) throw FileError.exists(to);
    const folder = folderOf(to);
    if (folder !== '/' && !this.folders.has(folder)) throw FileError.missing(to);
    const moved = [from, ...this.below(from)];
    if (!this.files.has(from) && !this.folders.has(from)) throw FileError.missing(from);
    for (const old of moved) {
      const target = to + old.slice(from.length);
      const entry = this.files.get(old);
      if (entry) this.files.set(target, entry);
      else this.folders.add(target);
      this.files.delete(old);
      this.folders.delete(old);
    }
  }

  async mkdir(path: string): Promise<void> {
    await Promise.resolve();
    this.addFolders(path);
  }

  stat(path: string): Promise<BackendStat | null> {
    const entry = this.files.get(path);
    if (entry) {
      return Promise.resolve({ type: 'file', ctime: entry.ctime, mtime: entry.mtime, size: entry.size });
    }
    const isFolder = path === '/' || this.folders.has(path);
    return Promise.resolve(isFolder ? { type: 'folder', ctime: 0, mtime: 0, size: 0 } : null);
  }

  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    const inside = (other: string): boolean => other !== path && folderOf(other) === path;
    return Promise.resolve({
      files: [...this.files.keys()].filter(inside),
      folders: [...this.folders].filter(inside),
    });
  }

  subscribe(callback: (change: OutsideChange) => void): () => void {
    this.subscribers.add(callback);
    return () => this.subscribers.delete(callback);
  }

  resourceUrl(path: string): string {
    return `memory:${encodeURI(path)}`;
  }

  /** Writes as another program would: the vault learns of it through the subscription. */
  writeOutside(path: string, text: string): void {
    const kind = this.files.has(path) ? 'modify' : 'create';
    const { ctime, mtime, size } = this.put(path, text);
    this.tell({ kind, path, text, ctime, mtime, size });
  }

  /** Removes as another program would. */
  removeOutside(path: string): void {
    for (const other of [path, ...this.below(path)]) {
      this.files.delete(other);
      this.folders.delete(other);
    }
    this.tell({ kind: 'delete', path });
  }

  /** Renames as another program would. */
  async renameOutside(from: string, to: string): Promise<void> {
    this.addFolders(folderOf(to));
    await this.rename(from, to);
    this.tell({ kind: 'rename', path: to, from });
  }

  private tell(change: OutsideChange): void {
    for (const callback of this.subscribers) callback(change);
  }

  private put(path: string, text: string): Entry {
    // A clock of its own that always moves: two writes never share an mtime.
    this.clock += 1;
    const entry = {
      text,
      ctime: this.files.get(path)?.ctime ?? this.clock,
      mtime: this.clock,
      size: byteLength(text),
    };
    this.addFolders(folderOf(path));
    this.files.set(path, entry);
    return entry;
  }

  private addFolders(path: string): void {
    for (let folder = path; folder !== '/' && folder !== ''; folder = folderOf(folder))
      this.folders.add(folder);
  }

  private below(path: string): string[] {
    const prefix = `${path}/`;
    return [...this.files.keys(), ...this.folders].filter((other) => other.startsWith(prefix));
  }
}
