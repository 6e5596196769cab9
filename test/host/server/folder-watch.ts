import type { FSWatcher, Stats } from 'node:fs';
import { promises as fs, watch } from 'node:fs';
import path from 'node:path';
import type { OutsideChange } from '../core/backend';
import { inParallel, isDotPath, type VaultFolder } from './vault-folder';

const SETTLE = 40;
const POLL = 2000;

/**
 * Tells what other programs change in the folder. One watcher per folder: the recursive mode of Node 20 on
 * Linux loses folders that are renamed or made later. A change is real when the file's time, size or number
 * differs from what is known, so own writes, which are made known at once, never come back.
 */
export class FolderWatch {
  private readonly known = new Map<string, string>();
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly busy = new Map<string, number>();
  private poll: ReturnType<typeof setInterval> | null = null;
  private closed = false;

  constructor(
    private readonly folder: VaultFolder,
    private readonly tell: (change: OutsideChange) => void,
    /** Dot folders to watch as well. */
    private readonly hidden: string[] = [],
  ) {}

  async start(): Promise<void> {
    this.watch('');
    const { files, folders } = await this.folder.walk('');
    for (const inner of folders) this.addFolder(inner);
    for (const inner of this.hidden) {
      const listed = await this.folder.list(inner).catch(() => null);
      if (!listed) continue;
      this.watch(inner);
      files.push(...listed.files);
    }
    await inParallel(files, async (file) => this.learn(file));
  }

  close(): void {
    this.closed = true;
    if (this.poll) clearInterval(this.poll);
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /**
   * Runs an own change of these paths and learns its result, so that it is not told as somebody else's.
   * A write says itself what it has written; everything else is looked at afterwards.
   */
  async own<T>(paths: string[], work: (learn: (stat: Stats) => void) => Promise<T>): Promise<T> {
    // Refuses paths that leave the vault before anything is looked at.
    for (const file of paths) await this.folder.resolve(file);
    for (const file of paths) this.busy.set(file, (this.busy.get(file) ?? 0) + 1);
    let isLearned = false;
    try {
      return await work((stat) => {
        isLearned = true;
        for (const file of paths) this.known.set(file, signatureOf(stat));
      });
    } finally {
      for (const file of paths) {
        if (!isLearned) await this.relearn(file);
        const parent = path.posix.dirname(file);
        if (this.hidden.includes(parent)) this.watch(parent);
        this.check(file);
      }
      for (const file of paths) {
        const left = (this.busy.get(file) ?? 1) - 1;
        if (left > 0) this.busy.set(file, left);
        else this.busy.delete(file);
      }
    }
  }

  private watch(folder: string): void {
    if (this.watchers.has(folder) || this.closed) return;
    try {
      const watcher = watch(path.join(this.folder.root, folder), (_event, name) => {
        if (name !== null) this.check(folder === '' ? name : `${folder}/${name}`);
      });
      // A folder that vanishes makes its watcher fail; the check of its parent tells the story.
      watcher.on('error', () => this.unwatch(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // No watchers left in the system: look from time to time.
      this.poll ??= setInterval(() => void this.lookAround(), POLL);
    }
  }

  private unwatch(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private addFolder(folder: string): void {
    this.known.set(folder, 'folder');
    this.watch(folder);
  }

  private isWatched(file: string): boolean {
    return !isDotPath(file) || this.hidden.includes(path.posix.dirname(file));
  }

  /** Looks at a path once it has been quiet for a moment. */
  private check(file: string): void {
    if (this.closed || !this.isWatched(file) || path.posix.basename(file).startsWith('.')) return;
    clearTimeout(this.waiting.get(file));
    this.waiting.set(
      file,
      setTimeout(() => {
        this.waiting.delete(file);
        if (this.isBusy(file)) this.check(file);
        else void this.compare(file);
      }, SETTLE),
    );
  }

  private isBusy(file: string): boolean {
    for (const busy of this.busy.keys()) if (file === busy || file.startsWith(`${busy}/`)) return true;
    return false;
  }

  private async compare(file: string): Promise<void> {
    const before = this.known.get(file);
    const now = await this.signature(file);
    if (this.closed || before === now || this.isBusy(file)) return;
    if (now === undefined) return this.gone(file);
    if (now === 'folder') return this.newFolder(file);
    const found = await this.folder.readFile(file);
    if (!found) return this.check(file);
    // An own write may have happened while reading.
    if (this.isBusy(file) || (await this.signature(file)) !== now) return this.check(file);
    this.known.set(file, now);
    this.tell({ kind: before === undefined ? 'create' : 'modify', ...found });
  }

  private gone(file: string): void {
    this.forget(file);
    this.tell({ kind: 'delete', path: file });
  }

  private async newFolder(folder: string): Promise<void> {
    this.addFolder(folder);
    this.tell({ kind: 'create', path: folder, folder: true });
    // Its content may have been there before the watcher was.
    for (const entry of await fs.readdir(path.join(this.folder.root, folder)).catch(() => [])) {
      this.check(`${folder}/${entry}`);
    }
  }

  private forget(file: string): void {
    for (const other of [...this.known.keys()]) {
      if (other !== file && !other.startsWith(`${file}/`)) continue;
      this.known.delete(other);
      this.unwatch(other);
    }
  }

  private async signature(file: string): Promise<string | undefined> {
    const stat = await fs.lstat(path.join(this.folder.root, file)).catch(() => null);
    if (stat?.isDirectory()) return 'folder';
    return stat?.isFile() ? signatureOf(stat) : undefined;
  }

  private async learn(file: string): Promise<void> {
    const signature = await this.signature(file);
    if (signature === 'folder') this.addFolder(file);
    else if (signature !== undefined) this.known.set(file, signature);
  }

  private async relearn(file: string): Promise<void> {
    if ((await this.signature(file)) === undefined) return this.forget(file);
    if (!this.isWatched(file) || file === '/' || file === '') return;
    await this.learn(file);
    for (let up = path.posix.dirname(file); up !== '.' && !isDotPath(up); up = path.posix.dirname(up)) {
      this.addFolder(up);
    }
    if (this.known.get(file) !== 'folder') return;
    const { files, folders } = await this.folder.walk(file);
    for (const inner of folders) this.addFolder(inner);
    for (const inner of files) await this.learn(inner);
  }

  private async lookAround(): Promise<void> {
    const { files, folders } = await this.folder.walk('');
    const there = new Set([...files, ...folders]);
    for (const file of there) if ((await this.signature(file)) !== this.known.get(file)) this.check(file);
    for (const file of this.known.keys()) if (!there.has(file) && !isDotPath(file)) this.check(file);
  }
}

function signatureOf(stat: Stats): string {
  return `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
}
