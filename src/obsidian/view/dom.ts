import { Keymap, type Menu, setIcon } from 'obsidian';
import type { ViewServices } from './services';

/** Attributes of an element; those that are `null` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;
type ByTag<T> = T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement;
type ElementOf<S> = S extends `${infer Tag}.${string}` ? ByTag<Tag> : ByTag<S>;

/** For text that somebody wrote: it runs in its own direction. */
export const AUTO = { dir: 'auto' } as const;

/** For what is there for the eye only. */
export const MUTE = { 'aria-hidden': 'true' } as const;

/** For what is said when it changes. */
export const STATUS = { role: 'status' } as const;

/** Class names that are not the plugin's own. */
const COMMON = /^(?:is|mod|clickable)-/;

/**
 * Adds an element. `spec` is its tag with class names behind dots: "div.text" has the class "meeting-tasks-text";
 * names that begin with "is-", "mod-" or "clickable-" stay as they are.
 */
export function add<S extends string>(parent: Node, spec: S, text = '', attr: Attributes = {}): ElementOf<S> {
  const [tag, ...names] = spec.split('.');
  const cls = names.map((name) => (COMMON.test(name) ? name : `meeting-tasks-${name}`));
  return parent.createEl(tag as 'div', { cls, text, attr }) as Node as ElementOf<S>;
}

let names = 0;

/** Names an element for a screen reader by the text of another one. */
export function nameBy(el: HTMLElement, title: HTMLElement): void {
  title.id ||= `meeting-tasks-name-${++names}`;
  el.setAttr('aria-labelledby', title.id);
}

/**
 * Names an element that holds others for a screen reader. An `aria-label` would do, but Obsidian shows it as a tooltip
 * wherever the pointer is over the element.
 */
export function nameRegion(el: HTMLElement, name: string): void {
  nameBy(el, add(el, 'span', name, { hidden: true }));
}

/** Adds an icon that is there for the eye only. */
export function addIcon(parent: HTMLElement, icon: string, spec = 'span'): void {
  setIcon(add(parent, spec, '', MUTE), icon);
}

/** Adds the key that does the same, where it is known. */
export function addKey(button: HTMLElement, key: string): void {
  if (key) add(button, 'kbd', key, MUTE);
}

/** Adds a name to a list of facts, and returns the element for what is so called. */
export function addFact(list: HTMLElement, name: string, text = ''): HTMLElement {
  add(list, 'dt', name);
  return add(list, 'dd', text, AUTO);
}

/** Adds a link to a line of a note. */
export function addNoteLink(
  parent: HTMLElement,
  text: string,
  { path, line }: { readonly path: string; readonly line: number },
  services: Pick<ViewServices, 'openLine'>,
): HTMLElement {
  const link = add(parent, 'a', text, { href: '#', ...AUTO });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    services.openLine(path, line, Keymap.isModEvent(event) !== false);
  });
  return link;
}

/** Adds entries to a menu of which one is chosen; `labels` are what the choices are called, in their order. */
export function addChoices<T extends string>(
  menu: Menu,
  labels: Readonly<Record<T, string>>,
  chosen: T | undefined,
  choose: (one: T) => void,
  section = '',
): void {
  for (const one of Object.keys(labels) as T[]) {
    menu.addItem((item) =>
      item
        .setTitle(labels[one])
        .setSection(section)
        .setChecked(one === chosen)
        .onClick(() => choose(one)),
    );
  }
}

/** Adds an entry to a menu; `section` is the part of the menu to which it belongs. */
export function addMenuItem(menu: Menu, title: string, icon: string, run: () => void, section = ''): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection(section).onClick(run));
}

/** Takes an event: the browser does nothing with it, and nobody else hears of it. */
export function consume(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
