import type { Component } from 'obsidian';
import type { ListCommand } from '../../core/list/keys';

/** What the pointer can do in the list. */
export interface PointerActions {
  goTo(key: string): void;
  toggle(key: string, range: boolean): void;
  fold(groupKey: string): void;
  execute(command: ListCommand, trigger: HTMLElement | null): void;
  showMenu(event: MouseEvent): void;
}

const GROUP_PREFIX = 'group\n';

/** Wires clicks on rows: one listener a kind for the whole list. */
export function bindPointer(owner: Component, list: HTMLElement, actions: PointerActions): void {
  owner.registerDomEvent(list, 'click', (event) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('.meeting-tasks-row');
    const key = row?.dataset['key'];
    if (!row || key === undefined) return;
    const button = target.closest<HTMLElement>('[data-command]');
    if (key.startsWith(GROUP_PREFIX) && !button) return actions.fold(key.slice(GROUP_PREFIX.length));
    if (button) {
      actions.goTo(key);
      return actions.execute(button.dataset['command'] as ListCommand, button);
    }
    if (target.closest('.meeting-tasks-check') || event.ctrlKey || event.metaKey)
      return actions.toggle(key, false);
    if (event.shiftKey) return actions.toggle(key, true);
    actions.goTo(key);
  });
  owner.registerDomEvent(list, 'dblclick', (event) => {
    if ((event.target as HTMLElement).closest('.mod-task')) actions.execute('open', null);
  });
  owner.registerDomEvent(list, 'contextmenu', (event) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('.mod-task, .mod-person')?.dataset['key'];
    if (key === undefined) return;
    event.preventDefault();
    actions.goTo(key);
    actions.showMenu(event);
  });
  // Shift+click would select text between the rows.
  owner.registerDomEvent(list, 'mousedown', (event) => {
    if (event.shiftKey) event.preventDefault();
  });
}
