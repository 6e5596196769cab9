import { type App, Component, MarkdownRenderer } from 'obsidian';

/** Characters without which a text cannot hold inline Markdown. */
const MARKUP = /[*_`~=<[\]$\\]|https?:/;

/** How much of a text is shown, in characters. */
const LONGEST_TEXT = 2000;

/** How many rendered texts are kept. */
const MOST_KEPT = 400;

/** Shows task texts with their inline Markdown, rendered by Obsidian only where there is some, and only once. */
export class MarkdownText extends Component {
  readonly #rendered = new Map<string, readonly Node[]>();
  /** What each element shows. */
  readonly #shown = new WeakMap<HTMLElement, string>();

  constructor(private readonly app: App) {
    super();
  }

  /** Shows a text in an element at once, plainly; `resized` is called when it was then rendered. */
  show(el: HTMLElement, whole: string, path: string, resized: () => void): void {
    const text = shortened(whole);
    const key = `${path}\n${text}`;
    if (this.#shown.get(el) === key) return;
    this.#shown.set(el, key);
    const known = this.#rendered.get(key);
    if (known) {
      el.replaceChildren(...known.map((node) => node.cloneNode(true)));
      return;
    }
    el.setText(text);
    if (MARKUP.test(text)) void this.#render(el, text, path, key, resized);
  }

  async #render(
    el: HTMLElement,
    text: string,
    path: string,
    key: string,
    resized: () => void,
  ): Promise<void> {
    const holder = createDiv();
    // A text that begins like a block ("1. ", "# ") is still one line of a list item.
    await MarkdownRenderer.render(
      this.app,
      text.replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/, '$1\\$2'),
      holder,
      path,
      this,
    );
    const block = holder.children.length === 1 ? holder.firstElementChild : null;
    const source = block?.tagName === 'P' ? block : holder;
    const nodes = [...source.childNodes];
    this.#rendered.set(key, nodes);
    if (this.#rendered.size > MOST_KEPT) {
      const [oldest] = this.#rendered.keys();
      if (oldest !== undefined) this.#rendered.delete(oldest);
    }
    // The element may show another task by now.
    if (this.#shown.get(el) !== key) return;
    el.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
    resized();
  }
}

/** A line can be a megabyte long; nobody reads that here, and laying it out would stop the app. */
function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
