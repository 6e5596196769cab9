/** A task line as a form: what can be filled in, and how it is written. */
import type { Day } from '../date/day';
import { parseDay } from '../date/day';
import type { Priority } from '../line/format';
import { ownerRun } from '../line/owner';
import { parseRecurrence } from '../line/recurrence';
import { parseTaskLine, readFields, type TaskLine } from '../line/task-line';
import { editableText } from '../line/words';
import type { TextEdit } from '../text/text-edit';
import { planEdits, planVerb, type Step } from './plan';
import { planInTurn } from './plan-verbs';
import { setField } from './set-field';
import { addTag } from './set-tag';
import { oneLine } from './set-text';
import { type LinePlan, type Refusal, refused, textAfter, type Verb, type VerbContext } from './verb';

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
  return old ? planInTurn(source, changesOf(old, form, context)) : refused('not-a-task');
}

type Change = (source: string) => LinePlan;

/** What leads from one form to another. */
function changesOf(old: TaskForm, form: TaskForm, context: VerbContext): Change[] {
  const verbs: Verb[] = [];
  if (oneLine(form.text) !== old.text) verbs.push({ kind: 'edit-text', text: form.text });
  const owner = form.owner.trim().replace(/^@/, '');
  if (owner !== old.owner) verbs.push({ kind: 'assign', name: owner || null });
  if (form.priority !== old.priority) verbs.push({ kind: 'prioritize', priority: form.priority });
  const changes = verbs.map(
    (verb): Change =>
      (source) =>
        planVerb(source, verb, context),
  );
  for (const kind of ['start', 'due', 'recurrence', 'scheduled'] as const) {
    const wanted = form[kind]?.trim() ?? '';
    if (wanted !== (old[kind] ?? '')) changes.push(fieldChange(kind, wanted, context));
  }
  return changes;
}

/** Sets a field, or removes it with an empty text. */
function fieldChange(
  kind: 'start' | 'due' | 'recurrence' | 'scheduled' | 'created',
  value: string,
  { rules }: VerbContext,
): Change {
  // A rule that Tasks does not understand would be dropped by it, with all behind it.
  if (kind === 'recurrence' && value !== '' && !parseRecurrence(value)) return () => refused('bad-argument');
  const edit = (line: TaskLine): TextEdit[] => setField(line, kind, value || null);
  const step = (line: TaskLine): Step => ({
    edits: edit(line),
    touches: [kind],
    meant: (after) => edit(after).length === 0,
  });
  return (source) => planEdits(source, step, rules);
}

/**
 * A new task line, from its checkbox on, as the form says. `tag` is what every task has in the vault (the global
 * filter of Tasks), or empty.
 */
export function newTask(form: TaskForm, tag: string, context: VerbContext): NewTask {
  const { rules, today } = context;
  const words = oneLine(form.text);
  if (words === '') return refused('bad-argument');
  const base = `- [${rules.acceptedSymbol}] ${words}`;
  const typed = readForm(base);
  if (!typed) return refused('not-a-task');
  // What was typed into the text in the format of a task counts where the form itself says nothing.
  const filled = Object.fromEntries(Object.entries(form).filter(([, value]) => value));
  const changes = changesOf(typed, { ...typed, ...filled, text: typed.text }, context);
  if (tag.startsWith('#')) {
    changes.push((source) =>
      planEdits(source, (line) => ({ edits: addTag(line, tag), touches: ['description'] }), rules),
    );
  }
  if (rules.setCreatedDate) changes.push(fieldChange('created', today, context));
  const plan = planInTurn(base, changes);
  return plan.kind === 'refused' ? plan : { kind: 'line', text: textAfter(base, plan).slice(2) };
}

type NewTask =
  { readonly kind: 'line'; readonly text: string } | { readonly kind: 'refused'; readonly reason: Refusal };
