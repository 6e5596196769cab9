// npm start: the built plugin over a folder of notes, in the browser.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin } from './server/build-plugin';
import { bundleHost, REPO } from './server/bundle';
import { copyVault, removeCopy } from './server/copy-vault';
import type { RunningServer, ServerOptions } from './server/serve';
import { startServer } from './server/serve';

const DEMO = path.join(REPO, 'test/demo-vault');
/** The demo vault is written for this day. */
const DEMO_TODAY = '2025-11-05';
const DEFAULT_PORT = 4173;

const USAGE = `Usage: npm start -- [options]

  --vault FOLDER       notes to show (default: the demo vault)
  --write              work on the folder itself; without it, on a temporary copy
  --port N             port of the server (default: ${DEFAULT_PORT}, or the next free one)
  --today YYYY-MM-DD   the day the preview takes for today
  --no-open            do not open the browser
  --help               this text
`;

class UsageError extends Error {}

interface Options {
  vault: string;
  write: boolean;
  port: number | null;
  today: string | null;
  open: boolean;
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      vault: { type: 'string' },
      write: { type: 'boolean', default: false },
      port: { type: 'string' },
      today: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const vault = path.resolve(values.vault ?? DEMO);
  if (!existsSync(vault)) throw new UsageError(`There is no folder ${vault}`);
  if (!statSync(vault).isDirectory()) throw new UsageError(`Not a folder: ${vault}`);
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new UsageError(`Not a port: ${values.port ?? ''}`);
  }
  const today = values.today ?? (vault === DEMO ? DEMO_TODAY : null);
  if (today !== null && !isDay(today)) throw new UsageError(`Not a day in the form YYYY-MM-DD: ${today}`);
  return { vault, write: values.write, port, today, open: !values['no-open'] };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

async function startOnFreePort(options: ServerOptions, port: number | null): Promise<RunningServer> {
  for (let candidate = port ?? DEFAULT_PORT; ; candidate++) {
    try {
      return await startServer({ ...options, port: candidate });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (port !== null) throw new UsageError(`Port ${port} is in use; leave out --port to take a free one`);
      if (candidate >= DEFAULT_PORT + 50) throw new UsageError('No free port found; choose one with --port');
    }
  }
}

function openBrowser(url: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return;
  const [command, args]: [string, string[]] =
    platform === 'darwin'
      ? ['open', [url]]
      : platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  // Not being able to open it is no reason to fail: the address has been printed.
  opener.on('error', () => undefined);
  opener.unref();
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    process.stdout.write(USAGE);
    return;
  }
  const { vault, write } = options;
  await Promise.all([buildPlugin(), bundleHost()]);
  const folder = write ? vault : await copyVault(vault);
  const today = options.today === null ? {} : { today: options.today };
  const server = await startOnFreePort({ vault: folder, ...today }, options.port).catch(
    async (error: unknown) => {
      if (!write) await removeCopy(folder);
      throw error;
    },
  );
  process.stdout.write(`Meeting Tasks preview: ${server.url}\n`);
  process.stdout.write(
    write
      ? `Changes are written to ${vault}\n`
      : `Working on a temporary copy of ${vault}; nothing in it changes\n`,
  );
  if (options.open) openBrowser(server.url);
  const stop = (): void => {
    void server
      .close()
      .then(() => (write ? undefined : removeCopy(folder)))
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGHUP', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  // The message of a failed build holds the compiler's words; a stack would only bury them.
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsage ? `${text}\n\n${USAGE}` : `${text}\n`);
  process.exitCode = 1;
});
