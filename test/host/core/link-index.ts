import type { TFile } from './files';
import { folderOf } from './files';
import type { Vault } from './vault';

const withoutMd = (path: string): string => path.replace(/\.md$/i, '');

/** Finds the file a link means, and the shortest link to a file. */
export class LinkIndex {
  private byName: Map<string, TFile[]> | null = null;

  constructor(private readonly vault: Vault) {
    const forget = (): void => {
      this.byName = null;
    };
    vault.on('create', forget);
    vault.on('delete', forget);
    vault.on('rename', forget);
  }

  resolve(linkpath: string, sourcePath: string): TFile | null {
    const wanted = linkpath.split('#')[0] ?? '';
    if (wanted === '') return this.vault.getFileByPath(sourcePath);
    const path = wanted.startsWith('/') ? wanted.slice(1) : relative(wanted, sourcePath);
    const exact = this.vault.getFileByPath(path) ?? this.vault.getFileByPath(`${path}.md`);
    if (exact) return exact;
    const ending = withoutMd(path).toLowerCase();
    const found = this.named(ending).filter((file) => {
      const own = withoutMd(file.path).toLowerCase();
      return own === ending || own.endsWith(`/${ending}`);
    });
    const near = found.find((file) => folderOf(file.path) === folderOf(sourcePath));
    return near ?? found.sort((a, b) => a.path.length - b.path.length)[0] ?? null;
  }

  linktext(file: TFile, sourcePath: string, omitMdExtension: boolean): string {
    const shown = (path: string): string => (omitMdExtension ? withoutMd(path) : path);
    return this.resolve(shown(file.name), sourcePath) === file &&
      this.named(withoutMd(file.name).toLowerCase()).length === 1
      ? shown(file.name)
      : shown(file.path);
  }

  private named(path: string): TFile[] {
    this.byName ??= this.build();
    return this.byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  }

  private build(): Map<string, TFile[]> {
    const byName = new Map<string, TFile[]>();
    for (const file of this.vault.getFiles()) {
      const name = withoutMd(file.name).toLowerCase();
      const same = byName.get(name);
      if (same) same.push(file);
      else byName.set(name, [file]);
    }
    return byName;
  }
}

function relative(linkpath: string, sourcePath: string): string {
  if (!linkpath.startsWith('./') && !linkpath.startsWith('../')) return linkpath;
  const parts = folderOf(sourcePath).split('/').filter(Boolean);
  for (const part of linkpath.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
