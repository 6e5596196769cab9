import { parseDay } from '../../core/date/day';
import { type LineRules, stateOf } from '../../core/line/rules';
import { parseTaskLine, readFields } from '../../core/line/task-line';
import { editableText } from '../../core/line/words';
import type { PromptTarget } from '../view/task-prompt';

/** The proposal that a line of a note is, as it stands there; `null` for any other line. */
export function proposalAt(
  path: string,
  line: number,
  source: string,
  rules: LineRules,
): PromptTarget | null {
  const target = taskAt(path, line, source);
  const parsed = target && parseTaskLine(source);
  return parsed && stateOf(readFields(parsed), rules) === 'proposal' ? target : null;
}

/** The task that a line of a note is; `null` for any other line. */
export function taskAt(path: string, line: number, source: string): PromptTarget | null {
  const parsed = parseTaskLine(source);
  if (!parsed) return null;
  const { dates, priority } = readFields(parsed);
  // The place is exact: it is read and used in the same turn, or found again by its text.
  return {
    path,
    line,
    source,
    heading: '',
    ordinal: 0,
    text: editableText(parsed),
    priority,
    due: dates.due === null ? null : parseDay(dates.due),
    start: dates.start === null ? null : parseDay(dates.start),
  };
}
