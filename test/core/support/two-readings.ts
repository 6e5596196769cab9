/** One line read twice: by the plugin, and by the plain expressions of the format, in the same form. */
import { PRIORITY_SYMBOL } from '../../../src/core/line/format';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { type Reading, readAsTasks } from './tasks-reading';

/** Our reading of a line. Broken emoji are put right by then. */
export function ownReading(source: string): Reading | null {
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

/**
 * The plain reading, with the values in the form in which the plugin hands them on. It knows nothing of broken
 * characters, so it is given the line with these put right.
 */
export function plainReading(source: string): Reading | null {
  const reading = readAsTasks(parseTaskLine(source)?.text ?? source);
  if (!reading) return null;
  const values = { ...reading.values };
  const word = values['onCompletion']?.toLowerCase();
  delete values['onCompletion'];
  if (word === 'keep' || word === 'delete') values['onCompletion'] = word;
  if (values['dependsOn'] !== undefined) values['dependsOn'] = values['dependsOn'].replace(/ *, */g, ',');
  return { ...reading, values };
}
