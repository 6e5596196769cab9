/**
 * Copies: open proposals that say the same, and proposals on whose matter somebody has already decided.
 *
 *     const copies = new CopyIndex({ duplicateTag: '#duplicate' });
 *     for (const note of index.notes()) copies.replaceNote(note.path, note);   // at start
 *     for (const _ of copies.work()) await nextFrame();                        // slices of about a millisecond
 *     index.subscribe((paths) => {                                             // later: one note at a time
 *       for (const path of paths) copies.replaceNote(path, index.note(path));
 *       const { groups, paths: touched } = copies.settle();                    // what the view has to draw again
 *     });
 *     copies.groupOf(taskKey(item));    // the group of a proposal, `null` if it has no copy
 *     copies.decidedBy(taskKey(item));  // the done, accepted or rejected task that says the same, or `null`
 *
 * `replaceNote` and the setters only note what has changed; `work` (in slices) or `settle` (at once) then finds the
 * links of the texts that changed and divides what is linked with them into groups. Until then questions get the old
 * answers. What comes out depends on the tasks, the user's data and the frozen weights of words, not on the order of
 * events. The weights are counted at the first work, and counted anew by `work` (never by `settle`) when the vault
 * has doubled or shrunk to a quarter.
 *
 * A group is a star: one text in its middle that is near to all others, which must not contradict each other.
 */
import type { NoteEntry } from '../note/read-note';
import { taskKey } from '../note/task-item';
import { copyGroups } from './copy-groups';
import {
  type CopyGroup,
  type CopyMember,
  type DecidedTask,
  makeGroup,
  type RememberedDecision,
  roleOf,
} from './copy-members';
import { LIMITS } from './copy-similarity';
import { bestDecision, type Member, type Star } from './copy-nodes';
import { copyTexts } from './copy-texts';

/** What the user decided about copies, and what is known of tasks that are gone. Whoever stores it passes it in. */
export interface CopyData {
  /** Closed copies carry this tag; they count as no decision. */
  readonly duplicateTag: string;
  /** Pairs of texts (`normalText`) that are not the same, whatever they look like. */
  readonly separations?: Iterable<readonly [string, string]>;
  /** `taskKey`s of proposals that the user wants to keep in their groups. */
  readonly picks?: Iterable<string>;
}

/** What changed since somebody last asked. */
export interface CopyChanges {
  /** Keys of groups that came, went or changed. */
  readonly groups: ReadonlySet<string>;
  /** Notes with proposals whose group or decision may have changed. */
  readonly paths: ReadonlySet<string>;
}

/** The index of copies. */
export class CopyIndex {
  readonly #texts;
  readonly #grouping;
  readonly #notes = new Map<string, readonly Member[]>();
  #separations: ReadonlySet<string>;
  #picks: ReadonlySet<string>;
  #changes = { groups: new Set<string>(), paths: new Set<string>() };
  #isFrozen = false;

