import type { App } from 'obsidian';
import type { LineChange } from '../core/edit/apply-changes';
import {
  BulkPlan,
  failureTexts,
  type LineFailure,
  type NoteChanges,
  type ProposedChange,
} from '../core/edit/bulk';
import { type ChangeHistory, type Reversal, reversalOf } from '../core/edit/history';
import { planVerbs, type Step } from '../core/edit/plan-verbs';
import type { Verb, VerbContext } from '../core/edit/verb';
import { countOf } from '../core/edit/wording';
import { type LineRules, stateOf } from '../core/line/rules';
import { sameTag } from '../core/line/tags';
import { parseTaskLine, readFields, type TaskFields } from '../core/line/task-line';
import type { LineRef } from '../core/text/note-text';
import type { Hush } from './hush';
import type { Journal } from './journal';
import type { WriteNote, WriteOutcome } from './note-writer';
import type { Reporter } from './reporter';
import { makeBreath, oneByOne, type Progress } from './slices';

/** A line that a verb is meant for. Task items of the index are targets as they are. */
export interface Target extends LineRef {
  readonly path: string;
}

/** What became of a change of many lines. */
export interface BulkResult {
  /** By which the change can be undone. */
  readonly id: string;
  readonly changedLines: number;
  readonly changedNotes: number;
  readonly failures: readonly LineFailure[];
  /** Notes that were not reached before it was cancelled. */
  readonly left: readonly NoteChanges[];
}

/** What the actions are made of. */
export interface ActionParts {
  readonly app: App;
  readonly write: WriteNote;
  readonly history: ChangeHistory;
  readonly journal: Pick<Journal, 'ready' | 'settled'>;
  readonly reporter: Reporter;
  readonly hush: Hush;
  verbContext(): VerbContext;
  /** Reads a note again. */
  refresh(path: string): Promise<void>;
  /** Shows the history to the user. */
  openHistory(): void;
}

/** What edits lines. Everything that edits goes through here. */
export type TaskActions = ReturnType<typeof makeTaskActions>;

