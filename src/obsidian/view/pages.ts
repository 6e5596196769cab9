import { button } from './icon-button';

/** Shows the first of many, with a button for more below; `show` returns what takes the focus of the first shown. */
export function showInPages<T>(
  parent: HTMLElement,
  all: readonly T[],
  size: number,
  show: (one: T) => HTMLElement | null,
): void {
  let shown = 0;
  const more = button(parent, '.more', '', () => next()?.focus());
  const next = (): HTMLElement | null => {
    const [first] = all.slice(shown, shown + size).map(show);
    shown += size;
    more.setText(`Show more (${all.length - shown})`);
    // Behind what was just shown.
    if (shown < all.length) parent.append(more);
    else more.remove();
    return first ?? null;
  };
  next();
}
