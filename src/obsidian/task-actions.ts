import type { LineChange } from '../core/edit/apply-changes';
import { BulkPlan, failureTexts, type LineFailure, type NoteChanges } from '../core/edit/bulk';
import { type Change, type ChangedNote, ChangeHistory, reverse } from '../core/edit/history';
import { planVerbs, type Step } from '../core/edit/plan-verbs';
import type { Verb, VerbContext } from '../core/edit/verb';
import { countOf, pastTense } from '../core/edit/wording';
import { type LineRules, stateOf, type TaskState } from '../core/line/rules';
import { sameTag } from '../core/line/tags';
import { parseTaskLine, readFields } from '../core/line/task-line';
import type { LineRef } from '../core/text/note-text';
import type { NoteWriter } from './note-writer';
import type { Reporter } from './reporter';
import { Breath } from './slices';

/** A line that a verb is meant for. Task items of the index are targets as they are. */
export interface Target extends LineRef {
  readonly path: string;
}

/** Follows a change of many notes, and can end it between two of them. */
export interface Progress {
  /** Called after each note with how many are done. */
  advance(notesDone: number): void;
  isCancelled(): boolean;
}

/** What became of a change of many lines. */
export interface BulkResult {
  readonly changedLines: number;
  readonly changedNotes: number;
  readonly failures: readonly LineFailure[];
  /** Notes that were not reached before it was cancelled. */
  readonly left: readonly NoteChanges[];
}

const AT_ONCE: Progress = { advance: () => undefined, isCancelled: () => false };

/** Carries out verbs on lines, remembers what was done, and tells the user. Everything that edits goes through here. */
export class TaskActions {
  /** Runs follow each other: two quick keys on one note must not plan on the same old text. */
  private queue: Promise<unknown> = Promise.resolve();
  private started = 0;

  constructor(
    private readonly writer: NoteWriter,
    private readonly history: ChangeHistory,
    private readonly context: () => VerbContext,
    private readonly refresh: (path: string) => Promise<void>,
    private readonly reporter: Reporter,
  ) {}

  /** Goes up with everything that is done here. */
  get acts(): number {
    return this.started;
  }

  /** Applies a verb to lines of any notes as one change. Resolves to the number of lines that changed. */
  run(verb: Verb, targets: readonly Target[]): Promise<number> {
    return this.runSteps(
      pastTense(verb),
      targets.map((target) => ({ target, verbs: [verb] })),
    );
  }

  /** The same for steps of their own for each line. */
  runSteps(label: string, steps: readonly Step<Target>[]): Promise<number> {
    return this.enqueue(async () => {
      const plan = await this.planAll(steps);
      const result = await this.carryOut(label, plan.notes(), AT_ONCE);
      const failures = [...plan.refused, ...result.failures];
      const nothing = plan.unchanged > 0 ? 'Nothing to change.' : 'No task here.';
      this.report(label, { ...result, failures }, { ...UNDO, nothing });
      return result.changedLines;
    });
  }

  /** What steps would do, without doing it. */
  plan(steps: readonly Step<Target>[]): Promise<BulkPlan> {
    return this.enqueue(() => this.planAll(steps));
  }

  /** Makes changes that were planned and shown, as one change. */
  apply(label: string, notes: readonly NoteChanges[], progress?: Progress): Promise<BulkResult> {
    return this.enqueue(async () => {
      const result = await this.carryOut(label, notes, progress ?? AT_ONCE);
      // A dialog that follows the progress says itself what failed.
      if (result.changedLines > 0 || !progress) this.report(label, result, UNDO);
      return result;
    });
  }

  /** Takes the last change back. */
  undo(): Promise<void> {
    return this.enqueue(async () => {
      const change = this.history.last;
      if (!change) return this.reporter.say('There is nothing to undo.');
      const reversal = await this.takeBack(change, 'Undone');
      this.history.markUndone(change, reversal);
    });
  }

  /** Makes the change again that was taken back last. */
  redo(): Promise<void> {
    return this.enqueue(async () => {
      const reversal = this.history.lastUndone;
      if (!reversal) return this.reporter.say('There is nothing to redo.');
      const change = await this.takeBack(reversal, 'Redone');
      this.history.markRedone(reversal, change);
    });
  }