/** Carries out verbs on lines, remembers what was done, and tells the user. */
export function makeTaskActions(parts: ActionParts) {
  const { history, journal, reporter } = parts;
  /** Runs follow each other: two quick keys on one note must not plan on the same old text. */
  let queue: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const run = queue.then(() => parts.hush.during(work));
    queue = run.catch(() => undefined);
    return run;
  };

  const report = (
    label: string,
    { changedLines, failures }: Pick<BulkResult, 'changedLines' | 'failures'>,
    undoId?: string,
    nothing = 'Nothing to change.',
  ): void => {
    const said = failureTexts(failures, FAILURES_SAID);
    if (changedLines > 0) said.unshift(`${label} (${countOf(changedLines, 'task')}).`);
    else if (failures.length === 0) said.push(nothing);
    // The message stays when other changes follow, and when this one was taken back by its key.
    const takeItBack = { label: 'Undo', run: () => void takeBack('undo', undoId) };
    const showHistory = { label: 'History', run: () => parts.openHistory() };
    const action = undoId ? changedLines > 0 && takeItBack : failures.length > 0 && showHistory;
    reporter.say(said.join('\n'), action || undefined);
  };

  /** Writes one note, and adds to `failures` what was not made of it. `null` when nothing was written. */
  const writeNote = async (
    path: string,
    wanted: readonly LineChange[],
    failures: LineFailure[],
    proposed: readonly ProposedChange[] = [],
  ): Promise<Written | null> => {
    const written = await parts.write(path, wanted);
    wanted.forEach(({ ref: line }, i) => {
      const why = whyNot(written, i);
      if (why) failures.push({ path, line, why, proposed: proposed[i] ?? null });
    });
    if (written.kind === 'failed') return null;
    if (countApplied(written) < wanted.length) await parts.refresh(path);
    return written;
  };

  const carryOut = async (
    label: string,
    verbs: readonly string[],
    notes: readonly NoteChanges[],
    progress?: Progress,
  ): Promise<BulkResult> => {
    const change = history.begin(label, verbs);
    const failures: LineFailure[] = [];
    let [changedLines, changedNotes] = [0, 0];
    const writeOne = async ({ path, changes }: NoteChanges): Promise<void> => {
      const wanted = changes.map((proposed) => proposed.change);
      const written = await writeNote(path, wanted, failures, changes);
      if (!written?.regions.length) return;
      // Each note at once: what was written must be in the history, whatever happens to the next one.
      history.add(change, { path, regions: written.regions });
      changedLines += countApplied(written);
      changedNotes++;
    };
    const done = await oneByOne(notes, writeOne, progress);
    // Who is told that hundreds of lines are written can close the app at once, and undo them tomorrow.
    if (notes.length > MANY_NOTES) await journal.settled();
    return { id: change.id, changedLines, changedNotes, failures, left: notes.slice(done) };
  };

  /** Takes a change back, or makes it again: the last one, or that one. */
  const takeBack = (kind: Reversal, id?: string): Promise<void> =>
    enqueue(async () => {
      await journal.ready();
      const entry = id ? history.entry(id) : history.latest(kind);
      if (!entry) return reporter.say(`There is nothing to ${kind}.`);
      const [doing, done] = REVERSALS[kind];
      const changes = reversalOf(entry, kind);
      const working = changes.size > MANY_NOTES ? reporter.working(doing) : null;
      const failures: LineFailure[] = [];
      let changedLines = 0;
      await oneByOne([...changes], async ([path, wanted]) => {
        const written = await writeNote(path, wanted, failures);
        if (written) {
          changedLines += countApplied(written);
          history.took(kind, entry.id, path, written.results, written.regions);
        } else if (!parts.app.vault.getFileByPath(path)) {
          // What stood in a note that is gone must not be in the way of what can be taken back.
          const gone = wanted.map(() => 'gone' as const);
          history.took(kind, entry.id, path, gone, []);
        }
      });
      working?.done();
      report(`${done}: ${entry.label.toLowerCase()}`, { changedLines, failures });
    });

  /** A line that was a proposal when it was decided becomes one again when it is reopened. */
  const asBefore = (verb: Verb, { path, source }: Target, rules: LineRules): Verb => {
    if (verb.kind !== 'reopen') return verb;
    const now = fieldsOf(source);
    // A proposal that was ticked elsewhere still has the tag, which says what it was.
    const ticked = now !== null && stateOf(now, rules) === 'ticked';
    const fields = ticked ? now : fieldsOf(history.textBefore(path, source) ?? '');
    return {
      kind: 'reopen',
      asProposal: ticked || fields?.symbol === rules.proposedSymbol,
      withTag: fields?.tags.some((tag) => sameTag(tag, rules.proposedTag)) ?? false,
    };
  };

  const planAll = async (steps: readonly Step<Target>[]): Promise<BulkPlan> => {
    const plan = new BulkPlan();
    // What a line was before it was decided may have been written down long ago.
    if (verbsOf(steps).includes('reopen')) await journal.ready();
    const context = parts.verbContext();
    const breath = makeBreath();
    for (const { target, verbs } of steps) {
      const own = verbs.map((verb) => asBefore(verb, target, context.rules));
      plan.add(target.path, target, planVerbs(target.source, own, context));
      await breath();
    }
    return plan;
  };

  return {
    /** Resolves when all is done that was begun here. */
    get idle(): Promise<unknown> {
      return queue;
    },

    /** Carries out verbs on lines of any notes as one change. Resolves to the number of lines that changed. */
    runSteps: (label: string, steps: readonly Step<Target>[]): Promise<number> =>
      enqueue(async () => {
        const plan = await planAll(steps);
        const result = await carryOut(label, verbsOf(steps), plan.notes());
        const failures = [...plan.refused, ...result.failures];
        report(label, { ...result, failures }, result.id, plan.unchanged > 0 ? undefined : 'No task here.');
        return result.changedLines;
      }),

    /** What steps would do, without doing it. */
    plan: (steps: readonly Step<Target>[]): Promise<BulkPlan> => enqueue(() => planAll(steps)),

    /** Makes changes that were planned and shown, as one change. `verbs` are what the history calls it. */
    apply: (
      label: string,
      notes: readonly NoteChanges[],
      progress?: Progress,
      verbs: readonly string[] = [],
    ): Promise<BulkResult> =>
      enqueue(async () => {
        const result = await carryOut(label, verbs, notes, progress);
        // A dialog that follows the progress says itself what failed.
        if (result.changedLines > 0 || !progress) report(label, result, result.id);
        return result;
      }),

    /** Takes the last change back, or that one, whatever was done since: as far as its lines are what was written. */
    undo: (id?: string): Promise<void> => takeBack('undo', id),

    /** Makes the change again that was taken back last, or that one. */
    redo: (id?: string): Promise<void> => takeBack('redo', id),
  };
}

type Written = Extract<WriteOutcome, { kind: 'written' }>;

/** From how many notes on the user is told that work goes on. */
const MANY_NOTES = 20;

/** How many sentences about lines that were left alone a message holds. */
const FAILURES_SAID = 3;

/** What is said while changes are taken back or made again, and then. */
export const REVERSALS: Readonly<Record<Reversal, readonly [doing: string, done: string]>> = {
  undo: ['Undoing…', 'Undone'],
  redo: ['Redoing…', 'Redone'],
};

const CONFLICTS = {
  gone: 'it has changed meanwhile',
  ambiguous: 'the note has several such lines',
} as const;

/** Why a change of a note was not made, to end a sentence with; `null` where it was. */
function whyNot(outcome: WriteOutcome, index: number): string | null {
  if (outcome.kind === 'failed') return outcome.message.replace(/\.$/, '');
  const result = outcome.results[index];
  return !result || result === 'applied' ? null : CONFLICTS[result];
}

function countApplied({ results }: Written): number {
  return results.filter((result) => result === 'applied').length;
}

function verbsOf(steps: readonly Step<Target>[]): string[] {
  return [...new Set(steps.flatMap(({ verbs }) => verbs.map(({ kind }) => kind)))];
}

function fieldsOf(source: string): TaskFields | null {
  const line = parseTaskLine(source);
  return line && readFields(line);
}
