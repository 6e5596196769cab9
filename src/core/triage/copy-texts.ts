/**
 * The texts of all tasks and which of them say the same: an inverted index with prefix filtering.
 *
 * Two texts can only be copies if the rarest words of the one are among the rarer words of the other: the one has at
 * least a share (`leastShares`) of its weight in common, so one of the words it has in common is among those rarest
 * ones that weigh more than the rest of that share; likewise the other, with a smaller share. Only such pairs are
 * compared. Nothing that counts is missed.
 *
 * Weights are frozen: they are counted when the first texts are there and again by `refreeze`. In between, a word
 * that is new weighs what a rare one weighs. So a changed text never touches the others that use its words.
 */
import { hasProposal, type TextNode } from './copy-nodes';
import { comparer, leastShares, type Limits, scoreOf, weightOf } from './copy-similarity';
import { createReader, isAction } from './copy-words';

/** The texts, and the links between those that say the same. */
export interface CopyTexts {
  readonly all: ReadonlyMap<string, TextNode>;
  /** Whether so much came or went since the weights were frozen that they should be counted anew. */
  isStale(): boolean;
  /** Counts the weights anew. All texts that were connected have to be connected again: `each` is told of them. */
  refreeze(each: (node: TextNode) => void): void;
  /** The node of a text, made if there is none. */
  ensure(text: string): TextNode;
  /** Finds what a text is near to, or drops it if nothing says it any more. */
  relink(node: TextNode): void;
  /** Whether two texts may be copies, as far as the user said; of one text, whether all that is this text may. */
  allows(a: TextNode, b: TextNode): boolean;
  /** How much two texts say the same, also where that is too little for copies. */
  score(a: TextNode, b: TextNode): number;
  /** Whether two texts, both near to a third, are too different for one group. */
  contradict(a: TextNode, b: TextNode): boolean;
}

/** Softens the weights of small vaults, where one word more or less says little. */
const FEW = 200;
/** Stands for the neighbours of all texts that have none. */
const NONE: Map<TextNode, number> = new Map();

/**
 * So many numbers tell of most texts that they are no copies: the bits of their words (60, in two numbers), the known
 * verb (-1 for none) and the weight (-1 for a vague text).
 */
const MARKS = 4;

