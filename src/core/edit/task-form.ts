/** A task line as a form: what can be filled in, and how it is written. */
import type { Day } from '../date/day';
import { parseDay } from '../date/day';
import type { Priority } from '../line/format';
import { ownerRun } from '../line/owner';
import { parseRecurrence } from '../line/recurrence';
import { parseTaskLine, readFields } from '../line/task-line';
import { editableText } from '../line/words';
import { applyEdits } from '../text/text-edit';
import { changedMoreThan } from './meaning';
import { planVerb, toSourceEdits } from './plan';
import { setField } from './set-field';
import { addTag } from './set-tag';
import { oneLine } from './set-text';
import {
  type LinePlan,
  planChange,
  type Refusal,
  refused,
  textAfter,
  type Verb,
  type VerbContext,
} from './verb';

/** What the form of a task holds. Texts are empty where the line has none. */
export interface TaskForm {
  readonly text: string;
  /** As behind the `@`: `Ana Lee`, `Myself`, `[[Ana Lee]]`. */
  readonly owner: string;
  readonly due: Day | null;
  readonly scheduled: Day | null;
  readonly start: Day | null;
  readonly priority: Priority | null;
  /** As behind 🔁. */
  readonly recurrence: string;
}

/** A form that nobody filled in. */
export const EMPTY_FORM: TaskForm = {
  text: '',
  owner: '',
  due: null,
  scheduled: null,
  start: null,
  priority: null,
  recurrence: '',
};

/** The form of a task line; `null` when it is none. */
export function readForm(source: string): TaskForm | null {
  const line = parseTaskLine(source);
  if (!line) return null;
  const { dates, priority, recurrence } = readFields(line);
  const run = ownerRun(line);
  return {
    text: editableText(line),
    owner: run ? line.text.slice(run.from, run.to).replace(/^@/, '') : '',
    due: parseDay(dates.due),
    scheduled: parseDay(dates.scheduled),
    start: parseDay(dates.start),
    priority,
    recurrence: recurrence ?? '',
  };
}

/** Plans the changes of a line that a form asks for. What the form says as the line does is not touched. */
export function planForm(source: string, form: TaskForm, context: VerbContext): LinePlan {
  const old = readForm(source);
  if (!old) return refused('not-a-task');
  const verbs: Verb[] = [];
  if (oneLine(form.text) !== old.text) verbs.push({ kind: 'edit-text', text: form.text });
  const owner = form.owner.trim().replace(/^@/, '');
  if (owner !== old.owner) verbs.push({ kind: 'assign', name: owner || null });
  if (form.priority !== old.priority) verbs.push({ kind: 'prioritize', priority: form.priority });
  if (form.start !== old.start) verbs.push({ kind: 'snooze', day: form.start });
  if (form.due !== old.due) verbs.push({ kind: 'reschedule', day: form.due });
  let text = source;
  for (const verb of verbs) {
    const plan = planVerb(text, verb, context);
    if (plan.kind === 'refused') return plan;
    text = textAfter(text, plan);
  }
  for (const kind of ['recurrence', 'scheduled'] as const) {
    const wanted = form[kind]?.trim() ?? '';
    if (wanted === (old[kind] ?? '')) continue;
    const next = withField(text, kind, wanted, context);
    if (next.kind === 'refused') return next;
    text = next.text;
  }
  return planChange(source, text);
}

type WithField =
  { readonly kind: 'line'; readonly text: string } | { readonly kind: 'refused'; readonly reason: Refusal };

function withField(
  source: string,
  kind: 'recurrence' | 'scheduled' | 'created',
  value: string,
  { rules }: VerbContext,
): WithField {
  // A rule that Tasks does not understand would be dropped by it, with all behind it.
  if (kind === 'recurrence' && value !== '' && !parseRecurrence(value)) {
    return refused('bad-argument');
  }
  const line = parseTaskLine(source);
  if (!line) return refused('not-a-task');
  const text = applyEdits(source, toSourceEdits(line, setField(line, kind, value || null)));
  const after = parseTaskLine(text);
  const fields = after && readFields(after);
  const read = fields && (kind === 'recurrence' ? fields.recurrence : fields.dates[kind]);
  if (!after || (read ?? '') !== value || changedMoreThan(line, after, [kind], rules)) {
    return refused('would-change-more');
  }
  return { kind: 'line', text };
}

/**
 * A new task line, from its checkbox on, as the form says. `tag` is what every task has in the vault (the global
 * filter of Tasks), or empty.
 */
export function newTask(form: TaskForm, tag: string, context: VerbContext): WithField {
  const { rules, today } = context;
  const words = oneLine(form.text);
  if (words === '') return refused('bad-argument');
  const base = `- [${rules.acceptedSymbol}] ${words}`;
  const typed = readForm(base);
  if (!typed) return refused('not-a-task');
  // What was typed into the text in the format of a task counts where the form itself says nothing.
  const wanted = {
    text: typed.text,
    owner: form.owner || typed.owner,
    due: form.due ?? typed.due,
    scheduled: form.scheduled ?? typed.scheduled,
    start: form.start ?? typed.start,
    priority: form.priority ?? typed.priority,
    recurrence: form.recurrence || typed.recurrence,
  };
  const plan = planForm(base, wanted, context);
  if (plan.kind === 'refused') return plan;
  let text = textAfter(base, plan);
  const line = parseTaskLine(text);
  if (line && tag.startsWith('#')) text = applyEdits(text, addTag(line, tag));
  if (rules.setCreatedDate) {
    const created = withField(text, 'created', today, context);
    if (created.kind === 'refused') return created;
    text = created.text;
  }
  return { kind: 'line', text: text.slice(2) };
}
