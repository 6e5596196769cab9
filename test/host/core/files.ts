import type { Vault } from './vault';

/** Times and size of a file, in milliseconds and bytes. */
export interface FileStats {
  ctime: number;
  mtime: number;
  size: number;
}

/** Last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Folder part of a path; '/' for a file at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '/' : path.slice(0, slash);
}

/** A file or folder of the vault. */
export abstract class TAbstractFile {
  vault: Vault;
  path: string;
  name: string;
  parent: TFolder | null = null;
  /** Set when it is gone; code that kept the object can see it, as in the app. */
  deleted = false;

  constructor(vault: Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = path === '/' ? '' : nameOf(path);
  }

  /** Gives the object its new place after a rename. */
  setPath(path: string): void {
    this.path = path;
    this.name = path === '/' ? '' : nameOf(path);
  }
}

/** A file of the vault. The same object lives on through renames. */
export class TFile extends TAbstractFile {
  stat: FileStats;
  basename = '';
  extension = '';

  constructor(vault: Vault, path: string, stat: FileStats) {
    super(vault, path);
    this.stat = stat;
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

/** A folder of the vault; the root has the path '/'. */
export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
