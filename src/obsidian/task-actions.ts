import type { LineChange, LineResult } from '../core/edit/apply-changes';
import { BulkPlan, failureTexts, type LineFailure, type NoteChanges } from '../core/edit/bulk';
import { type ChangeHistory, type Reversal, reversalOf } from '../core/edit/history';
import { planVerbs, sameVerb, type Step } from '../core/edit/plan-verbs';
import type { Verb, VerbContext } from '../core/edit/verb';
import { countOf, pastTense } from '../core/edit/wording';
import { type LineRules, stateOf, type TaskState } from '../core/line/rules';
import { sameTag } from '../core/line/tags';
import { parseTaskLine, readFields } from '../core/line/task-line';
import type { LineRef } from '../core/text/note-text';
import type { HistoryPlace } from './history-place';
import { Hush } from './hush';
import type { NoteWriter, WriteOutcome } from './note-writer';
import type { Reporter } from './reporter';
import { Breath, oneByOne, type Progress } from './slices';

/** A line that a verb is meant for. Task items of the index are targets as they are. */
export interface Target extends LineRef {
  readonly path: string;
}

/** What became of a change of many lines. */
export interface BulkResult {
  readonly changedLines: number;
  readonly changedNotes: number;
  readonly failures: readonly LineFailure[];
  /** Notes that were not reached before it was cancelled. */
  readonly left: readonly NoteChanges[];
}

/** Carries out verbs on lines, remembers what was done, and tells the user. Everything that edits goes through here. */
export class TaskActions {
  /** Runs follow each other: two quick keys on one note must not plan on the same old text. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: NoteWriter,
    private readonly history: ChangeHistory,
    private readonly context: () => VerbContext,
    private readonly refresh: (path: string) => Promise<void>,
    private readonly reporter: Reporter,
    private readonly place: HistoryPlace,
    private readonly hush = new Hush(),
  ) {}

  /** Resolves when all is done that was begun here. */
  get idle(): Promise<unknown> {
    return this.#queue;
  }

  /** Applies a verb to lines of any notes as one change. Resolves to the number of lines that changed. */
  run(verb: Verb, targets: readonly Target[]): Promise<number> {
    return this.runSteps(pastTense(verb), sameVerb(verb, targets));
  }

