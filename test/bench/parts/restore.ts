/** A second start: stored task lines into entries, beside reading the files that they came from. */
import { mkdirSync, promises as fs, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { restoreNote } from '../../../src/core/note/read-note';
import { packNotes, unpackNotes } from '../../../src/core/note/saved-notes';
import type { BenchContext } from '../core';
import { interleave, ratios, type Result, spreadOf } from '../measure';
import { BENCH_TODAY } from '../vault';
import { entryOf, notesToRead, READ_RULES } from './setup';

/** As many notes as one part of the store holds in a vault of 50,000. */
const A_SHARD = 160;

export async function restorePart({ notes, folder }: BenchContext): Promise<Result[]> {
  const read = notesToRead(notes).slice(0, 8000);
  const saved = read.map((note) => ({
    ...{ mtime: 1, size: note.text.length, named: note.taskLines.length },
    entry: entryOf(note),
  }));
  const shards: Buffer[] = [];
  for (let at = 0; at < saved.length; at += A_SHARD) {
    // The engine's own serialisation is also that of IndexedDB.
    shards.push(serialize(packNotes(saved.slice(at, at + A_SHARD))));
  }
  const byPath = new Map(read.map((note) => [note.path, note]));
  const place = path.join(folder, 'files');
  mkdirSync(place, { recursive: true });
  const names = read.map((_, number) => path.join(place, `${number}.md`));
  read.forEach(({ text }, at) => writeFileSync(names[at] ?? '', text));
  const times = await interleave(
    {
      restore: () => {
        let tasks = 0;
        for (const shard of shards) {
          for (const { entry } of unpackNotes(deserialize(shard))) {
            const { path: notePath } = entry;
            const frontmatter = byPath.get(notePath)?.frontmatter ?? null;
            tasks += restoreNote({ path: notePath, frontmatter, modified: BENCH_TODAY }, entry, null).tasks
              .length;
          }
        }
        return tasks;
      },
      anew: () => {
        for (const shard of shards) {
          for (const { entry } of unpackNotes(deserialize(shard))) {
            const { path: notePath } = entry;
            const frontmatter = byPath.get(notePath)?.frontmatter ?? null;
            restoreNote({ path: notePath, frontmatter }, entry, READ_RULES);
          }
        }
      },
      unpack: () => shards.map((shard) => unpackNotes(deserialize(shard))),
      sync: () => names.reduce((sum, name) => sum + readFileSync(name, 'utf8').length, 0),
      async four() {
        for (let at = 0; at < names.length; at += 4) {
          await Promise.all(names.slice(at, at + 4).map((name) => fs.readFile(name, 'utf8')));
        }
      },
      async readAll() {
        for (const [at, note] of read.entries())
          entryOf({ ...note, text: await fs.readFile(names[at] ?? '', 'utf8') });
      },
    },
    7,
  );
  rmSync(place, { recursive: true });
  const bytes = shards.reduce((sum, shard) => sum + shard.byteLength, 0);
  const tasks = saved.reduce((sum, { entry }) => sum + entry.tasks.length, 0);
  const row = (contender: string, name: string, against: string, label: string, limit?: number): Result => ({
    ...{
      part: 'start',
      name: `${read.length} notes, ${name}`,
      value: spreadOf(times.get(contender) ?? []),
      unit: 'ms',
    },
    ...{ against: label, ratio: ratios(times, contender, against) },
    ...(limit === undefined ? {} : { limit }),
  });
  return [
    row('restore', 'restored', 'four', 'reading the files, four at once', 0.2),
    row('restore', 'restored', 'sync', 'reading the files, one after the other'),
    row('restore', 'restored', 'readAll', 'reading files and tasks'),
    row('anew', 'restored after a change of settings', 'four', 'reading the files, four at once'),
    row('unpack', 'loaded only', 'four', 'reading the files, four at once'),
    { part: 'start', name: 'stored, a task', value: spreadOf([bytes / tasks]), unit: 'bytes' },
  ];
}
