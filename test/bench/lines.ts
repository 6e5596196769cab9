/**
 * How fast lines are read: many ordinary ones, beside the plain expressions of the format that the tests compare
 * with, and single ones of a megabyte. Other work on the machine shows in the spread.
 *
 *   npm run --silent bench:lines
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTaskLine, readFields } from '../../src/core/line/task-line';
import { sharedRecords } from '../core/support/shared';
import { readAsTasks } from '../core/support/tasks-reading';

const VAULT = fileURLToPath(new URL('../demo-vault/', import.meta.url));
const ROUNDS = 15;
const ROUND_MS = 100;
const MEGABYTE = 1_000_000;

/** What a megabyte is made of. Broken characters are whole, once misread, and cut short. */
const PIECES = [
  '#a ',
  '📅',
  '[',
  ' ',
  'a',
  '@a ',
  '📅 2025-11-08 ',
  '🔁 every ',
  'ðŸ“',
  'â€',
  'Ã°Â',
  '‚è',
  'ðŸ“…',
];

function read(source: string): unknown {
  const line = parseTaskLine(source);
  return line && readFields(line);
}

const isTask = (source: string): boolean => parseTaskLine(source) !== null;

function vaultLines(): string[] {
  const files = readdirSync(VAULT, { recursive: true, encoding: 'utf8' });
  const texts = files.filter((file) => file.endsWith('.md')).map((file) => path.join(VAULT, file));
  return texts.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter(isTask);
}

/** Lines a second in one round. */
function speed(lines: readonly string[], reader: (line: string) => unknown): number {
  const start = performance.now();
  let count = 0;
  let spent = 0;
  while (spent < ROUND_MS) {
    for (const line of lines) reader(line);
    count += lines.length;
    spent = performance.now() - start;
  }
  return (count / spent) * 1000;
}

interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

const thousands = (value: number): string => `${Math.round(value / 1000)}k`;

const inWords = ({ median, low, high }: Spread): string =>
  `${thousands(median).padStart(6)}  (${thousands(low)} to ${thousands(high)})`.padEnd(26);

function compareReaders(name: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const own: number[] = [];
  const plain: number[] = [];
  const ratios: number[] = [];
  // The first round is for the compiler. Both readers take turns, so that a busy moment hits both.
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = [speed(lines, read), speed(lines, readAsTasks)] as const;
    if (round === 0) continue;
    own.push(pair[0]);
    plain.push(pair[1]);
    ratios.push(pair[0] / pair[1]);
  }
  const { median, low, high } = spreadOf(ratios);
  const ratio = `${median.toFixed(1)} times (${low.toFixed(1)} to ${high.toFixed(1)})`;
  const label = `${name} (${lines.length})`.padEnd(22);
  process.stdout.write(`${label}${inWords(spreadOf(own))}${inWords(spreadOf(plain))}${ratio}\n`);
}

function readMegabyte(piece: string): void {
  const filling = piece.repeat(Math.ceil(MEGABYTE / piece.length));
  const times = (source: string): string => {
    const runs = Array.from({ length: 7 }, () => {
      const start = performance.now();
      read(source);
      return performance.now() - start;
    });
    return spreadOf(runs).median.toFixed(1).padStart(12);
  };
  const label = JSON.stringify(piece).padEnd(22);
  process.stdout.write(
    `${label}${times(`- [ ] x ${filling}`)}${times(`- [?] x ${filling} 📅 2025-11-08`)}\n`,
  );
}

process.stdout.write(
  `${'Lines a second'.padEnd(22)}${'plugin'.padEnd(26)}${'expressions'.padEnd(26)}ratio\n`,
);
compareReaders('demo vault', vaultLines());
const recorded = sharedRecords<{ line: string }>('conformance/parse.jsonl').map(({ line }) => line);
compareReaders('recorded', recorded);
process.stdout.write(
  `\n${'A megabyte, in ms'.padEnd(22)}${'at the end'.padStart(12)}${'in the text'.padStart(12)}\n`,
);
for (const piece of PIECES) readMegabyte(piece);
