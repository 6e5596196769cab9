/**
 * Runs random operations with faults for a long time, each round with a new seed, and prints what was done. The exit
 * code is 1 when a promise was broken; its seed is printed, and `SEED=n npx vitest run test/obsidian/faults-random`
 * runs it again.
 *
 *   npm run --silent soak -- [--minutes N] [--seed S]
 */
import { readArguments, runTool, UsageError } from '../tools/arguments';

const OPERATIONS = 4000;
const MOST_SHOWN = 5;

Reflect.set(globalThis, 'window', globalThis);

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['minutes', 'seed'] });
  if (args.words.length > 0) throw new UsageError('Usage: soak [--minutes N] [--seed S]');
  const minutes = Number(args.value('minutes') ?? 60);
  let seed = Number(args.value('seed') ?? Date.now() % 2 ** 31);
  if (!(minutes > 0) || !Number.isInteger(seed)) throw new UsageError('Minutes and seed must be numbers.');
  // Not before the window is there.
  const { FaultRun } = await import('../obsidian/faults/run');
  const total = { rounds: 0, operations: 0, faults: 0, others: 0, writes: 0, bytes: 0, losses: 0 };
  const end = Date.now() + minutes * 60_000;
  for (; Date.now() < end; seed++) {
    const run = new FaultRun(seed);
    try {
      await run.run(OPERATIONS);
    } catch (error) {
      if (total.losses++ < MOST_SHOWN) process.stdout.write(`${String(error)}\n`);
    }
    total.rounds++;
    for (const key of ['operations', 'faults', 'others', 'writes', 'bytes'] as const) {
      total[key] += run.figures[key];
    }
    process.stdout.write(`seed ${seed}: ${report(total)}\n`);
  }
  return total.losses === 0 ? 0 : 1;
});

function report(total: Readonly<Record<string, number>>): string {
  return Object.entries(total)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
