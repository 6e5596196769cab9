/** What is remembered of changes, as data: in this form it also stands in the journal. */
import { commonEnds } from '../shared/collect';
import type { ChangedRegion } from './regions';

/** What was changed in one note. */
export interface ChangedNote {
  readonly path: string;
  readonly regions: readonly ChangedRegion[];
  /** Taking it back was tried, and the lines were not what was written any more. */
  readonly stuck?: boolean;
}

/** What a user did at once: under which name, and when. */
export interface ChangeInfo {
  readonly id: string;
  /** ISO text, in UTC. */
  readonly at: string;
  /** In the past tense, for messages: "Accepted". */
  readonly label: string;
  /** The kinds of the verbs; none for changes that no verb makes. */
  readonly verbs: readonly string[];
}

/** A change, with what of it stands in the notes and what was taken back. */
export interface HistoryEntry extends ChangeInfo {
  readonly done: readonly ChangedNote[];
  /** What taking it back did, from which it can be made again. */
  readonly undone: readonly ChangedNote[];
  /** Counts everything that was done, undone and redone. */
  readonly turn: number;
  /** Whether nothing new was done since it was taken back. */
  readonly redoable?: boolean;
}

/** The two directions. */
export type Reversal = 'undo' | 'redo';

/** One thing that happened. */
export type HistoryRecord =
  /** A change, or more notes of it. One that has its turn already is told again, by a shortened journal. */
  | ({ readonly do: 'change' } & HistoryEntry)
  /** A change was taken back, or made again, in one note. */
  | {
      readonly do: Reversal;
      readonly id: string;
      readonly at: string;
      readonly path: string;
      /** What that did. */
      readonly regions: readonly ChangedRegion[];
      /** Which regions of the note, counted from 0, were not what was written any more. */
      readonly left: readonly number[];
    }
  | { readonly do: 'move'; readonly at: string; readonly from: string; readonly to: string };

/** The lines of a region before and after, without those that stayed the same above and below. */
export function changedLines({ was, is }: ChangedRegion): { before: string[]; after: string[] } {
  const [before, after] = [linesOf(was), linesOf(is)];
  const { head, tail } = commonEnds(before, after);
  return { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}

/** The lines of a piece of a note, whatever ends them. */
export function linesOf(raw: string): string[] {
  return raw.replace(/\r\n/g, '\n').split('\n');
}
