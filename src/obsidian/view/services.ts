import type { App } from 'obsidian';
import type { Day, Weekday } from '../../core/date/day';
import type { BulkPlan, NoteChanges } from '../../core/edit/bulk';
import type { Step } from '../../core/edit/plan-verbs';
import type { Verb, VerbContext } from '../../core/edit/verb';
import type { NoteIndex } from '../../core/index/note-index';
import type { People } from '../../core/index/people';
import type { TaskItem } from '../../core/note/task-item';
import type { CopyGroup } from '../../core/triage/copy-members';
import type { NoteEntry } from '../../core/note/read-note';
import type { Accounts } from '../../core/people/accounts';
import type { Settings } from '../../core/settings';
import type { CopyFacts } from '../copies';
import type { FeedStatus } from '../feed-types';
import type { PersonVerbs } from '../person-actions';
import type { Target } from '../task-actions';

/** Changes to be shown, and what is not among them. */
export type Planned = Pick<BulkPlan, 'notes' | 'refused' | 'unchanged'>;

/** What views are given: what they show, and verbs. They never see the writer or the plugin. */
export interface ViewServices {
  readonly app: App;
  readonly index: NoteIndex;
  readonly locale: string;
  settings(): Settings;
  today(): Day;
  weekStart(): Weekday;
  people(): People;
  /** A day, or any text, as it is shown behind titles. */
  readonly dayLabel: (day: string) => string;
  feedStatus(): FeedStatus;
  /** A sentence on each note that could not be read, or not in full. */
  readFailures(): string[];
  /** What is open with each person. */
  readonly accounts: () => Accounts;
  /** The note that is open in the main area, as it is being typed. */
  readonly openNote: () => NoteEntry | null;
  /** The people of the open note. */
  readonly peopleHere: () => readonly string[];
  /** Calls the listener when the open note, or its text, has changed. */
  onOpenNote(listener: () => void): () => void;
  /** The days on which proposals were accepted, as far as that is remembered. */
  acceptedDays(): readonly Day[];
  readonly persons: PersonVerbs;
  /** Does a verb to lines as one change; many are shown first. Resolves to the number of lines that changed. */
  run(verb: Verb, targets: readonly Target[]): Promise<number>;
  /** The same with steps of their own for each line; `verb` is what it is called. `showFirst` shows also a few. */
  runSteps(verb: Verb, steps: readonly Step<Target>[], showFirst?: boolean): Promise<number>;
  changeSettings(changes: Partial<Settings>): Promise<void>;
  readonly copies: CopyFacts;
  /** Remembers that a proposal is no copy of the others of its group. */
  separate(item: TaskItem, group: CopyGroup): void;
  /** Makes changes that were planned as one change that can be undone. Resolves to the number of changed lines. */
  apply(label: string, notes: readonly NoteChanges[]): Promise<number>;
  /** Shows what was planned, and makes it when the user says so. */
  preview(title: string, label: string, plan: Planned): Promise<number>;
  /** What planning a change needs to know. */
  verbContext(): VerbContext;
  /** What every task line of the vault must hold, because the Tasks plugin wants it; empty for nothing. */
  taskTag(): string;
  /** By which the change that was made last can be undone. */
  lastChange(): string | undefined;
  /** Takes the last change back, or that one. */
  undo(id?: string): Promise<void>;
  redo(): void;
  openHistory(): void;
  openSettings(): void;
  /** Opens a note with the cursor in a line (from 0). */
  openLine(path: string, line: number, newTab: boolean): void;
  /** Calls the listener when anything that is shown may have changed. */
  onChange(listener: () => void): () => void;
}
