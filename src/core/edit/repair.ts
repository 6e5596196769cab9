/** Puts fields where they are read: hidden ones behind the text, doubled ones away. */
import { CANONICAL_ORDER, type DateKind } from '../line/format';
import { findHiddenDates, findProblems } from '../line/problems';
import { fieldOf, type TaskLine } from '../line/task-line';
import type { TextEdit } from '../text/text-edit';
import type { MeantEdits } from './meaning';
import { insertField, removeSpan } from './set-field';

/**
 * Repairs the fields of a line. A hidden field moves only if there is no other of its kind that is read; of
 * doubled fields the one that is read stays. Words never move; round brackets go with the field that was alone in
 * them.
 */
export function repairFields(line: TaskLine): MeantEdits {
  const edits: TextEdit[] = [];
  const kinds = new Set<DateKind>();
  const moved = findHiddenDates(line).filter(({ kind, isEnclosed }) => {
    const isFirst = !fieldOf(line, kind) && !kinds.has(kind);
    kinds.add(kind);
    return isFirst && !isEnclosed;
  });
  // Several at one place keep the order of Tasks.
  moved.sort((a, b) => CANONICAL_ORDER.indexOf(a.kind) - CANONICAL_ORDER.indexOf(b.kind));
  for (const span of moved) {
    edits.push(takeOut(line, span.cut), insertField(line, span.kind, line.text.slice(span.from, span.to)));
  }
  const seen = new Set<string>();
  for (const field of line.scan.fields) {
    if (field.kind !== 'tag' && seen.has(field.kind)) edits.push(removeSpan(line, field));
    seen.add(field.kind);
  }
  return {
    edits,
    touches: ['description', ...moved.map(({ kind }) => kind)],
    meant: (after) => words(after) === words(line) && findProblems(after).length < findProblems(line).length,
  };
}

/** Removes a field from between words, which stay apart; what ends a sentence or a bracket moves up to them. */
function takeOut(line: TaskLine, span: { readonly from: number; readonly to: number }): TextEdit {
  const edit = removeSpan(line, span);
  const joins = /\S[^\s.,;:!?)]/.test(line.text.charAt(edit.from - 1) + line.text.charAt(edit.to));
  return joins ? { ...edit, insert: ' ' } : edit;
}

/** All characters of a line but white space, those of its fields, which move or go, and brackets around these. */
function words(line: TaskLine): string {
  let text = line.text.slice(0, line.scan.textTo);
  for (const { cut } of findHiddenDates(line).reverse()) text = text.slice(0, cut.from) + text.slice(cut.to);
  const tags = line.scan.fields
    .filter(({ kind }) => kind === 'tag')
    .map(({ from, to }) => line.text.slice(from, to));
  return [text, ...tags].join('').replace(/\s+/g, '');
}
