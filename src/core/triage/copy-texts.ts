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
import { Comparer, type CopyText, LIMITS, leastShares, type WordWeights } from './copy-similarity';
import { ACTION, HARD, normalText, Vocabulary } from './copy-words';

/** A text with everything that says it; texts are the same when their `normalText` is. */
export interface TextNode<Member> extends CopyText {
  readonly key: string;
  readonly members: Member[];
  /** The texts that say the same, and how surely. */
  readonly near: Map<TextNode<Member>, number>;
  /** Place in the list of texts; -1 while it is in no posting list. */
  slot: number;
  /** The words by which it is found as the lighter, and as the heavier of two. */
  rarest: number[];
  rarer: number[];
  /** How many bits of the signature the heavier text has to share at least. */
  needed: number;
  low: number;
  high: number;
}

/** What the owner of the members decides about two texts. */
export interface PairRules<Member> {
  /** Whether it matters at all that these two say the same. */
  matters(a: TextNode<Member>, b: TextNode<Member>): boolean;
  /** Whether they may be copies, as far as the user said. */
  allows(a: TextNode<Member>, b: TextNode<Member>): boolean;
  /** How much speaks for it besides the words, from 0 to 1. */
  evidence(a: TextNode<Member>, b: TextNode<Member>): number;
}

const WEIGHT_UNIT = 16;
/** Softens the weights of small vaults, where one word more or less says little. */
const FEW = 200;

