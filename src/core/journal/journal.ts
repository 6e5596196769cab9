/** A journal as a whole: read in parts, and written anew when it has become too long. */
import type { HistoryEntry, HistoryRecord } from '../edit/history-record';
import { printRecord, readLine } from './format';

/** How long a journal may become, in bytes of UTF-8. */
export const MOST_BYTES = 5_000_000;

/** What stays when it is shortened: there is to be room for a while. */
const KEPT_BYTES = 3_750_000;

/** How much of the records of other versions stays, in characters. */
const KEPT_FOREIGN = 500_000;

/** Reads a journal a part at a time; a long one must not hold up the app. */
export class JournalReading {
  readonly records: HistoryRecord[] = [];
  /** Lines of other versions, as they are. */
  readonly foreign: string[] = [];
  /** How many lines were no records: cut off, or damaged. */
  broken = 0;
  private at = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly text: string) {}

  /** Reads some lines more. Returns whether there are others. */
  next(count: number): boolean {
    for (let i = 0; i < count && this.at < this.text.length; i++) {
      const found = this.text.indexOf('\n', this.at);
      const end = found < 0 ? this.text.length : found;
      this.read(this.text.slice(this.at, end));
      this.at = end + 1;
    }
    return this.at < this.text.length;
  }

  private read(line: string): void {
    const read = readLine(line);
    if (read.kind === 'empty') return;
    // A write that was reported as failed may have been made all the same, and then again.
    if (this.seen.has(line)) return;
    this.seen.add(line);
    if (read.kind === 'record') this.records.push(read.record);
    else if (read.kind === 'foreign') this.foreign.push(line);
    else this.broken++;
  }
}

/** A journal that was written anew. */
export interface Shortened {
  readonly text: string;
  /** Its length in bytes of UTF-8. */
  readonly bytes: number;
  /** How many of the changes are not in it: the oldest. */
  readonly dropped: number;
}

/** A journal of these changes as they are now, without the oldest ones if it would be too long. */
export function shortened(
  entries: readonly HistoryEntry[],
  foreign: readonly string[],
  room = KEPT_BYTES,
): Shortened {
  const kept: string[] = [];
  let bytes = 0;
  let dropped = entries.length;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (!entry) break;
    const { id, at, label, verbs, done, undone, turn, redoable } = entry;
    const line = printRecord({
      kind: 'change',
      ...{ id, at, label, verbs, done },
      state: { undone, turn, redoable },
    });
    const size = byteLength(line);
    // The last change stays, however long it is.
    if (kept.length > 0 && bytes + size > room) break;
    kept.push(line);
    bytes += size;
    dropped--;
  }
  let others = '';
  for (let i = foreign.length - 1; i >= 0; i--) {
    const longer = `\n${foreign[i] ?? ''}${others}`;
    if (longer.length > KEPT_FOREIGN) break;
    others = longer;
  }
  const text = others + kept.reverse().join('');
  return { text, bytes: byteLength(text), dropped };
}

/** How many bytes a text takes as UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // Both halves of a character beyond the first plane count two.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
