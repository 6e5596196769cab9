/**
 * The texts of all tasks and which of them say the same: an inverted index with prefix filtering.
 *
 * Two texts can only be copies if the rarest words of the one are among the rarer words of the other: the lighter
 * has at least the share `lighter` of its weight in common, so one of the words it has in common is among those
 * rarest ones that weigh more than the rest of that share (likewise for the heavier). Only such pairs are looked at,
 * and of these, a signature of 64 bits drops most before they are compared. Nothing that counts is missed.
 *
 * Weights are frozen: they are counted when the first texts are there and again by `refreeze`. In between, a word
 * that is new weighs what a rare one weighs. So a changed text never touches the others that use its words.
 */
import type { TextNode } from './copy-nodes';
import { Comparer, leastShares, type Limits } from './copy-similarity';
import { ACTION, HARD, Vocabulary } from './copy-words';

/** What else decides about two texts. */
export interface PairRules {
  /** Whether it matters at all that these two say the same. */
  matters(a: TextNode, b: TextNode): boolean;
  /** Whether they may be copies, as far as the user said. */
  allows(a: TextNode, b: TextNode): boolean;
  /** How much speaks for it besides the words, from 0 to 1. */
  evidence(a: TextNode, b: TextNode): number;
}

const WEIGHT_UNIT = 16;
/** Softens the weights of small vaults, where one word more or less says little. */
const FEW = 200;
/** Stands for the neighbours of all texts that have none. */
const NONE: Map<TextNode, number> = new Map();

/** The texts, and the links between those that say the same. */
export class CopyTexts {
  private readonly vocabulary = new Vocabulary();
  private readonly nodes = new Map<string, TextNode>();
  private readonly slots: (TextNode | null)[] = [];
  private readonly free: number[] = [];
  private readonly byRarest: number[][] = [];
  private readonly byRarer: number[][] = [];
  /** How many texts have a word; and the frozen weights. Both by id, without gaps. */
  private readonly counts: number[] = [];
  private weights: number[] = [];
  private frozenSize = 0;
  // By slot: two halves of the signature, bits of it that another text must share, weight, and the last visit.
  private low = new Int32Array(0);
  private high = new Int32Array(0);
  private needed = new Int32Array(0);
  private heft = new Int32Array(0);
  private seen = new Int32Array(0);
  private round = 0;
  private readonly shares: { lighter: number; heavier: number };
  private readonly comparer: Comparer;

  constructor(
    private readonly rules: PairRules,
    private readonly limits: Limits,
  ) {
    this.shares = leastShares(limits);
    this.comparer = new Comparer(this, limits);
  }

  /** Whether so much came or went since the weights were frozen that they should be counted anew. */
  get isStale(): boolean {
    return this.nodes.size > 2 * this.frozenSize + 8 || this.nodes.size * 4 + 8 < this.frozenSize;
  }

  all(): IterableIterator<TextNode> {
    return this.nodes.values();
  }

  get(key: string): TextNode | undefined {
    return this.nodes.get(key);
  }

  /** The node of a text, made if there is none. */
  ensure(text: string): TextNode {
    const { key, words, negated, action } = this.vocabulary.read(text);
    const known = this.nodes.get(key);
    if (known) return known;
    const node: TextNode = {
      key,
      words,
      negated,
      action,
      members: [],
      near: NONE,
      weight: 0,
      slot: -1,
      byRarity: [],
      rarest: 0,
      rarer: 0,
    };
    while (this.counts.length < this.vocabulary.kinds.length) this.addWord();
    for (const word of words) this.counts[word >> 1] = (this.counts[word >> 1] as number) + 1;
    this.nodes.set(key, node);
    return node;
  }

  weightOf(id: number): number {
    return this.weights[id] as number;
  }

  kindOf(id: number): number {
    return this.vocabulary.kinds[id] as number;
  }

  /** Counts the weights anew. All texts have to be connected again then. */
  refreeze(): void {
    for (const node of this.nodes.values()) node.slot = -1;
    for (const list of [...this.byRarest, ...this.byRarer]) list.length = 0;
    this.slots.length = 0;
    this.free.length = 0;
    this.frozenSize = this.nodes.size;
    // A word that is not there now weighs what it will weigh in its first text.
    this.weights = this.counts.map((count, id) => this.weightFor(id, Math.max(1, count)));
  }

  /** Drops a text that nothing says any more. */
  drop(node: TextNode): void {
    this.disconnect(node);
    this.unpost(node);
    for (const word of node.words) this.counts[word >> 1] = (this.counts[word >> 1] as number) - 1;
    this.nodes.delete(node.key);
  }

  /** Finds what a text is near to, among those that were connected since the last `refreeze`. */
  connect(node: TextNode): void {
    this.disconnect(node);
    if (node.slot < 0) this.post(node);
    const round = ++this.round;
    this.seen[node.slot] = round;
    this.comparer.focus(node);
    const { byRarity, rarest, rarer } = node;
    for (let i = 0; i < rarer; i++) this.visit(node, this.byRarest[byRarity[i] as number] as number[], round);
    for (let i = 0; i < rarest; i++) this.visit(node, this.byRarer[byRarity[i] as number] as number[], round);
  }

