import type { MenuPositionDef } from 'obsidian';

import { Component } from '../core/events';
import type { App } from './app';
import { Scope } from './keymap';
import { MenuItem, MenuSeparator } from './menu-item';
import { Platform } from './platform';

let theApp: App | null = null;

/** Tells menus which keymap to use. Obsidian's menus find the app by themselves, too. */
export function bindMenus(app: App): void {
  theApp = app;
}

const forEvents = new WeakMap<Event, Menu>();
let open: Menu | null = null;

/** A context menu: a floating list on the desktop, a sheet from below on a phone. */
export class Menu extends Component {
  dom: HTMLElement;
  scope = new Scope();
  items: (MenuItem | MenuSeparator)[] = [];
  parentMenu: Menu | null = null;
  currentSubmenu: Menu | null = null;
  private listEl: HTMLElement;
  private selected = -1;
  private hideCallbacks: (() => unknown)[] = [];
  private bgEl: HTMLElement | null = null;
  private focusBefore: Element | null = null;

  constructor() {
    super();
    this.dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
    this.listEl = this.dom.createDiv('menu-scroll');
    this.scope.register([], 'ArrowDown', () => this.move(1));
    this.scope.register([], 'ArrowUp', () => this.move(-1));
    this.scope.register([], 'Home', () => this.selectAt(this.choices()[0]));
    this.scope.register([], 'End', () => this.selectAt(this.choices().pop()));
    this.scope.register([], 'ArrowRight', () => this.openSelected());
    this.scope.register([], 'ArrowLeft', () => (this.parentMenu ? (this.hide(), false) : false));
    this.scope.register([], 'Enter', (event) => this.pick(event));
    this.scope.register([], ' ', (event) => this.pick(event));
    this.scope.register([], 'Tab', () => false);
    this.scope.register([], 'Escape', () => (this.hide(), false));
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  /** Menus here are never the operating system's. */
  setUseNativeMenu(_native: boolean): this {
    return this;
  }

  setParentElement(el: HTMLElement): this {
    el.addClass('has-active-menu');
    this.hideCallbacks.push(() => el.removeClass('has-active-menu'));
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    callback(item);
    if (this._loaded) this.draw();
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    const target = event.target instanceof Element ? event.target : null;
    // A click made by the keyboard has no position of its own.
    if (event.clientX === 0 && event.clientY === 0 && target) {
      const box = target.getBoundingClientRect();
      return this.showAtPosition({ x: box.left, y: box.bottom }, target.doc);
    }
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, target?.doc ?? document);
  }

  showAtPosition(position: MenuPositionDef, doc: Document = activeDocument): this {
    if (this.items.length === 0) return this;
    if (!this.parentMenu) open?.hide();
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- remembers the open menu, no outer `this`
    if (!this.parentMenu) open = this;
    this.load();
    this.draw();
    this.focusBefore = doc.activeElement;
    if (Platform.isPhone) {
      this.bgEl = doc.body.createDiv('menu-bg');
      this.bgEl.addEventListener('click', () => this.hide());
      this.dom.addClass('mod-sheet');
      this.dom.createDiv({ cls: 'menu-grabber', prepend: true });
    }
    doc.body.append(this.dom);
    if (!Platform.isPhone) this.place(position, doc);
    theApp?.keymap.pushScope(this.scope);
    doc.addEventListener('mousedown', this.onOutside, true);
    return this;
  }

  hide(): this {
    if (!this._loaded) return this;
    this.currentSubmenu?.hide();
    this.unload();
    this.dom.ownerDocument.removeEventListener('mousedown', this.onOutside, true);
    this.dom.remove();
    this.bgEl?.remove();
    theApp?.keymap.popScope(this.scope);
    if (open === this) open = null;
    if (this.parentMenu?.currentSubmenu === this) this.parentMenu.currentSubmenu = null;
    for (const callback of this.hideCallbacks) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallbacks.push(callback);
  }

