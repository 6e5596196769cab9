import { Component } from 'obsidian';
import { Listeners } from '../core/listeners';
import type { NoteIndex } from '../core/index/note-index';
import { type TaskItem, taskKey } from '../core/note/task-item';
import { allAtOnce, groupBy } from '../core/shared/collect';
import { CopyIndex } from '../core/triage/copy-index';
import type { CopyGroup, DecidedTask } from '../core/triage/copy-members';
import { normalText } from '../core/triage/copy-split';
import type { DecidedLine } from '../core/triage/remembered';
import type { VaultFeed } from './feed';
import type { Hush } from './hush';
import { nextTask, sliced } from './slices';

/** What is known of copies of proposals and of decisions on their matter. */
export interface CopyFacts {
  groupOf(item: TaskItem): CopyGroup | null;
  decidedBy(item: TaskItem): DecidedTask | null;
  /** Keeps a proposal in its group, until the app is closed. */
  pick(item: TaskItem): void;
}

/** What the user said about copies, and what is remembered of tasks that are gone. Asked anew when it may have changed. */
export interface CopySources {
  readonly duplicateTag: string;
  readonly separations: readonly (readonly [string, string])[];
  readonly remembered: readonly DecidedLine[];
}

/** So long changes are worked on at once, in milliseconds; then in slices. */
const MOST_MS = 4;

interface Known {
  readonly group: CopyGroup | null;
  readonly decided: DecidedTask | null;
}

const NOTHING: Known = { group: null, decided: null };

/** Keeps the index of copies in step with the notes. */
export class Copies extends Component implements CopyFacts {
  /** Made when it is asked for: not while the app starts. */
  #made: CopyIndex | null = null;
  #used: CopySources;
  readonly #picks = new Set<string>();
  readonly #waiting = new Set<string>();
  readonly #listeners = new Listeners();
  /** The decisions that are remembered, by note. */
  #remembered: ReadonlyMap<string, readonly DecidedLine[]> = new Map();
  #known = new WeakMap<TaskItem, Known>();
  #catchingUp = false;
  /** Whether something else than a note has changed that groups are made of. */
  #isUnsettled = false;
  /** Whether nothing was looked at yet, and there is no use in asking. */
  #isEmpty = true;

  constructor(
    private readonly index: NoteIndex,
    private readonly sources: () => CopySources,
    private readonly hush: Hush,
    private readonly feed: Pick<VaultFeed, 'status' | 'onStatus'>,
  ) {
    super();
    this.#used = sources();
  }

  get #copies(): CopyIndex {
    return (this.#made ??= new CopyIndex(this.#used));
  }

