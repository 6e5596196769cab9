import type { LineChange } from '../../../src/core/edit/apply-changes';
import { computeMetadata } from '../../host/core/metadata';

/** A line that must be there after a write: with its line ending where nobody was to touch it. */
interface WantedLine {
  readonly text: string;
  readonly ending: string | null;
}

/** What changes should do to a text. */
export interface Wanted {
  readonly lines: readonly WantedLine[];
  readonly kinds: readonly string[];
}

const bare = (line: string): string => line.replace(/\r$/, '');

/**
 * What changes should do to a text, in the plainest way that follows the promise: a line is found by its text where it
 * was under its heading; else as the only one; else as the same one of its kind under its heading, as the app reads
 * them; else where it was.
 */
export function wantedOf(text: string, changes: readonly LineChange[]): Wanted {
  const raw = text.split('\n');
  const lines = raw.map(bare);
  const taken = new Set<number>();
  const edited = new Map<number, { last: number; texts: string[] }>();
  const kinds = changes.map((change): string => {
    const found = place(text, lines, change);
    if (typeof found === 'string') return found;
    const following = change.following ?? [];
    const last = found + following.length;
    if (following.some((line, i) => lines[found + 1 + i] !== line)) return 'gone';
    const own = Array.from({ length: last - found + 1 }, (_, i) => found + i);
    if (own.some((line) => taken.has(line))) return 'ambiguous';
    own.forEach((line) => taken.add(line));
    let joined = lines.slice(found, last + 1).join('\n');
    for (const { from, to, insert } of [...change.edits]
      .reverse()
      .sort((a, b) => b.from - a.from || b.to - a.to)) {
      joined = joined.slice(0, from) + insert + joined.slice(to);
    }
    edited.set(found, { last, texts: change.drop ? [] : joined.split('\n') });
    return 'applied';
  });
  const wanted: WantedLine[] = [];
  for (let at = 0; at < raw.length; at++) {
    const edit = edited.get(at);
    const text = lines[at] ?? '';
    if (!edit) {
      const isLast = at === raw.length - 1;
      // A write that was cut can leave a note that ends with half of a line ending.
      wanted.push({ text, ending: (raw[at] ?? '').slice(text.length) + (isLast ? '' : '\n') });
      continue;
    }
    wanted.push(...edit.texts.map((line) => ({ text: line, ending: null })));
    // The line before the end of a note loses its ending with the last line.
    const above = wanted[wanted.length - 1];
    if (edit.texts.length === 0 && edit.last === raw.length - 1 && above) {
      wanted[wanted.length - 1] = { ...above, ending: null };
    }
    at = edit.last;
  }
  return { lines: wanted, kinds };
}

/** Whether a text is just what was wanted, to the byte outside of the changed lines. */
export function isWanted(text: string, { lines }: Wanted): boolean {
  const raw = text.split('\n');
  if (raw.length !== Math.max(1, lines.length)) return false;
  return lines.every(({ text: wanted, ending }, at) => {
    const line = raw[at] ?? '';
    if (ending === null) return bare(line) === wanted;
    return (at === raw.length - 1 ? line : `${line}\n`) === wanted + ending;
  });
}

function place(text: string, lines: readonly string[], { ref }: LineChange): number | string {
  const isHere = lines[ref.line] === ref.source;
  const twins = lines.flatMap((line, at) => (line === ref.source && line !== '' ? [at] : []));
  if (twins.length === 0) return isHere ? ref.line : 'gone';
  if (twins.length === 1) return twins[0] ?? 'gone';
  const { listItems = [], headings = [] } = computeMetadata(text);
  const tasks = new Set(
    listItems.filter(({ task }) => task !== undefined).map((item) => item.position.start.line),
  );
  const headingOf = (line: number): string =>
    headings
      .filter(({ position }) => position.start.line < line)
      .pop()
      ?.heading.replace(/\s*\n\s*/g, ' ') ?? '';
  if (isHere && headingOf(ref.line) === ref.heading) return ref.line;
  const visible = twins.filter((line) => tasks.has(line));
  const under = (visible.length > 0 ? visible : twins).filter((line) => headingOf(line) === ref.heading);
  return under[ref.ordinal] ?? (isHere ? ref.line : 'ambiguous');
}