  /** Opens the submenu of an item next to it. */
  openSubmenu(item: MenuItem): void {
    const sub = item.submenu;
    if (!sub || this.currentSubmenu === sub) return;
    this.currentSubmenu?.hide();
    this.currentSubmenu = sub;
    sub.parentMenu = this;
    const box = item.dom.getBoundingClientRect();
    sub.showAtPosition({ x: box.right - 2, y: box.top - 6, width: box.width }, this.dom.ownerDocument);
  }

  /** Hides this menu and all menus it belongs to. */
  hideAll(): void {
    const parent = this.parentMenu;
    this.hide();
    parent?.hideAll();
  }

  /** Marks the item under the pointer. */
  select(item: MenuItem | null): void {
    this.selectAt(item ? this.items.indexOf(item) : -1);
    if (item?.submenu) this.openSubmenu(item);
    else this.currentSubmenu?.hide();
  }

  /** The one menu that belongs to an event, shown after everybody has added to it. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const known = forEvents.get(event);
    if (known) return known;
    const menu = new Menu();
    forEvents.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event), 0);
    return menu;
  }

  private readonly onOutside = (event: MouseEvent): void => {
    const target = event.target instanceof Node ? event.target : null;
    if (target instanceof Element && target.closest('.menu, .menu-bg')) return;
    this.hideAll();
  };

  /** Items without a section come first, then each section in the order of its first item. */
  private draw(): void {
    this.listEl.empty();
    const sections = [...new Set(['', ...this.items.map((item) => item.section)])];
    let drawn = 0;
    for (const section of sections) {
      const items = this.items.filter((item) => item.section === section);
      if (items.length > 0 && drawn > 0 && section !== '') this.listEl.append(new MenuSeparator().dom);
      const group = this.listEl.createDiv({ cls: 'menu-group', attr: { 'data-section': section } });
      for (const item of items) group.append(item.dom);
      drawn += items.length;
    }
  }

  private place(position: MenuPositionDef, doc: Document): void {
    const own = this.dom.getBoundingClientRect();
    const view = doc.documentElement;
    let x = position.left ? position.x - own.width : position.x;
    if (x + own.width > view.clientWidth - 4) {
      x = this.parentMenu
        ? position.x - own.width - (position.width ?? 0) + 4
        : view.clientWidth - own.width - 4;
    }
    let y = position.y;
    if (y + own.height > view.clientHeight - 4) y = Math.max(4, view.clientHeight - own.height - 4);
    this.dom.setCssStyles({ left: `${Math.max(4, x)}px`, top: `${y}px` });
  }

  private choices(): number[] {
    return [...this.listEl.querySelectorAll('.menu-item')]
      .map((el) => this.items.findIndex((item) => item.dom === el))
      .filter((index) => {
        const item = this.items[index];
        return item instanceof MenuItem && !item.disabled && !item.isLabel;
      });
  }

  private selectAt(index: number | undefined): false {
    this.selected = index ?? -1;
    this.items.forEach((item, i) => item.dom.toggleClass('selected', i === this.selected));
    this.items[this.selected]?.dom.scrollIntoView({ block: 'nearest' });
    return false;
  }

  private move(step: number): false {
    const choices = this.choices();
    const at = choices.indexOf(this.selected);
    const next = at < 0 ? (step > 0 ? 0 : choices.length - 1) : at + step;
    return this.selectAt(choices[(next + choices.length) % Math.max(1, choices.length)]);
  }

  private openSelected(): false {
    const item = this.items[this.selected];
    if (item instanceof MenuItem && item.submenu) {
      this.openSubmenu(item);
      item.submenu.move(1);
    }
    return false;
  }

  private pick(event: KeyboardEvent): false {
    const item = this.items[this.selected];
    if (item instanceof MenuItem) item.handleEvent(event);
    if (this.focusBefore instanceof HTMLElement && document.activeElement === document.body) {
      this.focusBefore.focus();
    }
    return false;
  }
}
