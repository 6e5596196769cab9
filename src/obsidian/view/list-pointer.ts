import type { Component } from 'obsidian';
import type { ListCommand } from '../../core/list/keys';

/** What the pointer can do in the list. */
export interface PointerActions {
  goTo(key: string): void;
  /** Makes a row the target, with the selection if it is selected; whether it is a task. */
  take(key: string): boolean;
  toggle(key: string, range: boolean): void;
  /** Begins to select at a row; what it returns selects all rows up to another one. */
  sweepFrom(key: string): (to: string) => void;
  fold(groupKey: string): void;
  execute(command: ListCommand, trigger?: HTMLElement): void;
  showMenu(event: MouseEvent): void;
}

/** The key of the row on which something happens. */
export function keyAt(event: Event, rows = '.mod-task'): string | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>(rows)?.dataset['key'];
}

const CHECK = '.meeting-tasks-check';
const GROUP_PREFIX = 'group\n';

/** Wires clicks on rows: one listener a kind for the whole list. */
export function bindPointer(owner: Component, list: HTMLElement, actions: PointerActions): void {
  /** Where the button went down on a box, or with Shift, and what selects from there on. */
  let start: string | undefined;
  let sweep: ((to: string) => void) | null = null;
  let swept = false;
  owner.registerDomEvent(list, 'click', (event) => {
    const target = event.target as HTMLElement;
    const key = keyAt(event, '.meeting-tasks-row');
    if (key === undefined || swept) return;
    const button = target.closest<HTMLElement>('[data-command]');
    if (key.startsWith(GROUP_PREFIX) && !button) return actions.fold(key.slice(GROUP_PREFIX.length));
    if (button) {
      actions.take(key);
      return actions.execute(button.dataset['command'] as ListCommand, button);
    }
    const { shiftKey } = event;
    if (target.closest(CHECK) || event.ctrlKey || event.metaKey || shiftKey)
      return actions.toggle(key, shiftKey);
    actions.goTo(key);
  });
  owner.registerDomEvent(list, 'dblclick', (event) => {
    // Two quick clicks on a button decide on two tasks, and open none.
    if (keyAt(event, '.mod-task, [data-command]') !== undefined) actions.execute('open');
  });
  owner.registerDomEvent(list, 'contextmenu', (event) => {
    const key = keyAt(event, '.mod-task, .mod-person');
    if (key === undefined) return;
    event.preventDefault();
    actions.take(key);
    actions.showMenu(event);
  });
  owner.registerDomEvent(list, 'mousedown', (event) => {
    start = keyAt(event);
    sweep = null;
    swept = false;
    if (!event.shiftKey && !(event.target as HTMLElement).closest(CHECK)) return;
    // Else text between the rows would be selected, or the row dragged.
    event.preventDefault();
    list.focus();
    if (start !== undefined) sweep = actions.sweepFrom(start);
  });
  owner.registerDomEvent(list, 'mouseover', (event) => {
    const key = keyAt(event);
    if (!sweep || event.buttons !== 1 || key === undefined || (key === start && !swept)) return;
    swept = true;
    sweep(key);
  });
}
