import { HASH, isTagUnit, isWhitespace } from './characters';

/** Where a tag stands; `from` is its `#`. */
export interface TagSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The tags of a description as Tasks reads them: `#` after the start or one white space, then at least one
 * character that no tag may lack. Tags in code and links count; `##a`, `a#b` and `(#a)` do not.
 */
export function findTags(text: string, from = 0, to = text.length): TagSpan[] {
  const found: TagSpan[] = [];
  eachTag(text, from, to, (start, end) => found.push({ from: start, to: end }));
  return found;
}

/** The same tags as texts. */
export function tagTexts(text: string, from: number, to: number): string[] {
  const bounds: number[] = [];
  eachTag(text, from, to, (start, end) => bounds.push(start, end));
  // Numbers first: a list of texts that grows costs more than all else where a line is nothing but tags.
  const found = new Array<string>(bounds.length / 2);
  for (let i = 0; i < found.length; i++) found[i] = text.slice(bounds[2 * i], bounds[2 * i + 1]);
  return found;
}

function eachTag(text: string, from: number, to: number, take: (from: number, to: number) => void): void {
  // A tag can swallow tabs. What it swallowed cannot stand before the next one.
  let free = from;
  for (let at = text.indexOf('#', from); at >= 0 && at < to; at = text.indexOf('#', at + 1)) {
    const opens = at === from || (at - 1 >= free && isWhitespace(text.charCodeAt(at - 1)));
    if (!opens) continue;
    let end = at + 1;
    while (end < to && text.charCodeAt(end) !== HASH && isTagUnit(text.charCodeAt(end))) end++;
    if (end === at + 1) continue;
    free = end;
    // Tasks shows a tag without the white space that it swallowed at its end.
    while (isWhitespace(text.charCodeAt(end - 1))) end--;
    take(at, end);
  }
}

/** Whether two tags are the same to Obsidian, which ignores case. */
export function sameTag(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