  private async carryOut(
    label: string,
    notes: readonly NoteChanges[],
    progress: Progress,
  ): Promise<BulkResult> {
    const changed: ChangedNote[] = [];
    const failures: LineFailure[] = [];
    const breath = new Breath();
    let done = 0;
    try {
      for (const note of notes) {
        if (progress.isCancelled()) break;
        const wanted = note.changes.map(({ change }) => change);
        const why = (i: number, reason: string) => {
          const proposed = note.changes[i];
          if (proposed) failures.push({ path: note.path, line: proposed.change.ref, why: reason, proposed });
        };
        changed.push(...(await this.writeNote(note.path, wanted, why)));
        progress.advance(++done);
        await breath.take();
      }
    } finally {
      if (changed.length > 0) this.history.push({ label, notes: changed });
    }
    const changedLines = countLines(changed);
    return { changedLines, changedNotes: changed.length, failures, left: notes.slice(done) };
  }

  private async takeBack(change: Change, word: string): Promise<Change> {
    const notes: ChangedNote[] = [];
    const failures: LineFailure[] = [];
    const breath = new Breath();
    const working = change.notes.length > MANY_NOTES ? this.reporter.working(`${word}…`) : null;
    for (const { path, regions } of change.notes) {
      const wanted = regions.map(reverse);
      const failed = (i: number, why: string) => {
        const line = wanted[i]?.ref;
        if (line) failures.push({ path, line, why, proposed: null });
      };
      notes.push(...(await this.writeNote(path, wanted, failed)));
      await breath.take();
    }
    working?.done();
    const counts = { changedLines: countLines(notes), changedNotes: notes.length, failures, left: [] };
    this.report(`${word}: ${change.label.toLowerCase()}`, counts, {
      nothing: 'Nothing to change.',
      undo: false,
    });
    return { label: change.label, notes };
  }

  private async planAll(steps: readonly Step<Target>[]): Promise<BulkPlan> {
    const plan = new BulkPlan();
    const context = this.context();
    const breath = new Breath();
    for (const { target, verbs } of steps) {
      const own = verbs.map((verb) => this.asBefore(verb, target, context.rules));
      plan.add(target.path, target, planVerbs(target.source, own, context));
      await breath.take();
    }
    return plan;
  }

  /** A line that was a proposal when it was decided becomes one again when it is reopened. */
  private asBefore(verb: Verb, { path, source }: Target, rules: LineRules): Verb {
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

  /** Writes one note; `failed` is told of each change that was not made. Gives what is to be remembered. */
  private async writeNote(
    path: string,
    wanted: readonly LineChange[],
    failed: (index: number, why: string) => void,
  ): Promise<ChangedNote[]> {
    const written = await this.writer.write(path, wanted);
    if (written.kind === 'failed') {
      wanted.forEach((_, i) => failed(i, written.message.replace(/\.$/, '')));
      return [];
    }
    const { results, regions } = written;
    results.forEach((result, i) => {
      if (result.kind === 'conflict') failed(i, CONFLICTS[result.reason]);
    });
    const lines = results.flatMap((result) => (result.kind === 'applied' ? [result] : []));
    if (lines.length < wanted.length) await this.refresh(path);
    return lines.length > 0 ? [{ path, lines, regions }] : [];
  }

  private report(label: string, { changedLines, failures }: BulkResult, { nothing, undo }: ReportKind): void {
    const said: string[] = [];
    if (changedLines > 0) said.push(`${label} (${countOf(changedLines, 'task')}).`);
    else if (failures.length === 0) said.push(nothing);
    const sentences = failureTexts(failures);
    said.push(...sentences.slice(0, 3));
    if (sentences.length > 3) said.push(`${sentences.length - 3} more such messages.`);
    const action = { label: 'Undo', run: () => void this.undo() };
    this.reporter.say(said.join('\n'), undo && changedLines > 0 ? action : undefined);
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.started++;
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }
}

/** From how many notes on the user is told that work goes on. */
const MANY_NOTES = 20;

/** How a change is reported: what is said when there was nothing to do, and whether it can be taken back. */
interface ReportKind {
  readonly nothing: string;
  readonly undo: boolean;
}

const UNDO: ReportKind = { nothing: 'Nothing to change.', undo: true };

const CONFLICTS = {
  gone: 'it has changed meanwhile',
  ambiguous: 'the note has several such lines',
} as const;

function countLines(notes: readonly ChangedNote[]): number {
  return notes.reduce((sum, { lines }) => sum + lines.length, 0);
}

function taskState(source: string, rules: LineRules): TaskState | null {
  const line = parseTaskLine(source);
  return line && stateOf(readFields(line), rules);
}
