/**
 * Finds the fields of a task line from its end, as the Tasks plugin does: pass after pass, each trying every kind
 * of field once, in a fixed order, at the current end of the text, until a pass finds nothing. Where Tasks tries
 * twelve expressions, the last character tells here what can end with it, and the symbol before it what it is.
 */
import {
  codePointBefore,
  COMMA,
  HASH,
  isDateShape,
  isDigit,
  isIdUnit,
  isRuleUnit,
  isTagUnit,
  isWhitespace,
  SPACE,
  trimEnd,
  unitsOf,
} from './characters';
import {
  DEPENDS_ON_SYMBOL,
  FIELD_KINDS,
  FIELD_SYMBOL,
  type FieldKind,
  RECURRENCE_SYMBOL,
  VARIATION_SELECTOR,
} from './format';

/** A field or trailing tag. `from..to` covers symbol and value; `valueFrom..to` the value alone. */
export interface FieldSpan {
  readonly kind: FieldKind | 'tag';
  readonly from: number;
  readonly valueFrom: number;
  readonly to: number;
}

/** Tasks stops after this many passes, so of 21 trailing tags the last 21 hide what stands before them. */
const MOST_PASSES = 21;

/** In each pass Tasks tries the kinds in this order; the place of a kind is its rank. */
const ORDER: readonly (FieldKind | 'tag')[] = [
  'priority',
  'done',
  'cancelled',
  'due',
  'scheduled',
  'start',
  'created',
  'recurrence',
  'onCompletion',
  'tag',
  'id',
  'dependsOn',
];
const PRIORITY = 0;
const RECURRENCE = 7;
const ON_COMPLETION = 8;
const TAG = 9;
const DEPENDS_ON = 11;

/** The rank of nothing. */
const NONE = -1;

/** The ranks of the kinds by the code points of their symbols. */
const RANKS: ReadonlyMap<number, number> = new Map(
  [...FIELD_KINDS].map(([codePoint, kind]) => [codePoint, ORDER.indexOf(kind)]),
);

/** Whether a field or tag can end with a code unit. */
export function canEndField(unit: number): boolean {
  return isTagUnit(unit) || isRuleUnit(unit);
}

/** The start of a run is not known; a small integer, which engines keep without a box. */
const NOT_YET = 0x3fffffff;

// What is looked at stands here, because an object for each line would cost more than most of what is done with it.
let line = '';
/** The text begins here, and no field before it. */
let textFrom = 0;
/** Where the field begins that was recognized last, and its value. */
let fieldFrom = 0;
let valueFrom = 0;
/** Remembered because the end only moves left: fields without spaces between are one long run of these. */
let idRunFrom = 0;
let tagRunFrom = NOT_YET;
let hasRule: boolean | null = null;

/**
 * The fields of `text[from..to)` that end at `to`, left to right. What this asks of a line costs more than anything
 * else in reading a vault, so it looks at each end of the text once, and not at all at what cannot be a field.
 */
export function scanFields(text: string, from: number, to: number): FieldSpan[] {
  line = text;
  textFrom = from;
  tagRunFrom = NOT_YET;
  hasRule = null;
  const found: FieldSpan[] = [];
  let end = to;
  let rank = 0;
  let passes = 1;
  while (end > from) {
    let kind = recognize(end);
    // Tags alone can end where another field does. In this pass those that come before `rank` had their turn.
    if ((kind === NONE || kind < rank || kind > TAG) && isTagFirst(kind, rank, end)) kind = TAG;
    if (kind === NONE || (kind < rank && ++passes > MOST_PASSES)) break;
    found.push({ kind: ORDER[kind] ?? 'tag', from: fieldFrom, valueFrom, to: end });
    rank = kind + 1;
    end = trimEnd(text, from, fieldFrom);
  }
  // The line may be a part of a long text, which nobody needs any more.
  line = '';
  return found.reverse();
}

/** The rank of the field that ends at `end`, tags left out. */
function recognize(end: number): number {
  const last = line.charCodeAt(end - 1);
  idRunFrom = end;
  if (last >= 0x80) return isPriority(end) ? PRIORITY : NONE;
  if (isIdUnit(last)) return recognizeValue(end, isDigit(last));
  return isRuleUnit(last) && isRecurrence(end) ? RECURRENCE : NONE;
}

function isPriority(end: number): boolean {
  const symbolTo = line.charCodeAt(end - 1) === VARIATION_SELECTOR ? end - 1 : end;
  const codePoint = codePointBefore(line, symbolTo);
  const from = symbolTo - unitsOf(codePoint);
  return RANKS.get(codePoint) === PRIORITY && note(from, from);
}

