/** Turns a verb on a line into span edits, and checks that the line then says what was meant. */
import { descriptionOf, parseTaskLine, readFields, type TaskFields, type TaskLine } from '../line/task-line';
import { editableText, textWithoutOwner } from '../line/words';
import { changedMoreThan, type MeantEdits } from './meaning';
import { type LineRules, stateOf } from '../line/rules';
import { repairFields } from './repair';
import { setField, setPriority } from './set-field';
import { setOwner } from './set-owner';
import { setStatus, setSymbol } from './set-status';
import { addTag, removeTag } from './set-tag';
import { oneLine, setText } from './set-text';
import { applyEdits, difference, insertAt, type TextEdit } from '../text/text-edit';
import type { Day } from '../date/day';
import { type LinePlan, type Refusal, type Verb, type VerbContext, refused } from './verb';

/** Plans a verb for a line (without its line ending). Never throws; what cannot be done is refused. */
export function planVerb(source: string, verb: Verb, context: VerbContext): LinePlan {
  return planEdits(source, (line) => stepOf(line, readFields(line), verb, context), context.rules);
}

/** Plans edits that `find` makes for a line; refused where the line would then not say what was meant. */
export function planEdits(
  source: string,
  find: (line: TaskLine) => Step | Refusal,
  rules: LineRules,
): LinePlan {
  const line = parseTaskLine(source);
  if (!line) return refused('not-a-task');
  const step = find(line);
  if (typeof step === 'string') return refused(step);
  if (step.edits.length === 0) return { kind: 'unchanged' };
  const edits = toSourceEdits(line, step.edits);
  const after = parseTaskLine(applyEdits(source, edits));
  const meant = after && (step.meant?.(after) ?? true);
  if (!meant || changedMoreThan(line, after, step.touches, rules)) return refused('would-change-more');
  const occurrence = step.occurrence && applyEdits(source, toSourceEdits(line, step.occurrence));
  return withOccurrence(source, edits, occurrence ?? null, step.drop ?? false, rules);
}

/** A step with what a new status may bring. */
export interface Step extends MeantEdits {
  /** Edits that make a copy of the line its next occurrence. */
  readonly occurrence?: readonly TextEdit[] | null;
  /** Whether the line goes when it is done. */
  readonly drop?: boolean;
}

/** Puts the next occurrence above or below the completed line, or in its place. */
export function withOccurrence(
  source: string,
  edits: readonly TextEdit[],
  occurrence: string | null,
  drop: boolean,
  { recurrenceOnNextLine }: LineRules,
): LinePlan {
  if (occurrence === null) return drop ? { kind: 'edits', edits: [], drop } : { kind: 'edits', edits };
  if (drop) return { kind: 'edits', edits: [difference(source, occurrence)] };
  const added = recurrenceOnNextLine
    ? insertAt(source.length, `\n${occurrence}`)
    : insertAt(0, `${occurrence}\n`);
  return { kind: 'edits', edits: [...edits, added] };
}

function stepOf(
  line: TaskLine,
  fields: TaskFields,
  verb: Verb,
  { rules, today }: VerbContext,
): Step | Refusal {
  const state = stateOf(fields, rules);
  const done = state === 'done' || state === 'ticked';
  const decided = done || state === 'rejected' || state === 'none';
  switch (verb.kind) {
    case 'accept':
      // What was ticked elsewhere stays done; taking it for accepted is all that is missing.
      if (state === 'ticked') return { edits: removeTag(line, rules.proposedTag), touches: ['tags'] };
      if (decided) return 'already-decided';
      if (state !== 'proposal') return UNCHANGED;
      return {
        edits: [...setSymbol(line, rules.acceptedSymbol), ...removeTag(line, rules.proposedTag)],
        touches: ['symbol', 'tags'],
      };
    case 'reject':
    case 'close-as-copy': {
      // As in Tasks, a line that is cancelled already keeps its symbol and its date.
      const step = changeStatus(
        line,
        rules,
        state === 'rejected' ? fields.symbol : rules.rejectedSymbol,
        today,
      );
      if (verb.kind === 'reject') return step;
      // First, because a tag goes before a date that is added at the same place.
      return { ...step, edits: [...addTag(line, rules.duplicateTag), ...step.edits] };
    }
    case 'complete':
      return changeStatus(line, rules, done ? fields.symbol : rules.doneSymbol, today);
    case 'start':
      return changeStatus(line, rules, state === 'started' ? fields.symbol : rules.startedSymbol, today);
    case 'reopen': {
      if (!decided) return UNCHANGED;
      const { edits } = setStatus(
        line,
        verb.asProposal ? rules.proposedSymbol : rules.acceptedSymbol,
        rules,
        today,
      );
      const tag = verb.withTag ? addTag(line, rules.proposedTag) : [];
      return { edits: [...edits, ...tag], touches: OF_STATUS };
    }
    case 'reschedule':
      return { edits: setField(line, 'due', verb.day), touches: ['due'] };
    case 'snooze':
      return { edits: setField(line, 'start', verb.day), touches: ['start'] };
    case 'prioritize':
      return { edits: setPriority(line, verb.priority), touches: ['priority'] };
    case 'assign':
      if (verb.name !== null && !isOwnerName(verb.name)) return 'bad-argument';
      return {
        edits: setOwner(line, verb.name),
        touches: ['description'],
        meant: (after) =>
          editableText(after) === (verb.name === null ? textWithoutOwner(line) : editableText(line)),
      };
    case 'repair':
      return repairFields(line);
    case 'edit-text':
      if (verb.text.trim() === '') return 'bad-argument';
      return {
        edits: setText(line, verb.text),
        touches: ['description'],
        meant: (after) => descriptionOf(after).startsWith(oneLine(verb.text)),
      };
  }
}

const UNCHANGED: Step = { edits: [], touches: [] };

/** What another status may change. */
const OF_STATUS = ['symbol', 'tags', 'done', 'cancelled'] as const;

/** Another status without the proposed tag, with the dates that Tasks sets and removes. */
function changeStatus(line: TaskLine, rules: LineRules, symbol: string, today: Day): Step {
  const { edits, occurrence, drop } = setStatus(line, symbol, rules, today);
  const untag = removeTag(line, rules.proposedTag);
  return {
    edits: [...edits, ...untag],
    touches: OF_STATUS,
    occurrence: occurrence && [...occurrence, ...untag],
    drop,
  };
}

/** A name that reads back as one mention; brackets only as a whole link. */
function isOwnerName(name: string): boolean {
  const line = parseTaskLine(`- [ ] x @${name}`);
  if (!line || line.scan.fields.length > 0) return false;
  const added = setOwner(line, name);
  return added.length === 0;
}

/** Edits of a mended line as edits of the line as it stands in the note. */
function toSourceEdits(line: TaskLine, edits: readonly TextEdit[]): TextEdit[] {
  const { mended } = line;
  if (!mended) return [...edits];
  return edits.map((edit) => ({ ...edit, from: mended.toSource(edit.from), to: mended.toSource(edit.to) }));
}
