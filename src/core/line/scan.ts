/**
 * Finds the parts of a task line: what stands before its text, the fields behind it, and the block link at the
 * end. Only offsets are kept, so that a whole vault can be scanned without copying its text.
 */
import {
  isBlockIdUnit,
  isDigit,
  isLineTerminator,
  isWhitespace,
  lineEnd,
  SPACE,
  trimEnd,
  unitsOf,
} from './characters';
import { canEndField, type FieldSpan, scanFields } from './scan-fields';

/** Where the parts of a task line are; all offsets are UTF-16 units from the start of the line. */
export interface LineScan {
  /** End of white space and `>` before the list marker. */
  readonly indentTo: number;
  readonly markerTo: number;
  readonly symbolFrom: number;
  readonly symbolTo: number;
  /** The description without its trailing tags. */
  readonly textFrom: number;
  readonly textTo: number;
  /** Fields and trailing tags behind the text, left to right. */
  readonly fields: readonly FieldSpan[];
  /** End of the last field (of the text if there is none). */
  readonly fieldsTo: number;
  /** The caret of the block link, or -1. It ends at `bodyTo`. */
  readonly blockLinkFrom: number;
  /** End of everything but trailing white space and line terminators. */
  readonly bodyTo: number;
}

const NO_FIELDS: readonly FieldSpan[] = [];

/**
 * Scans a line (with or without its line ending); `null` when it is no task line. A caller that knows that the
 * text holds no line terminator spares looking for one.
 */
export function scanTaskLine(line: string, isOneLine = false): LineScan | null {
  let at = 0;
  while (at < line.length && (line.charCodeAt(at) === 0x3e || isWhitespace(line.charCodeAt(at)))) at++;
  const indentTo = at;
  const markerTo = listMarkerEnd(line, at);
  if (markerTo < 0 || line.charCodeAt(markerTo) !== SPACE) return null;
  at = markerTo;
  while (line.charCodeAt(at) === SPACE) at++;
  if (line.charCodeAt(at) !== 0x5b) return null;
  const symbolFrom = at + 1;
  if (symbolFrom >= line.length || isLineTerminator(line.charCodeAt(symbolFrom))) return null;
  const symbolTo = symbolFrom + unitsOf(line.codePointAt(symbolFrom) ?? 0);
  if (line.charCodeAt(symbolTo) !== 0x5d) return null;

  const end = isOneLine ? line.length : lineEnd(line, symbolTo + 1);
  let from = symbolTo + 1;
  while (from < end && isWhitespace(line.charCodeAt(from))) from++;
  const bodyTo = trimEnd(line, from, end);

  const blockLinkFrom = findBlockLink(line, from, bodyTo);
  const fieldsTo = blockLinkFrom < 0 ? bodyTo : trimEnd(line, from, blockLinkFrom);
  // Most lines of prose end in a full stop: there is no field before it.
  const mayHaveFields = fieldsTo > from && canEndField(line.charCodeAt(fieldsTo - 1));
  const fields = mayHaveFields ? scanFields(line, from, fieldsTo) : NO_FIELDS;
  const first = fields[0];
  const textTo = first ? trimEnd(line, from, first.from) : fieldsTo;
  return {
    indentTo,
    markerTo,
    symbolFrom,
    symbolTo,
    textFrom: from,
    textTo,
    fields,
    fieldsTo,
    blockLinkFrom,
    bodyTo,
  };
}

function listMarkerEnd(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  if (unit === 0x2d || unit === 0x2a || unit === 0x2b) return at + 1;
  let end = at;
  while (isDigit(line.charCodeAt(end))) end++;
  const closer = line.charCodeAt(end);
  return end > at && (closer === 0x2e || closer === 0x29) ? end + 1 : -1;
}

/** The caret of ` ^id` at the end; it needs an ASCII space before it, so text that is only `^id` has none. */
function findBlockLink(line: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlockIdUnit(line.charCodeAt(at - 1))) at--;
  if (at === to || at - 2 < from) return -1;
  return line.charCodeAt(at - 1) === 0x5e && line.charCodeAt(at - 2) === SPACE ? at - 1 : -1;
}
