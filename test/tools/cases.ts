/** Recorded cases of what the Tasks plugin reads, one JSON object a line. */
import { isDeepStrictEqual } from 'node:util';
import { messageOf, UsageError } from './arguments';
import { reportTasksFields } from './report-line';

/** A field that reads differently from what was recorded. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What became of a case; `at` is its line in the file, from 1. */
export type CaseResult = { readonly at: number; readonly line: string } & (
  | { readonly kind: 'passed' | 'skipped' }
  | { readonly kind: 'missed'; readonly differences: readonly Difference[] }
);

/** Recorded about a case, not of its line. */
const ABOUT = new Set(['cat', 'tasksRewrite', 'release830']);

/** Runs every case of a file. A line that is no case is a `UsageError`. */
export function readCases(file: string, text: string): CaseResult[] {
  const results: CaseResult[] = [];
  text.split('\n').forEach((json, index) => {
    if (json.trim() === '') return;
    const record = parseRecord(json, `${file}:${index + 1}`);
    results.push({ at: index + 1, line: record.line, ...runCase(record) });
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

type Outcome = { kind: 'passed' | 'skipped' } | { kind: 'missed'; differences: Difference[] };

function runCase(record: Case): Outcome {
  // A case that sets a status holds the lines that came of it.
  if ('result' in record) return { kind: 'skipped' };
  const report: Readonly<Record<string, unknown>> = { ...reportTasksFields(record.line) };
  const differences = Object.entries(record).flatMap(([field, expected]): Difference[] =>
    ABOUT.has(field) || isDeepStrictEqual(report[field], expected)
      ? []
      : [{ field, expected, actual: report[field] }],
  );
  return differences.length === 0 ? { kind: 'passed' } : { kind: 'missed', differences };
}
