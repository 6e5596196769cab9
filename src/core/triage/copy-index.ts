/**
 * Copies: open proposals that say the same, and proposals on whose matter somebody has already decided.
 *
 *     const copies = new CopyIndex({ duplicateTag: '#duplicate' });
 *     for (const _ of copies.load(index.notes())) await nextFrame();   // at start: slices of about a millisecond
 *     index.subscribe((paths) => {                                     // later: one note at a time
 *       for (const path of paths) copies.replaceNote(path, index.note(path));
 *       const { groups, paths: touched } = copies.settle();            // what the view has to draw again
 *     });
 *     copies.groupOf(taskKey(item));    // the group of a proposal, `null` if it has no copy
 *     copies.decidedBy(taskKey(item));  // the done, accepted or rejected task that says the same, or `null`
 *
 * `replaceNote`, `remove` and the setters only note what has changed; `work` (in slices) or `settle` (at once) then
 * finds the edges of the texts that changed and divides the parts of the graph that they touch into groups. Until
 * then questions get the old answers. What comes out depends on the tasks, the user's data and the frozen weights of
 * words, not on the order of events. The weights are counted at the first work, and counted anew by `work` (never
 * by `settle`) when the vault has doubled or shrunk to a quarter.
 *
 * A group is a star: one text in its middle that is near to all others, which must not contradict each other.
 */
import type { NoteEntry } from '../note/read-note';
import type { TaskItem } from '../note/task-item';
import { taskKey } from '../note/task-item';
import { divide } from './copy-groups';
import {
  type CopyGroup,
  type CopyMember,
  type Decided,
  type DecidedTask,
  evidenceOf,
  makeGroup,
  type RememberedDecision,
  roleOf,
} from './copy-members';
import { CopyTexts, type TextNode } from './copy-texts';

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

/** A task, or a remembered decision. */
interface Member {
  readonly role: 'proposal' | Decided;
  /** `null` for a remembered decision. */
  task: CopyMember | null;
  readonly decision: RememberedDecision | null;
  readonly node: Node;
}

type Node = TextNode<Member>;

/** Texts that are one group; it is made when somebody asks. */
interface Star {
  readonly key: string;
  readonly nodes: readonly Node[];
  made: CopyGroup | null;
}

/** How many tasks are read in, or texts worked on, between two yields. */
const SLICE = 32;
/** Where many tasks have one text, so many of them speak for all. */
const SPOKESMEN = 4;

/** The index of copies. */
export class CopyIndex {
  private readonly texts: CopyTexts<Member>;
  private readonly notes = new Map<string, Member[]>();
  private readonly stars = new Map<Node, Star>();
  /** Texts whose links, and texts whose groups are to be found anew. */
  private readonly dirty = new Set<Node>();
  private readonly loose = new Set<Node>();
  private separations: ReadonlySet<string> = new Set();
  private remembered: Member[] = [];
  private picks: ReadonlySet<string> = new Set();
  private groups = new Set<string>();
  private paths = new Set<string>();
  private isFrozen = false;

  constructor(private readonly data: CopyData) {
    this.texts = new CopyTexts<Member>({
      matters: (a, b) => a.members.some(isOpen) || b.members.some(isOpen),
      allows: (a, b) => !this.isSeparated(a, b),
      evidence: (a, b) => evidenceBetween(a, b),
    });
    this.separations = new Set(Array.from(data.separations ?? [], ([a, b]) => pairKey(a, b)));
    this.picks = new Set(data.picks ?? []);
    this.setRemembered(data.remembered ?? []);
  }

