import type { Stat } from 'obsidian';
import type { Backend } from './backend';
import { FileError } from './backend';
import type { Faults } from './faults';
import { refuseReadOnly } from './faults';
import type { FileStats } from './files';

/** What the adapter tells the vault about files that are not hidden. */
export interface AdapterListener {
  onWritten(path: string, text: string, stat: FileStats): void;
  onFolder(path: string): void;
  onRemoved(path: string): void;
  onRenamed(from: string, to: string): void;
}

/** True for paths inside dot folders and dot files: reachable through the adapter only. */
export function isHidden(path: string): boolean {
  return path.startsWith('.') || path.includes('/.');
}

const clean = (path: string): string =>
  path === '' || path === '.' ? '/' : path.replace(/^\/+(?=.)|\/+$/g, '') || '/';

/** File access by path, with all operations on one path in a queue, as in the app. */
export class DataAdapter {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly backend: Backend,
    private readonly listener: AdapterListener,
    private readonly getFaults: () => Faults | undefined,
    private readonly vaultName: () => string,
  ) {}

  getName(): string {
    return this.vaultName();
  }

  getResourcePath(path: string): string {
    return this.backend.resourceUrl(clean(path));
  }

  async exists(path: string): Promise<boolean> {
    return (await this.backend.stat(clean(path))) !== null;
  }

  stat(path: string): Promise<Stat | null> {
    return this.backend.stat(clean(path));
  }

  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    return this.backend.list(clean(path));
  }

  read(path: string): Promise<string> {
    const target = clean(path);
    return this.enqueue(target, () => this.readNow(target));
  }

  write(path: string, text: string): Promise<void> {
    const target = clean(path);
    return this.enqueue(target, () => this.writeNow(target, text));
  }

  append(path: string, text: string): Promise<void> {
    const target = clean(path);
    return this.enqueue(target, async () => {
      // Nobody is told the text of a hidden file. Faults are told all of it: they say where a write breaks off.
      if (isHidden(target) && !this.getFaults()) await this.backend.append(target, text);
      else await this.writeNow(target, (await this.readNow(target)) + text);
    });
  }

  /** Reads, changes and writes without anybody else in between. Nothing is written when `change` throws. */
  process(path: string, change: (text: string) => string): Promise<string> {
    const target = clean(path);
    return this.enqueue(target, async () => {
      const before = await this.readNow(target);
      const after = change(before);
      if (typeof after !== 'string') throw new TypeError('process: the callback must return a string');
      if (after !== before) await this.writeNow(target, after);
      return after;
    });
  }

  async mkdir(path: string): Promise<void> {
    const target = clean(path);
    await this.backend.mkdir(target);
    if (!isHidden(target)) this.listener.onFolder(target);
  }

  remove(path: string): Promise<void> {
    const target = clean(path);
    return this.enqueue(target, async () => {
      const faults = this.getFaults();
      refuseReadOnly(faults, target);
      await faults?.onRemove?.(target);
      await this.backend.remove(target);
      if (!isHidden(target)) this.listener.onRemoved(target);
    });
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    if (recursive) return this.remove(path);
    return this.list(path).then(({ files, folders }) => {
      if (files.length + folders.length > 0)
        throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
      return this.remove(path);
    });
  }

  rename(from: string, to: string): Promise<void> {
    const [source, target] = [clean(from), clean(to)];
    return this.enqueue(source, async () => {
      const faults = this.getFaults();
      refuseReadOnly(faults, source);
      await faults?.onRename?.(source, target);
      await this.backend.rename(source, target);
      this.reportRename(source, target);
    });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.write(to, await this.read(from));
  }

  /** Moves into `.trash`: the host never uses the system's bin, whatever the plugin asks for. */
  async trashLocal(path: string): Promise<void> {
    const target = clean(path);
    await this.backend.mkdir('.trash');
    const name = target.slice(target.lastIndexOf('/') + 1);
    let free = `.trash/${name}`;
    for (let n = 2; await this.exists(free); n++) free = `.trash/${n} ${name}`;
    await this.rename(target, free);
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.trashLocal(path);
    return true;
  }

  private async readNow(path: string): Promise<string> {
    const faults = this.getFaults();
    await faults?.onRead?.(path);
    const text = await this.backend.read(path);
    return (await faults?.afterRead?.(path, text)) ?? text;
  }

  private async writeNow(path: string, text: string): Promise<void> {
    const faults = this.getFaults();
    refuseReadOnly(faults, path);
    await faults?.onWrite?.(path, text);
    const cut = faults?.cutWrite?.(path, text) ?? null;
    const written = cut === null ? text : text.slice(0, cut);
    const stat = await this.backend.write(path, written);
    if (!isHidden(path)) this.listener.onWritten(path, written, stat);
    if (cut !== null) throw FileError.full(path);
    await faults?.afterWrite?.(path, text);
  }

  private reportRename(from: string, to: string): void {
    if (!isHidden(from) && !isHidden(to)) this.listener.onRenamed(from, to);
    else if (!isHidden(from)) this.listener.onRemoved(from);
  }

  private enqueue<T>(path: string, task: () => Promise<T>): Promise<T> {
    const result = (this.queues.get(path) ?? Promise.resolve()).then(task);
    // The queue goes on after a failure; the caller alone hears of it.
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.queues.get(path) === tail) this.queues.delete(path);
      });
    this.queues.set(path, tail);
    return result;
  }
}
