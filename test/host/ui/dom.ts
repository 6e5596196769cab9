import { define, defineGetters } from './define';
import { installEvents } from './dom-events';

interface ElementInfo {
  cls?: string | string[];
  text?: string | DocumentFragment;
  attr?: Record<string, string | number | boolean | null>;
  title?: string;
  parent?: Node;
  value?: string;
  type?: string;
  prepend?: boolean;
  placeholder?: string;
  href?: string;
}

type Ready = (el: Element) => void;

function classList(cls: string | string[]): string[] {
  return (Array.isArray(cls) ? cls : cls.split(' ')).filter((name) => name !== '');
}

function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

function build(parent: Node | null, el: Element, info?: ElementInfo | string, ready?: Ready): Element {
  const o: ElementInfo = typeof info === 'string' ? { cls: info } : (info ?? {});
  if (o.cls) el.classList.add(...classList(o.cls));
  if (o.text !== undefined) el.setText(o.text);
  for (const [name, value] of Object.entries(o.attr ?? {})) setAttribute(el, name, value);
  if (o.title !== undefined) el.setAttribute('title', o.title);
  if (o.value !== undefined && 'value' in el) (el as HTMLInputElement).value = o.value;
  if (o.type !== undefined) el.setAttribute('type', o.type);
  if (o.placeholder !== undefined) el.setAttribute('placeholder', o.placeholder);
  if (o.href !== undefined) el.setAttribute('href', o.href);
  const target = o.parent ?? parent;
  if (target) {
    if (o.prepend) target.insertBefore(el, target.firstChild);
    else target.appendChild(el);
  }
  ready?.(el);
  return el;
}

/** Creates an HTML element the way Obsidian's createEl does. */
function html(parent: Node | null, tag: string, info?: ElementInfo | string, ready?: Ready): Element {
  return build(parent, (parent?.ownerDocument ?? document).createElement(tag), info, ready);
}

function svg(parent: Node | null, tag: string, info?: ElementInfo | string, ready?: Ready): Element {
  const el = (parent?.ownerDocument ?? document).createElementNS('http://www.w3.org/2000/svg', tag);
  return build(parent, el, info, ready);
}

const nodeMethods = {
  createEl(this: Node, tag: string, info?: ElementInfo | string, ready?: Ready) {
    return html(this, tag, info, ready);
  },
  createDiv(this: Node, info?: ElementInfo | string, ready?: Ready) {
    return html(this, 'div', info, ready);
  },
  createSpan(this: Node, info?: ElementInfo | string, ready?: Ready) {
    return html(this, 'span', info, ready);
  },
  createSvg(this: Node, tag: string, info?: ElementInfo | string, ready?: Ready) {
    return svg(this, tag, info, ready);
  },
  detach(this: Node) {
    this.parentNode?.removeChild(this);
  },
  empty(this: Node) {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter(this: Node, node: Node, child: Node | null) {
    return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
  },
  indexOf(this: Node, other: Node) {
    return Array.prototype.indexOf.call(this.childNodes, other);
  },
  setChildrenInPlace(this: Node, children: Node[]) {
    const keep = new Set(children);
    for (const child of Array.from(this.childNodes)) if (!keep.has(child)) child.remove();
    children.forEach((child, index) => {
      if (this.childNodes[index] !== child) this.insertBefore(child, this.childNodes[index] ?? null);
    });
  },
  appendText(this: Node, text: string) {
    this.appendChild((this.ownerDocument ?? document).createTextNode(text));
  },
  instanceOf(this: Node, type: { name: string } & (new () => unknown)) {
    if (this instanceof type) return true;
    // A node of another window has that window's own constructors.
    const own: unknown = Reflect.get(this.ownerDocument?.defaultView ?? window, type.name);
    return typeof own === 'function' && this instanceof own;
  },
};

const finders = {
  find(this: ParentNode, selector: string) {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string) {
    return Array.from(this.querySelectorAll(selector));
  },
};

const elementMethods = {
  ...finders,
  getText(this: Element) {
    return this.textContent ?? '';
  },
  setText(this: Element, text: string | DocumentFragment) {
    if (typeof text === 'object') this.replaceChildren(text);
    else this.textContent = text;
  },
  addClass(this: Element, ...names: string[]) {
    this.classList.add(...names);
  },
  addClasses(this: Element, names: string[]) {
    this.classList.add(...names);
  },
  removeClass(this: Element, ...names: string[]) {
    this.classList.remove(...names);
  },
  removeClasses(this: Element, names: string[]) {
    this.classList.remove(...names);
  },
  toggleClass(this: Element, names: string | string[], on: boolean) {
    for (const name of Array.isArray(names) ? names : [names]) this.classList.toggle(name, Boolean(on));
  },
  hasClass(this: Element, name: string) {
    return this.classList.contains(name);
  },
  setAttr(this: Element, name: string, value: string | number | boolean | null) {
    setAttribute(this, name, value);
  },
  setAttrs(this: Element, values: Record<string, string | number | boolean | null>) {
    for (const [name, value] of Object.entries(values)) setAttribute(this, name, value);
  },
  getAttr(this: Element, name: string) {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, last?: Element) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- where the walk upwards starts
    for (let el: Element | null = this; el; el = el.parentElement) {
      if (el.matches(selector)) return el;
      if (el === last) return null;
    }
    return null;
  },
  getCssPropertyValue(this: Element, property: string, pseudo?: string) {
    return this.win.getComputedStyle(this, pseudo).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element) {
    return this.ownerDocument.activeElement === this;
  },
  findAllSelf(this: Element, selector: string) {
    const found: Element[] = Array.from(this.querySelectorAll(selector));
    return this.matches(selector) ? [this, ...found] : found;
  },
};

