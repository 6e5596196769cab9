/**
 * How a journal of changes is written: each record is a line feed and one line of JSON. So a record that was cut
 * off spoils only itself: the next one begins a new line. Format 1 is the records as they are, with `"v":1`.
 * Members that are not known are ignored.
 */
import type { HistoryEntry, HistoryRecord } from '../edit/history-record';

/** How long a journal may become, in bytes of UTF-8. */
export const MOST_BYTES = 5_000_000;

/** What stays when it is shortened: there is to be room for a while. */
const KEPT_BYTES = 3_750_000;

/** A record as it is appended to a journal. */
export function printRecord(record: HistoryRecord): string {
  return `\n${JSON.stringify({ v: 1, ...record })}`;
}

/** The lines of a journal; a record that was written twice, since the first time seemed to have failed, once. */
export function journalLines(text: string): Iterable<string> {
  const lines = new Set(text.split(/\r?\n/));
  lines.delete('');
  return lines;
}

const REGION = { line: 0, heading: '', ordinal: 0, was: '', is: '' };
const NOTE = { path: '', regions: [REGION] };
const TAKEN = { id: '', at: '', path: '', regions: [REGION], left: [0] };

/** What the records must have; an example stands for its type, and numbers count from 0. */
const SHAPES: ReadonlyMap<unknown, object> = new Map<HistoryRecord['do'], object>([
  ['change', { id: '', at: '', label: '', verbs: [''], done: [NOTE], undone: [NOTE], turn: 0 }],
  ['undo', TAKEN],
  ['redo', TAKEN],
  ['move', { at: '', from: '', to: '' }],
]);

/** Reads one line of a journal, whatever is in it; `null` when it is damaged, or from another version. */
export function readRecord(line: string): HistoryRecord | null {
  try {
    const { v, ...record } = JSON.parse(line) as { v: unknown; do: unknown };
    const shape = SHAPES.get(record.do);
    return v === 1 && shape && fits(record, shape) ? (record as unknown as HistoryRecord) : null;
  } catch {
    return null;
  }
}

function fits(value: unknown, shape: unknown): boolean {
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => fits(item, shape[0]));
  if (typeof value !== typeof shape) return false;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0;
  if (typeof value !== 'object') return true;
  return Object.entries(shape as object).every(([key, inner]) =>
    fits((value as Record<string, unknown>)[key], inner),
  );
}

/**
 * A journal of these changes as they are now, without the oldest ones if it would be too long. The last one stays,
 * however long it is. `sizeOf` tells how many bytes a text takes.
 */
export function shortened(
  entries: readonly HistoryEntry[],
  sizeOf: (text: string) => number,
  room = KEPT_BYTES,
): string {
  const kept: string[] = [];
  for (let i = entries.length - 1, bytes = 0; i >= 0; i--) {
    const line = printRecord({ do: 'change', ...(entries[i] as HistoryEntry) });
    bytes += sizeOf(line);
    if (bytes > room && kept.length > 0) break;
    kept.push(line);
  }
  return kept.reverse().join('');
}
