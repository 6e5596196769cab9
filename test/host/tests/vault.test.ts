import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryBackend } from '../core/memory-backend';
import { MetadataCache } from '../core/metadata-cache';
import { Vault } from '../core/vault';
import type { TFile } from '../core/files';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let backend: MemoryBackend;
let vault: Vault;
let log: string[];

function follow(target: Vault): void {
  for (const name of ['create', 'modify', 'delete'] as const) {
    target.on(name, (file) => log.push(`${name} ${file.path}`));
  }
  target.on('rename', (file, old) => log.push(`rename ${old} > ${file.path}`));
}

function note(path: string): TFile {
  const file = vault.getFileByPath(path);
  if (!file) throw new Error(`No file ${path}`);
  return file;
}

beforeEach(async () => {
  log = [];
  backend = new MemoryBackend({
    'a.md': '0',
    'Sub/b.md': '- [ ] b',
    'Sub/In/c.md': 'c',
    '.obsidian/app.json': '{}',
  });
  vault = new Vault(backend);
  await vault.load();
  follow(vault);
});

describe('files', () => {
  it('shows files and folders, but nothing hidden', async () => {
    expect(vault.getMarkdownFiles().map((file) => file.path)).toEqual(['a.md', 'Sub/b.md', 'Sub/In/c.md']);
    expect(note('Sub/b.md').parent).toBe(vault.getFolderByPath('Sub'));
    expect(
      vault
        .getRoot()
        .children.map((file) => file.path)
        .sort(),
    ).toEqual(['Sub', 'a.md']);
    expect(vault.getAbstractFileByPath('.obsidian/app.json')).toBeNull();
    expect(await vault.adapter.read('.obsidian/app.json')).toBe('{}');
    expect(await vault.adapter.exists('.obsidian/none.json')).toBe(false);
  });

  it('appends, with and without faults', async () => {
    await vault.adapter.append('.obsidian/app.json', '\n');
    await vault.append(note('a.md'), '1');
    await expect(vault.adapter.append('.obsidian/none.json', '{}')).rejects.toMatchObject({ code: 'ENOENT' });
    const seen: string[] = [];
    vault.faults = { onWrite: (path, text) => void seen.push(`${path} ${text}`), cutWrite: () => 3 };
    await expect(vault.adapter.append('.obsidian/app.json', '[]')).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(vault.append(note('a.md'), '23')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(seen).toEqual(['.obsidian/app.json {}\n[]', 'a.md 0123']);
    expect([backend.peek('.obsidian/app.json'), backend.peek('a.md')]).toEqual(['{}\n', '012']);
    expect(log).toEqual(['modify a.md', 'modify a.md']);
  });

  it('announces every file at the start', async () => {
    const other = new Vault(backend);
    follow(other);
    await other.load();
    expect(log).toEqual(expect.arrayContaining(['create a.md', 'create Sub', 'create Sub/In/c.md']));
  });

  it('creates, writes, renames and deletes with events', async () => {
    const file = await vault.create('new.md', 'x');
    await vault.modify(file, 'y');
    await vault.rename(file, 'Sub/moved.md');
    expect([file.path, file.basename, file.parent?.path]).toEqual(['Sub/moved.md', 'moved', 'Sub']);
    await vault.delete(file);
    expect(log).toEqual([
      'create new.md',
      'modify new.md',
      'rename new.md > Sub/moved.md',
      'delete Sub/moved.md',
    ]);
    await expect(vault.create('a.md', '')).rejects.toThrow('already exists');
    await expect(vault.create('None/a.md', '')).rejects.toThrow('ENOENT');
    await expect(vault.modify(file, 'z')).rejects.toThrow('ENOENT');
  });

  it('tells the rename of every child of a folder', async () => {
    const folder = vault.getFolderByPath('Sub');
    if (folder) await vault.rename(folder, 'Other');
    expect(log).toEqual([
      'rename Sub > Other',
      'rename Sub/In > Other/In',
      'rename Sub/In/c.md > Other/In/c.md',
      'rename Sub/b.md > Other/b.md',
    ]);
    expect(backend.peek('Other/In/c.md')).toBe('c');
  });

  it('moves into the hidden bin when trashing', async () => {
    await vault.trash(note('a.md'), true);
    expect(vault.getFileByPath('a.md')).toBeNull();
    expect(backend.peek('.trash/a.md')).toBe('0');
  });
});

describe('process', () => {
  it('is atomic', async () => {
    const file = note('a.md');
    await Promise.all(
      Array.from({ length: 10 }, () => vault.process(file, (text) => String(Number(text) + 1))),
    );
    expect(await vault.read(file)).toBe('10');
    expect(await vault.cachedRead(file)).toBe('10');
  });

  it('passes errors on, writes nothing then, and goes on', async () => {
    const fail = (): string => {
      throw new Error('not today');
    };
    await expect(vault.process(note('a.md'), fail)).rejects.toThrow('not today');
    expect([backend.peek('a.md'), log]).toEqual(['0', []]);
    await vault.process(note('a.md'), () => '1');
    expect(backend.peek('a.md')).toBe('1');
  });

  it('writes nothing when the text stays', async () => {
    await vault.process(note('a.md'), (text) => text);
    expect(log).toEqual([]);
  });
});

describe('faults', () => {
  it('rejects writes to a read-only file', async () => {
    vault.faults = { readOnly: new Set(['a.md']) };
    await expect(vault.process(note('a.md'), () => 'x')).rejects.toMatchObject({ code: 'EACCES' });
    await expect(vault.rename(note('a.md'), 'z.md')).rejects.toMatchObject({ code: 'EACCES' });
    expect(backend.peek('a.md')).toBe('0');
  });

  it('lets hooks fail before and after a write', async () => {
    const fail = (): never => {
      throw new Error('disk');
    };
    vault.faults = { onWrite: fail };
    await expect(vault.modify(note('a.md'), 'x')).rejects.toThrow('disk');
    expect(backend.peek('a.md')).toBe('0');
    vault.faults = { afterWrite: fail };
    await expect(vault.modify(note('a.md'), 'x')).rejects.toThrow('disk');
    expect(backend.peek('a.md')).toBe('x');
    vault.faults = { onRead: fail };
    await expect(vault.cachedRead(note('a.md'))).rejects.toThrow('disk');
  });
});

describe('outside changes', () => {
  it('arrive as events', async () => {
    backend.writeOutside('a.md', 'outside');
    backend.writeOutside('Far/new.md', 'new');
    await backend.renameOutside('Sub/b.md', 'Sub/d.md');
    backend.removeOutside('Sub/In');
    expect(log).toEqual([
      'modify a.md',
      'create Far',
      'create Far/new.md',
      'rename Sub/b.md > Sub/d.md',
      'delete Sub/In/c.md',
      'delete Sub/In',
    ]);
    expect(await vault.cachedRead(note('a.md'))).toBe('outside');
  });
});

describe('metadata cache', () => {
  function start(options: { delay?: number; startEmpty?: boolean } = {}): MetadataCache {
    const cache = new MetadataCache(vault, { delay: 5, ...options });
    cache.on('changed', (file, data) => log.push(`changed ${file.path} ${data}`));
    cache.on('resolve', (file) => log.push(`resolve ${file.path}`));
    cache.on('resolved', () => log.push('resolved'));
    cache.on('deleted', (file, previous) => log.push(`deleted ${file.path} ${previous ? 'cached' : 'null'}`));
    cache.start();
    return cache;
  }

  it('knows every note at the start, fires resolved once and changed never', async () => {
    const cache = start();
    expect(cache.getFileCache(note('Sub/b.md'))?.listItems).toHaveLength(1);
    await wait(30);
    expect(log).toEqual(['resolved']);
  });

  it('comes after modify, once for several writes', async () => {
    const cache = start();
    await wait(30);
    log = [];
    await vault.modify(note('a.md'), '1');
    await vault.modify(note('a.md'), '- [ ] 2');
    expect(cache.getCache('a.md')?.listItems).toBeUndefined();
    await wait(30);
    expect(log).toEqual(['modify a.md', 'modify a.md', 'changed a.md - [ ] 2', 'resolve a.md', 'resolved']);
    expect(cache.getCache('a.md')?.listItems).toHaveLength(1);
  });

  it('moves the cache at a rename without changed, and tells of deletion', async () => {
    const cache = start();
    await wait(30);
    log = [];
    await vault.rename(note('Sub/b.md'), 'z.md');
    expect([cache.getCache('Sub/b.md'), cache.getCache('z.md')?.listItems?.length]).toEqual([null, 1]);
    await vault.delete(note('z.md'));
    await wait(30);
    expect(log).toEqual(['rename Sub/b.md > z.md', 'delete z.md', 'deleted z.md cached']);
  });

  it('can start empty', async () => {
    const cache = start({ startEmpty: true });
    expect(cache.getFileCache(note('a.md'))).toBeNull();
    await wait(60);
    expect(log.filter((entry) => entry.startsWith('changed'))).toHaveLength(3);
    expect(log.at(-1)).toBe('resolved');
  });

  it('resolves links', () => {
    const cache = start();
    expect(cache.getFirstLinkpathDest('b', 'a.md')?.path).toBe('Sub/b.md');
    expect(cache.getFirstLinkpathDest('In/C', 'a.md')?.path).toBe('Sub/In/c.md');
    expect(cache.getFirstLinkpathDest('../a', 'Sub/b.md')?.path).toBe('a.md');
    expect(cache.getFirstLinkpathDest('none', 'a.md')).toBeNull();
    expect(cache.fileToLinktext(note('Sub/b.md'), 'a.md')).toBe('b');
  });
});
