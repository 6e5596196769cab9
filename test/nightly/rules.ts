/**
 * Reads many random recurrence rules twice, with the plugin and with rrule, counts on from random days, and prints
 * where the two differ. Too long for every day, so it is meant to run at night.
 *
 *   npm run --silent nightly:rules -- [--rules N] [--seed S]
 */
import fc from 'fast-check';
import { ruleDay, ruleText } from '../core/support/random-rules';
import { compareRule } from '../core/support/two-rules';
import { readArguments, readCount, runTool, UsageError } from '../tools/arguments';

/** So many rules are made at a time. */
const BATCH = 5_000;
const DAYS = 20;
/** One in so many rules is held against rrule also where there is no next day. */
const PATIENT_EVERY = 1000;
const MOST_SHOWN = 10;

const ruleAndDays = fc.tuple(ruleText, fc.array(ruleDay, { minLength: DAYS, maxLength: DAYS }));

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['rules', 'seed'] });
  if (args.words.length > 0) throw new UsageError('Usage: nightly:rules [--rules N] [--seed S]');
  const count = readCount(args.value('rules')) ?? 75_000;
  const seed = readCount(args.value('seed')) ?? Date.now() % 2 ** 31;
  process.stdout.write(`${count} rules, seed ${seed}\n`);
  let [seen, rules, days, differences] = [0, 0, 0, 0];
  for (let done = 0; done < count; done += BATCH) {
    // Each batch has a seed of its own, so that the same rules come whatever their number.
    for (const [text, from] of fc.sample(ruleAndDays, {
      numRuns: Math.min(BATCH, count - done),
      seed: seed + done,
    })) {
      const compared = compareRule(text, from, seen++ % PATIENT_EVERY === 0);
      rules += compared.isRule ? 1 : 0;
      days += compared.days;
      if (compared.difference && differences++ < MOST_SHOWN) {
        process.stdout.write(`${JSON.stringify(text)} ${JSON.stringify(compared.difference)}\n`);
      }
    }
    process.stdout.write(
      `${Math.min(done + BATCH, count)} texts, ${rules} rules, ${days} next days, ${differences} differences\n`,
    );
  }
  return Promise.resolve(differences === 0 ? 0 : 1);
});
