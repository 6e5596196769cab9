import { parseDay } from '../../core/date/day';
import { type LineRules, stateOf } from '../../core/line/rules';
import { parseTaskLine, readFields } from '../../core/line/task-line';
import { editableText } from '../../core/line/words';
import type { PromptTarget } from '../view/task-prompt';

/**
 * The task that a line of a note is, as it stands there; where `rules` are given, only a proposal. `null` for any
 * other line.
 */
export function taskAt(path: string, line: number, source: string, rules?: LineRules): PromptTarget | null {
  const parsed = parseTaskLine(source);
  const fields = parsed && readFields(parsed);
  if (!fields || (rules && stateOf(fields, rules) !== 'proposal')) return null;
  const { dates, priority } = fields;
  // The place is exact: it is read and used in the same turn, or found again by its text if nothing else has that.
  return {
    path,
    line,
    source,
    heading: '',
    ordinal: -1,
    text: editableText(parsed),
    priority,
    due: parseDay(dates.due),
    start: parseDay(dates.start),
  };
}
