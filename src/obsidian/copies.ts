import type { Component } from 'obsidian';
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
export type CopyFacts = Pick<Copies, 'groupOf' | 'decidedBy' | 'pick' | 'caughtUp'>;

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

/** What is known of copies, kept in step with the notes. */
export type Copies = ReturnType<typeof followCopies>;

/** Keeps the index of copies in step with the notes, until `owner` ends. */
export function followCopies(
  owner: Pick<Component, 'register'>,
  index: NoteIndex,
  sources: () => CopySources,
  hush: Hush,
  feed: Pick<VaultFeed, 'status' | 'onStatus'>,
) {
  let used = sources();
  /** Made when it is asked for: not while the app starts. */
  let made: CopyIndex | null = null;
  const copies = (): CopyIndex => (made ??= new CopyIndex(used));
  const picks = new Set<string>();
  const waiting = new Set<string>();
  const listeners = new Listeners();
  /** The decisions that are remembered, by note. */
  let remembered: ReadonlyMap<string, readonly DecidedLine[]> = new Map();
  let known = new WeakMap<TaskItem, Known>();
  /** Work that goes on in slices. */
  let catchingUp: Promise<unknown> | null = null;
  let ended = false;
  /** Whether something else than a note has changed that groups are made of. */
  let isUnsettled = false;
  /** Whether nothing was looked at yet, and there is no use in asking. */
  let isEmpty = true;

  const ask = (item: TaskItem): Known => {
    if (isEmpty) return NOTHING;
    const before = known.get(item);
    if (before) return before;
    const key = taskKey(item);
    const decided = copies().decidedBy(key);
    // What is back in its own note is to be decided on again: somebody took the decision back there.
    const here = decided?.item === null ? remembered.get(item.path) : undefined;
    const isBack = here?.some(({ text }) => text === item.text) ?? false;
    const now = { group: copies().groupOf(key), decided: isBack ? null : decided };
    known.set(item, now);
    return now;
  };

  /** Takes over what was found out; whether anything is other than before. */
  function* forgetOld(): Generator<void, boolean> {
    const { groups, paths } = copies().settle();
    for (const path of paths) {
      for (const item of index.note(path)?.tasks ?? []) known.delete(item);
      index.open.touched([path]);
      yield;
    }
    return groups.size + paths.size > 0;
  }

  /** Asks already, so that the first list of all proposals need not. */
  function* askAll(): Generator<void, void> {
    for (const item of index.tasks()) {
      if (item.state === 'proposal') ask(item);
      yield;
    }
  }

  function* takeOver(): Generator<void, void> {
    const isFirst = isEmpty;
    let isOther = isFirst;
    do {
      isUnsettled = false;
      for (const path of waiting) {
        waiting.delete(path);
        copies().replaceNote(path, index.note(path));
        yield;
      }
      yield* copies().work();
      isOther = (yield* forgetOld()) || isOther;
      isEmpty = index.noteCount === 0;
      if (isFirst) yield* askAll();
    } while (waiting.size > 0 || isUnsettled);
    catchingUp = null;
    if (isOther) listeners.tell();
  }

  /**
   * Looks at all that waits, as soon as no more is to come, as when many notes are changed or all are read: nearly
   * always at once; what takes longer, as all notes at the start do, goes on in slices.
   */
  const begin = (): void => {
    if (catchingUp || hush.isOn || feed.status.kind !== 'ready') return;
    const steps = takeOver();
    const end = performance.now() + MOST_MS;
    while (!steps.next().done) {
      if (performance.now() < end) continue;
      catchingUp = nextTask().then(() => sliced(steps, () => ended));
      return;
    }
  };

  const take = (paths: Iterable<string>): void => {
    for (const path of paths) waiting.add(path);
    begin();
  };

  /** Takes over what is remembered of notes of which it is something else than before. */
  const remember = (now: ReadonlyMap<string, readonly DecidedLine[]>): void => {
    for (const path of new Set([...remembered.keys(), ...now.keys()])) {
      const [old, lines] = [remembered.get(path) ?? [], now.get(path) ?? []];
      const isSame = old.length === lines.length && lines.every((line, i) => isSameDecision(line, old[i]));
      if (!isSame) copies().setRemembered(path, lines);
    }
    remembered = now;
  };

  owner.register(index.subscribe(take));
  owner.register(hush.onEnd(begin));
  owner.register(feed.onStatus(begin));
  owner.register(() => {
    ended = true;
    waiting.clear();
  });

  const groupOf = (item: TaskItem): CopyGroup | null => ask(item).group;
  return {
    groupOf,
    decidedBy: (item: TaskItem): DecidedTask | null => ask(item).decided,

    /** Resolves when all that has changed is looked at; `null` when it is already, or cannot be yet. */
    caughtUp: (): Promise<unknown> | null => catchingUp,

    /** Keeps a proposal in its group, until the app is closed. */
    pick(item: TaskItem): void {
      for (const { item: member } of groupOf(item)?.members ?? []) picks.delete(taskKey(member));
      picks.add(taskKey(item));
      copies().setPicks(picks);
      if (allAtOnce(forgetOld())) listeners.tell();
    },

    /** Takes over what the user said since the last time. */
    refresh(): void {
      const { duplicateTag } = used;
      used = sources();
      if (used.duplicateTag !== duplicateTag) {
        made = null;
        known = new WeakMap();
        remembered = new Map();
        take(Array.from(index.notes(), ({ path }) => path));
      }
      copies().setSeparations(used.separations);
      remember(groupBy(used.remembered, ({ path }) => path));
      isUnsettled = true;
      begin();
    },

    /** Calls the listener when groups or decisions have changed; the returned function ends that. */
    subscribe: (listener: () => void) => listeners.add(listener),
  };
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
