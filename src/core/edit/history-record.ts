/** What is remembered of changes, as data. */
import type { LineResult } from './apply-changes';
import type { ChangedRegion } from './regions';

/** What was changed in one note. */
export interface ChangedNote {
  readonly path: string;
  readonly lines: readonly Extract<LineResult, { kind: 'applied' }>[];
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
  readonly redoable: boolean;
}

/** The two directions. */
export type Reversal = 'undo' | 'redo';

/** One thing that happened. */
export type HistoryRecord =
  /** A change, or more notes of it. */
  | ({
      readonly kind: 'change';
      readonly done: readonly ChangedNote[];
      /** What a shortened journal tells of an older change. */
      readonly state?: Pick<HistoryEntry, 'undone' | 'turn' | 'redoable'>;
    } & ChangeInfo)
  /** A change was taken back, or made again, in one note. */
  | {
      readonly kind: Reversal;
      readonly id: string;
      readonly at: string;
      readonly path: string;
      /** What that did; `null` when it did nothing. */
      readonly note: ChangedNote | null;
      /** Which regions of the note, counted from 0, were not what was written any more. */
      readonly left: readonly number[];
    }
  | { readonly kind: 'move'; readonly at: string; readonly from: string; readonly to: string };

/** What is left of notes of one path when only these regions of them could not be taken back. */
export function leftOf(
  path: string,
  notes: readonly ChangedNote[],
  left: readonly number[],
): ChangedNote | null {
  const all = notes.flatMap((note) => note.regions);
  const regions = all.filter((_, i) => left.includes(i));
  if (regions.length === 0) return null;
  const lines = notes
    .flatMap((note) => note.lines)
    .filter((line) =>
      regions.some(
        ({ before, after }) =>
          `\n${before}\n`.includes(`\n${line.before}\n`) && line.after.every((text) => after.includes(text)),
      ),
    );
  return { path, lines, regions, stuck: true };
}
