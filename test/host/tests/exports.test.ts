import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { api } from '../obsidian';
import { REPO } from '../server/bundle';

const entry = path.join(REPO, 'src/main.ts');

/** The names that main.js takes from a module: the bundle as an ES module still says them. */
async function importedNames(module: string): Promise<string[]> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    treeShaking: true,
    external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.text ?? '';
  const names = new Set<string>();
  for (const [, list, from] of code.matchAll(/^import \{([^}]*)\} from "([^"]+)";$/gm)) {
    if (from !== module) continue;
    for (const name of (list ?? '').split(',')) names.add((name.trim().split(' ')[0] ?? '').trim());
  }
  names.delete('');
  return [...names];
}

it.skipIf(!existsSync(entry))('the host has everything that the plugin imports', async () => {
  const names = await importedNames('obsidian');
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !(name in api))).toEqual([]);
});

it('the host has the classes a plugin extends', () => {
  for (const name of ['Plugin', 'ItemView', 'Modal', 'PluginSettingTab', 'SuggestModal'])
    expect(api).toHaveProperty(name);
});
