import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { REPO } from './bundle';

/** Builds main.js for production with the repository's own build script. */
export async function buildPlugin(): Promise<void> {
  await promisify(execFile)(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: REPO });
}

/** Builds only when main.js is missing or older than a source file. */
export async function ensurePluginBuilt(): Promise<void> {
  const built = await modified(path.join(REPO, 'main.js'));
  const sources = await fs.readdir(path.join(REPO, 'src'), { recursive: true });
  const inputs = [
    'esbuild.config.mjs',
    'package-lock.json',
    ...sources.map((file) => path.join('src', file)),
  ];
  for (const input of inputs) {
    if ((await modified(path.join(REPO, input))) > built) return buildPlugin();
  }
}

async function modified(file: string): Promise<number> {
  return (await fs.stat(file).catch(() => null))?.mtimeMs ?? 0;
}
