/** Texts with the tasks that say them. */
import {
  type CopyGroup,
  type CopyMember,
  type Decided,
  type DecidedTask,
  evidenceOf,
  type RememberedDecision,
} from './copy-members';
import type { WeighedText } from './copy-similarity';

/** Where more tasks than this have one text, what else they have in common says nothing. */
const SPOKESMEN = 4;

/** A task, or a remembered decision, among all that have its text. */
export interface Member {
  readonly role: 'proposal' | Decided;
  /** `null` for a remembered decision. */
  task: CopyMember | null;
  readonly decision: RememberedDecision | null;
  readonly node: TextNode;
}

/** A text with everything that says it; texts are the same when their `normalText` is. */
export interface TextNode extends WeighedText {
  readonly members: Member[];
  /** The texts that say the same, and how surely. */
  near: Map<TextNode, number>;
  /** The group that it is in. Only texts with a neighbour or several proposals have one. */
  star: Star | null;
  /** Its words, the rarest first, and how many of them it is found by; empty while it is not. */
  byRarity: number[];
  rarest: number;
  rarer: number;
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
  return members.some(isProposal);
}

/** Whether a member is a proposal. */
export function isProposal({ role }: Member): boolean {
  return role === 'proposal';
}

/** How much speaks for two texts being the same besides their words, from 0 to 1. */
export function evidenceBetween(a: TextNode, b: TextNode): number {
  if (a.members.length > SPOKESMEN || b.members.length > SPOKESMEN) return 0;
  let best = 0;
  for (const { task: one } of a.members) {
    for (const { task: two } of b.members) {
      if (one && two) best = Math.max(best, evidenceOf(one, two));
    }
  }
  return best;
}

/** The decision on a text or one near to it: on the text most alike, then the last. `isAlone` leaves its own text out. */
export function bestDecision(node: TextNode, isAlone: boolean): DecidedTask | null {
  let best: DecidedTask | null = null;
  let bestScore = 0;
  for (const [other, score] of isAlone ? node.near : [[node, 1] as const, ...node.near]) {
    if (score < bestScore) continue;
    for (const member of other.members) {
      const decided = decisionOf(member);
      if (!decided || (best && score === bestScore && !isLater(decided, best))) continue;
      best = decided;
      bestScore = score;
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
  if (day !== other) return day > other;
  // Of the same day, the place in the vault decides, so that the answer does not depend on the order of events.
  const [path, otherPath] = [a.item?.path ?? '', b.item?.path ?? ''];
  return path === otherPath ? (a.item?.line ?? 0) < (b.item?.line ?? 0) : path < otherPath;
}
