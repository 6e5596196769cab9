import { define } from './define';

type Delegated = (this: EventTarget, event: Event, target: Element) => unknown;

interface Registration {
  type: string;
  selector: string;
  listener: Delegated;
  handler: (event: Event) => void;
}

const registrations = new WeakMap<EventTarget, Registration[]>();

function on(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Delegated,
  options?: boolean | AddEventListenerOptions,
): void {
  const handler = (event: Event): void => {
    const start = event.target instanceof Element ? event.target : null;
    const found = start?.closest(selector);
    // A match above the element that listens is not ours.
    if (found && this instanceof Node && this.contains(found) && this !== found) {
      listener.call(this, event, found);
    }
  };
  const list = registrations.get(this) ?? [];
  list.push({ type, selector, listener, handler });
  registrations.set(this, list);
  this.addEventListener(type, handler, options);
}

function off(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Delegated,
  options?: boolean | AddEventListenerOptions,
): void {
  const list = registrations.get(this) ?? [];
  const index = list.findIndex((r) => r.type === type && r.selector === selector && r.listener === listener);
  const found = list[index];
  if (!found) return;
  list.splice(index, 1);
  this.removeEventListener(type, found.handler, options);
}

/** Installs on/off (delegation), onClickEvent, trigger and the window hooks. */
export function installEvents(): void {
  define(Document.prototype, { on, off });
  define(HTMLElement.prototype, {
    on,
    off,
    onClickEvent(
      this: HTMLElement,
      listener: (event: MouseEvent) => unknown,
      options?: boolean | AddEventListenerOptions,
    ) {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    trigger(this: HTMLElement, type: string) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    },
    // There is one window only: an element never moves to another one.
    onWindowMigrated() {
      return () => undefined;
    },
  });
}
