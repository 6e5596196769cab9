import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRIORITY_SYMBOL } from '../../../src/core/line/format';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { anyLine, plainLine } from '../support/random-lines';
import { type Reading, readAsTasks } from '../support/tasks-reading';

/** Our reading of a line in the form of the plain one. Broken emoji are put right by then. */
function ownReading(source: string): Reading | null {
  const line = parseTaskLine(source);
  if (!line) return null;
  const fields = readFields(line);
  const values: Record<string, string | null> = {
    ...fields.dates,
    priority: fields.priority && PRIORITY_SYMBOL[fields.priority],
    recurrence: fields.recurrence,
    id: fields.id,
    dependsOn: fields.dependsOn.join() || null,
    onCompletion: fields.onCompletion,
  };
  return {
    indentation: fields.indentation,
    marker: fields.listMarker,
    symbol: fields.symbol,
    description: fields.description,
    tags: fields.tags,
    blockLink: fields.blockLink,
    values: Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
  };
}

/** The plain reading, with the values in the form in which the plugin hands them on. */
function plainReading(text: string): Reading | null {
  const reading = readAsTasks(text);
  if (!reading) return null;
  const values = { ...reading.values };
  const word = values['onCompletion']?.toLowerCase();
  delete values['onCompletion'];
  if (word === 'keep' || word === 'delete') values['onCompletion'] = word;
  if (values['dependsOn'] !== undefined) values['dependsOn'] = values['dependsOn'].replace(/ *, */g, ',');
  return { ...reading, values };
}

const agrees = (source: string): void => {
  const text = parseTaskLine(source)?.text ?? source;
  expect(ownReading(source)).toEqual(plainReading(text));
};

describe('the scan from the end of the line', () => {
  it('reads random lines as the plain expressions do', () => {
    fc.assert(fc.property(anyLine, agrees), { numRuns: 30_000 });
  });

  it('reads everyday lines as the plain expressions do', () => {
    fc.assert(fc.property(plainLine, agrees), { numRuns: 10_000 });
  });
});
