import { type Change, type ChangedNote, ChangeHistory, reverse } from '../core/edit/history';
import type { LineChange } from '../core/edit/apply-changes';
import { planVerb } from '../core/edit/plan';
import type { Verb, VerbContext } from '../core/edit/verb';
import { countOf, pastTense, refusalText } from '../core/edit/wording';
import { type LineRules, stateOf, type TaskState } from '../core/line/rules';
import { sameTag } from '../core/line/tags';
import { parseTaskLine, readFields } from '../core/line/task-line';
import type { LineRef } from '../core/text/note-text';
import type { NoteWriter } from './note-writer';
import type { Reporter } from './reporter';

/** A line that a verb is meant for. Task items of the index are targets as they are. */
export interface Target extends LineRef {
  readonly path: string;
}

/** What running a verb did: notes that changed, and a sentence for each line that did not and should have. */
interface Outcome {
  readonly notes: ChangedNote[];
  readonly failures: string[];
  unchanged: number;
}

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
    return this.enqueue(() => {
      const outcome = newOutcome();
      const changes = this.plan(verb, targets, outcome);
      return this.carryOut(pastTense(verb), changes, outcome);
    });
  }

  /** Makes changes that were planned elsewhere as one change. Resolves to the number of lines that changed. */
  apply(label: string, changes: ReadonlyMap<string, readonly LineChange[]>): Promise<number> {
    return this.enqueue(() => this.carryOut(label, changes, newOutcome()));
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
    changes: ReadonlyMap<string, readonly LineChange[]>,
    outcome: Outcome,
  ): Promise<number> {
    await this.write(changes, outcome);
    const { notes } = outcome;
    if (notes.length > 0) this.history.push({ label, notes });
    this.report(label, outcome, notes.length > 0);
    return countLines(notes);
  }

  private async takeBack(change: Change, word: string): Promise<Change> {
    const outcome = newOutcome();
    const changes = new Map<string, LineChange[]>();
    for (const { path, regions } of change.notes) {
      for (const region of regions) add(changes, path, reverse(region));
    }
    await this.write(changes, outcome);
    this.report(`${word}: ${change.label.toLowerCase()}`, outcome, false);
    return { label: change.label, notes: outcome.notes };
  }

  private plan(verb: Verb, targets: readonly Target[], outcome: Outcome): Map<string, LineChange[]> {
    const changes = new Map<string, LineChange[]>();
    const context = this.context();
    for (const target of targets) {
      const own = verb.kind === 'reopen' ? this.reopenAsBefore(target, context.rules) : verb;
      const plan = planVerb(target.source, own, context);
      if (plan.kind === 'edits') {
        add(changes, target.path, { ref: target, edits: plan.edits, drop: plan.drop ?? false });
      } else if (plan.kind === 'refused') {
        outcome.failures.push(`${placeOf(target)} was left alone: ${refusalText(plan.reason)}.`);
      } else {
        outcome.unchanged++;
      }
    }
    return changes;
  }

  /** A line that was a proposal when it was decided becomes one again. */
  private reopenAsBefore({ path, source }: Target, rules: LineRules): Verb {
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

  private async write(changes: ReadonlyMap<string, readonly LineChange[]>, outcome: Outcome): Promise<void> {
    for (const [path, wanted] of changes) {
      const written = await this.writer.write(path, wanted);
      if (written.kind === 'failed') {
        outcome.failures.push(`${path} was not changed: ${written.message}`);
        continue;
      }
      const lines = written.results.flatMap((result) => (result.kind === 'applied' ? [result] : []));
      if (lines.length > 0) outcome.notes.push({ path, lines, regions: written.regions });
      let conflicts = 0;
      written.results.forEach((result, i) => {
        const ref = wanted[i]?.ref;
        if (result.kind === 'conflict' && ref) {
          conflicts++;
          const why =
            result.reason === 'gone' ? 'it has changed meanwhile' : 'the note has several such lines';
          outcome.failures.push(`${placeOf({ ...ref, path })} was left alone: ${why}.`);
        }
      });
      if (conflicts > 0) await this.refresh(path);
    }
  }

  private report(label: string, { notes, unchanged, failures }: Outcome, canUndo: boolean): void {
    const said: string[] = [];
    const changed = countLines(notes);
    if (changed > 0) said.push(`${label} (${countOf(changed, 'task')}).`);
    else if (failures.length === 0) said.push(unchanged > 0 ? 'Nothing to change.' : 'No task here.');
    said.push(...failures.slice(0, 3));
    if (failures.length > 3) said.push(`${countOf(failures.length - 3, 'more line')} left alone.`);
    this.reporter.say(said.join('\n'), canUndo ? { label: 'Undo', run: () => void this.undo() } : undefined);
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.started++;
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }
}

function add(changes: Map<string, LineChange[]>, path: string, change: LineChange): void {
  const known = changes.get(path);
  if (known) known.push(change);
  else changes.set(path, [change]);
}

function newOutcome(): Outcome {
  return { notes: [], failures: [], unchanged: 0 };
}

function countLines(notes: readonly ChangedNote[]): number {
  return notes.reduce((sum, { lines }) => sum + lines.length, 0);
}

function taskState(source: string, rules: LineRules): TaskState | null {
  const line = parseTaskLine(source);
  return line && stateOf(readFields(line), rules);
}

function placeOf({ path, line }: Target): string {
  return `Line ${line + 1} of ${path}`;
}