const styleMethods = {
  setCssStyles(this: HTMLElement, styles: Partial<CSSStyleDeclaration>) {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement, props: Record<string, string>) {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};

const htmlMethods = {
  show(this: HTMLElement) {
    if (this.style.display === 'none') this.style.display = '';
  },
  hide(this: HTMLElement) {
    this.style.display = 'none';
  },
  toggle(this: HTMLElement, on: boolean) {
    if (on) this.show();
    else this.hide();
  },
  toggleVisibility(this: HTMLElement, on: boolean) {
    this.style.visibility = on ? '' : 'hidden';
  },
  isShown(this: HTMLElement) {
    return this.offsetParent !== null;
  },
  ...styleMethods,
};

function inner(el: HTMLElement, size: number, sides: string[]): number {
  const style = el.win.getComputedStyle(el);
  return sides.reduce((rest, side) => rest - parseFloat(style.getPropertyValue(`padding-${side}`)), size);
}

/** Installs Obsidian's DOM helpers on the prototypes and on the window. */
export function installDom(): void {
  define(Node.prototype, nodeMethods);
  defineGetters<Node>(Node.prototype, {
    // A document has no owner, so `someDocument.doc` is the main document, as in Obsidian.
    doc() {
      return this.ownerDocument ?? document;
    },
    win() {
      return (this.ownerDocument ?? document).defaultView ?? window;
    },
    constructorWin() {
      return (this.ownerDocument ?? document).defaultView ?? window;
    },
  });
  define(Element.prototype, elementMethods);
  define(DocumentFragment.prototype, finders);
  define(HTMLElement.prototype, htmlMethods);
  define(SVGElement.prototype, styleMethods);
  defineGetters<HTMLElement>(HTMLElement.prototype, {
    innerWidth() {
      return inner(this, this.clientWidth, ['left', 'right']);
    },
    innerHeight() {
      return inner(this, this.clientHeight, ['top', 'bottom']);
    },
  });
  defineGetters<UIEvent>(UIEvent.prototype, {
    targetNode() {
      return this.target instanceof Node ? this.target : null;
    },
    win() {
      return this.view ?? window;
    },
    doc() {
      return this.target instanceof Node ? this.target.doc : document;
    },
  });
  define(UIEvent.prototype, {
    instanceOf(this: UIEvent, type: new (...args: unknown[]) => unknown) {
      return this instanceof type;
    },
  });
  define(window, {
    createEl: (tag: string, info?: ElementInfo | string, ready?: Ready) => html(null, tag, info, ready),
    createDiv: (info?: ElementInfo | string, ready?: Ready) => html(null, 'div', info, ready),
    createSpan: (info?: ElementInfo | string, ready?: Ready) => html(null, 'span', info, ready),
    createSvg: (tag: string, info?: ElementInfo | string, ready?: Ready) => svg(null, tag, info, ready),
    createFragment(ready?: (fragment: DocumentFragment) => void) {
      const fragment = document.createDocumentFragment();
      ready?.(fragment);
      return fragment;
    },
    fish: (selector: string) => document.querySelector(selector),
    fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
    isBoolean: (value: unknown) => typeof value === 'boolean',
    sleep: (ms: number) => new Promise<void>((resolve) => window.setTimeout(resolve, ms)),
    nextFrame: () => new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve())),
    activeWindow: window,
    activeDocument: document,
  });
  installEvents();
}
