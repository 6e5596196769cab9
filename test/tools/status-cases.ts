/**
 * Recorded cases of a status that the Tasks plugin has set on a line, and the lines that came of it.
 *
 * Both the recorded lines and ours are read by our own reader, and every field, the order of the lines and
 * their number must agree. What is read alike may be written differently, because Tasks writes a line anew
 * and the plugin changes only what it must:
 * - spacing, the order of fields, variation selectors and tags behind the text do not count; nor does which
 *   words a recurrence rule is said in;
 * - a rule that Tasks does not understand counts as none: Tasks drops it, the plugin keeps it;
 * - a date that does not exist counts as the words "Invalid date" that Tasks writes over it;
 * - a next line whose dates are "Invalid date", because its rule has come to its end, counts as none: the plugin
 *   does not write it.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Day, parseDay } from '../../src/core/date/day';
import { withOccurrence } from '../../src/core/edit/plan';
import { setStatus } from '../../src/core/edit/set-status';
import { plannedLines } from '../../src/core/edit/verb';
import { recurrenceText } from './rule-text';
import { defaultRules, type LineRules } from '../../src/core/line/rules';
import { StatusRegistry, type StatusType } from '../../src/core/line/status';
import { parseTaskLine, type TaskLine } from '../../src/core/line/task-line';
import { applyEdits } from '../../src/core/text/text-edit';
import { reportTasksFields } from './report-line';

/** A field that reads differently from what was recorded. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The settings of Tasks under which a case was recorded; what is missing has the value of a new installation. */
export interface StatusOptions {
  readonly statuses?: readonly (readonly [symbol: string, name: string, next: string, type: StatusType])[];
  readonly setCreated?: boolean;
  readonly doneDate?: boolean;
  readonly cancelledDate?: boolean;
  readonly recurrenceOnNextLine?: boolean;
  readonly removeScheduled?: boolean;
  readonly globalFilter?: string;
}

/** A line, the status that it is given on a day, and the lines that stand there then. */
export interface StatusCase {
  readonly line: string;
  readonly symbol: string;
  readonly today: string;
  readonly options: StatusOptions;
  readonly isTask: boolean;
  /** `null` for a line that is no task to Tasks. */
  readonly result: readonly string[] | null;
}

/** Whether a record has the shape of such a case. */
export function isStatusCase(record: Readonly<Record<string, unknown>>): boolean {
  const { symbol, today, options, isTask, result } = record;
  return (
    typeof symbol === 'string' &&
    typeof today === 'string' &&
    parseDay(today) !== null &&
    typeof options === 'object' &&
    options !== null &&
    typeof isTask === 'boolean' &&
    (result === null || (Array.isArray(result) && result.every((line) => typeof line === 'string')))
  );
}

/** The rules that follow the settings of a case. */
export function rulesOf({ options }: Pick<StatusCase, 'options'>): LineRules {
  const statuses = options.statuses?.map(([symbol, name, next, type]) => ({ symbol, name, next, type }));
  return {
    ...defaultRules(new StatusRegistry(statuses)),
    setCreatedDate: options.setCreated ?? false,
    setDoneDate: options.doneDate ?? true,
    setCancelledDate: options.cancelledDate ?? true,
    recurrenceOnNextLine: options.recurrenceOnNextLine ?? false,
    removeScheduled: options.removeScheduled ?? false,
  };
}

/** The lines that the plugin makes of a case; `null` where the line is no task. */
export function linesAfter(record: StatusCase): string[] | null {
  const line = parseTaskLine(record.line);
  if (!line || !holdsFilter(line, record.options)) return null;
  const rules = rulesOf(record);
  const { edits, occurrence, drop } = setStatus(line, record.symbol, rules, record.today as Day);
  // All edits are of the mended line, so that is the one whose place they take.
  const next = occurrence && applyEdits(line.text, occurrence);
  return plannedLines(line.text, withOccurrence(line.text, edits, next, drop, rules));
}

/** To Tasks a line without its global filter is no task; the plugin has no such setting and changes it when told. */
function holdsFilter({ text, scan }: TaskLine, { globalFilter = '' }: StatusOptions): boolean {
  return text.slice(scan.textFrom, scan.fieldsTo).includes(globalFilter);
}

/** Where our lines read differently from those recorded; nothing where the case is met. */
export function statusDifferences(record: StatusCase): Difference[] {
  const actual = linesAfter(record);
  const expected = record.isTask && record.result ? withoutEnded(record.result, record) : null;
  if (!actual || !expected) {
    return actual === expected ? [] : [{ field: 'result', expected, actual }];
  }
  if (actual.length !== expected.length) return [{ field: 'result', expected, actual }];
  return expected.flatMap((line, i) => {
    const [recorded, own] = [meaningOf(line, record), meaningOf(actual[i] ?? '', record)];
    return Object.entries(recorded).flatMap(([field, value]): Difference[] =>
      isDeepStrictEqual(value, own[field]) ||
      (field === 'recurrenceRule' && isWrittenAgain(value, own[field]))
        ? []
        : [{ field: `${i + 1}. ${field}`, expected: value, actual: own[field] }],
    );
  });
}

/** The recorded lines without a next one that has no day, because the rule gives no further one. */
function withoutEnded(result: readonly string[], { options }: StatusCase): readonly string[] {
  const [first = '', second] = result;
  if (second === undefined) return result;
  const [next, done] = options.recurrenceOnNextLine ? [second, first] : [first, second];
  return /[🛫⏳📅] Invalid date/u.test(next) ? [done] : result;
}

/** Every field of a line by its name, without what the two may write differently. */
function meaningOf(written: string, { options }: StatusCase): Record<string, unknown> {
  // Some date that does not exist, so that it is read as a date at all.
  const source = written.replace(/Invalid date/g, '0000-00-00');
  const { line: _, ...fields } = reportTasksFields(source, options.removeScheduled);
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, unknown]) => [
      field,
      typeof value === 'string' && value.startsWith('invalid:') ? 'invalid' : value,
    ]),
  );
}

/** Some rules get shorter when Tasks writes them: "every 2 years May" becomes "every 2 years". */
function isWrittenAgain(recorded: unknown, own: unknown): boolean {
  return typeof own === 'string' && recorded === recurrenceText(own);
}