  /** How much two texts say the same, also where that is too little for copies. */
  score(a: TextNode, b: TextNode): number {
    this.comparer.focus(a);
    return this.comparer.score(b, 0);
  }

  private disconnect(node: TextNode): void {
    if (node.near === NONE) return;
    for (const other of node.near.keys()) other.near.delete(node);
    node.near = NONE;
  }

  private visit(node: TextNode, list: readonly number[], round: number): void {
    const { seen, low, high, needed, heft } = this;
    const { slot } = node;
    const ownLow = low[slot] as number;
    const ownHigh = high[slot] as number;
    const ownNeeded = needed[slot] as number;
    for (const other of list) {
      if (seen[other] === round) continue;
      seen[other] = round;
      const bits = bitCount(ownLow & (low[other] as number)) + bitCount(ownHigh & (high[other] as number));
      if (bits < (node.weight < (heft[other] as number) ? ownNeeded : (needed[other] as number))) continue;
      this.link(node, this.slots[other] as TextNode);
    }
  }

  private link(node: TextNode, other: TextNode): void {
    if (!this.rules.matters(node, other)) return;
    const { same, evidence } = this.limits;
    const score = this.comparer.score(other, same - evidence);
    if (score < same - evidence || !this.rules.allows(node, other)) return;
    if (score < same && score < same - evidence * this.rules.evidence(node, other)) return;
    nearOf(node).set(other, score);
    nearOf(other).set(node, score);
  }

  private post(node: TextNode): void {
    this.weigh(node);
    const slot = this.free.pop() ?? this.slots.length;
    node.slot = slot;
    this.slots[slot] = node;
    if (slot >= this.seen.length) this.grow(slot * 2 + 64);
    const { byRarity, rarest, rarer, weight } = node;
    let [low, high] = [0, 0];
    for (let i = 0; i < byRarity.length; i++) {
      const id = byRarity[i] as number;
      const bit = Math.imul(id, 0x9e3779b1) >>> 26;
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
      if (i < rarest) (this.byRarest[id] as number[]).push(slot);
      if (i < rarer) (this.byRarer[id] as number[]).push(slot);
    }
    this.low[slot] = low;
    this.high[slot] = high;
    this.heft[slot] = weight;
    // Two words may have one bit, so that fewer bits are shared than words.
    const collisions = byRarity.length - bitCount(low) - bitCount(high);
    this.needed[slot] = this.prefix(byRarity, weight * this.shares.lighter - 1) - collisions;
    this.seen[slot] = 0;
  }

  private unpost(node: TextNode): void {
    const { slot, byRarity, rarest, rarer } = node;
    if (slot < 0) return;
    for (const id of byRarity.slice(0, rarest)) removeFrom(this.byRarest[id] as number[], slot);
    for (const id of byRarity.slice(0, rarer)) removeFrom(this.byRarer[id] as number[], slot);
    this.slots[slot] = null;
    this.free.push(slot);
    node.slot = -1;
  }

  private weigh(node: TextNode): void {
    const { weights } = this;
    const ids: number[] = [];
    let total = 0;
    // By insertion: there are few words.
    for (const word of node.words) {
      const id = word >> 1;
      const weight = weights[id] as number;
      total += weight;
      let at = ids.push(id) - 1;
      for (; at > 0; at--) {
        const before = ids[at - 1] as number;
        const difference = (weights[before] as number) - weight;
        if (difference > 0 || (difference === 0 && before < id)) break;
        ids[at] = before;
      }
      ids[at] = id;
    }
    node.byRarity = ids;
    node.weight = total;
    node.rarest = this.prefix(ids, total * (1 - this.shares.lighter));
    node.rarer = this.prefix(ids, total * (1 - this.shares.heavier));
  }

  /** How many of the first words it takes to weigh more than `weight`. */
  private prefix(ids: readonly number[], weight: number): number {
    let sum = 0;
    let count = 0;
    while (count < ids.length && sum <= weight) sum += this.weights[ids[count++] as number] as number;
    return count;
  }

  private addWord(): void {
    const id = this.counts.push(0) - 1;
    this.weights.push(this.weightFor(id, 1));
    this.byRarest.push([]);
    this.byRarer.push([]);
  }

  private weightFor(id: number, count: number): number {
    const kind = this.kindOf(id);
    const factor = kind === ACTION ? this.limits.action : kind === HARD ? this.limits.hard : 1;
    return Math.round(Math.log2(2 + (this.frozenSize + FEW) / (count + 2)) * factor * WEIGHT_UNIT);
  }

  private grow(size: number): void {
    const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.low = longer(this.low);
    this.high = longer(this.high);
    this.needed = longer(this.needed);
    this.heft = longer(this.heft);
    this.seen = longer(this.seen);
  }
}

function nearOf(node: TextNode): Map<TextNode, number> {
  if (node.near === NONE) node.near = new Map();
  return node.near;
}

function removeFrom(list: number[], value: number): void {
  const at = list.indexOf(value);
  if (at < 0) return;
  list[at] = list[list.length - 1] as number;
  list.pop();
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
