// Compares with metadata recorded from the app, where a folder of such records is at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CachedMetadata } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { computeMetadata } from '../core/metadata';
import { REPO } from '../server/bundle';

interface Capture {
  fileContents?: string;
  cachedMetadata: CachedMetadata;
}

const FOLDER = path.join(REPO, '../shared/metadata-captures');
const captures = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Capture) }))
  .filter((capture) => capture.fileContents !== undefined);

const items = ({ listItems }: CachedMetadata): unknown[] =>
  (listItems ?? []).map((item) => [item.position.start.line, item.task, item.parent]);

function misses(read: (cache: CachedMetadata) => unknown): string[] {
  return captures
    .filter((capture) => {
      const own = read(computeMetadata(capture.fileContents ?? ''));
      return !isDeepStrictEqual(own, read(capture.cachedMetadata));
    })
    .map((capture) => capture.file);
}

describe.skipIf(captures.length === 0)('metadata recorded from the app', () => {
  it('has the same list items', () => expect(misses(items)).toEqual([]));

  it.each([
    'frontmatter',
    'frontmatterPosition',
    'frontmatterLinks',
    'headings',
    'sections',
    'blocks',
    'tags',
    'links',
  ] as const)('has the same %s', (key) => expect(misses((cache) => cache[key])).toEqual([]));
});
