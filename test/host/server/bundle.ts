import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

// Two copies of these do not know each other's classes.
const SINGLE = ['@codemirror/state', '@codemirror/view', '@codemirror/language', '@lezer/common'];

const bundles = new Map<string, Promise<string>>();

/** The host's script, bundled to memory; once per process. */
export function bundleHost(entry = path.join(REPO, 'test/host/boot.ts')): Promise<string> {
  const known = bundles.get(entry);
  if (known) return known;
  const made = build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    alias: Object.fromEntries(SINGLE.map((name) => [name, path.join(REPO, 'node_modules', name)])),
    loader: { '.svg': 'text', '.css': 'text' },
    sourcemap: 'inline',
    charset: 'utf8',
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  bundles.set(entry, made);
  return made;
}
