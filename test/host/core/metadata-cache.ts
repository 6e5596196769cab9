import type { CachedMetadata } from 'obsidian';
import type { EventRef, Listener } from './events';
import { Events } from './events';
import type { TAbstractFile } from './files';
import { TFile } from './files';
import { LinkIndex } from './link-index';
import { computeMetadata } from './metadata';
import type { Vault } from './vault';

/** How late and how complete the cache is. */
export interface MetadataCacheOptions {
  /** Milliseconds between a change of a file and 'changed'. */
  delay?: number;
  /** Starts without any cache, as on the first opening of a vault; files are indexed one by one. */
  startEmpty?: boolean;
  /** Nothing is indexed until `flush` is called. */
  manual?: boolean;
}

/** Parsed metadata of every note, always a little behind the files. */
export class MetadataCache extends Events {
  private readonly caches = new Map<string, CachedMetadata>();
  private readonly pending = new Set<TFile>();
  private readonly links: LinkIndex;
  private readonly delay: number;
  private readonly startEmpty: boolean;
  private manual: boolean;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly vault: Vault,
    options: MetadataCacheOptions = {},
  ) {
    super();
    this.delay = options.delay ?? 20;
    this.startEmpty = options.startEmpty ?? false;
    this.manual = options.manual ?? false;
    this.links = new LinkIndex(vault);
  }

  /** Indexes what is there and follows the vault. Call it after `vault.load()`. */
  start(): void {
    for (const file of this.vault.getMarkdownFiles()) {
      const text = this.startEmpty ? null : this.vault.knownText(file.path);
      if (text === null) this.pending.add(file);
      else this.caches.set(file.path, computeMetadata(text));
    }
    this.vault.on('create', (file) => this.touched(file, false));
    this.vault.on('modify', (file) => this.touched(file, true));
    this.vault.on('delete', (file) => this.removed(file));
    this.vault.on('rename', (file, oldPath) => this.renamed(file, oldPath));
    // Also with nothing to index, so that 'resolved' fires once after the start.
    this.schedule();
  }

  override on(
    name: 'changed',
    callback: (file: TFile, data: string, cache: CachedMetadata) => unknown,
    context?: unknown,
  ): EventRef;
  override on(
    name: 'deleted',
    callback: (file: TFile, previous: CachedMetadata | null) => unknown,
    context?: unknown,
  ): EventRef;
  override on(name: 'resolve', callback: (file: TFile) => unknown, context?: unknown): EventRef;
  override on(name: 'resolved', callback: () => unknown, context?: unknown): EventRef;
  override on(name: string, callback: Listener, context?: unknown): EventRef;
  override on(name: string, callback: Listener, context?: unknown): EventRef {
    return super.on(name, callback, context);
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.caches.get(file.path) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.links.resolve(linkpath, sourcePath);
  }

  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    return this.links.linktext(file, sourcePath, omitMdExtension);
  }

  /** Counts of links to existing files per note; worked out when asked, because that parses every note. */
  get resolvedLinks(): Record<string, Record<string, number>> {
    return this.countLinks(true);
  }

  /** Counts of links to nothing per note. */
  get unresolvedLinks(): Record<string, Record<string, number>> {
    return this.countLinks(false);
  }

  private touched(file: TAbstractFile, isChange: boolean): void {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    // The 'create' of a file that the start has already indexed.
    if (!isChange && this.caches.has(file.path)) return;
    this.pending.add(file);
    this.schedule();
  }

  private removed(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const previous = this.caches.get(file.path) ?? null;
    this.caches.delete(file.path);
    this.pending.delete(file);
    if (file.extension === 'md') this.trigger('deleted', file, previous);
  }

  private renamed(file: TAbstractFile, oldPath: string): void {
    const cache = this.caches.get(oldPath);
    this.caches.delete(oldPath);
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    if (cache) this.caches.set(file.path, cache);
    else this.touched(file, true);
  }

  private schedule(): void {
    if (this.manual) return;
    // One timer for everything that arrives meanwhile: several writes of a note give one 'changed'.
    this.timer ??= setTimeout(() => void this.flush(), this.delay);
  }

  /** From now on nothing is indexed until `flush` is called. */
  pause(): void {
    this.manual = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Indexes what has changed since the last time. */
  async flush(): Promise<void> {
    const batch = [...this.pending];
    this.pending.clear();
    this.timer = null;
    const done: TFile[] = [];
    for (const file of batch) {
      if (await this.index(file)) done.push(file);
      // One by one, so that others see the cache while it fills.
      if (this.startEmpty) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    for (const file of done) if (!file.deleted) this.trigger('resolve', file);
    if (this.pending.size === 0) this.trigger('resolved');
  }

  private async index(file: TFile): Promise<boolean> {
    try {
      const data = this.vault.knownText(file.path) ?? (await this.vault.read(file));
      if (file.deleted) return false;
      const cache = computeMetadata(data);
      this.caches.set(file.path, cache);
      this.trigger('changed', file, data, cache);
      return true;
    } catch (error) {
      if (!file.deleted) console.warn(`Not indexed: ${file.path}`, error);
      return false;
    }
  }

  private countLinks(existing: boolean): Record<string, Record<string, number>> {
    const all: Record<string, Record<string, number>> = {};
    for (const [path, cache] of this.caches) {
      const counts: Record<string, number> = {};
      for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? [])]) {
        const linkpath = link.split('#')[0] ?? '';
        const target = this.links.resolve(linkpath, path);
        if ((target !== null) !== existing) continue;
        const key = target?.path ?? linkpath;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      all[path] = counts;
    }
    return all;
  }
}
