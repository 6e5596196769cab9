/** What the command line tools share: their arguments, their answers to bad ones, and their exit codes. */
import { parseArgs } from 'node:util';
import { type Day, dayOf, parseDay } from '../../src/core/date/day';

/** Bad arguments: the message is for whoever typed them. */
export class UsageError extends Error {}

/** The options that a tool knows, without their dashes. */
export interface OptionNames {
  readonly values?: readonly string[];
  readonly flags?: readonly string[];
}

/** Arguments by what they are. */
export interface Arguments {
  readonly words: readonly string[];
  value(name: string): string | undefined;
  flag(name: string): boolean;
}

/** Sorts the arguments of the command line; an option that the tool does not know is a `UsageError`. */
export function readArguments(argv: readonly string[], names: OptionNames): Arguments {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of names.values ?? []) options[name] = { type: 'string' };
  for (const name of names.flags ?? []) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return {
      words: positionals,
      value: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** The day that `--today` names; without it the real one. */
export function readToday(args: Arguments): Day {
  const text = args.value('today');
  if (text === undefined) return dayOf(new Date());
  const day = parseDay(text);
  if (!day) throw new UsageError(`--today: "${text}" is no day of the calendar (YYYY-MM-DD).`);
  return day;
}

/** The whole number of an option; `undefined` without one. */
export function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`"${text}" is no whole number.`);
  return Number(text);
}

/** A list that is written with commas. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a tool: it returns its exit code. Bad arguments exit with 2, anything unforeseen with 1. */
export async function runTool(run: (argv: readonly string[]) => Promise<number>): Promise<void> {
  // Whoever reads our output may stop early ("| head"); that is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    // Not process.exit(): that would cut off output that a pipe has not taken yet.
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
