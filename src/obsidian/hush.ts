import { Listeners } from '../core/listeners';

/** While many notes are changed at once, those who show them are told only when all of it is done. */
export class Hush {
  #depth = 0;
  readonly #ended = new Listeners();

  get isOn(): boolean {
    return this.#depth > 0;
  }

  /** Keeps silent while work goes on. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#depth++;
    try {
      return await work();
    } finally {
      if (--this.#depth === 0) this.#ended.tell();
    }
  }

  /** Calls the listener when silence ends; the returned function ends that. */
  onEnd(listener: () => void): () => void {
    return this.#ended.add(listener);
  }

  /** A listener that is told at the end what it missed; `end` forgets it. */
  wrap(listener: () => void): { readonly tell: () => void; readonly end: () => void } {
    let missed = false;
    const tell = (): void => {
      missed = this.isOn;
      if (!missed) listener();
    };
    return { tell, end: this.onEnd(() => missed && tell()) };
  }
}
