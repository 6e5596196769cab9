/** The tasks that are still open, in the orders in which lists need them, kept up to date note by note. */
import { compareDue, compareMeetings, compareText, type MeetingPlace } from '../group/order';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, isOwn, type TaskItem } from '../note/task-item';
import { SortedSet } from './sorted-set';

/** The proposals of one note. Another object stands for them when anything that is known of them has changed. */
export interface NoteProposals extends MeetingPlace {
  readonly path: string;
  readonly items: readonly TaskItem[];
}

/** What is due when: each list with the earliest first, those without a date last. */
export interface DueTasks {
  /** Commitments that are mine or nobody's. */
  readonly own: readonly TaskItem[];
  readonly others: readonly TaskItem[];
  readonly proposals: readonly TaskItem[];
}

/** Told of every change by the index, so that nobody has to look through all notes for what is open. */
export class OpenTasks {
  private readonly notes = new Map<string, NoteProposals>();
  private readonly meetings = new SortedSet<NoteProposals>(
    (a, b) => compareMeetings(a, b) || compareText(a.path, b.path),
  );
  private readonly own = new SortedSet<TaskItem>(compareDue);
  private readonly others = new SortedSet<TaskItem>(compareDue);
  private readonly proposals = new SortedSet<TaskItem>(compareDue);

  /** Takes a note's tasks in place of those before. */
  replaced(path: string, before: NoteEntry | undefined, after: NoteEntry | null): void {
    for (const item of before?.tasks ?? []) this.setOf(item)?.remove(item);
    for (const item of after?.tasks ?? []) this.setOf(item)?.add(item);
    const items = after?.tasks.filter(isProposal) ?? [];
    const { date, title = '' } = after?.facts ?? {};
    this.setNote(path, items.length > 0 ? { path, date: date ?? '', title, items } : null);
  }

  /** What is known of proposals of these notes, besides the notes, has changed: their copies, or decisions on them. */
  touched(paths: Iterable<string>): void {
    for (const path of paths) {
      const note = this.notes.get(path);
      if (note) this.setNote(path, { ...note });
    }
  }

  /** What somebody has to decide on, note by note: newest meetings first, within a note as it stands there. */
  byMeeting(): readonly NoteProposals[] {
    return this.meetings.all();
  }

  /** Commitments and proposals by due date. */
  byDue(): DueTasks {
    return { own: this.own.all(), others: this.others.all(), proposals: this.proposals.all() };
  }

  private setNote(path: string, note: NoteProposals | null): void {
    const before = this.notes.get(path);
    if (before) this.meetings.remove(before);
    if (!note) return void this.notes.delete(path);
    this.notes.set(path, note);
    this.meetings.add(note);
  }

  private setOf(item: TaskItem): SortedSet<TaskItem> | null {
    if (isOpenCommitment(item)) return isOwn(item) ? this.own : this.others;
    return item.state === 'proposal' ? this.proposals : null;
  }
}

function isProposal({ state }: TaskItem): boolean {
  return state === 'proposal' || state === 'ticked';
}
