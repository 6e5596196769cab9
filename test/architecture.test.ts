import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, readSource, readSources, type Source } from './architecture/sources';
import { REPO } from './host/server/bundle';

const MAX_LINES = 300;

/** What each part of the core may import, besides itself. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  listeners: [],
  shared: [],
  date: ['shared'],
  text: ['shared'],
  line: ['shared', 'date', 'text'],
  edit: ['listeners', 'shared', 'date', 'text', 'line'],
  journal: ['shared', 'line', 'edit'],
  note: ['shared', 'date', 'text', 'line'],
  settings: ['shared', 'date', 'line', 'note', 'index', 'triage'],
  group: ['shared', 'date', 'line', 'note'],
  index: ['listeners', 'shared', 'date', 'line', 'note', 'group'],
  pass: ['shared'],
  triage: ['shared', 'date', 'line', 'edit', 'note', 'index', 'group'],
  review: ['shared', 'date', 'text', 'line', 'edit', 'note', 'index', 'group', 'pass', 'triage'],
  people: ['shared', 'date', 'line', 'edit', 'note', 'index', 'group', 'triage'],
  list: ['shared', 'date', 'line', 'edit', 'note', 'index', 'group', 'pass', 'triage', 'review', 'people'],
};

const sources = readSources();

const layerOf = (name: string): string => name.split('/')[0] ?? '';

function partOf(name: string): string {
  return name.split('/')[1] ?? '';
}

/** Lines "a -> b" for every import between files of src that a rule does not allow. */
function wrongImports(files: readonly Source[], isAllowed: (from: string, to: string) => boolean): string[] {
  return files.flatMap(({ name, files: imported }) =>
    imported.filter((to) => !isAllowed(name, to)).map((to) => `${name} -> ${to}`),
  );
}

function layersAllow(from: string, to: string): boolean {
  if (layerOf(from) === 'main') return layerOf(to) !== 'main';
  if (layerOf(from) === 'obsidian') return layerOf(to) !== 'main';
  return layerOf(to) === 'core';
}

function coreAllows(from: string, to: string): boolean {
  const [part, other] = [partOf(from), partOf(to)];
  return part === other || (CORE[part] ?? []).includes(other);
}

function wrongPackages(files: readonly Source[]): string[] {
  return files
    .filter(({ name, packages }) => layerOf(name) === 'core' && packages.includes('obsidian'))
    .map(({ name }) => name);
}

/** Names that only exist in Obsidian or a browser, by file. */
function foreignWords(files: readonly Source[]): string[] {
  return files
    .filter(({ name }) => layerOf(name) === 'core')
    .flatMap(({ name, text }) =>
      Array.from(text.matchAll(/\b(?:obsidian|document|window|console)\b/g), ([word]) => `${name}: ${word}`),
    );
}

describe('the layers', () => {
  it('read all of the sources', () => {
    expect(sources.map(({ name }) => name)).toContain('core/line/scan');
    expect(new Set(sources.map(({ name }) => layerOf(name)))).toEqual(new Set(['main', 'obsidian', 'core']));
    const known = new Set(sources.map(({ name }) => name));
    expect(wrongImports(sources, (_, to) => known.has(to))).toEqual([]);
  });

  it('go from main over obsidian to core, never back, and nobody imports main', () => {
    expect(wrongImports(sources, layersAllow)).toEqual([]);
  });

  it('keep Obsidian and the browser out of the core, types included', () => {
    expect(wrongPackages(sources)).toEqual([]);
    expect(foreignWords(sources)).toEqual([]);
  });

  it('give verbs to the views, never the writer', () => {
    const isWriter = (name: string): boolean => name === 'obsidian/note-writer';
    const views = sources.filter(({ name }) => name.startsWith('obsidian/view/'));
    expect(wrongImports(views, (_, to) => !isWriter(to))).toEqual([]);
    expect(sources.some(({ name }) => isWriter(name))).toBe(true);
  });

  it('would notice each of these', () => {
    const obsidian = readSource('core/line/a', "import type { App } from 'obsidian';\nwindow.close();");
    expect(wrongPackages([obsidian])).toEqual(['core/line/a']);
    expect(foreignWords([obsidian])).toEqual(['core/line/a: obsidian', 'core/line/a: window']);
    const upwards = readSource('core/line/b', "import type { A } from '../../obsidian/a';");
    expect(wrongImports([upwards], layersAllow)).toEqual(['core/line/b -> obsidian/a']);
    const main = readSource('obsidian/view/c', "export { type M } from '../../main';");
    expect(wrongImports([main], layersAllow)).toEqual(['obsidian/view/c -> main']);
  });
});

describe('the parts of the core', () => {
  const core = sources.filter(({ name }) => layerOf(name) === 'core');

  it('are all in the table, which has no circle', () => {
    const parts = new Set(core.map(({ name }) => partOf(name)));
    expect([...parts].filter((part) => !(part in CORE))).toEqual([]);
    expect(findCycle(new Map(Object.entries(CORE)))).toBeNull();
  });

  it('import only what the table says', () => {
    expect(wrongImports(core, coreAllows)).toEqual([]);
  });

  it('would notice an import against the table', () => {
    const wrong = readSource('core/line/a', "import { plan } from '../edit/plan';");
    expect(wrongImports([wrong], coreAllows)).toEqual(['core/line/a -> core/edit/plan']);
  });
});

describe('the files', () => {
  it('import each other without circles, types included', () => {
    const graph = new Map(sources.map(({ name, files }) => [name, files]));
    expect(findCycle(graph)).toBeNull();
    const circle = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] };
    expect(findCycle(new Map(Object.entries(circle)))).toEqual(['b', 'd', 'b']);
  });

  it(`have at most ${MAX_LINES} lines`, () => {
    const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length;
    const long = sources.filter(({ text }) => lines(text) > MAX_LINES);
    expect(long.map(({ name, text }) => `${name}: ${lines(text)}`)).toEqual([]);
  });
});

describe('the repository', () => {
  /** Not in the repository, or of bytes that say nothing as text. */
  const SKIPPED = /^(?:\.git|node_modules|build|coverage|main\.js|test\/output)$|\.(?:png|woff2?|ico)$/;
  // In parts, so that this file does not hold what it looks for.
  const HOMES = ['work', 'root', 'home', 'Users'].join('|');
  const MACHINE_PATH = new RegExp(`(?:^|[\\s"'\`(=:,])/(?:${HOMES})/[\\w.-]+[^\\s]*`, 'gm');

  function allFiles(folder = ''): string[] {
    return readdirSync(path.join(REPO, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (SKIPPED.test(file)) return [];
      if (entry.isDirectory()) return allFiles(file);
      return entry.isFile() ? [file] : [];
    });
  }

  it('mentions no path of a machine', () => {
    const files = allFiles();
    expect(files).toContain('src/main.ts');
    const found = files.flatMap((file) =>
      Array.from(
        readFileSync(path.join(REPO, file), 'utf8').matchAll(MACHINE_PATH),
        ([text]) => `${file}: ${text}`,
      ),
    );
    expect(found).toEqual([]);
    expect(`in '${['', 'root', 'x'].join('/')}'`).toMatch(MACHINE_PATH);
  });

  it('names no place to download packages from in the lock file', () => {
    expect(readFileSync(path.join(REPO, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
