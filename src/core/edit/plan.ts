/** Turns a verb on a line into span edits, and checks that the line then says what was meant. */
import { descriptionOf, parseTaskLine, readFields, type TaskFields, type TaskLine } from '../line/task-line';
import { editableText } from '../line/words';
import { changedMoreThan, type FieldName } from './meaning';
import { type LineRules, stateOf } from '../line/rules';
import { removeFields, replaceField, setField, setPriority } from './set-field';
import { setOwner } from './set-owner';
import { addTag, removeTag } from './set-tag';
import { oneLine, setText } from './set-text';
import { applyEdits, type TextEdit } from '../text/text-edit';
import type { LinePlan, Verb, VerbContext } from './verb';

/** Plans a verb for a line (without its line ending). Never throws; what cannot be done is refused. */
export function planVerb(source: string, verb: Verb, context: VerbContext): LinePlan {
  const line = parseTaskLine(source);
  if (!line) return { kind: 'refused', reason: 'not-a-task' };
  const step = planStep(line, readFields(line), verb, context);
  if (typeof step === 'string') return { kind: 'refused', reason: step };
  if (step.edits.length === 0) return { kind: 'unchanged' };
  const edits = toSourceEdits(line, step.edits);
  const after = parseTaskLine(applyEdits(source, edits));
  const meant = after && (step.meant?.(after) ?? true);
  if (!meant || changedMoreThan(line, after, step.touches, context.rules)) {
    return { kind: 'refused', reason: 'would-change-more' };
  }
  return { kind: 'edits', edits };
}

/** Edits of the mended line, and the fields that may read differently after them. */
interface Step {
  readonly edits: readonly TextEdit[];
  readonly touches: readonly FieldName[];
  /** Whether the new line says what was asked for, where the fields alone cannot tell. */
  readonly meant?: (after: TaskLine) => boolean;
}

type StepRefusal = 'already-decided' | 'repeats' | 'bad-argument';

function planStep(
  line: TaskLine,
  fields: TaskFields,
  verb: Verb,
  { rules, today }: VerbContext,
): Step | StepRefusal {
  const state = stateOf(fields, rules);
  const decided = state === 'done' || state === 'rejected' || state === 'none';
  switch (verb.kind) {
    case 'accept':
      if (decided) return 'already-decided';
      if (state !== 'proposal') return UNCHANGED;
      return decide(line, rules, rules.acceptedSymbol, []);
    case 'reject':
      return reject(line, rules, state === 'rejected', today);
    case 'close-as-copy': {
      const step = reject(line, rules, state === 'rejected', today);
      return {
        edits: [...step.edits, ...addTag(line, rules.duplicateTag)],
        touches: [...step.touches, 'tags'],
      };
    }
    case 'complete':
      if (state === 'done') return decide(line, rules, fields.symbol, []);
      if (fields.recurrence !== null || fields.onCompletion === 'delete') return 'repeats';
      return decide(
        line,
        rules,
        rules.doneSymbol,
        rules.setDoneDate ? replaceField(line, 'cancelled', 'done', today) : clearDecision(line),
      );
    case 'start':
      return decide(
        line,
        rules,
        state === 'started' ? fields.symbol : rules.startedSymbol,
        clearDecision(line),
      );
    case 'reopen':
      return decided ? reopen(line, rules, verb) : UNCHANGED;
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
        meant: (after) => editableText(after) === editableText(line),
      };
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

/** A new symbol without the proposed tag: the common part of all decisions. */
function decide(line: TaskLine, rules: LineRules, symbol: string, fields: readonly TextEdit[]): Step {
  return {
    edits: [...setSymbol(line, symbol), ...removeTag(line, rules.proposedTag), ...fields],
    touches: fields.length > 0 ? ['symbol', 'tags', 'done', 'cancelled'] : ['symbol', 'tags'],
  };
}

function reject(line: TaskLine, rules: LineRules, already: boolean, today: string): Step {
  // As in Tasks, a line that is cancelled already keeps its symbol and its date.
  if (already) return decide(line, rules, line.text.slice(line.scan.symbolFrom, line.scan.symbolTo), []);
  const dates = rules.setCancelledDate ? replaceField(line, 'done', 'cancelled', today) : clearDecision(line);
  return decide(line, rules, rules.rejectedSymbol, dates);
}

function reopen(
  line: TaskLine,
  rules: LineRules,
  { asProposal, withTag }: { asProposal: boolean; withTag: boolean },
): Step {
  return {
    edits: [
      ...setSymbol(line, asProposal ? rules.proposedSymbol : rules.acceptedSymbol),
      ...(withTag ? addTag(line, rules.proposedTag) : []),
      ...clearDecision(line),
    ],
    touches: ['symbol', 'tags', 'done', 'cancelled'],
  };
}

function clearDecision(line: TaskLine): TextEdit[] {
  return [...removeFields(line, 'done'), ...removeFields(line, 'cancelled')];
}

function setSymbol(line: TaskLine, symbol: string): TextEdit[] {
  const { symbolFrom, symbolTo } = line.scan;
  if (line.text.slice(symbolFrom, symbolTo) === symbol) return [];
  return [{ from: symbolFrom, to: symbolTo, insert: symbol }];
}

/** A name that reads back as one mention; brackets only as a whole link. */
function isOwnerName(name: string): boolean {
  const line = parseTaskLine(`- [ ] x @${name}`);
  if (!line || line.scan.fields.length > 0) return false;
  const added = setOwner(line, name);
  return added.length === 0;
}

function toSourceEdits(line: TaskLine, edits: readonly TextEdit[]): TextEdit[] {
  const { mended } = line;
  if (!mended) return [...edits];
  return edits.map((edit) => ({ ...edit, from: mended.toSource(edit.from), to: mended.toSource(edit.to) }));
}