/** The texts, and the edges between those that say the same. */
export class CopyTexts<Member> implements WordWeights {
  private readonly vocabulary = new Vocabulary();
  private readonly nodes = new Map<string, TextNode<Member>>();
  private readonly slots: (TextNode<Member> | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly byRarest: number[][] = [];
  private readonly byRarer: number[][] = [];
  /** How many texts have a word; and the frozen weights. */
  private readonly counts: number[] = [];
  private weights: number[] = [];
  private rareWeight = WEIGHT_UNIT;
  private frozenSize = 0;
  private seen = new Uint32Array(0);
  private round = 0;
  private readonly comparer = new Comparer(this);

  constructor(private readonly rules: PairRules<Member>) {}

  get size(): number {
    return this.nodes.size;
  }

  /** Whether so much came or went since the weights were frozen that they should be counted anew. */
  get isStale(): boolean {
    return this.nodes.size > 2 * this.frozenSize + 8 || this.nodes.size * 4 + 8 < this.frozenSize;
  }

  all(): IterableIterator<TextNode<Member>> {
    return this.nodes.values();
  }

  get(key: string): TextNode<Member> | undefined {
    return this.nodes.get(key);
  }

  /** The node of a text, made if there is none. */
  ensure(text: string): TextNode<Member> {
    const key = normalText(text);
    const known = this.nodes.get(key);
    if (known) return known;
    const { words, negated, action } = this.vocabulary.read(text);
    const node: TextNode<Member> = {
      ...{ key, words, negated, action, members: [], near: new Map() },
      ...{ weight: 0, slot: -1, rarest: [], rarer: [], needed: 0, low: 0, high: 0 },
    };
    for (const word of words) this.counts[word >> 1] = (this.counts[word >> 1] ?? 0) + 1;
    this.nodes.set(key, node);
    return node;
  }

  weightOf(id: number): number {
    return this.weights[id] ?? this.unknownWeight(id);
  }

  kindOf(id: number): number {
    return this.vocabulary.kinds[id] ?? 0;
  }

  /** Counts the weights anew. All texts have to be connected again then. */
  refreeze(): void {
    for (const node of this.nodes.values()) node.slot = -1;
    for (const lists of [this.slots, this.free, this.byRarest, this.byRarer]) lists.length = 0;
    this.frozenSize = this.nodes.size;
    this.rareWeight = this.weighCount(1);
    this.weights = [];
    for (let id = 0; id < this.counts.length; id++) {
      if (this.counts[id]) this.weights[id] = this.byKind(id, this.weighCount(this.counts[id] as number));
      else this.weights[id] = this.unknownWeight(id);
    }
  }

  /** Drops a text that nothing says any more. */
  drop(node: TextNode<Member>): void {
    this.disconnect(node);
    this.unpost(node);
    for (const word of node.words) this.counts[word >> 1] = (this.counts[word >> 1] as number) - 1;
    this.nodes.delete(node.key);
  }

  /** Forgets what a text is near to. */
  disconnect(node: TextNode<Member>): void {
    for (const other of node.near.keys()) other.near.delete(node);
    node.near.clear();
  }

  /** Finds what a text is near to, among those that were connected since the last `refreeze`. */
  connect(node: TextNode<Member>): void {
    this.disconnect(node);
    if (node.slot < 0) this.post(node);
    const round = ++this.round;
    this.seen[node.slot] = round;
    this.comparer.focus(node);
    for (const id of node.rarer) this.connectAll(node, this.byRarest[id], round);
    for (const id of node.rarest) this.connectAll(node, this.byRarer[id], round);
  }

  /** How much two texts say the same, also where that is too little for copies. */
  score(a: TextNode<Member>, b: TextNode<Member>): number {
    this.comparer.focus(a);
    return this.comparer.score(b);
  }

  private connectAll(node: TextNode<Member>, slots: readonly number[] | undefined, round: number): void {
    if (!slots) return;
    const { seen } = this;
    for (const slot of slots) {
      if (seen[slot] === round) continue;
      seen[slot] = round;
      const other = this.slots[slot] as TextNode<Member>;
      const needed = node.weight < other.weight ? node.needed : other.needed;
      if (bitCount(node.low & other.low) + bitCount(node.high & other.high) < needed) continue;
      if (!this.rules.matters(node, other)) continue;
      const score = this.comparer.score(other);
      if (score < LIMITS.same - LIMITS.evidence || !this.rules.allows(node, other)) continue;
      if (score < LIMITS.same - LIMITS.evidence * this.rules.evidence(node, other)) continue;
      node.near.set(other, score);
      other.near.set(node, score);
    }
  }

  private post(node: TextNode<Member>): void {
    this.weigh(node);
    node.slot = this.free.pop() ?? this.slots.length;
    this.slots[node.slot] = node;
    if (node.slot >= this.seen.length) {
      const longer = new Uint32Array(node.slot * 2 + 64);
      longer.set(this.seen);
      this.seen = longer;
    }
    for (const id of node.rarest) (this.byRarest[id] ??= []).push(node.slot);
    for (const id of node.rarer) (this.byRarer[id] ??= []).push(node.slot);
  }

  private unpost(node: TextNode<Member>): void {
    if (node.slot < 0) return;
    for (const id of node.rarest) removeFrom(this.byRarest[id], node.slot);
    for (const id of node.rarer) removeFrom(this.byRarer[id], node.slot);
    this.slots[node.slot] = undefined;
    this.free.push(node.slot);
    node.slot = -1;
  }

  private weigh(node: TextNode<Member>): void {
    const ids = node.words.map((word) => word >> 1);
    ids.sort((a, b) => this.weightOf(b) - this.weightOf(a) || a - b);
    node.weight = ids.reduce((sum, id) => sum + this.weightOf(id), 0);
    const shares = leastShares();
    node.rarest = this.prefix(ids, node.weight * (1 - shares.lighter));
    node.rarer = this.prefix(ids, node.weight * (1 - shares.heavier));
    node.low = node.high = 0;
    for (const id of ids) {
      const bit = (Math.imul(id, 0x9e3779b1) >>> 26) & 63;
      if (bit < 32) node.low |= 1 << bit;
      else node.high |= 1 << (bit - 32);
    }
    // Two words may have one bit, so that fewer bits are shared than words.
    const collisions = ids.length - bitCount(node.low) - bitCount(node.high);
    node.needed = this.prefix(ids, node.weight * shares.lighter - 1).length - collisions;
  }

  /** The first words, as many as it takes to weigh more than `weight`. */
  private prefix(ids: readonly number[], weight: number): number[] {
    let sum = 0;
    const length = ids.findIndex((id) => (sum += this.weightOf(id)) > weight);
    return ids.slice(0, length < 0 ? ids.length : length + 1);
  }

  private weighCount(count: number): number {
    return Math.log2(2 + (this.frozenSize + FEW) / (count + 2));
  }

  private byKind(id: number, weight: number): number {
    const kind = this.kindOf(id);
    const factor = kind === ACTION ? LIMITS.action : kind === HARD ? LIMITS.hard : 1;
    return Math.round(weight * factor * WEIGHT_UNIT);
  }

  private unknownWeight(id: number): number {
    return this.byKind(id, this.rareWeight);
  }
}

function removeFrom(list: number[] | undefined, value: number): void {
  const at = list?.indexOf(value) ?? -1;
  if (!list || at < 0) return;
  list[at] = list[list.length - 1] as number;
  list.pop();
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
