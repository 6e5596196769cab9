/** The tasks that are still open, in the orders in which lists need them, kept up to date note by note. */
import { compareDue, compareMeetings, compareText, type MeetingPlace } from '../group/order';
import type { NoteEntry } from '../note/read-note';
import { isOpenCommitment, isOwn, type TaskItem } from '../note/task-item';
import { makeSortedSet, type SortedSet } from './sorted-set';

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

/** What is open, so that nobody has to look through all notes for it. */
export type OpenTasks = ReturnType<typeof makeOpenTasks>;

/** Makes it, of no notes yet; the index tells it of every change. */
export function makeOpenTasks() {
  const notes = new Map<string, NoteProposals>();
  const meetings = makeSortedSet<NoteProposals>(
    (a, b) => compareMeetings(a, b) || compareText(a.path, b.path),
  );
  const own = makeSortedSet(compareDue);
  const others = makeSortedSet(compareDue);
  const proposals = makeSortedSet(compareDue);

  const setNote = (path: string, note: NoteProposals | null): void => {
    const before = notes.get(path);
    if (before) meetings.remove(before);
    if (!note) return void notes.delete(path);
    notes.set(path, note);
    meetings.add(note);
  };
  const setOf = (item: TaskItem): SortedSet<TaskItem> | null => {
    if (isOpenCommitment(item)) return isOwn(item) ? own : others;
    return item.state === 'proposal' ? proposals : null;
  };

  return {
    /** Takes a note's tasks in place of those before. */
    replaced(path: string, before: NoteEntry | undefined, after: NoteEntry | null): void {
      for (const item of before?.tasks ?? []) setOf(item)?.remove(item);
      for (const item of after?.tasks ?? []) setOf(item)?.add(item);
      const items = after?.tasks.filter(isProposal) ?? [];
      const { date, title = '' } = after?.facts ?? {};
      setNote(path, items.length > 0 ? { path, date: date ?? '', title, items } : null);
    },

    /** What is known of proposals of these notes, besides the notes, has changed: their copies, or decisions on them. */
    touched(paths: Iterable<string>): void {
      for (const path of paths) {
        const note = notes.get(path);
        if (note) setNote(path, { ...note });
      }
    },

    /** What somebody has to decide on, note by note: newest meetings first, within a note as it stands there. */
    byMeeting: (): readonly NoteProposals[] => meetings.all(),

    /** Commitments and proposals by due date. */
    byDue: (): DueTasks => ({ own: own.all(), others: others.all(), proposals: proposals.all() }),
  };
}

function isProposal({ state }: TaskItem): boolean {
  return state === 'proposal' || state === 'ticked';
}