  /** The same for steps of their own for each line. */
  runSteps(label: string, steps: readonly Step<Target>[]): Promise<number> {
    return this.#enqueue(async () => {
      const plan = await this.#planAll(steps);
      const result = await this.#carryOut(label, verbsOf(steps), plan.notes());
      const failures = [...plan.refused, ...result.failures];
      const nothing = plan.unchanged > 0 ? undefined : 'No task here.';
      this.#report(label, { ...result, failures }, true, nothing);
      return result.changedLines;
    });
  }

  /** What steps would do, without doing it. */
  plan(steps: readonly Step<Target>[]): Promise<BulkPlan> {
    return this.#enqueue(() => this.#planAll(steps));
  }

  /** Makes changes that were planned and shown, as one change. `verbs` are what the history calls it. */
  apply(
    label: string,
    notes: readonly NoteChanges[],
    progress?: Progress,
    verbs: readonly string[] = [],
  ): Promise<BulkResult> {
    return this.#enqueue(async () => {
      const result = await this.#carryOut(label, verbs, notes, progress);
      // A dialog that follows the progress says itself what failed.
      if (result.changedLines > 0 || !progress) this.#report(label, result, true);
      return result;
    });
  }

  /** Takes the last change back, or that one, whatever was done since: as far as its lines are what was written. */
  undo(id?: string): Promise<void> {
    return this.#takeBack('undo', id);
  }

  /** Makes the change again that was taken back last, or that one. */
  redo(id?: string): Promise<void> {
    return this.#takeBack('redo', id);
  }

  async #carryOut(
    label: string,
    verbs: readonly string[],
    notes: readonly NoteChanges[],
    progress?: Progress,
  ): Promise<BulkResult> {
    const change = this.history.begin(label, verbs);
    const failures: LineFailure[] = [];
    let [changedLines, changedNotes] = [0, 0];
    const writeOne = async ({ path, changes }: NoteChanges): Promise<void> => {
      const wanted = changes.map((proposed) => proposed.change);
      const written = await this.#writeNote(path, wanted, (i, why) => {
        const proposed = changes[i];
        if (proposed) failures.push({ path, line: proposed.change.ref, why, proposed });
      });
      if (written && written.regions.length > 0) {
        // Each note at once: what was written must be in the history, whatever happens to the next one.
        this.history.add(change, { path, regions: written.regions });
        changedLines += countApplied(written.results);
        changedNotes++;
      }
    };
    const done = await oneByOne(notes, writeOne, progress);
    // Who is told that hundreds of lines are written can close the app at once, and undo them tomorrow.
    if (notes.length > MANY_NOTES) await this.place.settled();
    return { changedLines, changedNotes, failures, left: notes.slice(done) };
  }

  #takeBack(kind: Reversal, id?: string): Promise<void> {
    return this.#enqueue(async () => {
      await this.place.ready();
      const { history } = this;
      const isUndo = kind === 'undo';
      const entry = id ? history.entry(id) : history.latest(kind);
      if (!entry) return this.reporter.say(`There is nothing to ${kind}.`);
      const word = isUndo ? 'Undone' : 'Redone';
      const changes = reversalOf(entry, kind);
      const working = changes.size > MANY_NOTES ? this.reporter.working(WORKING[kind]) : null;
      const failures: LineFailure[] = [];
      let changedLines = 0;
      const writeOne = async ([path, wanted]: readonly [string, readonly LineChange[]]): Promise<void> => {
        const written = await this.#writeNote(path, wanted, (i, why) => {
          const line = wanted[i]?.ref;
          if (line) failures.push({ path, line, why, proposed: null });
        });
        if (written) {
          changedLines += countApplied(written.results);
          history.took(kind, entry.id, path, written.results, written.regions);
        } else if (!this.place.exists(path)) {
          // What stood in a note that is gone must not be in the way of what can be taken back.
          const gone = wanted.map(() => 'gone' as const);
          history.took(kind, entry.id, path, gone, []);
        }
      };
      await oneByOne([...changes], writeOne);
      working?.done();
      const label = `${word}: ${entry.label.toLowerCase()}`;
      this.#report(label, { changedLines, failures }, false);
    });
  }

  async #planAll(steps: readonly Step<Target>[]): Promise<BulkPlan> {
    const plan = new BulkPlan();
    // What a line was before it was decided may have been written down long ago.
    if (verbsOf(steps).includes('reopen')) await this.place.ready();
    const context = this.context();
    const breath = new Breath();
    for (const { target, verbs } of steps) {
      const own = verbs.map((verb) => this.#asBefore(verb, target, context.rules));
      plan.add(target.path, target, planVerbs(target.source, own, context));
      await breath.take();
    }
    return plan;
  }

  /** A line that was a proposal when it was decided becomes one again when it is reopened. */
  #asBefore(verb: Verb, { path, source }: Target, rules: LineRules): Verb {
    if (verb.kind !== 'reopen') return verb;
    // A proposal that was ticked elsewhere still has the tag, which says what it was.
    const ticked = taskState(source, rules) === 'ticked';
    const before = ticked ? source : this.history.textBefore(path, source);
    const line = before === null ? null : parseTaskLine(before);
    const fields = line && readFields(line);
    return {
      kind: 'reopen',
      asProposal: ticked || fields?.symbol === rules.proposedSymbol,
      withTag: fields?.tags.some((tag) => sameTag(tag, rules.proposedTag)) ?? false,
    };
  }

  /** Writes one note; `failed` is told of each change that was not made. `null` when nothing was written. */
  async #writeNote(
    path: string,
    wanted: readonly LineChange[],
    failed: (index: number, why: string) => void,
  ): Promise<Written | null> {
    const written = await this.writer.write(path, wanted);
    if (written.kind === 'failed') {
      wanted.forEach((_, i) => failed(i, written.message.replace(/\.$/, '')));
      return null;
    }
    const { results } = written;
    results.forEach((result, i) => {
      if (result !== 'applied') failed(i, CONFLICTS[result]);
    });
    if (countApplied(results) < wanted.length) await this.refresh(path);
    return written;
  }

  #report(
    label: string,
    { changedLines, failures }: Pick<BulkResult, 'changedLines' | 'failures'>,
    canUndo: boolean,
    nothing = 'Nothing to change.',
  ): void {
    const said: string[] = [];
    if (changedLines > 0) said.push(`${label} (${countOf(changedLines, 'task')}).`);
    else if (failures.length === 0) said.push(nothing);
    const sentences = failureTexts(failures);
    said.push(...sentences.slice(0, 3));
    if (sentences.length > 3) said.push(`${sentences.length - 3} more such messages.`);
    const takeBack = { label: 'Undo', run: () => void this.undo() };
    const history = { label: 'History', run: () => this.place.show() };
    const action = canUndo ? changedLines > 0 && takeBack : failures.length > 0 && history;
    this.reporter.say(said.join('\n'), action || undefined);
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => this.hush.during(work));
    this.#queue = run.catch(() => undefined);
    return run;
  }
}

type Written = Extract<WriteOutcome, { kind: 'written' }>;

/** From how many notes on the user is told that work goes on. */
const MANY_NOTES = 20;

const WORKING: Readonly<Record<Reversal, string>> = { undo: 'Undoing…', redo: 'Redoing…' };

const CONFLICTS = {
  gone: 'it has changed meanwhile',
  ambiguous: 'the note has several such lines',
} as const;

function countApplied(results: readonly LineResult[]): number {
  return results.filter((result) => result === 'applied').length;
}

function verbsOf(steps: readonly Step<Target>[]): string[] {
  return [...new Set(steps.flatMap(({ verbs }) => verbs.map(({ kind }) => kind)))];
}

function taskState(source: string, rules: LineRules): TaskState | null {
  const line = parseTaskLine(source);
  return line && stateOf(readFields(line), rules);
}
