import { Listeners } from '../core/listeners';
import { Component } from 'obsidian';
import { type Day, dayOf } from '../core/date/day';

/** How often the day is looked at. A timer set for midnight would not ring on a machine that slept. */
const CHECK_EVERY_MS = 20_000;

/** The only place that reads the real time. Tells when a new day begins, also after sleep. */
export class Clock extends Component {
  #day: Day = dayOf(new Date());
  readonly #listeners = new Listeners();
  readonly #lookers = new Listeners();

  override onload(): void {
    this.registerInterval(window.setInterval(() => this.#check(), CHECK_EVERY_MS));
    this.registerDomEvent(activeDocument, 'visibilitychange', () => this.#check());
    this.registerDomEvent(window, 'focus', () => this.#check());
  }

  /** Today as a local calendar day. */
  today(): Day {
    return dayOf(new Date());
  }

  /** Now, as ISO text in UTC, and a name that nothing else has. */
  stamp(): { readonly id: string; readonly at: string } {
    const now = new Date();
    return { id: now.getTime().toString(36) + Math.random().toString(36).slice(2, 8), at: now.toISOString() };
  }

  /** Calls the listener when the day has changed; the returned function ends that. */
  onNewDay(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Calls the listener now and then, and when the app is looked at again; the returned function ends that. */
  onLook(listener: () => void): () => void {
    return this.#lookers.add(listener);
  }

  #check(): void {
    this.#lookers.tell();
    const today = this.today();
    if (today === this.#day) return;
    this.#day = today;
    this.#listeners.tell();
  }
}
