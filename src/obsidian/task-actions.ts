import type { LineChange, LineResult } from '../core/edit/apply-changes';
import { type ChangeHistory, type HistoryEntry, type Reversal, reversalOf } from '../core/edit/history';
import { planVerb } from '../core/edit/plan';
import type { Verb, VerbContext } from '../core/edit/verb';
import { countOf, pastTense, refusalText } from '../core/edit/wording';
import { type LineRules, stateOf, type TaskState } from '../core/line/rules';
import { sameTag } from '../core/line/tags';
import { parseTaskLine, readFields } from '../core/line/task-line';
import type { LineRef } from '../core/text/note-text';
import type { NoteWriter, WriteOutcome } from './note-writer';
import type { ReportAction, Reporter } from './reporter';

/** A line that a verb is meant for. Task items of the index are targets as they are. */
export interface Target extends LineRef {
  readonly path: string;
}

/** What running a verb did: how many lines changed, and a sentence for each line that did not and should have. */
interface Outcome {
  changed: number;
  readonly failures: string[];
  unchanged: number;
  /** Remembers each note at once: what was written must be in the history, whatever happens to the next note. */
  readonly remember: (path: string, written: Written) => void;
}

type Written = Pick<Extract<WriteOutcome, { kind: 'written' }>, 'results' | 'regions'>;

/** What the actions need of the place where the history is kept and shown. */
export interface HistoryPlace {
  /** Resolves when the history holds what was done in earlier sessions. */
  ready(): Promise<void>;
  /** Whether there is a note of this path. */
  exists(path: string): boolean;
  /** Shows the history to the user. */
  show(): void;
}

/** A history of this session only. */
const NO_PLACE: HistoryPlace = { ready: () => Promise.resolve(), exists: () => true, show: () => undefined };

/** Carries out verbs on lines, remembers what was done, and tells the user. Everything that edits goes through here. */
export class TaskActions {
  /** Runs follow each other: two quick keys on one note must not plan on the same old text. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: NoteWriter,
    private readonly history: ChangeHistory,
    private readonly context: () => VerbContext,
    private readonly refresh: (path: string) => Promise<void>,
    private readonly reporter: Reporter,
    private readonly place: HistoryPlace = NO_PLACE,
  ) {}

  /** Applies a verb to lines of any notes as one change. Resolves to the number of lines that changed. */
  run(verb: Verb, targets: readonly Target[]): Promise<number> {
    return this.enqueue(async () => {
      // What a line was before it was decided may have been written down long ago.
      if (verb.kind === 'reopen') await this.place.ready();
      const outcome = this.newChange(pastTense(verb), [verb.kind]);
      const changes = this.plan(verb, targets, outcome);
      return this.carryOut(pastTense(verb), changes, outcome);
    });
  }

  /** Makes changes that were planned elsewhere as one change. Resolves to the number of lines that changed. */
  apply(label: string, changes: ReadonlyMap<string, readonly LineChange[]>): Promise<number> {
    return this.enqueue(() => this.carryOut(label, changes, this.newChange(label, [])));
  }

  /** Takes the last change back. */
  undo(): Promise<void> {
    return this.takeBack('undo', () => this.history.last);
  }

  /** Makes the change again that was taken back last. */
  redo(): Promise<void> {
    return this.takeBack('redo', () => this.history.lastUndone);
  }

  /** Takes one change back, whatever was done since: as far as its lines are still what was written. */
  undoChange(id: string): Promise<void> {
    return this.takeBack('undo', () => this.history.entry(id));
  }

  /** Makes one change again that was taken back. */
  redoChange(id: string): Promise<void> {
    return this.takeBack('redo', () => this.history.entry(id));
  }

  private async carryOut(
    label: string,
    changes: ReadonlyMap<string, readonly LineChange[]>,
    outcome: Outcome,
  ): Promise<number> {
    await this.write(changes, outcome);
    this.report(
      label,
      outcome,
      outcome.changed > 0 ? { label: 'Undo', run: () => void this.undo() } : undefined,
    );
    return outcome.changed;
  }

  private takeBack(kind: Reversal, choose: () => HistoryEntry | undefined): Promise<void> {
    return this.enqueue(async () => {
      await this.place.ready();
      const entry = choose();
      if (!entry) return this.reporter.say(`There is nothing to ${kind}.`);
      const outcome = newOutcome((path, { results, regions }) =>
        this.history.took(kind, entry.id, path, results, regions),
      );
      const changes = reversalOf(entry, kind);
      await this.write(changes, outcome);
      for (const [path, wanted] of changes) {
        // What stood in a note that is gone must not be in the way of what can be taken back.
        if (!this.place.exists(path))
          outcome.remember(path, { results: wanted.map(() => GONE), regions: [] });
      }
      const word = kind === 'undo' ? 'Undone' : 'Redone';
      const show = { label: 'History', run: () => this.place.show() };
      this.report(
        `${word}: ${entry.label.toLowerCase()}`,
        outcome,
        outcome.failures.length > 0 ? show : undefined,
      );
    });
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
      outcome.changed += written.results.filter(({ kind }) => kind === 'applied').length;
      outcome.remember(path, written);
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

  private report(label: string, { changed, unchanged, failures }: Outcome, action?: ReportAction): void {
    const said: string[] = [];
    if (changed > 0) said.push(`${label} (${countOf(changed, 'task')}).`);
    else if (failures.length === 0) said.push(unchanged > 0 ? 'Nothing to change.' : 'No task here.');
    said.push(...failures.slice(0, 3));
    if (failures.length > 3) said.push(`${countOf(failures.length - 3, 'more line')} left alone.`);
    this.reporter.say(said.join('\n'), action);
  }

  /** An outcome that becomes a change in the history as soon as a first line is written. */
  private newChange(label: string, verbs: readonly string[]): Outcome {
    const change = this.history.begin(label, verbs);
    return newOutcome((path, { regions }) => {
      if (regions.length > 0) this.history.add(change, { path, regions });
    });
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
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

const GONE: LineResult = { kind: 'conflict', reason: 'gone' };

function newOutcome(remember: Outcome['remember']): Outcome {
  return { changed: 0, failures: [], unchanged: 0, remember };
}

function taskState(source: string, rules: LineRules): TaskState | null {
  const line = parseTaskLine(source);
  return line && stateOf(readFields(line), rules);
}

function placeOf({ path, line }: Target): string {
  return `Line ${line + 1} of ${path}`;
}
