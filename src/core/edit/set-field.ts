/** Sets, replaces and removes single fields. Offsets are those of the mended line. */
import { isWhitespace } from '../line/characters';
import {
  CANONICAL_ORDER,
  type DateKind,
  FIELD_SYMBOL,
  type FieldKind,
  type Priority,
  PRIORITY_SYMBOL,
} from '../line/format';
import type { FieldSpan } from '../line/scan-fields';
import { fieldOf, type TaskLine } from '../line/task-line';
import { insertAt, replaceSpan, type TextEdit } from '../text/text-edit';

/** Sets a field that is a symbol with a value, or removes it with `null`. */
export function setField(
  line: TaskLine,
  kind: Exclude<FieldKind, 'priority'>,
  value: string | null,
): TextEdit[] {
  if (value === null) return removeFields(line, kind);
  const field = fieldOf(line, kind);
  const token = `${FIELD_SYMBOL[kind]} ${value}`;
  if (!field) return [insertField(line, kind, token)];
  if (line.text.slice(field.valueFrom, field.to) === value) return [];
  // The symbol stays as the user wrote it, unless it is broken: then the whole token is written anew.
  if (isBroken(line, field)) return [replaceSpan(field, token)];
  return [replaceSpan({ from: field.valueFrom, to: field.to }, value)];
}

/** Sets one field and removes another, in whose place it goes if it is new. */
export function replaceField(line: TaskLine, old: DateKind, kind: DateKind, value: string): TextEdit[] {
  const [first, ...others] = line.scan.fields.filter((field) => field.kind === old);
  if (!first || fieldOf(line, kind)) return [...setField(line, kind, value), ...removeFields(line, old)];
  const token = replaceSpan(first, `${FIELD_SYMBOL[kind]} ${value}`);
  return [token, ...others.map((field) => removeSpan(line, field))];
}

/** Sets the priority, or removes it with `null`. */
export function setPriority(line: TaskLine, priority: Priority | null): TextEdit[] {
  if (priority === null) return removeFields(line, 'priority');
  const symbol = PRIORITY_SYMBOL[priority];
  const field = fieldOf(line, 'priority');
  if (!field) return [insertField(line, 'priority', symbol)];
  if (line.text.startsWith(symbol, field.from)) return [];
  return [replaceSpan(field, symbol)];
}

/**
 * Removes a field. Where it is doubled all of them go: with only the first one gone, Tasks would read the
 * next, and the wish would not be fulfilled.
 */
export function removeFields(line: TaskLine, kind: FieldKind): TextEdit[] {
  return line.scan.fields.filter((field) => field.kind === kind).map((field) => removeSpan(line, field));
}

/** Removes a token with one white space beside it, so that its neighbours neither touch nor drift apart. */
export function removeSpan(line: TaskLine, span: { readonly from: number; readonly to: number }): TextEdit {
  const { text, scan } = line;
  const next = text.charCodeAt(span.to);
  const atEnd = span.to >= scan.bodyTo;
  const spaceAfter = !atEnd && isWhitespace(next);
  // An emoji right behind the token must keep its distance: "#tag🆔 a" would become one tag.
  const mayTouch = atEnd || spaceAfter || next < 0x80;
  // In front of the first token stands the checkbox, which must keep a space behind it.
  const hasOther = span.from > scan.textFrom || spaceAfter;
  const takesSpace = mayTouch && hasOther && isWhitespace(text.charCodeAt(span.from - 1));
  return replaceSpan({ from: takesSpace ? span.from - 1 : span.from, to: span.to }, '');
}

/**
 * Inserts a field where Tasks' order puts it among the fields that are there: behind the last one that
 * precedes it, else before the first that follows it, else at the end, before a block link.
 */
export function insertField(line: TaskLine, kind: FieldKind, token: string): TextEdit {
  const order = CANONICAL_ORDER.indexOf(kind);
  const fields = line.scan.fields.filter((field) => field.kind !== 'tag');
  const rankOf = (field: FieldSpan): number => CANONICAL_ORDER.indexOf(field.kind as FieldKind);
  const before = fields.filter((field) => rankOf(field) < order).pop();
  const after = fields.find((field) => rankOf(field) > order);
  if (before || !after) return insertAfter(line, before?.to ?? line.scan.fieldsTo, token);
  return insertAt(after.from, `${gapBefore(line, after.from)}${token} `);
}

/** Puts a token at an offset behind which another token or the end of the text stands. */
export function insertAfter(line: TaskLine, at: number, token: string): TextEdit {
  const next = line.text.charCodeAt(at);
  const glue = at < line.scan.bodyTo && !isWhitespace(next) ? ' ' : '';
  return insertAt(at, `${gapBefore(line, at)}${token}${glue}`);
}

/** The space that what is put at an offset needs before it. */
function gapBefore({ text }: TaskLine, at: number): string {
  return at > 0 && !isWhitespace(text.charCodeAt(at - 1)) ? ' ' : '';
}

/** Whether the line as it stands holds broken characters where a span is. */
function isBroken(line: TaskLine, span: { readonly from: number; readonly to: number }): boolean {
  if (!line.mended) return false;
  return line.mended.toSource(span.to) - line.mended.toSource(span.from) !== span.to - span.from;
}
