/**
 * Reads many random lines twice, with the plugin and with the plain expressions of the format, and prints where
 * the two differ. Too long for every day, so it is meant to run at night.
 *
 *   npm run --silent nightly -- [--lines N] [--seed S]
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { lex, print } from '../../src/core/line/lex';
import { anyLine, plainLine } from '../core/support/random-lines';
import { ownReading, plainReading } from '../core/support/two-readings';
import { readArguments, readCount, runTool, UsageError } from '../tools/arguments';

/** So many lines are made at a time. */
const BATCH = 10_000;
const MOST_SHOWN = 10;

const line = fc.oneof({ weight: 3, arbitrary: anyLine }, { weight: 1, arbitrary: plainLine });

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['lines', 'seed'] });
  if (args.words.length > 0) throw new UsageError('Usage: nightly [--lines N] [--seed S]');
  const count = readCount(args.value('lines')) ?? 1_000_000;
  const seed = readCount(args.value('seed')) ?? Date.now() % 2 ** 31;
  process.stdout.write(`${count} lines, seed ${seed}\n`);
  let differences = 0;
  for (let done = 0; done < count; done += BATCH) {
    // Each batch has a seed of its own, so that the same lines come whatever their number.
    for (const source of fc.sample(line, { numRuns: Math.min(BATCH, count - done), seed: seed + done })) {
      const problem = compare(source);
      if (problem !== null && differences++ < MOST_SHOWN) process.stdout.write(`${problem}\n`);
    }
    if ((done / BATCH) % 10 === 9)
      process.stdout.write(`${done + BATCH} lines, ${differences} differences\n`);
  }
  process.stdout.write(`${differences} differences\n`);
  return Promise.resolve(differences === 0 ? 0 : 1);
});

/** What is wrong with the reading of a line; `null` when nothing is. */
function compare(source: string): string | null {
  if (print(lex(source)) !== source) return `${JSON.stringify(source)}\n  is not given back by its tokens`;
  const [own, plain] = [ownReading(source), plainReading(source)];
  if (isDeepStrictEqual(own, plain)) return null;
  return `${JSON.stringify(source)}\n  plugin: ${JSON.stringify(own)}\n  plain:  ${JSON.stringify(plain)}`;
}
