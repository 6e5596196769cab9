/** Divides texts that are linked with each other into stars. */
import { LIMITS } from './copy-similarity';
import type { TextNode } from './copy-texts';

/** Two texts beside each other, neither of them in the middle. */
export type Together<Member> = (a: TextNode<Member>, b: TextNode<Member>) => number;

/**
 * Divides linked texts, the one with the most links first: it takes those of its links that do not contradict one
 * already taken, nearest first. The first of each star is its middle. The order of `nodes` makes no difference.
 */
export function divide<Member>(
  nodes: ReadonlySet<TextNode<Member>>,
  score: Together<Member>,
): TextNode<Member>[][] {
  const linksOf = new Map<TextNode<Member>, [TextNode<Member>, number][]>();
  for (const node of nodes)
    linksOf.set(
      node,
      [...node.near].filter(([other]) => nodes.has(other)),
    );
  const order = [...linksOf].sort(([a, x], [b, y]) => y.length - x.length || byKey(a, b));
  const taken = new Set<TextNode<Member>>();
  return order.flatMap(([middle, links]) => {
    if (taken.has(middle)) return [];
    taken.add(middle);
    const star = [middle];
    links.sort(([a, x], [b, y]) => y - x || byKey(a, b));
    for (const [node] of links) {
      if (taken.has(node)) continue;
      if (star.some((other) => !node.near.has(other) && score(node, other) < LIMITS.together)) continue;
      taken.add(node);
      star.push(node);
    }
    return [star];
  });
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}
