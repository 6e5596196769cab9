/**
 * Runs recorded cases of what the Tasks plugin reads, and of what it makes of a line whose status is set. Prints
 * each miss, and how many agree; exits with 1 when there is a miss. One file may hold cases of both kinds.
 *
 *   npm run --silent conformance -- FILE…
 */
import { readFileSync } from 'node:fs';
import { messageOf, readArguments, runTool, UsageError } from './arguments';
import { readCases } from './cases';

await runTool((argv) => {
  const { words } = readArguments(argv, {});
  if (words.length === 0) throw new UsageError('Usage: conformance FILE…');
  let passed = 0;
  let total = 0;
  for (const file of words) {
    for (const result of readCases(file, readText(file))) {
      total++;
      if (result.kind === 'passed') passed++;
      if (result.kind === 'missed') {
        process.stdout.write(`${file}:${result.at} ${JSON.stringify(result.line)}\n`);
        for (const { field, expected, actual } of result.differences) {
          const values = `recorded ${JSON.stringify(expected)}, read ${JSON.stringify(actual)}`;
          process.stdout.write(`  ${field}: ${values}\n`);
        }
      }
    }
  }
  process.stdout.write(`${passed} of ${total}\n`);
  return Promise.resolve(passed === total ? 0 : 1);
});

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${messageOf(error)}`);
  }
}
