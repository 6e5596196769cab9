/** Changes of many lines at once: what is proposed for each note, so that it can be shown first, and what failed. */
import { groupBy, sumOf } from '../shared/collect';
import { applyEdits } from '../text/text-edit';
import type { LineRef } from '../text/note-text';
import type { LineChange } from './apply-changes';
import type { LinePlan } from './verb';
import { refusalText } from './wording';

/** A change of one line that is shown before it is made. `after` is `null` where the line is taken out. */
export interface ProposedChange {
  readonly change: LineChange;
  readonly before: string;
  readonly after: string | null;
}

/** The changes that are proposed for one note. */
export interface NoteChanges {
  readonly path: string;
  readonly changes: readonly ProposedChange[];
}

/** A line that was to be changed and was not, and why, to end a sentence with. */
export interface LineFailure {
  readonly path: string;
  readonly line: LineRef;
  readonly why: string;
  /** What can be tried again; `null` where the verb itself was refused. */
  readonly proposed: ProposedChange | null;
}

/** A change with its lines before and after. */
export function proposedChange(change: LineChange): ProposedChange {
  const before = [change.ref.source, ...(change.following ?? [])].join('\n');
  return { change, before, after: change.drop ? null : applyEdits(before, change.edits) };
}

/** Collects what a verb would do to lines of any notes. */
export class BulkPlan {
  readonly #planned: Placed[] = [];
  readonly refused: LineFailure[] = [];
  /** How many lines are already as wished. */
  unchanged = 0;

  /** Takes the plan of a line. */
  add(path: string, line: LineRef, plan: LinePlan): void {
    if (plan.kind === 'unchanged') this.unchanged++;
    else if (plan.kind === 'refused')
      this.refused.push({ path, line, why: refusalText(plan.reason), proposed: null });
    else {
      const change = { ref: line, edits: plan.edits, drop: plan.drop ?? false };
      this.#planned.push({ path, proposed: proposedChange(change) });
    }
  }

  /** The planned changes, note by note in the order in which they came. */
  notes(): NoteChanges[] {
    return byNote(this.#planned);
  }
}

/** What failed, as changes that can be tried again. */
export function failedChanges(failures: readonly LineFailure[]): NoteChanges[] {
  return byNote(failures.flatMap(({ path, proposed }) => (proposed ? [{ path, proposed }] : [])));
}

interface Placed {
  readonly path: string;
  readonly proposed: ProposedChange;
}

function byNote(placed: readonly Placed[]): NoteChanges[] {
  const groups = groupBy(placed, ({ path }) => path);
  return [...groups].map(([path, group]) => ({ path, changes: group.map(({ proposed }) => proposed) }));
}

/** How many lines changes are about. */
export function countChanges(notes: readonly NoteChanges[]): number {
  return sumOf(notes, ({ changes }) => changes.length);
}

/**
 * What is said of lines that were not changed; those of one note with the same reason are named together. Of more than
 * `most` sentences, the others are counted.
 */
export function failureTexts(failures: readonly LineFailure[], most = Infinity): string[] {
  const groups = groupBy(failures, ({ path, why }) => `${path}\n${why}`);
  const texts = [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { path, line, why } = first;
    const which =
      others.length > 0
        ? `${others.length + 1} lines of ${path} were`
        : `Line ${line.line + 1} of ${path} was`;
    return [`${which} left alone: ${why}.`];
  });
  const more = texts.splice(most).length;
  return more > 0 ? [...texts, `${more} more such messages.`] : texts;
}
