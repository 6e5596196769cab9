/** Shows the first of many, with a button for more below; `show` returns what takes the focus of the first shown. */
export function showInPages<T>(
  parent: HTMLElement,
  all: readonly T[],
  size: number,
  show: (one: T) => HTMLElement | null,
): void {
  let shown = 0;
  const button = createEl('button', { cls: 'meeting-tasks-more', attr: { type: 'button' } });
  const next = (): HTMLElement | null => {
    const [first] = all.slice(shown, shown + size).map(show);
    shown = Math.min(all.length, shown + size);
    button.setText(`Show more (${all.length - shown})`);
    // Behind what was just shown.
    if (shown < all.length) parent.append(button);
    else button.remove();
    return first ?? null;
  };
  button.addEventListener('click', () => next()?.focus());
  next();
}
