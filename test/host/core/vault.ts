import type { AdapterListener } from './adapter';
import { DataAdapter, isHidden } from './adapter';
import type { Backend, OutsideChange } from './backend';
import { FileError } from './backend';
import type { EventRef, Listener } from './events';
import { Events } from './events';
import type { Faults } from './faults';
import type { FileStats, TAbstractFile } from './files';
import { TFile, TFolder } from './files';
import { FileTree } from './file-tree';

/** Milliseconds during which older news of a file may still be under way. */
const LATE = 1000;

/** How the vault behaves. */
export interface VaultOptions {
  configDir?: string;
  faults?: Faults;
}

/** The files of the vault and their events, over a backend. */
export class Vault extends Events {
  readonly adapter: DataAdapter;
  readonly configDir: string;
  /** Injected faults; may be exchanged while running. */
  faults: Faults | undefined;
  private readonly tree: FileTree;
  private readonly texts = new Map<string, { text: string; mtime: number }>();
  /** When the vault itself last wrote a file. */
  private readonly ownWrites = new Map<string, number>();
  private name = '';
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly backend: Backend,
    options: VaultOptions = {},
  ) {
    super();
    this.configDir = options.configDir ?? '.obsidian';
    this.faults = options.faults;
    this.tree = new FileTree(this);
    const listener: AdapterListener = {
      onWritten: (path, text, stat) => {
        this.ownWrites.set(path, performance.now());
        this.written(path, text, stat);
      },
      onFolder: (path) => this.addFolder(path),
      onRemoved: (path) => this.removed(path),
      onRenamed: (from, to) => this.renamed(from, to),
    };
    this.adapter = new DataAdapter(
      backend,
      listener,
      () => this.faults,
      () => this.name,
    );
  }

  /**
   * Reads the folder. 'create' fires for every file, as in the app before the layout is ready;
   * with `announce: false` it does so only when `announce()` is called.
   */
  async load(options: { announce?: boolean } = {}): Promise<void> {
    const snapshot = await this.backend.load();
    this.name = snapshot.name;
    for (const folder of snapshot.folders) this.tree.addFolder(folder);
    for (const { path, text, ctime, mtime, size } of snapshot.files) {
      this.tree.addFile(path, { ctime, mtime, size });
      if (text !== undefined) this.texts.set(path, { text, mtime });
    }
    this.unsubscribe = this.backend.subscribe((change) => this.applyOutside(change));
    if (options.announce !== false) this.announce();
  }

  /** Fires 'create' for everything that is there. */
  announce(): void {
    for (const file of this.tree.all()) if (file.path !== '/') this.trigger('create', file);
  }

  /** Stops listening to outside changes. */
  close(): void {
    this.unsubscribe?.();
    this.unsubscribe = null;
  }

  override on(
    name: 'create' | 'modify' | 'delete',
    callback: (file: TAbstractFile) => unknown,
    context?: unknown,
  ): EventRef;
  override on(
    name: 'rename',
    callback: (file: TAbstractFile, oldPath: string) => unknown,
    context?: unknown,
  ): EventRef;
  override on(name: string, callback: Listener, context?: unknown): EventRef;
  override on(name: string, callback: Listener, context?: unknown): EventRef {
    return super.on(name, callback, context);
  }

  getName(): string {
    return this.name;
  }

  getRoot(): TFolder {
    return this.tree.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.tree.get(path);
  }

  getFileByPath(path: string): TFile | null {
    const file = this.tree.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.tree.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return this.tree.all();
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.tree
      .all()
      .filter((file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()));
  }

  getFiles(): TFile[] {
    return this.tree.all().filter((file): file is TFile => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  /** From the disk. */
  async read(file: TFile): Promise<string> {
    const text = await this.adapter.read(file.path);
    this.texts.set(file.path, { text, mtime: file.stat.mtime });
    return text;
  }

  /** From memory as long as the file's time is the known one. */
  async cachedRead(file: TFile): Promise<string> {
    const known = this.texts.get(file.path);
    if (known?.mtime !== file.stat.mtime) return this.read(file);
    await this.faults?.onRead?.(file.path);
    return known.text;
  }

  /** What memory knows, at once: for the metadata cache of the host. */
  knownText(path: string): string | null {
    return this.texts.get(path)?.text ?? null;
  }

  async create(path: string, data: string): Promise<TFile> {
    if (await this.adapter.exists(path)) throw new Error('File already exists.');
    await this.adapter.write(path, data);
    const file = this.getFileByPath(path);
    if (!file) throw FileError.missing(path);
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    if (await this.adapter.exists(path)) throw new Error('Folder already exists.');
    await this.adapter.mkdir(path);
    const folder = this.getFolderByPath(path);
    if (!folder) throw FileError.missing(path);
    return folder;
  }

  async modify(file: TFile, data: string): Promise<void> {
    if (file.deleted) throw FileError.missing(file.path);
    await this.adapter.write(file.path, data);
  }

  async append(file: TFile, data: string): Promise<void> {
    await this.adapter.append(file.path, data);
  }

  async process(file: TFile, change: (text: string) => string): Promise<string> {
    return this.adapter.process(file.path, change);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    if (await this.adapter.exists(newPath)) throw new Error('Destination file already exists!');
    await this.adapter.rename(file.path, newPath);
  }

  async delete(file: TAbstractFile): Promise<void> {
    await this.adapter.remove(file.path);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system) await this.adapter.trashSystem(file.path);
    else await this.adapter.trashLocal(file.path);
  }

  async copy(file: TFile, newPath: string): Promise<TFile> {
    return this.create(newPath, await this.read(file));
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of [...root.children]) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  private applyOutside(change: OutsideChange): void {
    if (isHidden(change.path)) {
      this.trigger('raw', change.path);
      return;
    }
    if (change.kind === 'delete') this.removed(change.path);
    else if (change.kind === 'rename' && change.from !== undefined && this.tree.get(change.from)) {
      this.renamed(change.from, change.path);
    } else if (change.folder) this.addFolder(change.path);
    else {
      const mtime = change.mtime ?? Date.now();
      const known = this.getFileByPath(change.path);
      // Late news of a state that an own write has already replaced. Older times alone say nothing: sync
      // programs write files with the times they have elsewhere.
      const age = performance.now() - (this.ownWrites.get(change.path) ?? -Infinity);
      if (known && mtime < known.stat.mtime && age < LATE) return;
      const size = change.size ?? change.text?.length ?? 0;
      this.written(change.path, change.text, {
        ctime: change.ctime ?? known?.stat.ctime ?? mtime,
        mtime,
        size,
      });
    }
  }

  private written(path: string, text: string | undefined, stat: FileStats): void {
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, { text, mtime: stat.mtime });
    const known = this.getFileByPath(path);
    if (known) {
      known.stat = stat;
      this.trigger('modify', known);
    } else for (const added of this.tree.addFile(path, stat)) this.trigger('create', added);
  }

  private addFolder(path: string): void {
    for (const folder of this.tree.addFolder(path)) this.trigger('create', folder);
  }

  private removed(path: string): void {
    for (const gone of this.tree.remove(path)) {
      this.texts.delete(gone.path);
      this.trigger('delete', gone);
    }
  }

  private renamed(from: string, to: string): void {
    const { added, moved } = this.tree.move(from, to);
    for (const folder of added) this.trigger('create', folder);
    for (const { file, oldPath } of moved) {
      const known = this.texts.get(oldPath);
      this.texts.delete(oldPath);
      if (known) this.texts.set(file.path, known);
    }
    // The whole tree is in its new state before the first listener runs.
    for (const { file, oldPath } of moved) this.trigger('rename', file, oldPath);
  }
}
