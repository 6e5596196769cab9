/** Texts with the tasks that say them. */
import type { CopyGroup, CopyMember, DecidedTask } from './copy-members';
import type { WeighedText } from './copy-similarity';

/** A proposal, or a decision, among all that have its text. */
export interface Member {
  readonly node: TextNode;
  /** The proposal. */
  readonly task: CopyMember | null;
  /** The decision. */
  readonly decided: DecidedTask | null;
}

/** A text with everything that says it; texts are the same when their `normalText` is. */
export interface TextNode extends WeighedText {
  readonly members: Member[];
  /** The texts that say the same, and how surely. */
  near: Map<TextNode, number>;
  /** The group that it is in. Only texts with a neighbour or several proposals have one. */
  star: Star | null;
  /** By how many of its words it is found. */
  rarest: number;
  rarer: number;
  /** Its place among the texts that are found by their words; -1 while it is not. */
  place: number;
  /** When it was last looked at. */
  seen: number;
}

/** Texts that make one group. */
export interface Star {
  /** The first is the one in the middle. */
  readonly nodes: readonly TextNode[];
  /** The group, once somebody asked for it. */
  made: CopyGroup | null;
}

/** Whether anybody still has to decide on a text. */
export function hasProposal({ members }: TextNode): boolean {
  return members.some(({ task }) => task);
}

/** The decision on a text or one near to it: on the text most alike, then the last. `isAlone` leaves its own text out. */
export function bestDecision(node: TextNode, isAlone: boolean): DecidedTask | null {
  let best: DecidedTask | null = null;
  let bestScore = 0;
  for (const [{ members }, score] of isAlone ? node.near : [[node, 1] as const, ...node.near]) {
    for (const { decided } of members) {
      if (!decided || score < bestScore || (best && score === bestScore && !isLater(decided, best))) continue;
      best = decided;
      bestScore = score;
    }
  }
  return best;
}

function isLater(a: DecidedTask, b: DecidedTask): boolean {
  const [day, other] = [a.day ?? '', b.day ?? ''];
  if (day !== other) return day > other;
  // Of the same day, the place in the vault decides, so that the answer does not depend on the order of events.
  const [path, otherPath] = [a.item?.path ?? '', b.item?.path ?? ''];
  return path === otherPath ? (a.item?.line ?? 0) < (b.item?.line ?? 0) : path < otherPath;
}
