/**
 * Finds the parts of a task line from its end, as the Tasks plugin does: pass after pass, each trying every
 * kind of field once, in a fixed order, at the current end of the text, until a pass finds nothing.
 * Only offsets are kept, so that a whole vault can be scanned without copying its text.
 */
import {
  codePointBefore,
  COMMA,
  HASH,
  isBlockIdUnit,
  isDateShape,
  isDigit,
  isIdUnit,
  isLetter,
  isLineTerminator,
  isRuleUnit,
  isTagUnit,
  isWhitespace,
  lineEnd,
  SPACE,
  trimEnd,
  unitsOf,
} from './characters';
import {
  dateKindOf,
  DEPENDS_ON_SYMBOL,
  FIELD_SYMBOL,
  type FieldKind,
  ID_SYMBOL,
  ON_COMPLETION_SYMBOL,
  priorityOf,
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

/** Tasks stops after this many passes, so of 21 trailing tags the last 21 hide what stands before them. */
const MOST_PASSES = 21;

/** In each pass Tasks tries the kinds in this order; dates have the ranks of their kind. */
const RANK: Readonly<Record<FieldKind | 'tag', number>> = {
  priority: 0,
  done: 1,
  cancelled: 2,
  due: 3,
  scheduled: 4,
  start: 5,
  created: 6,
  recurrence: 7,
  onCompletion: 8,
  tag: 9,
  id: 10,
  dependsOn: 11,
};

/** Scans a line (with or without its line ending); `null` when it is no task line. */
export function scanTaskLine(line: string): LineScan | null {
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

  const end = lineEnd(line, symbolTo + 1);
  let from = symbolTo + 1;
  while (from < end && isWhitespace(line.charCodeAt(from))) from++;
  const bodyTo = trimEnd(line, from, end);

  const blockLinkFrom = findBlockLink(line, from, bodyTo);
  const fieldsTo = blockLinkFrom < 0 ? bodyTo : trimEnd(line, from, blockLinkFrom);
  const fields = new FieldScanner(line, from).run(fieldsTo);
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

/** No offset of a run is known; a small integer, which engines keep without a box. */
const NOT_YET = 0x3fffffff;

/** The loop over the trailing fields of one line. */
class FieldScanner {
  // Both runs are remembered because the end only moves left: without that, a long run would be walked again
  // in each pass.
  private ruleRunFrom = NOT_YET;
  private tagRunFrom = NOT_YET;
  // Without the symbol there is no use in walking back over what its value would be.
  private readonly hasRule: boolean;
  private readonly hasWord: boolean;
  private readonly hasId: boolean;
  private readonly hasIds: boolean;

  constructor(
    private readonly line: string,
    private readonly from: number,
  ) {
    this.hasRule = line.includes(FIELD_SYMBOL.recurrence);
    this.hasWord = line.includes(FIELD_SYMBOL.onCompletion);
    this.hasId = line.includes(FIELD_SYMBOL.id);
    this.hasIds = line.includes(FIELD_SYMBOL.dependsOn);
  }

  run(to: number): FieldSpan[] {
    const found: FieldSpan[] = [];
    let end = to;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      let rank = 0;
      for (;;) {
        const field = end > this.from ? this.matchAt(end, rank) : null;
        if (!field) break;
        found.push(field);
        rank = RANK[field.kind] + 1;
        end = trimEnd(this.line, this.from, field.from);
      }
      if (rank === 0) break;
    }
    return found.reverse();
  }

  /** The field that ends at `end` and is the first in Tasks' order from `rank` on. */
  private matchAt(end: number, rank: number): FieldSpan | null {
    const last = this.line.charCodeAt(end - 1);
    if (rank <= RANK.priority && last > 0x7f) {
      const priority = this.matchPriority(end);
      if (priority) return priority;
    }
    if (rank <= RANK.created && isDigit(last)) {
      const date = this.matchDate(end);
      if (date && RANK[date.kind] >= rank) return date;
    }
    if (this.hasRule && rank <= RANK.recurrence && isRuleUnit(last)) {
      const recurrence = this.matchRecurrence(end);
      if (recurrence) return recurrence;
    }
    if (this.hasWord && rank <= RANK.onCompletion && isLetter(last)) {
      const onCompletion = this.matchWord(end, 'onCompletion', ON_COMPLETION_SYMBOL, isLetter);
      if (onCompletion) return onCompletion;
    }
    if (rank <= RANK.tag && isTagUnit(last)) {
      const tag = this.matchTag(end);
      if (tag) return tag;
    }
    if (!isIdUnit(last)) return null;
    if (this.hasId && rank <= RANK.id) {
      const id = this.matchWord(end, 'id', ID_SYMBOL, isIdUnit);
      if (id) return id;
    }
    return this.hasIds && rank <= RANK.dependsOn ? this.matchDependsOn(end) : null;
  }

  private matchPriority(end: number): FieldSpan | null {
    const symbolTo = this.line.charCodeAt(end - 1) === VARIATION_SELECTOR ? end - 1 : end;
    const codePoint = codePointBefore(this.line, symbolTo);
    const from = symbolTo - unitsOf(codePoint);
    if (from < this.from || !priorityOf(codePoint)) return null;
    return { kind: 'priority', from, valueFrom: from, to: end };
  }

  private matchDate(end: number): FieldSpan | null {
    const valueFrom = end - 10;
    if (valueFrom < this.from || !isDateShape(this.line, valueFrom)) return null;
    const symbolTo = this.symbolEnd(valueFrom);
    const codePoint = codePointBefore(this.line, symbolTo);
    const kind = dateKindOf(codePoint);
    const from = symbolTo - unitsOf(codePoint);
    return kind && from >= this.from ? { kind, from, valueFrom, to: end } : null;
  }

  private matchRecurrence(end: number): FieldSpan | null {
    if (end <= this.ruleRunFrom) {
      let at = end;
      while (at > this.from && isRuleUnit(this.line.charCodeAt(at - 1))) at--;
      this.ruleRunFrom = at;
    }
    let valueFrom = this.ruleRunFrom;
    const from = this.symbolStart(this.symbolEnd(valueFrom), RECURRENCE_SYMBOL);
    if (from < 0) return null;
    while (this.line.charCodeAt(valueFrom) === SPACE) valueFrom++;
    return { kind: 'recurrence', from, valueFrom, to: end };
  }

  private matchWord(
    end: number,
    kind: FieldKind,
    symbol: number,
    isUnit: (unit: number) => boolean,
  ): FieldSpan | null {
    let valueFrom = end;
    while (valueFrom > this.from && isUnit(this.line.charCodeAt(valueFrom - 1))) valueFrom--;
    const from = this.symbolStart(this.symbolEnd(valueFrom), symbol);
    return from < 0 ? null : { kind, from, valueFrom, to: end };
  }

  private matchTag(end: number): FieldSpan | null {
    if (end <= this.tagRunFrom) {
      let at = end;
      while (at > this.from && isTagUnit(this.line.charCodeAt(at - 1))) at--;
      this.tagRunFrom = at;
    }
    const from = this.tagRunFrom - 1;
    if (from < this.from || this.line.charCodeAt(from) !== HASH) return null;
    if (from > this.from && !isWhitespace(this.line.charCodeAt(from - 1))) return null;
    return { kind: 'tag', from, valueFrom: from, to: end };
  }

  private matchDependsOn(end: number): FieldSpan | null {
    let at = end;
    for (;;) {
      const idTo = at;
      while (at > this.from && isIdUnit(this.line.charCodeAt(at - 1))) at--;
      if (at === idTo) return null;
      const valueFrom = at;
      at = this.skipSpaces(at);
      if (at > this.from && this.line.charCodeAt(at - 1) === COMMA) {
        at = this.skipSpaces(at - 1);
        continue;
      }
      const from = this.symbolStart(this.symbolEnd(valueFrom), DEPENDS_ON_SYMBOL);
      return from < 0 ? null : { kind: 'dependsOn', from, valueFrom, to: end };
    }
  }

  private skipSpaces(at: number): number {
    while (at > this.from && this.line.charCodeAt(at - 1) === SPACE) at--;
    return at;
  }

  /** From the start of a value back over ASCII spaces and one variation selector to the end of the symbol. */
  private symbolEnd(valueFrom: number): number {
    const at = this.skipSpaces(valueFrom);
    return at > this.from && this.line.charCodeAt(at - 1) === VARIATION_SELECTOR ? at - 1 : at;
  }

  private symbolStart(symbolTo: number, symbol: number): number {
    if (codePointBefore(this.line, symbolTo) !== symbol) return -1;
    const from = symbolTo - unitsOf(symbol);
    return from < this.from ? -1 : from;
  }
}