  /** Takes in whole notes and does all the work, in slices. */
  *load(notes: Iterable<NoteEntry>): Generator<void> {
    let count = 0;
    for (const note of notes) {
      this.replaceNote(note.path, note);
      count += note.tasks.length;
      if (count < SLICE) continue;
      count = 0;
      yield;
    }
    yield* this.work();
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

  /** Forgets the tasks of a note. */
  remove(path: string): void {
    this.replaceNote(path, null);
  }

  /** Sets the pairs of texts that the user called not the same. */
  setSeparations(separations: Iterable<readonly [string, string]>): void {
    const before = this.separations;
    this.separations = new Set(Array.from(separations, ([a, b]) => pairKey(a, b)));
    for (const pair of differences(before, this.separations)) {
      for (const key of pair.split('\n')) {
        const node = this.texts.get(key);
        if (node) this.dirty.add(node);
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
      if (member) this.loose.add(member.node);
    }
  }

  /** Whether there is anything to do for `work`. */
  get hasWork(): boolean {
    return this.dirty.size > 0 || this.loose.size > 0 || !this.isFrozen || this.texts.isStale;
  }

  /** Does all that is to do, counting the weights anew if that is due. Yields after each slice. */
  *work(): Generator<void> {
    if (!this.isFrozen || this.texts.isStale) {
      this.isFrozen = true;
      this.texts.refreeze();
      for (const node of this.texts.all()) this.dirty.add(node);
    }
    yield* this.workOff();
  }

  /** Does all that is to do at once, and says what changed since the last time. */
  settle(): CopyChanges {
    const work = this.isFrozen ? this.workOff() : this.work();
    while (!work.next().done);
    return this.takeChanges();
  }

  /** What changed since the last time that somebody asked. */
  takeChanges(): CopyChanges {
    const { groups, paths } = this;
    this.groups = new Set();
    this.paths = new Set();
    return { groups, paths };
  }

  /** The group of a proposal; `null` for other tasks, and without copies. */
  groupOf(key: string): CopyGroup | null {
    const member = this.find(key);
    const star = member?.role === 'proposal' ? this.stars.get(member.node) : undefined;
    return star ? this.groupFrom(star) : null;
  }

  /** All groups of two proposals or more. */
  *allGroups(): Generator<CopyGroup> {
    for (const [node, star] of this.stars) {
      const group = node === star.nodes[0] ? this.groupFrom(star) : null;
      if (group) yield group;
    }
  }

  /** The decided task that says the same as a proposal: the one most like it, then the one decided last. */
  decidedBy(key: string): DecidedTask | null {
    const member = this.find(key);
    if (member?.role !== 'proposal') return null;
    const { node } = member;
    let best: DecidedTask | null = null;
    let bestScore = 0;
    for (const [other, score] of [[node, 1] as const, ...node.near]) {
      if (score < bestScore || (other === node && this.isSeparated(node, node))) continue;
      for (const candidate of other.members) {
        const decided = decisionOf(candidate);
        if (!decided || (best && score === bestScore && !isLater(decided, best))) continue;
        best = decided;
        bestScore = score;
      }
    }
    return best;
  }

  private *workOff(): Generator<void> {
    let count = 0;
    while (this.dirty.size > 0 || this.loose.size > 0) {
      for (const node of this.dirty) {
        this.dirty.delete(node);
        this.relink(node);
        if (++count % SLICE === 0) yield;
      }
      for (const node of this.loose) {
        // What became dirty meanwhile goes first.
        if (this.dirty.size > 0) break;
        count += this.regroup(node);
        if (count < SLICE) continue;
        count = 0;
        yield;
      }
    }
  }

  private add(member: Omit<Member, 'node'>, text: string): Member {
    const node = this.texts.ensure(text);
    const added = { ...member, node };
    node.members.push(added);
    this.dirty.add(node);
    return added;
  }

  private removeMember(member: Member): void {
    const { members } = member.node;
    members.splice(members.indexOf(member), 1);
    this.dirty.add(member.node);
  }

  /** The line is the same, but it may stand elsewhere, or in a meeting of which something changed. */
  private refresh(member: Member, task: CopyMember): void {
    const before = member.task?.facts;
    member.task = task;
    const star = this.stars.get(member.node);
    if (star) star.made = null;
    const { facts } = task;
    if (before?.title !== facts.title || before.people.join() !== facts.people.join())
      this.dirty.add(member.node);
    else if (before.date !== facts.date) this.loose.add(member.node);
  }

  private relink(node: Node): void {
    this.loosen(node);
    if (node.members.length > 0) this.texts.connect(node);
    else {
      this.texts.drop(node);
      return;
    }
    this.loosen(node);
  }

  private loosen(node: Node): void {
    this.loose.add(node);
    for (const other of node.near.keys()) this.loose.add(other);
  }

  /** Finds the groups of all texts that are linked with one; says how many these are. */
  private regroup(start: Node): number {
    this.loose.delete(start);
    const linked = new Set([start]);
    for (const node of linked) {
      this.loose.delete(node);
      this.forgetStar(node);
      if (this.isSeparated(node, node)) continue;
      for (const other of node.near.keys()) {
        if (other.members.some(isOpen) && !this.isSeparated(other, other)) linked.add(other);
      }
    }
    if (!start.members.some(isOpen)) {
      // A decision that came or went: those that say the same are loose themselves.
      return 1;
    }
    for (const nodes of divide(linked, (a, b) => (this.isSeparated(a, b) ? 0 : this.texts.score(a, b)))) {
      const star: Star = { key: (nodes[0] as Node).key, nodes, made: null };
      for (const node of nodes) this.stars.set(node, star);
      this.announce(star);
    }
    return linked.size;
  }

  private forgetStar(node: Node): void {
    const star = this.stars.get(node);
    if (!star) return;
    this.announce(star);
    for (const other of star.nodes) {
      this.stars.delete(other);
      // Whoever was in a group with it needs a new one.
      if (other !== node && other.members.length > 0) this.loose.add(other);
    }
  }

  private announce(star: Star): void {
    let count = 0;
    for (const node of star.nodes) {
      for (const { task, role } of node.members) {
        if (!task || role !== 'proposal') continue;
        this.paths.add(task.item.path);
        count++;
      }
    }
    if (count > 1 || star.made) this.groups.add(star.key);
  }

  private groupFrom(star: Star): CopyGroup | null {
    if (star.made) return star.made;
    const members = star.nodes.flatMap((node) =>
      node.members.flatMap(({ role, task }) => (role === 'proposal' && task ? [task] : [])),
    );
    if (members.length < 2 || star.nodes.some((node) => this.isSeparated(node, node))) return null;
    star.made = makeGroup(star.key, members, this.picks);
    return star.made;
  }

  private isSeparated(a: Node, b: Node): boolean {
    return this.separations.size > 0 && this.separations.has(pairKey(a.key, b.key));
  }

  private find(key: string): Member | undefined {
    const members = this.notes.get(key.slice(0, key.indexOf('\n')));
    return members?.find(({ task }) => task && taskKey(task.item) === key);
  }
}

const isOpen = ({ role }: Member): boolean => role === 'proposal';

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function* differences(a: ReadonlySet<string>, b: ReadonlySet<string>): Generator<string> {
  for (const one of a) if (!b.has(one)) yield one;
  for (const one of b) if (!a.has(one)) yield one;
}

function evidenceBetween(a: Node, b: Node): number {
  let best = 0;
  for (const { task: one } of a.members.slice(0, SPOKESMEN)) {
    for (const { task: two } of b.members.slice(0, SPOKESMEN)) {
      if (one && two) best = Math.max(best, evidenceOf(one, two));
    }
  }
  return best;
}

function decisionOf({ role, task, decision }: Member): DecidedTask | null {
  if (decision) return { item: null, text: decision.text, kind: decision.kind, day: decision.day };
  if (role === 'proposal' || !task) return null;
  const { item, facts } = task;
  return { item, text: item.text, kind: role, day: item.done ?? item.cancelled ?? facts.date };
}

function isLater(a: DecidedTask, b: DecidedTask): boolean {
  const [day, other] = [a.day ?? '', b.day ?? ''];
  // Of the same day, the place in the vault decides, so that the answer does not depend on the order of events.
  return day > other || (day === other && (a.item?.path ?? '') < (b.item?.path ?? ''));
}
