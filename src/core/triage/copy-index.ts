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
import { bestDecision, isProposal, type Member, type Star, type TextNode } from './copy-nodes';
import { LIMITS } from './copy-similarity';
import { copyTexts } from './copy-texts';

/** What the user decided about copies, and what is known of tasks that are gone. Whoever stores it passes it in. */
export interface CopyData {
  /** Closed copies carry this tag; they count as no decision. */
  readonly duplicateTag: string;
  /** Pairs of texts (`normalText`) that are not the same, whatever they look like. */
  readonly separations?: Iterable<readonly [string, string]>;
  readonly remembered?: Iterable<RememberedDecision>;
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
  private readonly texts;
  private readonly grouping;
  private readonly notes = new Map<string, Member[]>();
  private separations: ReadonlySet<string>;
  private remembered: readonly Member[] = [];
  private picks: ReadonlySet<string>;
  private groups = new Set<string>();
  private paths = new Set<string>();
  private isFrozen = false;

  /** `limits` are for those who measure others than the ones that are used. */
  constructor(
    private readonly data: CopyData,
    limits = LIMITS,
  ) {
    this.separations = pairKeys(data.separations ?? []);
    this.picks = new Set(data.picks ?? []);
    const isSeparated = (a: TextNode, b: TextNode): boolean =>
      this.separations.size > 0 && this.separations.has(pairKey(a.key, b.key));
    const texts = copyTexts(limits, (a, b) => !isSeparated(a, b));
    this.texts = texts;
    this.grouping = copyGroups({
      relink: (node) => (node.members.length > 0 ? texts.connect(node) : texts.drop(node)),
      isAlone: (node) => isSeparated(node, node),
      contradict: (a, b) => isSeparated(a, b) || texts.score(a, b) < limits.together,
      changed: (star) => this.announce(star),
    });
    this.setRemembered(data.remembered ?? []);
  }

  /** Replaces the tasks of a note; only what differs is worked on. Without an entry the note is forgotten. */
  replaceNote(path: string, entry: Pick<NoteEntry, 'tasks' | 'facts'> | null | undefined): void {
    const before = this.notes.get(path) ?? [];
    const known = new Map<string, Member>();
    for (const member of before) if (member.task) known.set(taskKey(member.task.item), member);
    const now: Member[] = [];
    for (const item of entry?.tasks ?? []) {
      const role = roleOf(item, this.data.duplicateTag);
      if (role === null || !entry) continue;
      const task: CopyMember = { item, facts: entry.facts };
      const key = known.size > 0 ? taskKey(item) : '';
      const member = known.get(key);
      if (member?.task && member.role === role) {
        known.delete(key);
        this.refresh(member, task);
        now.push(member);
      } else now.push(this.add({ role, task, decision: null }, item.text));
    }
    for (const member of known.values()) this.removeMember(member);
    if (now.length > 0) this.notes.set(path, now);
    else this.notes.delete(path);
    if (now.length > 0 || before.length > 0) this.paths.add(path);
  }

  /** Sets the pairs of texts that the user called not the same. */
  setSeparations(separations: Iterable<readonly [string, string]>): void {
    const before = this.separations;
    this.separations = pairKeys(separations);
    for (const pair of differences(before, this.separations)) {
      for (const key of pair.split('\n')) {
        const node = this.texts.all.get(key);
        if (node) this.grouping.touch(node);
      }
    }
  }

  /** Sets the decisions on tasks that are gone from the notes. */
  setRemembered(decisions: Iterable<RememberedDecision>): void {
    for (const member of this.remembered) this.removeMember(member);
    this.remembered = Array.from(decisions, (decision) =>
      this.add({ role: decision.kind, task: null, decision }, decision.text),
    );
  }

  /** Sets which proposals the user wants to keep, by `taskKey`. */
  setPicks(picks: Iterable<string>): void {
    const before = this.picks;
    this.picks = new Set(picks);
    for (const key of differences(before, this.picks)) {
      const member = this.find(key);
      if (member) this.grouping.loosen(member.node);
    }
  }

  /** Whether there is anything to do for `work`. */
  get hasWork(): boolean {
    return this.grouping.hasWork() || !this.isFrozen || this.texts.isStale();
  }

  /** Does all that is to do, counting the weights anew if that is due. Yields after each slice. */
  *work(): Generator<void> {
    if (!this.isFrozen || this.texts.isStale()) this.recount();
    yield* this.grouping.work();
  }

  /** Has the weights of words counted anew and everything worked on again. */
  recount(): void {
    this.isFrozen = true;
    this.texts.refreeze();
    for (const node of this.texts.all.values()) this.grouping.touch(node);
  }

  /** Does all that is to do at once, and says what changed since the last time. */
  settle(): CopyChanges {
    const work = this.isFrozen ? this.grouping.work() : this.work();
    while (!work.next().done);
    const { groups, paths } = this;
    this.groups = new Set();
    this.paths = new Set();
    return { groups, paths };
  }

  /** The group of a proposal; `null` for other tasks, and without copies. */
  groupOf(key: string): CopyGroup | null {
    const member = this.find(key);
    const star = member?.role === 'proposal' ? member.node.star : null;
    if (!star || star.made) return star?.made ?? null;
    const middle = (star.nodes[0] as TextNode).key;
    const members = star.nodes.flatMap((node) =>
      node.members.flatMap((other) => (isProposal(other) && other.task ? [other.task] : [])),
    );
    if (members.length < 2 || this.separations.has(pairKey(middle, middle))) return null;
    star.made = makeGroup(middle, members, this.picks);
    return star.made;
  }

  /** The decided task that says the same as a proposal: the one most like it, then the one decided last. */
  decidedBy(key: string): DecidedTask | null {
    const member = this.find(key);
    if (member?.role !== 'proposal') return null;
    const { node } = member;
    return bestDecision(node, this.separations.has(pairKey(node.key, node.key)));
  }

  private add(member: Omit<Member, 'node'>, text: string): Member {
    const node = this.texts.ensure(text);
    const added = { ...member, node };
    node.members.push(added);
    this.grouping.touch(node);
    return added;
  }

  private removeMember(member: Member): void {
    const { members } = member.node;
    members.splice(members.indexOf(member), 1);
    this.grouping.touch(member.node);
  }

  /** The line is the same, but it may stand elsewhere, or in a meeting of which something changed. */
  private refresh(member: Member, task: CopyMember): void {
    const before = member.task?.facts;
    member.task = task;
    if (member.node.star) member.node.star.made = null;
    const { facts } = task;
    if (before?.title !== facts.title || before.people.join() !== facts.people.join())
      this.grouping.touch(member.node);
    else if (before.date !== facts.date) this.grouping.loosen(member.node);
  }

  private announce(star: Star): void {
    let count = 0;
    for (const node of star.nodes) {
      for (const member of node.members) {
        if (!member.task || !isProposal(member)) continue;
        this.paths.add(member.task.item.path);
        count++;
      }
    }
    if (count > 1 || star.made) this.groups.add((star.nodes[0] as TextNode).key);
  }

  private find(key: string): Member | undefined {
    const members = this.notes.get(key.slice(0, key.indexOf('\n')));
    return members?.find(({ task }) => task && taskKey(task.item) === key);
  }
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function pairKeys(pairs: Iterable<readonly [string, string]>): Set<string> {
  return new Set(Array.from(pairs, ([a, b]) => pairKey(a, b)));
}

function* differences(a: ReadonlySet<string>, b: ReadonlySet<string>): Generator<string> {
  for (const one of a) if (!b.has(one)) yield one;
  for (const one of b) if (!a.has(one)) yield one;
}
