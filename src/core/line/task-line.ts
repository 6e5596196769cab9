/** A task line read into its fields, in the sense of the Tasks plugin, with the places they stand at. */
import { type DateKind, type FieldKind, type Priority, priorityOf } from './format';
import { isPlainLine, type MendedLine, mendLine } from './mend';
import { type LineScan, scanTaskLine } from './scan';
import type { FieldSpan } from './scan-fields';
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
  if (isPlainLine(source)) {
    const scan = scanTaskLine(source, true);
    return scan && { source, text: source, mended: null, scan };
  }
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
  const { fields, textFrom, textTo } = scan;
  const tags = tagTexts(text, textFrom, textTo);
  let description = text.slice(textFrom, textTo);
  let priority: Priority | null = null;
  let created: DateText | null = null;
  let start: DateText | null = null;
  let scheduled: DateText | null = null;
  let due: DateText | null = null;
  let cancelled: DateText | null = null;
  let done: DateText | null = null;
  let recurrence: string | null = null;
  let onCompletion: string | null = null;
  let id: string | null = null;
  let dependsOn: string | null = null;
  // One way through all fields, because asking for each kind by itself would cost as much as finding them did.
  for (const field of fields) {
    const value = text.slice(field.valueFrom, field.to);
    switch (field.kind) {
      case 'tag':
        tags.push(value);
        description = description === '' ? value : `${description} ${value}`;
        break;
      case 'priority':
        priority ??= readPriority(text, field);
        break;
      case 'created':
        created ??= value;
        break;
      case 'start':
        start ??= value;
        break;
      case 'scheduled':
        scheduled ??= value;
        break;
      case 'due':
        due ??= value;
        break;
      case 'cancelled':
        cancelled ??= value;
        break;
      case 'done':
        done ??= value;
        break;
      case 'recurrence':
        recurrence ??= value;
        break;
      case 'onCompletion':
        onCompletion ??= value;
        break;
      case 'id':
        id ??= value;
        break;
      case 'dependsOn':
        dependsOn ??= value;
        break;
    }
  }
  return {
    indentation: text.slice(0, scan.indentTo),
    listMarker: text.slice(scan.indentTo, scan.markerTo),
    symbol: text.slice(scan.symbolFrom, scan.symbolTo),
    description,
    tags,
    priority,
    dates: { created, start, scheduled, due, cancelled, done },
    recurrence,
    onCompletion: readOnCompletion(onCompletion),
    id,
    dependsOn: readIds(dependsOn),
    blockLink: scan.blockLinkFrom < 0 ? null : ` ${text.slice(scan.blockLinkFrom, scan.bodyTo)}`,
  };
}

function readPriority(text: string, field: FieldSpan): Priority | null {
  return priorityOf(text.codePointAt(field.from) ?? 0) ?? null;
}

function readIds(list: string | null): string[] {
  return list === null ? [] : list.split(',').map((id) => id.trim());
}

function readOnCompletion(word: string | null): 'keep' | 'delete' | null {
  const lower = word?.toLowerCase();
  return lower === 'keep' || lower === 'delete' ? lower : null;
}
