import { Listeners } from '../core/listeners';
import type { Component } from 'obsidian';
import { type Day, dayOf } from '../core/date/day';

/** How often the day is looked at. A timer set for midnight would not ring on a machine that slept. */
const CHECK_EVERY_MS = 20_000;

/** What knows the real time. */
export type Clock = ReturnType<typeof startClock>;

/** The only place that reads the real time. Tells when a new day begins, also after sleep, until `owner` ends. */
export function startClock(owner: Component) {
  const today = (): Day => dayOf(new Date());
  const [newDay, looks] = [new Listeners(), new Listeners()];
  let day = today();
  const check = (): void => {
    looks.tell();
    if (day === today()) return;
    day = today();
    newDay.tell();
  };
  owner.registerInterval(window.setInterval(check, CHECK_EVERY_MS));
  owner.registerDomEvent(activeDocument, 'visibilitychange', check);
  owner.registerDomEvent(window, 'focus', check);
  return {
    /** Today as a local calendar day. */
    today,

    /** Now, as ISO text in UTC, and a name that nothing else has. */
    stamp: (): { readonly id: string; readonly at: string } => {
      const now = new Date();
      const id = now.getTime().toString(36) + Math.random().toString(36).slice(2, 8);
      return { id, at: now.toISOString() };
    },

    /** Calls the listener when the day has changed; the returned function ends that. */
    onNewDay: (listener: () => void) => newDay.add(listener),

    /** Calls the listener now and then, and when the app is looked at again; the returned function ends that. */
    onLook: (listener: () => void) => looks.add(listener),
  };
}
