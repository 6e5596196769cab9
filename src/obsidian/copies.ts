import { Component } from 'obsidian';
import { Listeners } from '../core/listeners';
import type { NoteIndex } from '../core/index/note-index';
import { type TaskItem, taskKey } from '../core/note/task-item';
import { groupBy } from '../core/shared/collect';
import { CopyIndex } from '../core/triage/copy-index';
import type { CopyGroup, DecidedTask } from '../core/triage/copy-members';
import { normalText } from '../core/triage/copy-split';
import type { DecidedLine } from '../core/triage/remembered';
import type { Hush } from './hush';
import { Breath } from './slices';

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

/** Up to so many changed notes are looked at at once; more of them in slices. */
const AT_ONCE = 20;

interface Known {
  readonly group: CopyGroup | null;
  readonly decided: DecidedTask | null;
}

/** Keeps the index of copies in step with the notes. */
export class Copies extends Component implements CopyFacts {
  private copies: CopyIndex;
  private used: CopySources;
  private readonly picks = new Set<string>();
  private readonly waiting = new Set<string>();
  private readonly listeners = new Listeners();
  /** The decisions that are remembered, by note. */
  private remembered: ReadonlyMap<string, readonly DecidedLine[]> = new Map();
  private known = new WeakMap<TaskItem, Known>();
  private catchingUp = false;

  constructor(
    private readonly index: NoteIndex,
    private readonly sources: () => CopySources,
    private readonly hush: Hush,
  ) {
    super();
    this.used = sources();
    this.copies = new CopyIndex(this.used);
  }

  override onload(): void {
    this.register(this.index.subscribe((paths) => this.take(paths)));
    this.register(
      this.hush.onEnd(() => {
        if (this.waiting.size > 0 && !this.catchingUp) void this.catchUp();
      }),
    );
  }

  override onunload(): void {
    this.waiting.clear();
  }

  groupOf(item: TaskItem): CopyGroup | null {
    return this.ask(item).group;
  }

  decidedBy(item: TaskItem): DecidedTask | null {
    return this.ask(item).decided;
  }

  pick(item: TaskItem): void {
    for (const { item: member } of this.groupOf(item)?.members ?? []) this.picks.delete(taskKey(member));
    this.picks.add(taskKey(item));
    this.copies.setPicks(this.picks);
    this.settle();
  }

  /** Takes over what the user said since the last time. */
  refresh(): void {
    const { duplicateTag } = this.used;
    this.used = this.sources();
    if (this.used.duplicateTag !== duplicateTag) {
      this.copies = new CopyIndex(this.used);
      this.known = new WeakMap();
      this.remembered = new Map();
      this.take(new Set([...this.index.notes()].map(({ path }) => path)));
    }
    this.copies.setSeparations(this.used.separations);
    this.remember(groupBy(this.used.remembered, ({ path }) => path));
    this.settle();
  }

  /** Takes over what is remembered of notes of which it is something else than before. */
  private remember(now: ReadonlyMap<string, readonly DecidedLine[]>): void {
    const before = this.remembered;
    this.remembered = now;
    for (const path of new Set([...before.keys(), ...now.keys()])) {
      const [old, lines] = [before.get(path) ?? [], now.get(path) ?? []];
      const isSame = old.length === lines.length && lines.every((line, i) => isSameDecision(line, old[i]));
      if (!isSame) this.copies.setRemembered(path, lines);
    }
  }

  /** Calls the listener when groups or decisions have changed; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private ask(item: TaskItem): Known {
    let known = this.known.get(item);
    if (!known) {
      const key = taskKey(item);
      const decided = this.copies.decidedBy(key);
      // What is back in its own note is to be decided on again: somebody took the decision back there.
      const here = decided?.item === null ? this.remembered.get(item.path) : undefined;
      const isBack = here?.some(({ text }) => text === item.text) ?? false;
      known = { group: this.copies.groupOf(key), decided: isBack ? null : decided };
      this.known.set(item, known);
    }
    return known;
  }

  private take(paths: ReadonlySet<string>): void {
    const { isOn } = this.hush;
    if (isOn || this.catchingUp || paths.size > AT_ONCE) {
      for (const path of paths) this.waiting.add(path);
      if (!isOn && !this.catchingUp) void this.catchUp();
      return;
    }
    for (const path of paths) this.copies.replaceNote(path, this.index.note(path));
    this.settle();
  }

  /** Many notes at once, as at the start: in slices that leave the app responsive. */
  private async catchUp(): Promise<void> {
    this.catchingUp = true;
    const breath = new Breath();
    while (this.waiting.size > 0) {
      for (const path of this.waiting) {
        this.waiting.delete(path);
        this.copies.replaceNote(path, this.index.note(path));
        await breath.take();
      }
      const work = this.copies.work();
      while (!work.next().done) await breath.take();
    }
    this.catchingUp = false;
    this.settle();
  }

  private settle(): void {
    const { groups, paths } = this.copies.settle();
    for (const path of paths) for (const item of this.index.note(path)?.tasks ?? []) this.known.delete(item);
    if (groups.size + paths.size === 0) return;
    this.index.open.touched(paths);
    this.listeners.tell();
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
