/**
 * Character classes of the Tasks format, by UTF-16 code unit. They are written out instead of being regular
 * expressions because the scanner asks them for every character of every line of a vault.
 */

export const SPACE = 0x20;
export const HASH = 0x23;
export const COMMA = 0x2c;

/** What JavaScript's `\s` and `trim()` call white space. */
export function isWhitespace(unit: number): boolean {
  if (unit === SPACE || (unit >= 0x09 && unit <= 0x0d)) return true;
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** Where a regular expression's `.` stops: line feed, carriage return, and the two Unicode separators. */
export function isLineTerminator(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** `[A-Za-z0-9_-]`, of which task ids are made. */
export function isIdUnit(unit: number): boolean {
  return unit < 0x80 && ID_UNITS[unit] === 1;
}

/** `[A-Za-z0-9-]`, of which block ids are made. */
export function isBlockIdUnit(unit: number): boolean {
  return unit !== 0x5f && isIdUnit(unit);
}

/** `[A-Za-z0-9, !]`, of which recurrence rules are made. */
export function isRuleUnit(unit: number): boolean {
  return unit < 0x80 && RULE_UNITS[unit] === 1;
}

/** Anything but ASCII space and ``!@#$%^&*(),.?":{}|<>``: so tabs, brackets and emoji belong to a tag. */
export function isTagUnit(unit: number): boolean {
  return unit >= 0x80 || TAG_UNITS[unit] === 1;
}

// Tables, because runs of such units can be as long as a line, and each unit is asked about more than once.
const ID_UNITS = asciiTable(/[A-Za-z0-9_-]/);
const RULE_UNITS = asciiTable(/[A-Za-z0-9, !]/);
const TAG_UNITS = asciiTable(/[^ !@#$%^&*(),.?":{}|<>]/);

function asciiTable(units: RegExp): Uint8Array {
  const table = new Uint8Array(0x80);
  for (let unit = 0; unit < 0x80; unit++) if (units.test(String.fromCharCode(unit))) table[unit] = 1;
  return table;
}

/** The code point that ends before `end`; 0 at the start of the text. */
export function codePointBefore(text: string, end: number): number {
  if (end <= 0) return 0;
  const unit = text.charCodeAt(end - 1);
  if (unit >= 0xdc00 && unit <= 0xdfff && end > 1) {
    const lead = text.charCodeAt(end - 2);
    if (lead >= 0xd800 && lead <= 0xdbff) return (lead - 0xd800) * 0x400 + (unit - 0xdc00) + 0x10000;
  }
  return unit;
}

/** How many code units a code point takes. */
export function unitsOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** Where white space at the end of `text[from..to)` begins. */
export function trimEnd(text: string, from: number, to: number): number {
  while (to > from && isWhitespace(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Whether `dddd-dd-dd` stands at an offset. */
export function isDateShape(text: string, at: number): boolean {
  for (let i = 0; i < 10; i++) {
    const unit = text.charCodeAt(at + i);
    if (i === 4 || i === 7 ? unit !== 0x2d : !isDigit(unit)) return false;
  }
  return true;
}

const LINE_TERMINATOR = /[\n\r\u2028\u2029]/;

/** Where a regular expression's `.*` from an offset ends; lines that hold a terminator are rare. */
export function lineEnd(line: string, from: number): number {
  if (!LINE_TERMINATOR.test(line)) return line.length;
  let end = from;
  while (end < line.length && !isLineTerminator(line.charCodeAt(end))) end++;
  return end;
}
