/** What is wrong with a task line, so that the user sees it instead of wondering. Nothing here changes a line. */
import { parseDay } from '../date/day';
import { isDigit, isWhitespace, trimEnd } from './characters';
import { type DateKind, dateKindOf, isDateKind } from './format';
import { parseRecurrence } from './recurrence';
import { fieldOf, type TaskLine } from './task-line';

/** A defect of a line and the text it lies in. */
export interface LineProblem {
  readonly kind:
    | 'impossible-date'
    | 'doubled-field'
    | 'hidden-field'
    | 'enclosed-field'
    | 'unknown-recurrence'
    | 'two-block-links';
  readonly text: string;
}

/** A symbol with a date behind it. Alternatives, not a class: without the `u` flag a class splits emoji. */
const DATE_FIELD = /(?:📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌)\uFE0F? *\d{4}-\d{2}-\d{2}/g;

/** A date field that stands in the text of a line, where it is not read. */
export interface HiddenDate {
  readonly kind: DateKind;
  readonly from: number;
  readonly to: number;
  /** What goes when the field does: with it the round brackets that hold nothing else. */
  readonly cut: { readonly from: number; readonly to: number };
  /** Whether it is all that stands in a link, in quotes or between marks, which would be left empty. */
  readonly isEnclosed: boolean;
}

/** What opens and closes around a field that cannot go without breaking it. */
const ENCLOSING = ['[]', '{}', '<>', '**', '__', '==', '~~', '""', "''", '“”', '‘’', '«»'];

/** The date fields in the text of a line; dates in code are quoted, not meant. */
export function findHiddenDates({ text, scan }: TaskLine): HiddenDate[] {
  const found: HiddenDate[] = [];
  // Most texts hold nothing like a day: there are few hyphens, and fewer with digits around them.
  let hyphen = text.indexOf('-', scan.textFrom);
  while (hyphen >= 0 && !(isDigit(text.charCodeAt(hyphen - 1)) && isDigit(text.charCodeAt(hyphen + 1)))) {
    hyphen = text.indexOf('-', hyphen + 1);
  }
  if (hyphen < 0 || hyphen >= scan.textTo) return found;
  const visible = text.slice(0, scan.textTo).replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  DATE_FIELD.lastIndex = scan.textFrom;
  for (let match = DATE_FIELD.exec(visible); match; match = DATE_FIELD.exec(visible)) {
    const kind = dateKindOf(match[0].codePointAt(0) ?? 0);
    if (!kind) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    const cut = withBrackets(text, scan.textFrom, from, to);
    const before = text.charAt(cut.from - 1);
    const isTarget = before === ']' && cut.from < from;
    const isEnclosed = isTarget || ENCLOSING.includes(before + text.charAt(cut.to));
    found.push({ kind, from, to, cut, isEnclosed });
  }
  return found;
}

/** A span with the round brackets around it, as many as there are, and the spaces in them. */
function withBrackets(
  text: string,
  textFrom: number,
  from: number,
  to: number,
): { from: number; to: number } {
  const start = trimEnd(text, textFrom, from) - 1;
  let end = to;
  while (isWhitespace(text.charCodeAt(end))) end++;
  if (start < textFrom || text.charAt(start) !== '(' || text.charAt(end) !== ')') return { from, to };
  return withBrackets(text, textFrom, start, end + 1);
}

/** The problems of a line, in the order in which they stand in it. */
export function findProblems(line: TaskLine): LineProblem[] {
  const { text, scan } = line;
  const found: LineProblem[] = [];
  for (const { from, to, isEnclosed } of findHiddenDates(line)) {
    found.push({ kind: isEnclosed ? 'enclosed-field' : 'hidden-field', text: text.slice(from, to) });
  }
  if (scan.blockLinkFrom >= 0) {
    const other = / \^[A-Za-z0-9-]+$/.exec(text.slice(scan.textFrom, scan.textTo));
    if (other) found.push({ kind: 'two-block-links', text: other[0].trim() });
  }
  for (const field of scan.fields) {
    const { kind, from, valueFrom, to } = field;
    if (kind === 'tag') continue;
    if (fieldOf(line, kind) !== field) found.push({ kind: 'doubled-field', text: text.slice(from, to) });
    if (kind === 'priority') continue;
    const value = text.slice(valueFrom, to);
    if (isDateKind(kind) && !parseDay(value)) found.push({ kind: 'impossible-date', text: value });
    if (kind === 'recurrence' && !parseRecurrence(value)) {
      found.push({ kind: 'unknown-recurrence', text: value });
    }
  }
  return found;
}

/** A problem in a sentence for the user. */
export function describeProblem({ kind, text }: LineProblem): string {
  return SENTENCES[kind].replace('…', () => text);
}

/** What is said of each problem, with `…` in the place of its text. */
const SENTENCES: Readonly<Record<LineProblem['kind'], string>> = {
  'impossible-date': '… is no day of the calendar.',
  'doubled-field': '… stands here a second time; only the first is read.',
  'hidden-field': '… is not read, because other text stands behind it.',
  'enclosed-field': '… is not read, because it stands in brackets, quotes or marks; move it by hand.',
  'two-block-links':
    '… is read as text, because only the last block link counts; links to it lead nowhere. Remove one by hand.',
  'unknown-recurrence': '“…” is no recurrence rule that the Tasks format knows.',
};

/** Whether the verb "repair" can put a problem right. */
export function isRepairable({ kind }: LineProblem): boolean {
  return kind === 'hidden-field' || kind === 'doubled-field';
}
