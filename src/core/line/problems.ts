/** What is wrong with a task line, so that the user sees it instead of wondering. Nothing here changes a line. */
import { parseDay } from '../date/day';
import type { FieldKind } from './format';
import { parseRecurrence } from './recurrence';
import type { TaskLine } from './task-line';

/** A defect of a line and the text it lies in. */
export interface LineProblem {
  readonly kind: 'impossible-date' | 'doubled-field' | 'hidden-fields' | 'unknown-recurrence';
  readonly text: string;
}

/** A symbol with a date behind it. Alternatives, not a class: without the `u` flag a class splits emoji. */
const DATE_FIELD = /(?:📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌)\uFE0F? *\d{4}-\d{2}-\d{2}/;

const DATES: ReadonlySet<string> = new Set(['created', 'start', 'scheduled', 'due', 'cancelled', 'done']);

/** The problems of a line, in the order in which they stand in it. */
export function findProblems(line: TaskLine): LineProblem[] {
  const { text, scan } = line;
  const found: LineProblem[] = [];
  const hidden = DATE_FIELD.exec(text.slice(scan.textFrom, scan.textTo).replace(/`[^`]*`/g, ''));
  if (hidden) found.push({ kind: 'hidden-fields', text: hidden[0] });
  const seen = new Set<FieldKind>();
  for (const field of scan.fields) {
    if (field.kind === 'tag') continue;
    const value = text.slice(field.valueFrom, field.to);
    if (seen.has(field.kind)) found.push({ kind: 'doubled-field', text: text.slice(field.from, field.to) });
    seen.add(field.kind);
    if (DATES.has(field.kind) && !parseDay(value)) found.push({ kind: 'impossible-date', text: value });
    if (field.kind === 'recurrence' && !parseRecurrence(value)) {
      found.push({ kind: 'unknown-recurrence', text: value });
    }
  }
  return found;
}

/** A problem in a sentence for the user. */
export function describeProblem({ kind, text }: LineProblem): string {
  switch (kind) {
    case 'impossible-date':
      return `${text} is no day of the calendar.`;
    case 'doubled-field':
      return `${text} stands here a second time; only the first is read.`;
    case 'hidden-fields':
      return `${text} is not read, because other text stands behind it.`;
    case 'unknown-recurrence':
      return `“${text}” is no recurrence rule that the Tasks format knows.`;
  }
}
