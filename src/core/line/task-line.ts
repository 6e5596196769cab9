/** A task line read into its fields, in the sense of the Tasks plugin, with the places they stand at. */
import { type DateKind, type FieldKind, type Priority, priorityOf } from './format';
import { type MendedLine, mendLine } from './mend';
import { type FieldSpan, type LineScan, scanTaskLine } from './scan';
import { tagTexts } from './tags';

/** A line that is a task. Offsets of `scan` are offsets in `text`. */
export interface TaskLine {
  /** The line as it stands in the note, without its line ending. */
  readonly source: string;
  /** The same line with broken characters put right. */
  readonly text: string;
  readonly mended: MendedLine | null;
  readonly scan: LineScan;
}

/** The text of a date field. It has the shape `dddd-dd-dd`, but may be no day of any calendar. */
export type DateText = string;

/** What Tasks reads of a line. A field that is absent is `null`, or empty where it holds several values. */
export interface TaskFields {
  readonly indentation: string;
  readonly listMarker: string;
  readonly symbol: string;
  /** Text and trailing tags, these joined by single spaces, as Tasks shows it. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly priority: Priority | null;
  readonly dates: Readonly<Record<DateKind, DateText | null>>;
  /** The rule as the user wrote it; it may be none that Tasks understands. */
  readonly recurrence: string | null;
  readonly onCompletion: 'keep' | 'delete' | null;
  readonly id: string | null;
  readonly dependsOn: readonly string[];
  /** `^id` with the space before it, as Tasks keeps it. */
  readonly blockLink: string | null;
}

/** Parses a line (its line ending, if any, is no part of what is read); `null` when it is no task line. */
export function parseTaskLine(source: string): TaskLine | null {
  const mended = mendLine(source);
  const text = mended ? mended.text : source;
  const scan = scanTaskLine(text);
  return scan && { source, text, mended, scan };
}

/** The field of a kind that Tasks reads: of several, the leftmost. */
export function fieldOf(line: TaskLine, kind: FieldKind): FieldSpan | undefined {
  // A loop, because this is asked for each kind of each line of a vault.
  for (const field of line.scan.fields) if (field.kind === kind) return field;
  return undefined;
}

/** The description as Tasks reads it: the text, then the tags that stand among the fields. */
export function descriptionOf(line: TaskLine): string {
  const { text, scan } = line;
  let description = text.slice(scan.textFrom, scan.textTo);
  for (const field of scan.fields) {
    if (field.kind !== 'tag') continue;
    const tag = text.slice(field.from, field.to);
    description = description === '' ? tag : `${description} ${tag}`;
  }
  return description;
}

/** Reads every field of a line. */
export function readFields(line: TaskLine): TaskFields {
  const { text, scan } = line;
  const description = descriptionOf(line);
  return {
    indentation: text.slice(0, scan.indentTo),
    listMarker: text.slice(scan.indentTo, scan.markerTo),
    symbol: text.slice(scan.symbolFrom, scan.symbolTo),
    description,
    tags: tagTexts(description),
    priority: priorityIn(line),
    dates: {
      created: valueIn(line, 'created'),
      start: valueIn(line, 'start'),
      scheduled: valueIn(line, 'scheduled'),
      due: valueIn(line, 'due'),
      cancelled: valueIn(line, 'cancelled'),
      done: valueIn(line, 'done'),
    },
    recurrence: valueIn(line, 'recurrence'),
    onCompletion: readOnCompletion(valueIn(line, 'onCompletion')),
    id: valueIn(line, 'id'),
    dependsOn: readIds(valueIn(line, 'dependsOn')),
    blockLink: scan.blockLinkFrom < 0 ? null : ` ${text.slice(scan.blockLinkFrom, scan.bodyTo)}`,
  };
}

/** The priority of a line, `null` without a symbol. */
export function priorityIn(line: TaskLine): Priority | null {
  const field = fieldOf(line, 'priority');
  return field ? (priorityOf(line.text.codePointAt(field.from) ?? 0) ?? null) : null;
}

function valueIn(line: TaskLine, kind: FieldKind): string | null {
  const field = fieldOf(line, kind);
  return field ? line.text.slice(field.valueFrom, field.to) : null;
}

function readIds(list: string | null): string[] {
  return list === null ? [] : list.split(',').flatMap((id) => id.trim() || []);
}

function readOnCompletion(word: string | null): 'keep' | 'delete' | null {
  const lower = word?.toLowerCase();
  return lower === 'keep' || lower === 'delete' ? lower : null;
}
