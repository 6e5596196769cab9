/** Gives a task line another status, with the dates and the next occurrence that Tasks makes of it. */
import { type Day, parseDay } from '../date/day';
import { nextOccurrence, parseRecurrence, type TaskDates } from '../line/recurrence';
import type { LineRules } from '../line/rules';
import { readFields, type TaskLine } from '../line/task-line';
import { replaceSpan, type TextEdit } from '../text/text-edit';
import { removeFields, removeSpan, replaceField, setField } from './set-field';

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
  const { start, scheduled, due } = dates;
  const known: TaskDates = { start: parseDay(start), scheduled: parseDay(scheduled), due: parseDay(due) };
  // With an impossible date nobody knows from where to count; Tasks drops the rule then.
  if (!hasSoundReference(dates, known, rules.removeScheduled)) return null;
  const next = nextOccurrence(rule, known, today, rules.removeScheduled);
  if (!next) return null;
  const move = (kind: keyof TaskDates): TextEdit[] => {
    if (dates[kind] === null) return [];
    // An impossible date beside a sound one falls on the day of the rule, as in Tasks.
    return setField(line, kind, known[kind] ? next.dates[kind] : next.day);
  };
  return [
    ...setSymbol(line, firstOpenSymbol(done, rules)),
    ...move('start'),
    ...move('scheduled'),
    ...move('due'),
    ...setField(line, 'created', rules.setCreatedDate ? today : null),
    ...removeFields(line, 'id'),
    ...removeFields(line, 'dependsOn'),
    ...clearDecision(line),
    ...removeBlockLink(line),
  ];
}

function hasSoundReference(
  texts: Readonly<Record<keyof TaskDates, string | null>>,
  days: TaskDates,
  dropScheduled: boolean,
): boolean {
  const order = dropScheduled
    ? (['due', 'start', 'scheduled'] as const)
    : (['due', 'scheduled', 'start'] as const);
  const first = order.find((kind) => texts[kind] !== null);
  return first === undefined || days[first] !== null;
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

function removeBlockLink(line: TaskLine): TextEdit[] {
  const { blockLinkFrom, bodyTo } = line.scan;
  return blockLinkFrom < 0 ? [] : [removeSpan(line, { from: blockLinkFrom, to: bodyTo })];
}
