// Notes with the metadata that the app made of them, where such records are at hand.
import { describe, expect, it } from 'vitest';
import { parseTaskLine } from '../../../src/core/line/task-line';
import { scanBlocks } from '../../../src/core/text/blocks';
import { sharedFiles } from '../support/shared';

interface Capture {
  readonly fileContents?: string;
  readonly cachedMetadata: {
    readonly headings?: readonly { heading: string; level: number; position: Position }[];
    readonly listItems?: readonly { task?: string; position: Position }[];
  };
}

interface Position {
  readonly start: { readonly line: number };
}

const captures = sharedFiles<Capture>('metadata-captures').flatMap(({ name, content }) =>
  content.fileContents === undefined
    ? []
    : [{ name, text: content.fileContents, metadata: content.cachedMetadata }],
);

describe.skipIf(captures.length === 0)('a note that the app has read', () => {
  it.each(captures)('$name: has the same headings', ({ text, metadata }) => {
    const own = scanBlocks(text).headings.map(({ line, level }) => [line, level]);
    const recorded = metadata.headings ?? [];
    expect(own).toEqual(recorded.map(({ position, level }) => [position.start.line, level]));
  });

  it.each(captures)('$name: has the same task lines', ({ text, metadata }) => {
    const own = scanBlocks(text).candidates.filter(({ from, to }) => parseTaskLine(text.slice(from, to)));
    const recorded = (metadata.listItems ?? []).filter(({ task }) => task !== undefined);
    expect(own.map(({ line }) => line)).toEqual(recorded.map(({ position }) => position.start.line));
  });
});
