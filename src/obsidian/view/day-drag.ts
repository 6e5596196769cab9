import type { Component } from 'obsidian';
import { type Day, parseDay } from '../../core/date/day';
import type { TaskItem } from '../../core/note/task-item';
import type { ListController } from './list-controller';
import { keyAt } from './list-pointer';
import type { ViewServices } from './services';

/**
 * Makes the tasks of a list draggable to the bars of days and to the headings of groups of days, while it is on.
 * `drop` is told what was dragged, and the day over which it was let go; `null` over "No date".
 */
export function bindDayDrag(
  owner: Component,
  el: HTMLElement,
  services: Pick<ViewServices, 'today'>,
  list: Pick<ListController, 'take' | 'targets'>,
  isOn: () => boolean,
  drop: (items: readonly TaskItem[], day: Day | null) => void,
): void {
  let target: DropTarget | null = null;
  // What was taken: the list may show something else by the time it is let go.
  let dragged: readonly TaskItem[] = [];
  const aim = (at: DropTarget | null): void => {
    target?.el.removeClass('is-drop');
    target = at;
    target?.el.addClass('is-drop');
  };
  const aimAt = (event: DragEvent): void => {
    aim(dragged.length > 0 ? dropTarget(event.target as HTMLElement, services.today()) : null);
    if (target) event.preventDefault();
  };
  // Only from where one can drop: a row that is draggable cannot be swiped.
  owner.registerDomEvent(el, 'mousedown', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.mod-task');
    if (row) row.draggable = isOn();
  });
  owner.registerDomEvent(el, 'dragstart', (event) => {
    const key = keyAt(event);
    dragged = key !== undefined && isOn() && list.take(key) ? list.targets() : [];
    if (dragged.length === 0) return;
    event.dataTransfer?.setData('text/plain', (event.target as HTMLElement).innerText);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  owner.registerDomEvent(el, 'dragover', aimAt);
  owner.registerDomEvent(el, 'dragleave', (event) => {
    if (!el.contains(event.relatedTarget as Node | null)) aim(null);
  });
  owner.registerDomEvent(el, 'drop', (event) => {
    aimAt(event);
    if (target) drop(dragged, target.day);
  });
  owner.registerDomEvent(el, 'dragend', () => {
    dragged = [];
    aim(null);
  });
}

/** Where a task can be dropped, and the day for which that stands. */
interface DropTarget {
  readonly el: HTMLElement;
  readonly day: Day | null;
}

/** The day over which something hangs: a bar, or the heading of a group. Days that are over take nothing. */
function dropTarget(over: HTMLElement, today: Day): DropTarget | null {
  const el = over.closest<HTMLElement>('.meeting-tasks-load-bar, .mod-group');
  const name = el?.dataset['day'] ?? el?.dataset['key']?.replace('group\n', '');
  if (!el || name === undefined) return null;
  if (name === 'undated') return { el, day: null };
  const day = parseDay(name);
  return day && day >= today ? { el, day } : null;
}
