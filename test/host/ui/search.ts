import type { SearchMatches, SearchResult } from 'obsidian';

/** Finds every word of the query anywhere in the text. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    for (const word of words) {
      let at = lower.indexOf(word);
      if (at < 0) return null;
      for (; at >= 0; at = lower.indexOf(word, at + word.length)) matches.push([at, at + word.length]);
    }
    return { score: -matches.length, matches: merge(matches) };
  };
}

/** Finds the letters of the query in their order; word beginnings and neighbours score better. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const all: SearchMatches = [];
    let score = 0;
    for (const word of words) {
      const whole = lower.indexOf(word);
      const found = whole >= 0 ? [[whole, whole + word.length] as [number, number]] : letters(word, lower);
      if (!found) return null;
      all.push(...found);
      const start = found[0]?.[0] ?? 0;
      score -= (found.length - 1) * 0.5 + start * 0.01 + (/\w/.test(lower[start - 1] ?? ' ') ? 0.3 : 0);
    }
    return { score, matches: merge(all) };
  };
}

function letters(word: string, text: string): SearchMatches | null {
  const matches: SearchMatches = [];
  let at = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    const last = matches[matches.length - 1];
    if (last && last[1] === found) last[1] = found + letter.length;
    else matches.push([found, found + letter.length]);
    at = found + letter.length;
  }
  return matches;
}

function merge(matches: SearchMatches): SearchMatches {
  const sorted = [...matches].sort((a, b) => a[0] - b[0]);
  const merged: SearchMatches = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Writes a text with its matches highlighted. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const from = Math.max(at, start + offset);
    const to = Math.min(text.length, end + offset);
    if (to <= from) continue;
    el.appendText(text.slice(at, from));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}

/** Writes a search result. */
export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset?: number): void {
  renderMatches(el, text, result.matches, offset);
}

/** Sorts results in place, the best first. */
export function sortSearchResults(results: { match: SearchResult }[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}
