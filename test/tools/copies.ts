/**
 * Measures how well copies are found: precision and recall for a range of thresholds, on the part of the yardstick
 * that the threshold was chosen on, and on the part kept aside. docs/copies.md says what this is.
 *
 *   npm run --silent copies [-- --faults --choose]
 *
 * `--faults` also prints what goes wrong on the first part. There is no such thing for the others, on purpose. `--choose`
 * leaves them out.
 */
import { LIMITS } from '../../src/core/triage/copy-similarity';
import type { Part } from '../core/support/copy-yardstick';
import {
  judgePairs,
  precision,
  recall,
  type Tally,
  tallyGroups,
  tallyPairs,
} from '../core/support/measure-copies';
import { readArguments, runTool, UsageError } from './arguments';

const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];
const PARTS: readonly Part[] = ['choose', 'aside', 'fresh', 'kept'];

await runTool(async (argv) => {
  const args = readArguments(argv, { flags: ['faults', 'choose'] });
  if (args.words.length > 0) throw new UsageError('Usage: copies [--faults] [--choose]');
  for (const part of args.flag('choose') ? PARTS.slice(0, 1) : PARTS) {
    print(`\n${part}        hand-written                 generated, in groups`);
    print('threshold   precision  recall  (of)      precision  recall  (of)');
    for (const same of THRESHOLDS) {
      const limits = { ...LIMITS, same };
      const used = same === LIMITS.same ? ' <- used' : '';
      print(
        `${same.toFixed(2)}        ${inWords(tallyPairs(part, limits))}${inWords(tallyGroups(part, limits))}${used}`,
      );
    }
  }
  if (args.flag('faults')) printFaults();
  return 0;
});

function inWords(tally: Tally): string {
  const count = `(${tally.hits + tally.missed})`;
  return `${precision(tally).toFixed(3)}      ${recall(tally).toFixed(3)}   ${count.padEnd(10)}`;
}

function printFaults(): void {
  print('');
  for (const { pair, score, found } of judgePairs('choose')) {
    if (found !== pair.same)
      print(`${found ? 'wrong' : 'missed'} ${score.toFixed(2)} | ${pair.a} | ${pair.b}`);
  }
  tallyGroups('choose', LIMITS, (fault, a, b) => print(`${fault} | ${a} | ${b}`));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
