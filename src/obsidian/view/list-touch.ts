import type { Component } from 'obsidian';
import type { PointerActions } from './list-pointer';

/** How far a row is to be swiped until letting it go decides, and when a touch counts as a swipe, in CSS pixels. */
const FAR = 72;
const MOVED = 10;

/** How long a finger rests on a row until its menu opens, in milliseconds. */
const LONG_PRESS = 500;

/** Swipe right accepts, left rejects, a long press opens the menu. Scrolling goes on as ever. */
export function bindTouch(
  owner: Component,
  list: HTMLElement,
  actions: Pick<PointerActions, 'take' | 'execute'>,
): void {
  let touch: { row: HTMLElement; key: string; x: number; y: number; by: number; timer: number } | null = null;
  const end = (): void => {
    if (!touch) return;
    list.win.clearTimeout(touch.timer);
    touch.row.setCssProps({ '--meeting-tasks-swipe': '' });
    touch.row.removeClasses(['is-swiped', 'is-far']);
    touch = null;
  };
  owner.registerDomEvent(list, 'touchstart', (event) => {
    end();
    const row = (event.target as HTMLElement).closest<HTMLElement>('.mod-task');
    const [finger, second] = Array.from(event.touches);
    const key = row?.dataset['key'];
    if (!row || key === undefined || !finger || second) return;
    const timer = list.win.setTimeout(() => {
      end();
      // Gone from the page, it does not hear the finger leave.
      if (row.isConnected && actions.take(key)) actions.execute('menu');
    }, LONG_PRESS);
    touch = { row, key, x: finger.clientX, y: finger.clientY, by: 0, timer };
  });
  owner.registerDomEvent(
    list,
    'touchmove',
    (event) => {
      const finger = event.touches[0];
      if (!touch || !finger) return;
      const [x, y] = [finger.clientX - touch.x, finger.clientY - touch.y];
      if (Math.abs(x) < MOVED && Math.abs(y) < MOVED) return;
      list.win.clearTimeout(touch.timer);
      if (touch.by === 0 && Math.abs(y) >= Math.abs(x)) return end();
      touch.by = x;
      touch.row.setCssProps({ '--meeting-tasks-swipe': `${x}px` });
      touch.row.addClass('is-swiped');
      touch.row.toggleClass('is-far', Math.abs(x) >= FAR);
      touch.row.dataset['swipe'] = x > 0 ? 'accept' : 'reject';
    },
    // So that scrolling never waits for it.
    { passive: true },
  );
  owner.registerDomEvent(list, 'touchend', () => {
    const swiped = touch;
    end();
    if (!swiped || Math.abs(swiped.by) < FAR) return;
    if (actions.take(swiped.key)) actions.execute(swiped.by > 0 ? 'accept' : 'reject');
  });
  owner.registerDomEvent(list, 'touchcancel', end);
}
