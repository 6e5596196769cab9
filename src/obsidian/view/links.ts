import { type App, type Component, Keymap } from 'obsidian';

/** Wires the links in task texts: Obsidian does it only in its own views. `path` is the note they stand in. */
export function bindLinks(owner: Component, el: HTMLElement, app: App, path: () => string | undefined): void {
  owner.registerDomEvent(el, 'click', (event) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
    const from = path();
    if (!link || from === undefined) return;
    event.preventDefault();
    void app.workspace.openLinkText(link.dataset['href'] ?? '', from, Keymap.isModEvent(event));
  });
}
