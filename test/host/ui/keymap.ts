import type { KeymapContext, KeymapEventListener, KeymapInfo, Modifier, PaneType } from 'obsidian';

import { Platform } from './platform';

interface Handler extends KeymapInfo {
  scope: Scope;
  func: KeymapEventListener;
}

const order = ['Alt', 'Ctrl', 'Meta', 'Shift'];

function compile(modifiers: Modifier[]): string {
  const plain = modifiers.map((name) => (name === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : name));
  return [...new Set(plain)].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(',');
}

function pressed(event: KeyboardEvent | MouseEvent | TouchEvent): Modifier[] {
  const list: Modifier[] = [];
  if (event.altKey) list.push('Alt');
  if (event.ctrlKey) list.push('Ctrl');
  if (event.metaKey) list.push('Meta');
  if (event.shiftKey) list.push('Shift');
  return list;
}

/** A set of key handlers. The first that matches gets the key; what does not match goes to the parent. */
export class Scope {
  keys: Handler[] = [];
  private tabFocusContainerEl: HTMLElement | null = null;

  constructor(readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, func: KeymapEventListener): Handler {
    const handler: Handler = { scope: this, modifiers: modifiers && compile(modifiers), key, func };
    this.keys.push(handler);
    return handler;
  }

  unregister(handler: object): void {
    this.keys = this.keys.filter((one) => one !== handler);
  }

  /** Keeps the Tab key inside an element while this scope is on top. */
  setTabFocusContainerEl(el: HTMLElement): void {
    this.tabFocusContainerEl = el;
  }

  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    for (const handler of this.keys) {
      if (handler.modifiers !== null && handler.modifiers !== context.modifiers) continue;
      const key = handler.key;
      if (!key || key === context.vkey || key.toLowerCase() === context.key?.toLowerCase()) {
        return handler.func(event, context) as unknown;
      }
    }
    if (this.tabFocusContainerEl && context.key === 'Tab') {
      return trapTab(this.tabFocusContainerEl, event);
    }
    return this.parent?.handleKey(event, context);
  }
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), ' +
  'textarea:not([disabled]), [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

function trapTab(container: HTMLElement, event: KeyboardEvent): false | void {
  const list = container
    .findAll(focusable)
    .filter((el) => el.tabIndex >= 0 && (el.offsetParent !== null || el.doc.activeElement === el));
  const first = list[0];
  const last = list[list.length - 1];
  if (!first || !last) return false;
  const active = container.doc.activeElement;
  const inside = active instanceof HTMLElement && container.contains(active) && active !== container;
  if (event.shiftKey ? !inside || active === first : !inside || active === last) {
    (event.shiftKey ? last : first).focus();
    return false;
  }
  return undefined;
}

/** Sends every key to the scope on top of the stack, even while an input has the focus. */
export class Keymap {
  private stack: Scope[] = [];
  private modifiers = '';

  constructor(private readonly rootScope: () => Scope) {}

  /** Listens on a window. It runs before the element that has the focus sees the key. */
  attach(win: Window): void {
    win.addEventListener('keydown', (event) => this.onKeyEvent(event), true);
    win.addEventListener('keyup', (event) => this.updateModifiers(event), true);
  }

  pushScope(scope: Scope): void {
    this.popScope(scope);
    this.stack.push(scope);
  }

  popScope(scope: Scope): void {
    this.stack = this.stack.filter((one) => one !== scope);
  }

  updateModifiers(event: KeyboardEvent | MouseEvent | TouchEvent): void {
    this.modifiers = compile(pressed(event));
  }

  hasModifier(modifier: Modifier): boolean {
    return this.modifiers.split(',').includes(compile([modifier]));
  }

  private onKeyEvent(event: KeyboardEvent): void {
    this.updateModifiers(event);
    if (event.defaultPrevented) return;
    const scope = this.stack[this.stack.length - 1] ?? this.rootScope();
    const context: KeymapContext = {
      modifiers: this.modifiers,
      key: event.key,
      vkey: event.code.replace(/^Key|^Digit/, ''),
    };
    if (scope.handleKey(event, context) === false) event.preventDefault();
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    return pressed(event).includes(compile([modifier]) as Modifier);
  }

  /** Where a click wants its link: false, a new tab, a split or a window. */
  static isModEvent(event?: MouseEvent | TouchEvent | KeyboardEvent | null): PaneType | boolean {
    if (!event) return false;
    if (event instanceof MouseEvent && event.button === 1) return 'tab';
    if (!Keymap.isModifier(event, 'Mod')) return false;
    if (!Keymap.isModifier(event, 'Alt')) return 'tab';
    return Keymap.isModifier(event, 'Shift') ? 'window' : 'split';
  }
}
