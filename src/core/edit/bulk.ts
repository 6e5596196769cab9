/** Changes of many lines at once: what is proposed for each note, so that it can be shown first, and what failed. */
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

/** Collects what a verb would do to lines of any notes. */
export class BulkPlan {
  private readonly byNote = new Map<string, ProposedChange[]>();
  readonly refused: LineFailure[] = [];
  /** How many lines are already as wished. */
  unchanged = 0;

  /** Takes the plan of a line. */
  add(path: string, line: LineRef, plan: LinePlan): void {
    if (plan.kind === 'unchanged') this.unchanged++;
    else if (plan.kind === 'refused')
      this.refused.push({ path, line, why: refusalText(plan.reason), proposed: null });
    else {
      const { source: before } = line;
      const change = { ref: line, edits: plan.edits, drop: plan.drop ?? false };
      this.push(path, { change, before, after: plan.drop ? null : applyEdits(before, plan.edits) });
    }
  }

  /** The planned changes, note by note in the order in which they came. */
  notes(): NoteChanges[] {
    return [...this.byNote].map(([path, changes]) => ({ path, changes }));
  }

  private push(path: string, proposed: ProposedChange): void {
    const known = this.byNote.get(path);
    if (known) known.push(proposed);
    else this.byNote.set(path, [proposed]);
  }
}

/** What failed, as changes that can be tried again. */
export function failedChanges(failures: readonly LineFailure[]): NoteChanges[] {
  const byNote = new Map<string, ProposedChange[]>();
  for (const { path, proposed } of failures) {
    if (proposed) byNote.set(path, [...(byNote.get(path) ?? []), proposed]);
  }
  return [...byNote].map(([path, changes]) => ({ path, changes }));
}

/** How many lines changes are about. */
export function countChanges(notes: readonly NoteChanges[]): number {
  return notes.reduce((sum, { changes }) => sum + changes.length, 0);
}

/** What is said of lines that were not changed; those of one note with the same reason are named together. */
export function failureTexts(failures: readonly LineFailure[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { path, line, why } of failures) {
    const key = `${path}\n${why}`;
    lines.set(key, [...(lines.get(key) ?? []), line.line + 1]);
  }
  return [...lines].map(([key, [first, ...others]]) => {
    const [path, why] = key.split('\n');
    const which =
      others.length > 0 ? `${others.length + 1} lines of ${path} were` : `Line ${first} of ${path} was`;
    return `${which} left alone: ${why}.`;
  });
}