  override onload(): void {
    this.register(this.index.subscribe((paths) => this.#take(paths)));
    this.register(this.hush.onEnd(() => this.#begin()));
    this.register(this.feed.onStatus(() => this.#begin()));
  }

  override onunload(): void {
    this.#waiting.clear();
  }

  groupOf(item: TaskItem): CopyGroup | null {
    return this.#ask(item).group;
  }

  decidedBy(item: TaskItem): DecidedTask | null {
    return this.#ask(item).decided;
  }

  pick(item: TaskItem): void {
    for (const { item: member } of this.groupOf(item)?.members ?? []) this.#picks.delete(taskKey(member));
    this.#picks.add(taskKey(item));
    this.#copies.setPicks(this.#picks);
    this.#settle();
  }

  /** Takes over what the user said since the last time. */
  refresh(): void {
    const { duplicateTag } = this.#used;
    this.#used = this.sources();
    if (this.#used.duplicateTag !== duplicateTag) {
      this.#made = null;
      this.#known = new WeakMap();
      this.#remembered = new Map();
      this.#take(new Set([...this.index.notes()].map(({ path }) => path)));
    }
    this.#copies.setSeparations(this.#used.separations);
    this.#remember(groupBy(this.#used.remembered, ({ path }) => path));
    this.#isUnsettled = true;
    this.#begin();
  }

  /** Takes over what is remembered of notes of which it is something else than before. */
  #remember(now: ReadonlyMap<string, readonly DecidedLine[]>): void {
    const before = this.#remembered;
    this.#remembered = now;
    for (const path of new Set([...before.keys(), ...now.keys()])) {
      const [old, lines] = [before.get(path) ?? [], now.get(path) ?? []];
      const isSame = old.length === lines.length && lines.every((line, i) => isSameDecision(line, old[i]));
      if (!isSame) this.#copies.setRemembered(path, lines);
    }
  }

  /** Calls the listener when groups or decisions have changed; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #ask(item: TaskItem): Known {
    if (this.#isEmpty) return NOTHING;
    let known = this.#known.get(item);
    if (!known) {
      const key = taskKey(item);
      const decided = this.#copies.decidedBy(key);
      // What is back in its own note is to be decided on again: somebody took the decision back there.
      const here = decided?.item === null ? this.#remembered.get(item.path) : undefined;
      const isBack = here?.some(({ text }) => text === item.text) ?? false;
      known = { group: this.#copies.groupOf(key), decided: isBack ? null : decided };
      this.#known.set(item, known);
    }
    return known;
  }

  /** Whether more is to come: many notes are changed, or all are read. */
  #isBusy(): boolean {
    return this.#catchingUp || this.hush.isOn || this.feed.status.kind !== 'ready';
  }

  #take(paths: ReadonlySet<string>): void {
    for (const path of paths) this.#waiting.add(path);
    this.#begin();
  }

  /**
   * Looks at all that waits, as soon as no more is to come: nearly always at once; what takes longer, as all notes at
   * the start do, goes on in slices.
   */
  #begin(): void {
    if (this.#isBusy()) return;
    const steps = this.#steps();
    const end = performance.now() + MOST_MS;
    while (!steps.next().done) {
      if (performance.now() < end) continue;
      this.#catchingUp = true;
      return void nextTask().then(() => sliced(steps, () => false));
    }
  }

  *#steps(): Generator<void, void> {
    const isFirst = this.#isEmpty;
    let isOther = isFirst;
    do {
      this.#isUnsettled = false;
      for (const path of this.#waiting) {
        this.#waiting.delete(path);
        this.#copies.replaceNote(path, this.index.note(path));
        yield;
      }
      yield* this.#copies.work();
      isOther = (yield* this.#forgetOld()) || isOther;
      this.#isEmpty = this.index.noteCount === 0;
      if (isFirst) yield* this.#askAll();
    } while (this.#waiting.size > 0 || this.#isUnsettled);
    this.#catchingUp = false;
    if (isOther) this.#listeners.tell();
  }

  /** Asks already, so that the first list of all proposals need not. */
  *#askAll(): Generator<void, void> {
    for (const item of this.index.tasks()) {
      if (item.state === 'proposal') this.#ask(item);
      yield;
    }
  }

  #settle(): void {
    if (allAtOnce(this.#forgetOld())) this.#listeners.tell();
  }

  /** Takes over what was found out; whether anything is other than before. */
  *#forgetOld(): Generator<void, boolean> {
    const { groups, paths } = this.#copies.settle();
    for (const path of paths) {
      for (const item of this.index.note(path)?.tasks ?? []) this.#known.delete(item);
      this.index.open.touched([path]);
      yield;
    }
    return groups.size + paths.size > 0;
  }
}

function isSameDecision(a: DecidedLine, b: DecidedLine | undefined): boolean {
  return a.text === b?.text && a.kind === b.kind && a.day === b.day;
}

/** The pairs by which two groups of texts are kept apart: one text from all others of its group. */
export function separationsOf(item: TaskItem, group: CopyGroup): [string, string][] {
  const own = normalText(item.text);
  const others = new Set(group.members.map((member) => normalText(member.item.text)));
  return [...others].filter((text) => text !== own).map((text) => [own, text]);
}
