import { type Day, parseDay } from '../../core/date/day';
import { type LineRules, stateOf } from '../../core/line/rules';
import { parseTaskLine, readFields, type TaskFields } from '../../core/line/task-line';
import { editableText } from '../../core/line/words';
import type { PromptTarget } from '../view/task-prompt';

/** The proposal that a line of a note is, as it stands there; `null` for any other line. */
export function proposalAt(
  path: string,
  line: number,
  source: string,
  rules: LineRules,
): PromptTarget | null {
  return readTask(path, line, source, (fields) => stateOf(fields, rules) === 'proposal');
}

/** The task that a line of a note is; `null` for any other line. */
export function taskAt(path: string, line: number, source: string): PromptTarget | null {
  return readTask(path, line, source, () => true);
}

function readTask(
  path: string,
  line: number,
  source: string,
  isMeant: (fields: TaskFields) => boolean,
): PromptTarget | null {
  const parsed = parseTaskLine(source);
  const fields = parsed && readFields(parsed);
  if (!fields || !isMeant(fields)) return null;
  const { dates, priority } = fields;
  const dayOf = (text: string | null): Day | null => (text === null ? null : parseDay(text));
  // The place is exact: it is read and used in the same turn, or found again by its text if nothing else has that.
  return {
    path,
    line,
    source,
    heading: '',
    ordinal: -1,
    text: editableText(parsed),
    priority,
    due: dayOf(dates.due),
    start: dayOf(dates.start),
  };
}
