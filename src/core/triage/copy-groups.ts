/** Divides texts that are linked with each other into stars. */
import type { TextNode } from './copy-nodes';

/**
 * Divides linked texts, the one with the most links first: it takes those of its links that do not contradict one
 * already taken, nearest first. The first of each star is its middle. The order of `nodes` makes no difference.
 */
export function divide(
  nodes: ReadonlySet<TextNode>,
  contradict: (a: TextNode, b: TextNode) => boolean,
): TextNode[][] {
  const linksOf = new Map<TextNode, [TextNode, number][]>();
  for (const node of nodes)
    linksOf.set(
      node,
      [...node.near].filter(([other]) => nodes.has(other)),
    );
  const order = [...linksOf].sort(([a, x], [b, y]) => y.length - x.length || byKey(a, b));
  const taken = new Set<TextNode>();
  return order.flatMap(([middle, links]) => {
    if (taken.has(middle)) return [];
    taken.add(middle);
    const star = [middle];
    links.sort(([a, x], [b, y]) => y - x || byKey(a, b));
    for (const [node] of links) {
      if (taken.has(node) || star.some((other) => !node.near.has(other) && contradict(node, other))) continue;
      taken.add(node);
      star.push(node);
    }
    return [star];
  });
}

function byKey(a: TextNode, b: TextNode): number {
  return a.key < b.key ? -1 : 1;
}
