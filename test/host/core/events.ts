/** A callback of any parameter list: what `on` accepts. */
export type Listener = (...data: never[]) => unknown;

/** What `on` returns; handed to `offref` or `Component.registerEvent`. */
export interface EventRef {
  owner: Events;
  name: string;
  callback: Listener;
  context: unknown;
}

/** The event emitter every Obsidian object with events derives from. */
export class Events {
  private readonly listeners = new Map<string, EventRef[]>();

  on(name: string, callback: Listener, context?: unknown): EventRef {
    const ref: EventRef = { owner: this, name, callback, context };
    const refs = this.listeners.get(name);
    if (refs) refs.push(ref);
    else this.listeners.set(name, [ref]);
    return ref;
  }

  off(name: string, callback: Listener): void {
    this.keep(name, (ref) => ref.callback !== callback);
  }

  offref(ref: EventRef): void {
    this.keep(ref.name, (other) => other !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    // A copy, because listeners may unregister themselves while they run.
    for (const ref of [...(this.listeners.get(name) ?? [])]) this.tryTrigger(ref, data);
  }

  /** A listener that throws must not stop the others: the error surfaces as an uncaught one, like in the app. */
  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      (ref.callback as (...data: unknown[]) => unknown).apply(ref.context, data);
    } catch (error) {
      setTimeout(() => {
        throw error;
      }, 0);
    }
  }

  private keep(name: string, wanted: (ref: EventRef) => boolean): void {
    const refs = (this.listeners.get(name) ?? []).filter(wanted);
    if (refs.length > 0) this.listeners.set(name, refs);
    else this.listeners.delete(name);
  }
}

/** Owner of resources that are released together: views, plugins, render children. */
export class Component {
  // Names as in the app, so that a plugin class that uses the same name by accident shows it here too.
  _loaded = false;
  _children: Component[] = [];
  _events: (() => unknown)[] = [];

  load(): void {
    if (this._loaded) return;
    this._loaded = true;
    // Not awaited: an async onload runs on while the children are loaded.
    this.onload();
    for (const child of [...this._children]) child.load();
  }

  onload(): void {}

  unload(): void {
    if (!this._loaded) return;
    this._loaded = false;
    for (let child = this._children.pop(); child; child = this._children.pop()) child.unload();
    for (let release = this._events.pop(); release; release = this._events.pop()) release();
    this.onunload();
  }

  onunload(): void {}

  addChild<T extends Component>(component: T): T {
    this._children.push(component);
    if (this._loaded) component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    const index = this._children.indexOf(component);
    if (index >= 0) {
      this._children.splice(index, 1);
      component.unload();
    }
    return component;
  }

  register(release: () => unknown): void {
    this._events.push(release);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.owner.offref(ref));
  }

  registerDomEvent<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    callback: (this: HTMLElement, event: WindowEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof DocumentEventMap>(
    target: Document,
    type: K,
    callback: (this: HTMLElement, event: DocumentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    callback: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: Listener,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => clearInterval(id));
    return id;
  }
}
