/**
 * The benchmark of everything but the view, on compiled code. Ratios to yardsticks measured beside them are what
 * counts; times depend on the machine.
 *
 *   npm run bench -- [--size 1000|10000|50000] [--vault FOLDER] [--json]
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { build } from 'esbuild';
import { ensurePluginBuilt } from '../host/server/build-plugin';
import { REPO } from '../host/server/bundle';

const folder = mkdtempSync(path.join(tmpdir(), 'meeting-tasks-bench-'));
try {
  const outfile = path.join(folder, 'core.mjs');
  await build({
    entryPoints: [path.join(REPO, 'test/bench/core.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,

    logLevel: 'warning',
  });
  await ensurePluginBuilt();
  copyFileSync(path.join(REPO, 'main.js'), path.join(folder, 'main.js'));
  const flags = ['--expose-gc', '--max-old-space-size=6000'];
  const child = spawn(process.execPath, [...flags, outfile, folder, ...process.argv.slice(2)], {
    cwd: REPO,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
