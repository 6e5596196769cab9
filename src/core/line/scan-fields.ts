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
  isLetter,
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

function isAll(line: string, from: number, to: number, is: (unit: number) => boolean): boolean {
  let at = from;
  while (at < to && is(line.charCodeAt(at))) at++;
  return at === to;
}

/** The start of a run is not known; a small integer, which engines keep without a box. */
const NOT_YET = 0x3fffffff;

/**
 * The loop over the fields of `line[from..]`. What it asks of the line costs more than anything else in reading
 * a vault, so it looks at each end of the text once, and not at all at what cannot be a field.
 */
export class FieldScanner {
  private readonly found: FieldSpan[] = [];
  /** Where the field begins that was recognized last, and its value. */
  private fieldFrom = 0;
  private valueFrom = 0;
  private idRunFrom = 0;
  // Remembered because the end only moves left: fields without spaces between are one long run of these.
  private tagRunFrom = NOT_YET;
  private hasRule: boolean | null = null;

  constructor(
    private readonly line: string,
    private readonly from: number,
  ) {}

  /** The fields that end at `to`, left to right. */
  run(to: number): FieldSpan[] {
    let end = to;
    let rank = 0;
    let passes = 1;
    while (end > this.from) {
      let kind = this.recognize(end);
      // Tags alone can end where another field does. In this pass those that come before `rank` had their turn.
      if ((kind === NONE || kind < rank || kind > TAG) && this.isTagFirst(kind, rank, end)) kind = TAG;
      if (kind === NONE || (kind < rank && ++passes > MOST_PASSES)) break;
      this.found.push({
        kind: ORDER[kind] ?? 'tag',
        from: this.fieldFrom,
        valueFrom: this.valueFrom,
        to: end,
      });
      rank = kind + 1;
      end = trimEnd(this.line, this.from, this.fieldFrom);
    }
    return this.found.reverse();
  }

  /** The rank of the field that ends at `end`, tags left out. */
  private recognize(end: number): number {
    const last = this.line.charCodeAt(end - 1);
    this.idRunFrom = end;
    if (last >= 0x80) return this.isPriority(end) ? PRIORITY : NONE;
    if (isIdUnit(last)) return this.recognizeValue(end, isDigit(last));
    return isRuleUnit(last) && this.isRecurrence(end) ? RECURRENCE : NONE;
  }

  private isPriority(end: number): boolean {
    const symbolTo = this.line.charCodeAt(end - 1) === VARIATION_SELECTOR ? end - 1 : end;
    const codePoint = codePointBefore(this.line, symbolTo);
    const from = symbolTo - unitsOf(codePoint);
    return RANKS.get(codePoint) === PRIORITY && this.note(from, from);
  }

  /**
   * Dates, words and ids are made of the same characters, so what stands before these tells which of them it is:
   * a symbol, a comma in a list of ids, or another word of what may be a rule.
   */
  private recognizeValue(end: number, endsInDigit: boolean): number {
    const isDate = endsInDigit && end - 10 >= this.from && isDateShape(this.line, end - 10);
    const valueFrom = this.idRunStart(isDate ? end - 10 : end - 1);
    this.idRunFrom = valueFrom;
    let at = valueFrom;
    let unit = this.unitBefore(at);
    while (unit === SPACE) unit = this.unitBefore(--at);
    // The symbols are all beyond ASCII.
    if (unit < 0x80) {
      if (unit === COMMA && this.isDependsOn(valueFrom)) return DEPENDS_ON;
      return isRuleUnit(unit) && this.isRecurrence(end) ? RECURRENCE : NONE;
    }
    if (unit === VARIATION_SELECTOR) at--;
    const codePoint = codePointBefore(this.line, at);
    const kind = RANKS.get(codePoint) ?? NONE;
    return this.fits(kind, valueFrom, end, isDate) && this.note(at - unitsOf(codePoint), valueFrom)
      ? kind
      : NONE;
  }

  /** Whether what stands behind a symbol, made of characters of ids, is a value for it. */
  private fits(kind: number, from: number, to: number, isDate: boolean): boolean {
    switch (kind) {
      case NONE:
      case PRIORITY:
        return false;
      case RECURRENCE:
        return isAll(this.line, from, to, isRuleUnit);
      case ON_COMPLETION:
        return isAll(this.line, from, to, isLetter);
      default:
        return kind > TAG || (isDate && to - from === 10);
    }
  }

  private isRecurrence(end: number): boolean {
    // Without the symbol there is no use in walking back over what its value would be, often a whole sentence.
    this.hasRule ??= this.line.includes(FIELD_SYMBOL.recurrence);
    if (!this.hasRule) return false;
    let at = end;
    while (at > this.from && isRuleUnit(this.line.charCodeAt(at - 1))) at--;
    const from = this.symbolStart(at, RECURRENCE_SYMBOL);
    while (this.line.charCodeAt(at) === SPACE) at++;
    return this.note(from, at);
  }

  /** Whether the list of ids, of which the last begins at `lastFrom`, is one that a symbol stands before. */
  private isDependsOn(lastFrom: number): boolean {
    let valueFrom = lastFrom;
    for (;;) {
      const at = this.skipSpaces(valueFrom);
      if (this.unitBefore(at) !== COMMA) break;
      const idTo = this.skipSpaces(at - 1);
      valueFrom = this.idRunStart(idTo);
      if (valueFrom === idTo) return false;
    }
    return this.note(this.symbolStart(valueFrom, DEPENDS_ON_SYMBOL), valueFrom);
  }

  /**
   * Whether a tag ends at `end` that is taken before a field of the rank `kind`: in this pass, if its turn is
   * still to come, or in the next.
   */
  private isTagFirst(kind: number, rank: number, end: number): boolean {
    const first = kind === NONE || rank <= TAG || (kind < rank && kind > TAG);
    if (!first || !isTagUnit(this.line.charCodeAt(end - 1))) return false;
    const { line } = this;
    if (end <= this.tagRunFrom) {
      let at = this.idRunFrom;
      while (at > this.from && isTagUnit(line.charCodeAt(at - 1))) at--;
      this.tagRunFrom = at;
    }
    const from = this.tagRunFrom - 1;
    if (from < this.from || line.charCodeAt(from) !== HASH) return false;
    if (from > this.from && !isWhitespace(line.charCodeAt(from - 1))) return false;
    return this.note(from, from);
  }

  /** Notes where a field begins; `false` when that is before the text, or nowhere. */
  private note(from: number, valueFrom: number): boolean {
    if (from < this.from) return false;
    this.fieldFrom = from;
    this.valueFrom = valueFrom;
    return true;
  }

  /** Where the run of id characters begins that `at` stands in or behind. */
  private idRunStart(at: number): number {
    const { line, from } = this;
    let start = at;
    while (start > from && isIdUnit(line.charCodeAt(start - 1))) start--;
    return start;
  }

  private unitBefore(at: number): number {
    return at > this.from ? this.line.charCodeAt(at - 1) : 0;
  }

  private skipSpaces(at: number): number {
    let start = at;
    while (this.unitBefore(start) === SPACE) start--;
    return start;
  }

  /** Where a symbol begins that stands before a value, with ASCII spaces and one variation selector between; or -1. */
  private symbolStart(valueFrom: number, symbol: number): number {
    let at = this.skipSpaces(valueFrom);
    if (this.unitBefore(at) === VARIATION_SELECTOR) at--;
    return codePointBefore(this.line, at) === symbol ? at - unitsOf(symbol) : -1;
  }
}
