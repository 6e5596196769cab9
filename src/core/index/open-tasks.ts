/** The tasks that are still open, in the orders in which lists need them, kept up to date note by note. */
import { compareDue, compareMeetings, compareText, type MeetingPlace } from '../group/order';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, type TaskItem } from '../note/task-item';
import { SortedSet } from './sorted-set';

/** The proposals of one note. */
interface NoteProposals extends MeetingPlace {
  readonly path: string;
  readonly items: readonly TaskItem[];
}

/** Told of every change by the index, so that nobody has to look through all notes for what is open. */
export class OpenTasks {
  private readonly notes = new Map<string, NoteProposals>();
  private readonly meetings = new SortedSet<NoteProposals>(
    (a, b) => compareMeetings(a, b) || compareText(a.path, b.path),
  );
  private readonly due = new SortedSet<TaskItem>(compareDue);
  private flat: { readonly of: readonly NoteProposals[]; readonly items: readonly TaskItem[] } | null = null;

  /** Takes a note's tasks in place of those before. */
  replaced(path: string, before: NoteEntry | undefined, after: NoteEntry | null): void {
    for (const item of before?.tasks ?? []) if (isUnsettled(item)) this.due.remove(item);
    for (const item of after?.tasks ?? []) if (isUnsettled(item)) this.due.add(item);
    const known = this.notes.get(path);
    if (known) this.meetings.remove(known);
    this.notes.delete(path);
    const items = after?.tasks.filter(isProposal) ?? [];
    if (!after || items.length === 0) return;
    const { date, title } = after.facts;
    const made: NoteProposals = { path, date: date ?? '', title, items };
    this.notes.set(path, made);
    this.meetings.add(made);
  }

  /** What somebody has to decide on, newest meetings first, within a note as it stands there. */
  proposals(): readonly TaskItem[] {
    const of = this.meetings.all();
    if (this.flat?.of !== of) {
      const all: TaskItem[] = [];
      for (const { items } of of) for (const item of items) all.push(item);
      this.flat = { of, items: all };
    }
    return this.flat.items;
  }

  /** Proposals and commitments by due date, those without one last. */
  byDue(): readonly TaskItem[] {
    return this.due.all();
  }
}

function isProposal({ state }: TaskItem): boolean {
  return state === 'proposal' || state === 'ticked';
}

function isUnsettled(item: TaskItem): boolean {
  return isProposal(item) || isOpenCommitment(item);
}
