/** What was decided on tasks, as the history knows it: also where their lines are gone from the notes by now. */
import { dayOf } from '../date/day';
import { changedLines, type HistoryEntry } from '../edit/history-record';
import type { ChangedRegion } from '../edit/regions';
import { type LineRules, stateOf, type TaskState } from '../line/rules';
import { sameTag } from '../line/tags';
import { parseTaskLine, readFields, type TaskFields } from '../line/task-line';
import { editableText } from '../line/words';
import { lastOf } from '../shared/collect';
import { memo } from '../shared/memo';
import type { Decided, RememberedDecision } from './copy-members';

const DECIDED: Readonly<Partial<Record<TaskState, Decided>>> = {
  open: 'accepted',
  started: 'accepted',
  done: 'done',
  rejected: 'rejected',
};

/** A decision with the note that it was made in. */
export interface DecidedLine extends RememberedDecision {
  readonly path: string;
}

/** What one changed region says: a proposal that was decided, or one that was reopened. */
interface Reading {
  readonly text: string | null;
  readonly kind: Decided | null;
  readonly reopened: string | null;
}

/** Reads changed regions by rules; each only once, for they never change. */
const readingOf = memo((rules: LineRules) =>
  memo((region: ChangedRegion): Reading => {
    const { before, after } = changedLines(region);
    const text = proposalText(before, rules);
    const kind = text === null ? null : decidedBy(after, rules);
    return { text, kind, reopened: proposalText(after, rules) };
  }),
);

/** The last decision on each proposal in the history that was not taken back or reopened. */
export function decisionsIn(entries: readonly HistoryEntry[], rules: LineRules): DecidedLine[] {
  const decisions = new Map<string, DecidedLine>();
  for (const { at, done } of [...entries].sort((one, other) => one.turn - other.turn)) {
    const day = dayOf(new Date(at));
    for (const { path, regions } of done) {
      for (const { text, kind, reopened } of regions.map(readingOf(rules))) {
        if (text !== null && kind) decisions.set(`${path}\n${text}`, { path, text, kind, day });
        if (reopened !== null) decisions.delete(`${path}\n${reopened}`);
      }
    }
  }
  return [...decisions.values()];
}

/** The words of a single line that is a proposal; `null` for any other. */
function proposalText(lines: readonly string[], rules: LineRules): string | null {
  const line = lines.length === 1 ? parseTaskLine(lines[0] ?? '') : null;
  return line && stateOf(readFields(line), rules) === 'proposal' ? editableText(line) : null;
}

/** What the lines that stand in the place of a proposal say of it. One that was taken out was completed. */
function decidedBy(after: readonly string[], rules: LineRules): Decided | null {
  if (after.length === 0) return 'done';
  const fields = after.flatMap((text): TaskFields[] => {
    const line = parseTaskLine(text);
    return line ? [readFields(line)] : [];
  });
  // A closed copy is no decision on the matter.
  if (fields.some(({ tags }) => tags.some((tag) => sameTag(tag, rules.duplicateTag)))) return null;
  const last = lastOf(fields);
  return last ? (DECIDED[stateOf(last, rules)] ?? null) : null;
}
