/**
 * Reads a vault on disk and prints what the plugin would find in it, as one JSON object.
 *
 *   npm run --silent vault -- FOLDER [--types a,b|all] [--exclude a,b] [--today DATE] [--week-start DAY]
 */
import { statSync } from 'node:fs';
import type { Weekday } from '../../src/core/date/day';
import { type Arguments, readArguments, readToday, runTool, splitList, UsageError } from './arguments';
import { reportVault } from './vault-report';

const USAGE =
  'Usage: vault FOLDER [--types a,b|all] [--exclude a,b] [--today DATE] [--week-start monday…sunday]';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['types', 'exclude', 'today', 'week-start'] });
  const [folder, ...rest] = args.words;
  if (folder === undefined || rest.length > 0) throw new UsageError(USAGE);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`"${folder}" is no folder.`);
  }
  const report = await reportVault({
    folder,
    types: readTypes(args),
    excludedFolders: splitList(args.value('exclude') ?? '').map((path) => path.replace(/^\/+|\/+$/g, '')),
    today: readToday(args),
    weekStart: readWeekStart(args),
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return 0;
});

function readTypes(args: Arguments): readonly string[] | 'all' {
  const text = args.value('types') ?? 'people';
  const types = splitList(text);
  if (types.length === 0) throw new UsageError('--types needs at least one note type, or "all".');
  return text === 'all' ? text : types;
}

function readWeekStart(args: Arguments): Weekday {
  const text = args.value('week-start') ?? 'monday';
  const day = text.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(text.toLowerCase()));
  if (day < 0) throw new UsageError(`--week-start: "${text}" is no day of the week.`);
  return day as Weekday;
}
