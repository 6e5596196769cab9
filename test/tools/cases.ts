/** Recorded cases of what the Tasks plugin reads, and of what it writes when a status is set: one JSON object a line. */
import { isDeepStrictEqual } from 'node:util';
import { messageOf, UsageError } from './arguments';
import { reportTasksFields } from './report-line';
import { type Difference, isStatusCase, type StatusCase, statusDifferences } from './status-cases';

/** What became of a case; `at` is its line in the file, from 1. */
export type CaseResult = { readonly at: number; readonly line: string } & (
  { readonly kind: 'passed' } | { readonly kind: 'missed'; readonly differences: readonly Difference[] }
);

/** Recorded about a case, not of its line. */
const ABOUT = new Set(['cat', 'tasksRewrite', 'release830']);

/** Runs every case of a file, of either shape. A line that is no case is a `UsageError`. */
export function readCases(file: string, text: string): CaseResult[] {
  const results: CaseResult[] = [];
  text.split('\n').forEach((json, index) => {
    if (json.trim() === '') return;
    const where = `${file}:${index + 1}`;
    const record = parseRecord(json, where);
    const differences = 'result' in record ? runStatusCase(record, where) : runCase(record);
    const at = { at: index + 1, line: record.line };
    results.push(
      differences.length === 0 ? { ...at, kind: 'passed' } : { ...at, kind: 'missed', differences },
    );
  });
  return results;
}

type Case = Readonly<Record<string, unknown>> & { readonly line: string };

function parseRecord(json: string, where: string): Case {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${where} is no JSON: ${messageOf(error)}`);
  }
  if (!isCase(value)) throw new UsageError(`${where} is no recorded case: it has no "line" or no "isTask".`);
  return value;
}

function isCase(value: unknown): value is Case {
  return typeof value === 'object' && value !== null && 'isTask' in value && 'line' in value
    ? typeof value.line === 'string'
    : false;
}

function runCase(record: Case): Difference[] {
  const report: Readonly<Record<string, unknown>> = { ...reportTasksFields(record.line) };
  return Object.entries(record).flatMap(([field, expected]): Difference[] =>
    ABOUT.has(field) || isDeepStrictEqual(report[field], expected)
      ? []
      : [{ field, expected, actual: report[field] }],
  );
}

function runStatusCase(record: Case, where: string): Difference[] {
  if (!isStatusCase(record)) throw new UsageError(`${where} is no recorded case of a status that was set.`);
  return statusDifferences(record as unknown as StatusCase);
}