/** An index without texts. */
export function copyTexts(limits: Limits, allows: CopyTexts['allows']): CopyTexts {
  const all = new Map<string, TextNode>();
  const reader = createReader();
  const { read, kinds } = reader;
  /** By the id of a word: how many texts have it, what it weighs, and for which it is among the first and the next. */
  const counts: number[] = [];
  const weights: number[] = [];
  let rarest: number[][] = [];
  let rarer: number[][] = [];
  /** The texts that are found by their words; the lists above hold places in this one. */
  let nodes: TextNode[] = [];
  /** `MARKS` numbers for each of these, side by side: most of what is looked at is no copy, and is not looked at closer. */
  let marks: number[] = [];
  /** Places that are empty again. */
  let free: number[] = [];
  let frozen = 0;
  let round = 0;
  const [share, otherShare] = leastShares(limits);
  const compare = comparer({ ...reader, weights }, limits);

  const weigh = (id: number, texts: number): void => {
    weights[id] = Math.round(Math.log2(2 + (frozen + FEW) / (texts + 2)) * 16);
  };

  const count = (words: readonly number[], more: number): void => {
    for (const word of words) counts[word >> 2] = (counts[word >> 2] as number) + more;
  };

  /** How many of the rarest words it takes to weigh more than a share. */
  const prefix = ({ words, weight, acronyms }: TextNode, least: number): number => {
    // What is spelled out elsewhere is none of the words in common.
    let rest = weight * (1 - least) + acronyms.reduce((sum, [, id]) => sum + (weights[id] as number), 0);
    let count = 0;
    while (count < words.length && rest >= 0) rest -= weightOf(words[count++] as number, weights);
    return count;
  };

  const post = (node: TextNode): void => {
    const { words } = node;
    node.weight = 0;
    // Sorts by insertion: there are few words.
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number;
      const weight = weights[word >> 2] as number;
      node.weight += weightOf(word, weights);
      let at = i;
      for (; at > 0; at--) {
        const before = words[at - 1] as number;
        const more = (weights[before >> 2] as number) - weight;
        if (more > 0 || (more === 0 && before < word)) break;
        words[at] = before;
      }
      words[at] = word;
    }
    const place = free.pop() ?? nodes.length;
    nodes[place] = node;
    node.place = place;
    const at = place * MARKS;
    marks[at] = 0;
    marks[at + 1] = 0;
    for (const word of words) {
      const bit = (word >> 2) % 60;
      const half = at + (bit < 30 ? 0 : 1);
      marks[half] = (marks[half] as number) | (1 << (bit % 30));
    }
    marks[at + 2] = isAction(kinds[node.action]) ? node.action : -1;
    marks[at + 3] = node.isVague ? -1 : node.weight;
    node.rarest = prefix(node, share);
    node.rarer = prefix(node, otherShare);
    for (let i = 0; i < node.rarer; i++) {
      const id = (node.words[i] as number) >> 2;
      if (i < node.rarest) (rarest[id] ??= []).push(place);
      (rarer[id] ??= []).push(place);
    }
  };

  const unpost = (node: TextNode): void => {
    if (node.place < 0) return;
    for (const word of node.words) {
      for (const list of [rarest[word >> 2], rarer[word >> 2]]) {
        const at = list?.indexOf(node.place) ?? -1;
        if (list && at >= 0) list.splice(at, 1);
      }
    }
    free.push(node.place);
  };

  const disconnect = (node: TextNode): void => {
    for (const other of node.near.keys()) other.near.delete(node);
    node.near = NONE;
  };

  const link = (node: TextNode, other: TextNode): void => {
    if (!hasProposal(node) && !hasProposal(other)) return;
    const score = compare(node, other, limits.same);
    if (score < limits.same || !allows(node, other)) return;
    if (node.near === NONE) node.near = new Map();
    if (other.near === NONE) other.near = new Map();
    node.near.set(other, score);
    other.near.set(node, score);
  };

  /** Whether the text at a place has a word, as far as its bits tell. */
  const mayHave = (at: number, id: number): boolean => {
    const bit = id % 60;
    return ((marks[at + (bit < 30 ? 0 : 1)] as number) & (1 << (bit % 30))) > 0;
  };

  /** Whether the texts at two places may say the same. */
  const maySay = (at: number, other: number, { words, weight }: TextNode): boolean => {
    const otherWeight = marks[other + 3] as number;
    if (otherWeight < 0 || (marks[at + 3] as number) < 0) return true;
    // Two known verbs, neither of them in the other text, are two things to do.
    const verb = marks[at + 2] as number;
    const otherVerb = marks[other + 2] as number;
    if (verb >= 0 && otherVerb >= 0 && !mayHave(other, verb) && !mayHave(at, otherVerb)) return false;
    let ours = 0;
    let theirs = 0;
    for (const word of words) {
      if (!mayHave(other, word >> 2)) continue;
      ours += weightOf(word, weights);
      theirs += weights[word >> 2] as number;
    }
    return scoreOf(ours, weight - ours, Math.max(0, otherWeight - theirs), limits) >= limits.same;
  };

  const visit = (node: TextNode, list: readonly number[] | undefined): void => {
    const at = node.place * MARKS;
    for (const place of list ?? []) {
      if (!maySay(at, place * MARKS, node)) continue;
      const other = nodes[place] as TextNode;
      if (other.seen === round) continue;
      other.seen = round;
      link(node, other);
    }
  };

  return {
    all,
    isStale: () => all.size > 2 * frozen + 8 || all.size * 4 + 8 < frozen,
    refreeze(each) {
      frozen = all.size;
      // At the start all of them are still to be connected.
      for (const node of nodes.length > 0 ? all.values() : []) {
        node.place = -1;
        each(node);
      }
      [rarest, rarer, nodes, marks, free] = [[], [], [], [], []];
      // A word that is not there now weighs what it will weigh in its first text.
      counts.forEach((count, id) => weigh(id, Math.max(1, count)));
    },
    ensure(text) {
      const found = read(text);
      let node = all.get(found.key);
      if (!node) {
        const { key, words, negated, action, meanings, isVague, acronyms } = found;
        node = {
          key,
          words,
          negated,
          action,
          meanings,
          isVague,
          acronyms,
          members: [],
          near: NONE,
          star: null,
          weight: 0,
          rarest: 0,
          rarer: 0,
          seen: 0,
          place: -1,
        };
        all.set(key, node);
        while (counts.length < kinds.length) weigh(counts.push(0) - 1, 1);
        count(words, 1);
      }
      return node;
    },
    relink(node) {
      disconnect(node);
      if (node.members.length === 0) {
        unpost(node);
        count(node.words, -1);
        all.delete(node.key);
        return;
      }
      if (node.place < 0) post(node);
      node.seen = ++round;
      for (let i = 0; i < node.rarer; i++) {
        const id = (node.words[i] as number) >> 2;
        visit(node, rarest[id]);
        if (i < node.rarest) visit(node, rarer[id]);
      }
    },
    allows,
    score: (a, b) => compare(a, b, 0),
    contradict: (a, b) => !allows(a, b) || compare(a, b, 0) < limits.together,
  };
}
