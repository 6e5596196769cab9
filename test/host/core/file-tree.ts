import type { FileStats, TAbstractFile } from './files';
import { folderOf, TFile, TFolder } from './files';
import type { Vault } from './vault';

/** One file or folder that has moved. */
export interface Moved {
  file: TAbstractFile;
  oldPath: string;
}

/** The tree of file and folder objects and the look-up by path. Knows nothing of events. */
export class FileTree {
  readonly root: TFolder;
  private readonly byPath = new Map<string, TAbstractFile>();

  constructor(private readonly vault: Vault) {
    this.root = new TFolder(vault, '/');
    this.byPath.set('/', this.root);
  }

  get(path: string): TAbstractFile | null {
    return this.byPath.get(path) ?? null;
  }

  all(): TAbstractFile[] {
    return [...this.byPath.values()];
  }

  /** Adds a folder and the missing ones above it; returns what is new, the highest first. */
  addFolder(path: string): TFolder[] {
    if (this.byPath.has(path)) return [];
    const added = this.addFolder(folderOf(path));
    const folder = new TFolder(this.vault, path);
    this.attach(folder);
    return [...added, folder];
  }

  /** Adds a file and the missing folders above it; returns what is new, the highest first. */
  addFile(path: string, stat: FileStats): TAbstractFile[] {
    const added = this.addFolder(folderOf(path));
    const file = new TFile(this.vault, path, stat);
    this.attach(file);
    return [...added, file];
  }

  /** Removes a file or a folder with its content; returns what is gone, children first. */
  remove(path: string): TAbstractFile[] {
    const top = this.byPath.get(path);
    if (!top || top === this.root) return [];
    const gone = this.below(top).reverse();
    for (const file of gone) {
      this.detach(file);
      file.deleted = true;
    }
    return gone;
  }

  /** Moves a file or a folder with its content; returns everything that moved, the folder first. */
  move(from: string, to: string): { added: TFolder[]; moved: Moved[] } {
    const top = this.byPath.get(from);
    if (!top || top === this.root) return { added: [], moved: [] };
    const added = this.addFolder(folderOf(to));
    const all = this.below(top);
    this.detach(top);
    const moved = all.map((file) => ({ file, oldPath: file.path }));
    for (const { file, oldPath } of moved) {
      this.byPath.delete(oldPath);
      file.setPath(to + oldPath.slice(from.length));
      this.byPath.set(file.path, file);
    }
    this.attach(top);
    return { added, moved };
  }

  private below(top: TAbstractFile): TAbstractFile[] {
    if (!(top instanceof TFolder)) return [top];
    return [top, ...top.children.flatMap((child) => this.below(child))];
  }

  private attach(file: TAbstractFile): void {
    const parent = this.byPath.get(folderOf(file.path));
    if (!(parent instanceof TFolder)) throw new Error(`Not a folder: ${folderOf(file.path)}`);
    file.parent = parent;
    parent.children.push(file);
    this.byPath.set(file.path, file);
  }

  private detach(file: TAbstractFile): void {
    this.byPath.delete(file.path);
    const siblings = file.parent?.children;
    const index = siblings?.indexOf(file) ?? -1;
    if (index >= 0) siblings?.splice(index, 1);
  }
}
