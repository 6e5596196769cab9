/** The source files as text, and what they import: what the checks of the architecture look at. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { REPO } from '../host/server/bundle';

/** A file of src: its path below src with slashes, without extension. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** Names of the files of src that it imports, types included. */
  readonly files: readonly string[];
  /** Packages that it imports, types included. */
  readonly packages: readonly string[];
}

/** Every file of src. */
export function readSources(): Source[] {
  const root = path.join(REPO, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => readSource(file.slice(0, -'.ts'.length), readFileSync(path.join(root, file), 'utf8')));
}

/** A source file of this name with this text. */
export function readSource(name: string, text: string): Source {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const isFile = (one: string): boolean => one.startsWith('.');
  return {
    name,
    text,
    files: imported.filter(isFile).map((one) => path.posix.join(path.posix.dirname(name), one)),
    packages: imported.filter((one) => !isFile(one)),
  };
}

/** A circle in a graph as the names along it, or null. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const finished = new Set<string>();
  const visit = (name: string, trail: readonly string[]): string[] | null => {
    const seen = trail.indexOf(name);
    if (seen >= 0) return [...trail.slice(seen), name];
    if (finished.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...trail, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return null;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return null;
}

/** All string literals of a source file, template texts included. */
export function stringsOf({ name, text }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.Latest));
  return found;
}
