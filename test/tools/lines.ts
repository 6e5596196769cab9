/**
 * Reads lines from standard input and prints one JSON object for each: what the plugin reads of it (`parse`),
 * or what a verb makes of it.
 *
 *   npm run --silent lines -- VERB [ARGUMENT] [--today DATE] [--json-input] < lines.txt
 */
import { messageOf, readArguments, readToday, runTool, UsageError } from './arguments';
import { readVerb, reportVerb, VERB_NAMES } from './line-verbs';
import { reportLine } from './report-line';

const USAGE = `Usage: lines VERB [ARGUMENT] [--today DATE] [--json-input]
  VERB: parse, ${VERB_NAMES.join(', ')}
  reschedule and snooze take a day or "none", assign a name or "none",
  priority highest, high, medium, low, lowest or "none".
  --json-input: each line of the input is a JSON string that holds the line.`;

await runTool(async (argv) => {
  const args = readArguments(argv, { values: ['today'], flags: ['json-input'] });
  const today = readToday(args);
  const [name, ...rest] = args.words;
  if (name === undefined) throw new UsageError(USAGE);
  if (name === 'parse' && rest.length > 0) throw new UsageError('parse takes no argument.');
  const verb = name === 'parse' ? null : readVerb(args.words, today);
  const input = splitLines(await readInput());
  const lines = args.flag('json-input') ? input.map(decode) : input;
  const output = lines.map((line) => JSON.stringify(verb ? reportVerb(line, verb, today) : reportLine(line)));
  if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`);
  return 0;
});

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Lines end at line feeds only; all else, carriage returns too, belongs to the line. */
function splitLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

function decode(json: string, index: number): string {
  const where = `Line ${index + 1} of the input`;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${where} is no JSON: ${messageOf(error)}`);
  }
  if (typeof value !== 'string') throw new UsageError(`${where} is no JSON string.`);
  if (value.includes('\n')) throw new UsageError(`${where} holds a line feed; a line cannot.`);
  return value;
}
