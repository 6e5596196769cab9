/** As much of CSS as the checks of styles.css need. */

/** What a style sheet says, comments left out. */
export interface StyleSheet {
  /** Single selectors, lists taken apart; steps of keyframes are none. */
  readonly selectors: readonly string[];
  /** Conditions, names of keyframes and the like: "@media (hover: hover)". */
  readonly atRules: readonly string[];
  readonly used: ReadonlySet<string>;
  readonly defined: ReadonlySet<string>;
  readonly isImportant: boolean;
}

/** Reads a style sheet. */
export function readStyles(css: string): StyleSheet {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors: string[] = [];
  const atRules: string[] = [];
  const open: string[] = [];
  for (const [, prelude = '', mark] of text.matchAll(/([^{};]*)([{};])/g)) {
    const head = prelude.trim();
    if (mark === '}') open.pop();
    if (mark !== '{') continue;
    if (head.startsWith('@')) atRules.push(head);
    else if (!open.some((one) => one.startsWith('@keyframes'))) selectors.push(...splitList(head));
    open.push(head);
  }
  return {
    selectors,
    atRules,
    used: new Set(namesIn(text, /var\(\s*(--[\w-]+)/g)),
    defined: new Set(namesIn(text, /(?:^|[{;\s])(--[\w-]+)\s*:/g)),
    isImportant: /!\s*important/i.test(text),
  };
}

function namesIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, name = '']) => name);
}

/** Takes a list apart at its outer commas: those of ":is(a, b)" stay. */
function splitList(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((one) => one.trim());
}
