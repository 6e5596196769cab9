/**
 * How a journal of changes is written: each record is a line feed and one line of JSON. So a record that was cut
 * off spoils only itself: the next one begins a new line. Format 1:
 *
 *     {"v":1,"do":"change","id","at","label","verbs","notes":[note],"state"?:{"undone":[note],"turn","redoable"}}
 *     {"v":1,"do":"undo"|"redo","id","at","path","note":note|null,"left":[region number]}
 *     {"v":1,"do":"move","at","from","to"}
 *     note    {"path","regions":[region],"lines"?:[line],"stuck"?:true}
 *     region  {"n":line number,"h":heading,"o":ordinal,"was","is","text"?:line}   raw text, with its line endings
 *     line    [before, [line after]]
 *
 * What can be told from the raw text is left out. Members that are not known are ignored.
 */
import type { ChangedNote, HistoryRecord } from '../edit/history-record';
import type { ChangedRegion } from '../edit/regions';

type Line = ChangedNote['lines'][number];
type Pair = readonly [before: string, after: readonly string[]];

/** What a line of a journal is. `foreign` is from another version, and kept. */
export type ReadLine =
  | { readonly kind: 'record'; readonly record: HistoryRecord }
  | { readonly kind: 'foreign' | 'broken' | 'empty' };

/** A record as it is appended to a journal. */
export function printRecord(record: HistoryRecord): string {
  return `\n${JSON.stringify({ v: 1, do: record.kind, ...printed(record) })}`;
}

function printed(record: HistoryRecord): object {
  switch (record.kind) {
    case 'change': {
      const { id, at, label, verbs, done, state } = record;
      const notes = done.map(printNote);
      if (!state) return { id, at, label, verbs, notes };
      return { id, at, label, verbs, notes, state: { ...state, undone: state.undone.map(printNote) } };
    }
    case 'undo':
    case 'redo': {
      const { id, at, path, note, left } = record;
      return { id, at, path, note: note && printNote(note), left };
    }
    case 'move':
      return { at: record.at, from: record.from, to: record.to };
  }
}

function printNote({ path, lines, regions, stuck }: ChangedNote): object {
  const known = new Set(regions.map(({ before, after }) => keyOf({ before, after })));
  const same = lines.length === regions.length && lines.every((line) => known.has(keyOf(line)));
  return {
    path,
    regions: regions.map(printRegion),
    ...(same ? {} : { lines: lines.map(({ before, after }) => [before, after]) }),
    ...(stuck ? { stuck } : {}),
  };
}

function printRegion({ before, after, ref, raw }: ChangedRegion): object {
  const told = linesOf(raw.before, raw.after);
  return {
    n: ref.line,
    h: ref.heading,
    o: ref.ordinal,
    was: raw.before,
    is: raw.after,
    ...(keyOf(told) === keyOf({ before, after }) ? {} : { text: [before, after] }),
  };
}

/** What the raw text of a region says about its lines. */
function linesOf(was: string, is: string): Pick<Line, 'before' | 'after'> {
  const plain = (raw: string): string => raw.replace(/\r\n/g, '\n');
  return { before: plain(was), after: plain(is).split('\n') };
}

function keyOf({ before, after }: Pick<Line, 'before' | 'after'>): string {
  return JSON.stringify([before, after]);
}

/** Reads one line of a journal, whatever is in it. */
export function readLine(line: string): ReadLine {
  if (line.trim() === '') return { kind: 'empty' };
  try {
    const stored = object(JSON.parse(line));
    if (number(stored['v']) !== 1) return { kind: 'foreign' };
    const record = readRecord(stored);
    return record ? { kind: 'record', record } : { kind: 'foreign' };
  } catch {
    return { kind: 'broken' };
  }
}

type Stored = Readonly<Record<string, unknown>>;

function readRecord(stored: Stored): HistoryRecord | null {
  const kind = stored['do'];
  const at = text(stored['at']);
  switch (kind) {
    case 'change': {
      const state = stored['state'] === undefined ? null : object(stored['state']);
      return {
        kind,
        id: text(stored['id']),
        at,
        label: text(stored['label']),
        verbs: list(stored['verbs'], text),
        done: list(stored['notes'], readNote),
        ...(state && {
          state: {
            undone: list(state['undone'], readNote),
            turn: number(state['turn']),
            redoable: state['redoable'] === true,
          },
        }),
      };
    }
    case 'undo':
    case 'redo': {
      const note = stored['note'] === null ? null : readNote(stored['note']);
      const left = list(stored['left'], number);
      return { kind, id: text(stored['id']), at, path: text(stored['path']), note, left };
    }
    case 'move':
      return { kind, at, from: text(stored['from']), to: text(stored['to']) };
    default:
      return null;
  }
}

function readNote(value: unknown): ChangedNote {
  const stored = object(value);
  const regions = list(stored['regions'], readRegion);
  const pairs: Pair[] =
    stored['lines'] === undefined
      ? regions.map(({ before, after }) => [before, after])
      : list(stored['lines'], readPair);
  const lines = pairs.map(([before, after]): Line => ({ kind: 'applied', before, after }));
  return { path: text(stored['path']), lines, regions, ...(stored['stuck'] === true ? { stuck: true } : {}) };
}

function readRegion(value: unknown): ChangedRegion {
  const stored = object(value);
  const raw = { before: text(stored['was']), after: text(stored['is']) };
  const told = linesOf(raw.before, raw.after);
  const [before, after] = stored['text'] === undefined ? [told.before, told.after] : readPair(stored['text']);
  const ref = {
    line: number(stored['n']),
    source: after[0] ?? '',
    heading: text(stored['h']),
    ordinal: number(stored['o']),
  };
  return { before, after, ref, raw };
}

function readPair(value: unknown): Pair {
  if (!Array.isArray(value)) throw new TypeError('No pair');
  return [text(value[0]), list(value[1], text)];
}

function object(value: unknown): Stored {
  if (typeof value !== 'object' || value === null) throw new TypeError('No object');
  return value as Stored;
}

function list<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new TypeError('No list');
  return value.map(read);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('No text');
  return value;
}

/** A whole number from 0. */
function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError('No number');
  return value;
}
