import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

// Two copies of these do not know each other's classes.
const SINGLE = ['@codemirror/state', '@codemirror/view', '@codemirror/language', '@lezer/common'];

/** The host's script, and its source map for the tools of a browser. */
export interface HostBundle {
  script: string;
  map: string;
}

let bundle: Promise<HostBundle> | null = null;

/** Bundles the host to memory; once per process. */
export function bundleHost(): Promise<HostBundle> {
  bundle ??= build({
    entryPoints: [path.join(REPO, 'test/host/boot.ts')],
    bundle: true,
    write: false,
    outfile: 'host.js',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    alias: Object.fromEntries(SINGLE.map((name) => [name, path.join(REPO, 'node_modules', name)])),
    loader: { '.svg': 'text', '.css': 'text' },
    // Beside the script: inside it would be two thirds of what every page has to read.
    sourcemap: 'linked',
    charset: 'utf8',
    logLevel: 'silent',
  }).then(({ outputFiles }) => {
    const [map, script] = outputFiles;
    return { script: script?.text ?? '', map: map?.text ?? '' };
  });
  return bundle;
}
