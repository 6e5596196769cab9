/** Gives a task line another status, with the dates and the next occurrence that Tasks makes of it. */
import type { Day } from '../date/day';
import { nextOccurrence, parseRecurrence } from '../line/recurrence';
import type { LineRules } from '../line/rules';
import { readFields, type TaskLine } from '../line/task-line';
import { replaceSpan, type TextEdit } from '../text/text-edit';
import { removeFields, replaceField, setField } from './set-field';

/** What a new status does to a line. Edits are of the mended line. */
export interface StatusChange {
  readonly edits: readonly TextEdit[];
  /** Edits that turn a copy of the line into its next occurrence; `null` when there is none. */
  readonly occurrence: readonly TextEdit[] | null;
  /** Whether the line itself goes (🏁 delete). */
  readonly drop: boolean;
}

/**
 * Sets the symbol of a line as Tasks' commands do. Done and cancelled dates follow the types of the old and
 * the new status; a valid rule makes the next occurrence when a line becomes done.
 */
export function setStatus(line: TaskLine, symbol: string, rules: LineRules, today: Day): StatusChange {
  const fields = readFields(line);
  if (fields.symbol === symbol) return { edits: [], occurrence: null, drop: false };
  const oldType = rules.statuses.typeOf(fields.symbol);
  const newType = rules.statuses.typeOf(symbol);
  const edits = [...setSymbol(line, symbol), ...decisionDates(line, oldType, newType, rules, today)];
  if (newType !== 'DONE' || oldType === 'DONE') return { edits, occurrence: null, drop: false };
  const occurrence = planOccurrence(line, symbol, rules, today);
  return { edits, occurrence, drop: fields.onCompletion === 'delete' };
}

/** Replaces the character between the brackets. */
export function setSymbol(line: TaskLine, symbol: string): TextEdit[] {
  const { symbolFrom, symbolTo } = line.scan;
  if (line.text.slice(symbolFrom, symbolTo) === symbol) return [];
  return [replaceSpan({ from: symbolFrom, to: symbolTo }, symbol)];
}

function decisionDates(
  line: TaskLine,
  oldType: string,
  newType: string,
  { setDoneDate, setCancelledDate }: LineRules,
  today: Day,
): TextEdit[] {
  const isDone = newType === 'DONE';
  if (!isDone && newType !== 'CANCELLED') return clearDecision(line);
  const [own, other] = isDone ? (['done', 'cancelled'] as const) : (['cancelled', 'done'] as const);
  if (oldType === newType) return removeFields(line, other);
  const isDated = isDone ? setDoneDate : setCancelledDate;
  return isDated ? replaceField(line, other, own, today) : clearDecision(line);
}

function clearDecision(line: TaskLine): TextEdit[] {
  return [...removeFields(line, 'done'), ...removeFields(line, 'cancelled')];
}

function planOccurrence(line: TaskLine, done: string, rules: LineRules, today: Day): TextEdit[] | null {
  const { recurrence, dates } = readFields(line);
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  if (!rule) return null;
  const next = nextOccurrence(rule, dates, today, rules.removeScheduled);
  if (!next) return null;
  return [
    ...setSymbol(line, firstOpenSymbol(done, rules)),
    ...setField(line, 'start', next.start),
    ...setField(line, 'scheduled', next.scheduled),
    ...setField(line, 'due', next.due),
    ...setField(line, 'created', rules.setCreatedDate ? today : null),
    ...removeFields(line, 'id'),
    ...removeFields(line, 'dependsOn'),
    ...clearDecision(line),
    ...removeBlockLink(line),
  ];
}

/** From done along the next symbols to the first one that means work to do. */
function firstOpenSymbol(done: string, { statuses }: LineRules): string {
  const seen: string[] = [];
  for (let symbol = statuses.get(done).next; !seen.includes(symbol); symbol = statuses.get(symbol).next) {
    if (statuses.typeOf(symbol) === 'TODO') return symbol;
    seen.push(symbol);
  }
  return seen.find((symbol) => statuses.typeOf(symbol) === 'IN_PROGRESS') ?? ' ';
}

/** Without the spaces before it: two that are left at the end would break the line. */
function removeBlockLink({ scan }: TaskLine): TextEdit[] {
  return scan.blockLinkFrom < 0 ? [] : [replaceSpan({ from: scan.fieldsTo, to: scan.bodyTo }, '')];
}
