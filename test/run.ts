/**
 * Runs everything: types, lint and all tests. The last line is "N passed, N failed", where types and lint
 * count as one each; the exit code is 1 when anything failed.
 *
 *   npm test
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REPO = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BIN = path.join(REPO, 'node_modules');
const TSC = 'typescript/bin/tsc';
/** Vitest cannot stop a test that never gives control back. */
const TIME_LIMIT = 30 * 60_000;

interface Count {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Runs a script of an installed package; true when it went well. What it says is passed on at once, or given to `hear`.
 */
async function run(script: string, args: readonly string[], hear?: (said: Buffer) => void): Promise<boolean> {
  const output = hear ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [path.join(BIN, script), ...args], {
    cwd: REPO,
    stdio: ['inherit', output, output],
  });
  if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
  const limit = setTimeout(() => {
    process.stderr.write(`Stopped after ${TIME_LIMIT / 60_000} minutes: ${script}\n`);
    child.kill('SIGKILL');
  }, TIME_LIMIT);
  return new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  }).finally(() => clearTimeout(limit));
}

function heading(name: string): string {
  return `\n== ${name}\n`;
}

/** Runs scripts one after the other, as long as they go well, beside the tests: what they say comes at their end. */
async function step(
  name: string,
  ...scripts: (readonly [script: string, ...args: string[]])[]
): Promise<Count> {
  const said: Buffer[] = [];
  let passed = true;
  for (const [script, ...args] of scripts) passed &&= await run(script, args, (part) => said.push(part));
  process.stdout.write(`${heading(name)}${Buffer.concat(said).toString()}${passed ? 'ok' : 'failed'}\n\n`);
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(): Promise<Count> {
  process.stdout.write(heading('Tests'));
  const folder = mkdtempSync(path.join(tmpdir(), 'meeting-tasks-report-'));
  try {
    const file = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const passed = await run('vitest/vitest.mjs', ['run', ...reporters]);
    return count(file, passed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(file: string, exitedWell: boolean): Count {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not be loaded, and a hook that failed outside of any test, have no failed test.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  // Errors outside of all tests, or nothing found to run, show in the exit code only.
  const unseen = (failed === 0 && !exitedWell) || report.numPassedTests + failed === 0;
  return { passed: report.numPassedTests, failed: failed + (unseen ? 1 : 0) };
}

function isFailed(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'status' in result && result.status === 'failed';
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

/** One at a time: with the tests, that is enough for two processors. */
async function checks(): Promise<Count[]> {
  return [
    await step('Types', [TSC, '-p', 'tsconfig.json'], [TSC, '-p', 'src/core/tsconfig.json']),
    await step('Lint', ['eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  ];
}

const counts = (await Promise.all([vitest(), checks()])).flat();
const sum = (key: keyof Count): number => counts.reduce((total, one) => total + one[key], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