/**
 * Dates, words and ids are made of the same characters, so what stands before these tells which of them it is:
 * a symbol, a comma in a list of ids, or another word of what may be a rule.
 */
function recognizeValue(end: number, endsInDigit: boolean): number {
  const isDate = endsInDigit && end - 10 >= textFrom && isDateShape(line, end - 10);
  const from = idRunStart(isDate ? end - 10 : end - 1);
  idRunFrom = from;
  let at = from;
  let unit = unitBefore(at);
  while (unit === SPACE) unit = unitBefore(--at);
  // The symbols are all beyond ASCII.
  if (unit < 0x80) {
    if (unit === COMMA && isDependsOn(from)) return DEPENDS_ON;
    return isRuleUnit(unit) && isRecurrence(end) ? RECURRENCE : NONE;
  }
  if (unit === VARIATION_SELECTOR) at--;
  const codePoint = codePointBefore(line, at);
  const kind = RANKS.get(codePoint) ?? NONE;
  return fits(kind, from, end, isDate) && note(at - unitsOf(codePoint), from) ? kind : NONE;
}

/** Whether what stands behind a symbol, made of characters of ids, is a value for it. */
function fits(kind: number, from: number, to: number, isDate: boolean): boolean {
  switch (kind) {
    case NONE:
    case PRIORITY:
      return false;
    case RECURRENCE:
      // Of what ids are made of, rules have all but two, and a word has letters alone.
      return !/[_-]/.test(line.slice(from, to));
    case ON_COMPLETION:
      return !/[^a-z]/i.test(line.slice(from, to));
    default:
      return kind > TAG || (isDate && to - from === 10);
  }
}

function isRecurrence(end: number): boolean {
  // Without the symbol there is no use in walking back over what its value would be, often a whole sentence.
  hasRule ??= line.includes(FIELD_SYMBOL.recurrence);
  if (!hasRule) return false;
  let at = end;
  while (at > textFrom && isRuleUnit(line.charCodeAt(at - 1))) at--;
  const from = symbolStart(at, RECURRENCE_SYMBOL);
  while (line.charCodeAt(at) === SPACE) at++;
  return note(from, at);
}

/** Whether the list of ids, of which the last begins at `lastFrom`, is one that a symbol stands before. */
function isDependsOn(lastFrom: number): boolean {
  let from = lastFrom;
  for (;;) {
    const at = skipSpaces(from);
    if (unitBefore(at) !== COMMA) break;
    const idTo = skipSpaces(at - 1);
    from = idRunStart(idTo);
    if (from === idTo) return false;
  }
  return note(symbolStart(from, DEPENDS_ON_SYMBOL), from);
}

/**
 * Whether a tag ends at `end` that is taken before a field of the rank `kind`: in this pass, if its turn is
 * still to come, or in the next.
 */
function isTagFirst(kind: number, rank: number, end: number): boolean {
  const first = kind === NONE || rank <= TAG || (kind < rank && kind > TAG);
  if (!first || !isTagUnit(line.charCodeAt(end - 1))) return false;
  if (end <= tagRunFrom) {
    let at = idRunFrom;
    while (at > textFrom && isTagUnit(line.charCodeAt(at - 1))) at--;
    tagRunFrom = at;
  }
  const from = tagRunFrom - 1;
  if (from < textFrom || line.charCodeAt(from) !== HASH) return false;
  if (from > textFrom && !isWhitespace(line.charCodeAt(from - 1))) return false;
  return note(from, from);
}

/** Notes where a field begins; `false` when that is before the text, or nowhere. */
function note(from: number, value: number): boolean {
  if (from < textFrom) return false;
  fieldFrom = from;
  valueFrom = value;
  return true;
}

/** Where the run of id characters begins that `at` stands in or behind. */
function idRunStart(at: number): number {
  let start = at;
  while (start > textFrom && isIdUnit(line.charCodeAt(start - 1))) start--;
  return start;
}

function unitBefore(at: number): number {
  return at > textFrom ? line.charCodeAt(at - 1) : 0;
}

function skipSpaces(at: number): number {
  let start = at;
  while (unitBefore(start) === SPACE) start--;
  return start;
}

/** Where a symbol begins that stands before a value, with ASCII spaces and one variation selector between; or -1. */
function symbolStart(valueAt: number, symbol: number): number {
  let at = skipSpaces(valueAt);
  if (unitBefore(at) === VARIATION_SELECTOR) at--;
  return codePointBefore(line, at) === symbol ? at - unitsOf(symbol) : -1;
}
