/** Runs the parts of the benchmark one after the other; started by run.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLooseFrontmatter } from '../../src/core/note/frontmatter';
import { readArguments, runTool, UsageError } from '../tools/arguments';
import { describe, type Result } from './measure';
import { changePart } from './parts/change';
import { copiesPart } from './parts/copies';
import { editPart } from './parts/edit';
import { mainPart } from './parts/main';
import { memoryPart } from './parts/memory';
import { queryPart } from './parts/query';
import { readPart } from './parts/read';
import { restorePart } from './parts/restore';
import { type MadeNote, makeVault } from './vault';

const USAGE = 'Usage: bench [--size N] [--vault FOLDER] [--part NAME] [--json]';

/** What a part is given. */
export interface BenchContext {
  readonly notes: readonly MadeNote[];
  /** A folder for its files, which is removed at the end; main.js lies in it. */
  readonly folder: string;
}

const PARTS: Readonly<Record<string, (context: BenchContext) => Promise<Result[]>>> = {
  read: readPart,
  start: restorePart,
  change: changePart,
  query: queryPart,
  copies: copiesPart,
  memory: memoryPart,
  edit: editPart,
  main: mainPart,
};

function notesOf(folder: string): MadeNote[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const frontmatter = text.startsWith('---') ? readLooseFrontmatter(text) : null;
      const taskLines = text.split('\n').flatMap((line, at) => (/^[\s>]*[-*+] \[.\]/.test(line) ? [at] : []));
      return { path: file, text, frontmatter, taskLines };
    });
}

await runTool(async ([folder = '', ...argv]) => {
  const args = readArguments(argv, { values: ['size', 'vault', 'part'], flags: ['json'] });
  const size = Number(args.value('size') ?? 10_000);
  if (!Number.isInteger(size) || size < 1 || args.words.length > 0) throw new UsageError(USAGE);
  const vault = args.value('vault');
  const notes = vault === undefined ? makeVault({ notes: size }) : notesOf(vault);
  const json = args.flag('json');
  const tasks = notes.reduce((sum, { taskLines }) => sum + taskLines.length, 0);
  const characters = notes.reduce((sum, { text }) => sum + text.length, 0);
  if (!json) {
    process.stdout.write(
      `${notes.length} notes, ${tasks} task lines, ${(characters / 1e6).toFixed(1)} million characters; Node ${process.version}\n`,
    );
  }
  const only = args.value('part');
  const results: Result[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (only !== undefined && only !== name) continue;
    for (const result of await part({ notes, folder })) {
      results.push(result);
      if (!json) process.stdout.write(`${describe(result)}\n`);
    }
  }
  if (json) {
    process.stdout.write(`${JSON.stringify({ notes: notes.length, tasks, characters, results }, null, 2)}\n`);
  }
  return 0;
});
