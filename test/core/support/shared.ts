/** Records: those that lie beside the project where it is developed (tests that need them are skipped elsewhere), and ours. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The JSON objects of a file with one on each line; none where the file is absent. */
export function sharedRecords<T>(file: string): T[] {
  const place = path.join(FOLDER, file);
  return existsSync(place) ? readRecords(place) : [];
}

/** The JSON objects of a file of ours. */
export function fixtureRecords<T>(file: string): T[] {
  return readRecords(path.join(FIXTURES, file));
}

function readRecords<T>(place: string): T[] {
  const lines = readFileSync(place, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** The JSON files of a folder, by name; none where the folder is absent. */
export function sharedFiles<T>(folder: string): { name: string; content: T }[] {
  const place = path.join(FOLDER, folder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.map((name) => ({
    name,
    content: JSON.parse(readFileSync(path.join(place, name), 'utf8')) as T,
  }));
}
