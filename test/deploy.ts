/**
 * Builds the plugin and puts it into a vault: main.js, manifest.json and styles.css, nothing else.
 *
 *   npm run deploy -- FOLDER [--config-dir NAME]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, runTool, UsageError } from './tools/arguments';

const USAGE = 'Usage: npm run deploy -- FOLDER [--config-dir NAME]';
const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FILES = ['main.js', 'manifest.json', 'styles.css'];

await runTool((argv) => {
  const args = readArguments(argv, { values: ['config-dir'] });
  const [vault, ...rest] = args.words;
  if (vault === undefined || rest.length > 0) throw new UsageError(USAGE);
  const config = configFolder(vault, args.value('config-dir') ?? '.obsidian');
  execFileSync(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: REPO, stdio: 'inherit' });
  const target = path.join(config, 'plugins', pluginId());
  mkdirSync(target, { recursive: true });
  // Only these: data.json in the same folder holds the settings of whoever uses the vault.
  for (const file of FILES) copyFileSync(path.join(REPO, file), path.join(target, file));
  process.stdout.write(`${FILES.join(', ')} are in ${target}\n`);
  return Promise.resolve(0);
});

function configFolder(vault: string, name: string): string {
  if (!isFolder(vault)) throw new UsageError(`"${vault}" is no folder.\n${USAGE}`);
  if (name !== path.basename(name) || name === '' || name === '.' || name === '..') {
    throw new UsageError(`--config-dir is the name of a folder in the vault, not "${name}".`);
  }
  const config = path.join(vault, name);
  if (!isFolder(config)) {
    throw new UsageError(
      `"${vault}" is no vault: there is no folder ${name} in it. Open it in Obsidian once, or name its ` +
        'configuration folder with --config-dir.',
    );
  }
  return config;
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function pluginId(): string {
  const manifest = JSON.parse(readFileSync(path.join(REPO, 'manifest.json'), 'utf8')) as { id: string };
  return manifest.id;
}
