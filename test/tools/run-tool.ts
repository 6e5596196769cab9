/** Runs one of the tools as a user would, for their tests. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a tool printed, and its exit code. */
export interface ToolRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `test/tools/NAME.ts` with arguments and standard input. */
export function run(name: string, args: readonly string[], input: string | Buffer = ''): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `${HERE}${name}.ts`, ...args], { cwd: ROOT });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    // A tool that refuses its arguments does not read its input.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

/** The JSON objects of an output, one a line. */
export function objects({ out }: ToolRun): Record<string, unknown>[] {
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
