/** The groups of texts, kept up to date as texts come, go and change. */
import { divide } from './copy-groups';
import type { CopyGroup } from './copy-members';
import { hasProposal, type TextNode } from './copy-nodes';
import type { CopyTexts } from './copy-texts';

/** Texts that make one group. */
export interface Star {
  readonly key: string;
  /** The first is the one in the middle. */
  readonly nodes: readonly TextNode[];
  /** The group, once somebody asked for it. */
  made: CopyGroup | null;
}

/** What the user decided, and whoever wants to know of changes. */
export interface StarRules {
  isSeparated(a: TextNode, b: TextNode): boolean;
  /** Whether two texts, both near to a third, are too different for one group. */
  contradict(a: TextNode, b: TextNode): boolean;
  /** A group came, went or changed. */
  changed(star: Star): void;
}

/** How many texts are worked on between two yields. */
const SLICE = 32;

/** The stars by their texts. Only texts with a neighbour or several proposals are in one. */
export class CopyStars {
  private readonly stars = new Map<TextNode, Star>();
  /** Texts whose links, and texts whose groups are to be found anew. */
  private readonly dirty = new Set<TextNode>();
  private readonly loose = new Set<TextNode>();

  constructor(
    private readonly texts: CopyTexts,
    private readonly rules: StarRules,
  ) {}

  get hasWork(): boolean {
    return this.dirty.size > 0 || this.loose.size > 0;
  }

  get(node: TextNode): Star | undefined {
    return this.stars.get(node);
  }

  *all(): Generator<Star> {
    for (const [node, star] of this.stars) if (node === star.nodes[0]) yield star;
  }

  /** The members of a text changed, or whom it may be linked with. */
  touch(node: TextNode): void {
    this.dirty.add(node);
  }

  /** Something changed that only matters for the group of a text. */
  loosen(node: TextNode): void {
    this.loose.add(node);
  }

  /** Does all that is to do. Yields after each slice. */
  *work(): Generator<void> {
    let count = 0;
    while (this.hasWork) {
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

  private relink(node: TextNode): void {
    for (const other of node.near.keys()) this.loose.add(other);
    if (node.members.length > 0) this.texts.connect(node);
    else this.texts.drop(node);
    for (const other of node.near.keys()) this.loose.add(other);
    if (node.near.size > 0 || node.members.length > 1 || this.stars.has(node)) this.loose.add(node);
  }

  /** Finds the groups of all texts that are linked with one; says how many these are. */
  private regroup(start: TextNode): number {
    this.loose.delete(start);
    this.forget(start);
    // A decision that came or went: the proposals near to it are loose themselves.
    if (!hasProposal(start)) return 1;
    const linked = new Set([start]);
    for (const node of linked) {
      this.loose.delete(node);
      this.forget(node);
      if (this.rules.isSeparated(node, node)) continue;
      for (const other of node.near.keys()) {
        if (hasProposal(other) && !this.rules.isSeparated(other, other)) linked.add(other);
      }
    }
    for (const nodes of divide(linked, (a, b) => this.rules.contradict(a, b))) {
      const star: Star = { key: (nodes[0] as TextNode).key, nodes, made: null };
      for (const node of nodes) this.stars.set(node, star);
      this.rules.changed(star);
    }
    return linked.size;
  }

  private forget(node: TextNode): void {
    const star = this.stars.get(node);
    if (!star) return;
    this.rules.changed(star);
    for (const other of star.nodes) {
      this.stars.delete(other);
      // Whoever was in a group with it needs a new one.
      if (other !== node && other.members.length > 0) this.loose.add(other);
    }
  }
}
