/** What was decided on tasks, as the history knows it: also where their lines are gone from the notes by now. */
import { dayOf } from '../date/day';
import { changedLines, type HistoryEntry } from '../edit/history-record';
import type { ChangedRegion } from '../edit/regions';
import { type LineRules, stateOf, type TaskState } from '../line/rules';
import { sameTag } from '../line/tags';
import { parseTaskLine, readFields, type TaskFields } from '../line/task-line';
import { editableText } from '../line/words';
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

/** Reads the decisions out of the history; each changed region only once, for they never change. */
export class DecisionMemory {
  #readings = new WeakMap<ChangedRegion, Reading>();
  #rules: LineRules | null = null;

  /** The last decision on each proposal that was not taken back or reopened. */
  decisions(entries: readonly HistoryEntry[], rules: LineRules): DecidedLine[] {
    if (this.#rules !== rules) this.#readings = new WeakMap();
    this.#rules = rules;
    const decisions = new Map<string, DecidedLine>();
    for (const { at, done } of [...entries].sort((one, other) => one.turn - other.turn)) {
      const day = dayOf(new Date(at));
      for (const { path, regions } of done) {
        for (const region of regions) {
          const { text, kind, reopened } = this.#read(region, rules);
          if (text !== null && kind) decisions.set(`${path}\n${text}`, { path, text, kind, day });
          if (reopened !== null) decisions.delete(`${path}\n${reopened}`);
        }
      }
    }
    return [...decisions.values()];
  }

  #read(region: ChangedRegion, rules: LineRules): Reading {
    const known = this.#readings.get(region);
    if (known) return known;
    const { before, after } = changedLines(region);
    const text = proposalText(before, rules);
    const kind = text === null ? null : decidedBy(after, rules);
    const reading = { text, kind, reopened: proposalText(after, rules) };
    this.#readings.set(region, reading);
    return reading;
  }
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
  const last = fields[fields.length - 1];
  return last ? (DECIDED[stateOf(last, rules)] ?? null) : null;
}
