import type { Component } from 'obsidian';
import { type Day, parseDay } from '../../core/date/day';
import type { TaskItem } from '../../core/note/task-item';
import type { ListController } from './list-controller';
import { keyAt } from './list-pointer';
import type { ViewServices } from './services';

/** Marks what is dragged as ours: other things are dragged over the list, too. */
const OWN = 'text/meeting-tasks';

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
  // What was taken: the list may show something else by the time it is let go, and the row that was taken may be gone,
  // which then says nothing of the end.
  let dragged: readonly TaskItem[] = [];
  const aim = (at: DropTarget | null): void => {
    target?.el.removeClass('is-drop');
    target = at;
    target?.el.addClass('is-drop');
  };
  const end = (): void => {
    dragged = [];
    aim(null);
  };
  const aimAt = (event: DragEvent): void => {
    const isOwn = event.dataTransfer?.types.includes(OWN) ?? false;
    aim(isOwn ? dropTarget(event.target as HTMLElement, services.today()) : null);
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
    event.dataTransfer?.setData(OWN, '');
    event.dataTransfer?.setData('text/plain', (event.target as HTMLElement).innerText);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  owner.registerDomEvent(el, 'dragover', aimAt);
  owner.registerDomEvent(el, 'dragleave', (event) => {
    if (!el.contains(event.relatedTarget as Node | null)) aim(null);
  });
  owner.registerDomEvent(el, 'drop', (event) => {
    aimAt(event);
    if (target && dragged.length > 0) drop(dragged, target.day);
    end();
  });
  owner.registerDomEvent(el, 'dragend', end);
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
