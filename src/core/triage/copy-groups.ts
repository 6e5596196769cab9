/** The groups of texts, kept up to date as texts come, go and change. */
import { hasProposal, type Star, type TextNode } from './copy-nodes';
import type { CopyTexts } from './copy-texts';

/** Groups that follow their texts. */
export interface CopyGroups {
  /** The members of a text changed, or whom it may be linked with. */
  readonly touch: (node: TextNode) => void;
  /** Does all that is to do. Yields after each slice. */
  work(): Generator<void>;
}

type Links = (readonly [TextNode, number])[];

/** How many links are worked on between two yields. */
const SLICE = 64;

const byKey = (a: TextNode, b: TextNode): number => (a.key < b.key ? -1 : 1);

/** Groups of no texts yet. `changed` is told of each group that came, went or changed. */
export function copyGroups(texts: CopyTexts, changed: (star: Star) => void): CopyGroups {
  /** Texts whose links, and texts whose groups are to be found anew. */
  const dirty = new Set<TextNode>();
  const loose = new Set<TextNode>();
  /** Counts the changes, so that work that was interrupted knows whether it is still true. */
  let version = 0;
  let count = 0;

  const loosen = (node: TextNode): void => {
    loose.add(node);
    version++;
  };

  const relink = (node: TextNode): void => {
    node.near.forEach((_, other) => loosen(other));
    texts.relink(node);
    node.near.forEach((_, other) => loosen(other));
    if (node.near.size > 0 || node.members.length > 1 || node.star) loosen(node);
  };

  /** Takes a text out of its group. Whoever was in it with the text needs a new one. */
  const forget = (node: TextNode): void => {
    loose.delete(node);
    const { star } = node;
    if (!star) return;
    changed(star);
    for (const other of star.nodes) {
      // Another may be in a new group already.
      if (other.star !== star) continue;
      other.star = null;
      if (other !== node && other.members.length > 0) loose.add(other);
    }
  };

  /** All texts that are linked with one over others, with their links. */
  function* linkedWith(start: TextNode): Generator<void, Map<TextNode, Links>> {
    const isOpen = (node: TextNode): boolean => hasProposal(node) && texts.allows(node, node);
    const linked = new Map<TextNode, Links>([[start, []]]);
    // A decision that came or went: the proposals near to it are loose themselves.
    for (const [node, links] of isOpen(start) ? linked : []) {
      for (const link of node.near) {
        if (!isOpen(link[0])) continue;
        links.push(link);
        if (!linked.has(link[0])) linked.set(link[0], []);
      }
      if ((count += links.length) > SLICE) yield;
    }
    return linked;
  }

  /**
   * Divides linked texts, the one with the most links first: it takes those of its links that do not contradict one
   * already taken, nearest first. The order of `linked` makes no difference.
   */
  function* divide(linked: Map<TextNode, Links>): Generator<void, TextNode[][]> {
    const byCount: TextNode[][] = [];
    for (const [node, { length }] of linked) {
      (byCount[length] ??= []).push(node);
      if ((count += 0.1) > SLICE) yield;
    }
    const taken = new Set<TextNode>();
    const stars: TextNode[][] = [];
    for (const middles of byCount.reverse()) {
      if ((count += middles?.length ?? 0) > SLICE) yield;
      for (const middle of middles?.sort(byKey) ?? []) {
        if (taken.has(middle)) continue;
        taken.add(middle);
        const star = [middle];
        const links = linked.get(middle) ?? [];
        count += links.length;
        for (const [node] of links.sort(([a, x], [b, y]) => y - x || byKey(a, b))) {
          // To compare it with all that are taken is what takes time.
          if ((count += star.length) > SLICE) yield;
          if (taken.has(node) || star.some((other) => !node.near.has(other) && texts.contradict(node, other)))
            continue;
          taken.add(node);
          star.push(node);
        }
        stars.push(star);
      }
    }
    return stars;
  }

  /** Finds the groups of all texts that are linked with one; begins again when something changes meanwhile. */
  function* regroup(start: TextNode): Generator<void> {
    const begun = version;
    const stars = yield* divide(yield* linkedWith(start));
    if (begun !== version) return;
    const current = ++version;
    for (const nodes of hasProposal(start) ? stars : []) {
      const star: Star = { nodes, made: null };
      for (const node of nodes) {
        forget(node);
        node.star = star;
      }
      changed(star);
      // Who is interrupted begins again here.
      loose.add(start);
      if ((count += nodes.length) > SLICE) yield;
      if (current !== version) return;
    }
    if (hasProposal(start)) loose.delete(start);
    else forget(start);
  }

  return {
    touch(node) {
      dirty.add(node);
      version++;
    },
    *work() {
      while (dirty.size + loose.size > 0) {
        for (const node of dirty) {
          dirty.delete(node);
          relink(node);
          if ((count += 2) > SLICE) {
            count = 0;
            yield;
          }
        }
        for (const node of loose) {
          // What became dirty meanwhile goes first.
          if (dirty.size > 0) break;
          const steps = regroup(node);
          while (!steps.next().done) {
            count = 0;
            yield;
          }
        }
      }
    },
  };
}