  /** `limits` are for those who measure others than the ones that are used. */
  constructor(
    private readonly data: CopyData,
    limits = LIMITS,
  ) {
    this.#separations = pairKeys(data.separations ?? []);
    this.#picks = new Set(data.picks ?? []);
    // Mostly there are none, and then no key is needed.
    this.#texts = copyTexts(
      limits,
      (a, b) => !this.#separations.size || !this.#separations.has(pairKey(a.key, b.key)),
    );
    this.#grouping = copyGroups(this.#texts, (star) => this.#announce(star));
  }

  /** Replaces the tasks of a note. Without an entry the note is forgotten. */
  replaceNote(path: string, entry: Pick<NoteEntry, 'tasks' | 'facts'> | null | undefined): void {
    const members: Member[] = [];
    for (const item of entry?.tasks ?? []) {
      const role = roleOf(item, this.data.duplicateTag);
      if (!entry || !role) continue;
      const { text } = item;
      const node = this.#texts.ensure(text);
      const day = item.done ?? item.cancelled ?? entry.facts.date;
      members.push(
        role === 'proposal'
          ? { node, task: { item, facts: entry.facts }, decided: null }
          : { node, task: null, decided: { item, text, kind: role, day } },
      );
    }
    if (this.#replace(path, members)) this.#changes.paths.add(path);
  }

  /** Sets the pairs of texts that the user called not the same. */
  setSeparations(separations: Iterable<readonly [string, string]>): void {
    const before = this.#separations;
    this.#separations = pairKeys(separations);
    for (const key of differences(before, this.#separations).join('\n').split('\n')) {
      const node = this.#texts.all.get(key);
      if (node) this.#grouping.touch(node);
    }
  }

  /** Sets the decisions that are remembered of a note, also on tasks that are gone from it. */
  setRemembered(path: string, decisions: Iterable<RememberedDecision>): void {
    const members = Array.from(decisions, ({ text, kind, day }) => {
      return { node: this.#texts.ensure(text), task: null, decided: { item: null, text, kind, day } };
    });
    // No path begins with a line break, so the tasks that the note holds now are kept apart.
    this.#replace(`\n${path}`, members);
  }

  /** Sets which proposals the user wants to keep, by `taskKey`. */
  setPicks(picks: Iterable<string>): void {
    const before = this.#picks;
    this.#picks = new Set(picks);
    for (const key of differences(before, this.#picks)) {
      const member = this.#find(key);
      if (member) this.#grouping.touch(member.node);
    }
  }

  /** Does all that is to do, counting the weights anew if that is due, unless they are `kept`. Yields after each slice. */
  *work(kept = false): Generator<void> {
    if (!this.#isFrozen || (!kept && this.#texts.isStale())) {
      this.recount();
      yield;
    }
    yield* this.#grouping.work();
  }

  /** Has the weights of words counted anew and everything worked on again. */
  recount(): void {
    this.#isFrozen = true;
    this.#texts.refreeze(this.#grouping.touch);
  }

  /** Does all that is to do at once, and says what changed since the last time. */
  settle(): CopyChanges {
    const work = this.work(true);
    while (!work.next().done);
    const changes = this.#changes;
    this.#changes = { groups: new Set(), paths: new Set() };
    return changes;
  }

  /** The group of a proposal; `null` for other tasks, and without copies. */
  groupOf(key: string): CopyGroup | null {
    const member = this.#find(key);
    const star = member?.node.star;
    if (!star) return null;
    const tasks = tasksOf(star);
    const middle = star.nodes[0];
    if (tasks.length > 1 && middle && this.#texts.allows(middle, middle)) {
      star.made ??= makeGroup(middle.key, tasks, this.#picks);
    }
    return star.made;
  }

  /** The decided task that says the same as a proposal: the one most like it, then the one decided last. */
  decidedBy(key: string): DecidedTask | null {
    const member = this.#find(key);
    const node = member?.node;
    return node ? bestDecision(node, !this.#texts.allows(node, node)) : null;
  }

  /** Replaces what stands in a note; says whether there is or was anything. */
  #replace(path: string, members: readonly Member[]): boolean {
    const before = this.#notes.get(path) ?? [];
    for (const member of before) {
      const { node } = member;
      node.members.splice(node.members.indexOf(member), 1);
      this.#grouping.touch(node);
    }
    for (const member of members) {
      member.node.members.push(member);
      this.#grouping.touch(member.node);
    }
    if (members.length > 0) this.#notes.set(path, members);
    else this.#notes.delete(path);
    return before.length + members.length > 0;
  }

  #announce(star: Star): void {
    let count = 0;
    for (const { members } of star.nodes) {
      for (const { task } of members) {
        if (!task) continue;
        this.#changes.paths.add(task.item.path);
        count++;
      }
    }
    if (count > 1 || star.made) this.#changes.groups.add(star.nodes[0]?.key ?? '');
  }

  #find(key: string): Member | undefined {
    const members = this.#notes.get(key.slice(0, key.indexOf('\n')));
    return members?.find(({ task }) => task && taskKey(task.item) === key);
  }
}

function tasksOf({ nodes }: Star): CopyMember[] {
  return nodes.flatMap(({ members }) => members.flatMap(({ task }) => task ?? []));
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function pairKeys(pairs: Iterable<readonly [string, string]>): Set<string> {
  return new Set(Array.from(pairs, ([a, b]) => pairKey(a, b)));
}

function differences(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...[...a].filter((one) => !b.has(one)), ...[...b].filter((one) => !a.has(one))];
}
