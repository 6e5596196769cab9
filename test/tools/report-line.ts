/** What the plugin reads of a line, by the names and in the value forms of the recorded cases. */
import { parseDay } from '../../src/core/date/day';
import { type DateKind, type Priority } from '../../src/core/line/format';
import { ownerRun, type OwnerKind, readOwners } from '../../src/core/line/owner';
import { describeProblem, findProblems } from '../../src/core/line/problems';
import { parseRecurrence } from '../../src/core/line/recurrence';
import { recurrenceText } from './rule-text';
import { defaultRules, type LineRules, stateOf } from '../../src/core/line/rules';
import { StatusRegistry, type StatusType } from '../../src/core/line/status';
import { parseTaskLine, readFields, type TaskFields } from '../../src/core/line/task-line';

/** The rules that hold where neither the user nor the Tasks plugin says otherwise. */
export const RULES: LineRules = defaultRules(new StatusRegistry());

/** The fields of a recorded case. All but `line` and `isTask` are `null` for a line that is no task. */
export interface TasksReport {
  line: string;
  isTask: boolean;
  indentation: string | null;
  listMarker: string | null;
  statusSymbol: string | null;
  statusType: StatusType | null;
  description: string | null;
  priority: Priority | null;
  /** `YYYY-MM-DD`, or `invalid:` and the text where that is no day of the calendar; so for every date. */
  startDate: string | null;
  scheduledDate: string | null;
  dueDate: string | null;
  createdDate: string | null;
  doneDate: string | null;
  cancelledDate: string | null;
  recurrenceRule: string | null;
  onCompletion: 'keep' | 'delete' | null;
  id: string | null;
  dependsOn: readonly string[] | null;
  tags: readonly string[] | null;
  blockLink: string | null;
}

/** What the plugin adds to that. A line that is no task has no owner, not even nobody. */
export interface LineReport extends TasksReport {
  /** The names of the mentions as written. */
  owners: readonly string[];
  ownerKind: OwnerKind | null;
  proposal: boolean;
  problems: readonly string[];
}

/** Reads a line as the Tasks plugin does. `startFirst` is its way where it removes the scheduled date of a next task. */
export function reportTasksFields(source: string, startFirst = false): TasksReport {
  const line = parseTaskLine(source);
  const fields = line && readFields(line);
  const date = (kind: DateKind): string | null => (fields ? dateForm(fields.dates[kind]) : null);
  return {
    line: source,
    isTask: fields !== null,
    indentation: fields?.indentation ?? null,
    listMarker: fields?.listMarker ?? null,
    statusSymbol: fields?.symbol ?? null,
    statusType: fields ? RULES.statuses.typeOf(fields.symbol) : null,
    description: fields?.description ?? null,
    priority: fields?.priority ?? null,
    startDate: date('start'),
    scheduledDate: date('scheduled'),
    dueDate: date('due'),
    createdDate: date('created'),
    doneDate: date('done'),
    cancelledDate: date('cancelled'),
    recurrenceRule: fields && ruleForm(fields, startFirst),
    onCompletion: fields?.onCompletion ?? null,
    id: fields?.id ?? null,
    dependsOn: fields && fields.dependsOn.length > 0 ? fields.dependsOn : null,
    tags: fields?.tags ?? null,
    blockLink: fields?.blockLink ?? null,
  };
}

/** Reads a line as the plugin does. */
export function reportLine(source: string): LineReport {
  const report = reportTasksFields(source);
  const line = parseTaskLine(source);
  if (!line) return { ...report, owners: [], ownerKind: null, proposal: false, problems: [] };
  return {
    ...report,
    owners: ownerRun(line)?.mentions.map((mention) => mention.name) ?? [],
    ownerKind: readOwners(line, new Set()).kind,
    proposal: stateOf(readFields(line), RULES) === 'proposal',
    problems: findProblems(line).map(describeProblem),
  };
}

function dateForm(text: string | null): string | null {
  return text === null || parseDay(text) ? text : `invalid:${text}`;
}

/** Tasks drops a rule that it cannot understand, and one that would have to count from an impossible date. */
function ruleForm({ recurrence, dates }: TaskFields, startFirst: boolean): string | null {
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  const { start, scheduled, due } = dates;
  const reference = due ?? (startFirst ? (start ?? scheduled) : (scheduled ?? start));
  const counts = rule && (rule.whenDone || reference === null || parseDay(reference));
  return counts ? recurrenceText(recurrence ?? '') : null;
}
