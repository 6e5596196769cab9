/** What a checkbox symbol means: the registry of statuses, with Tasks' defaults and Tasks' rule for unknown symbols. */

/** The types of the Tasks plugin. */
export type StatusType = 'TODO' | 'IN_PROGRESS' | 'ON_HOLD' | 'DONE' | 'CANCELLED' | 'NON_TASK';

/** One checkbox state. */
export interface Status {
  /** One character. */
  readonly symbol: string;
  readonly name: string;
  /** The symbol that a toggle leads to. */
  readonly next: string;
  readonly type: StatusType;
}

/** The statuses of a fresh Tasks installation. */
export const TASKS_DEFAULTS: readonly Status[] = [
  makeStatus(' ', 'Todo', 'x', 'TODO'),
  makeStatus('x', 'Done', ' ', 'DONE'),
  makeStatus('/', 'In Progress', 'x', 'IN_PROGRESS'),
  makeStatus('-', 'Cancelled', ' ', 'CANCELLED'),
];

/** A status with all that it says. */
export function makeStatus(symbol: string, name: string, next: string, type: StatusType): Status {
  return { symbol, name, next, type };
}

/** Statuses by symbol. The first definition of a symbol wins. */
export class StatusRegistry {
  readonly #bySymbol = new Map<string, Status>();

  constructor(statuses: readonly Status[] = TASKS_DEFAULTS) {
    for (const status of [...statuses].reverse()) this.#bySymbol.set(status.symbol, status);
  }

  /** The status of a symbol; one that nobody registered is an open "Unknown" that leads to `x`, as in Tasks. */
  get(symbol: string): Status {
    return this.#bySymbol.get(symbol) ?? makeStatus(symbol, 'Unknown', 'x', 'TODO');
  }

  typeOf(symbol: string): StatusType {
    return this.#bySymbol.get(symbol)?.type ?? 'TODO';
  }
}

/** Whether a task of this type still asks for work. */
export function isOpen(type: StatusType): boolean {
  return type === 'TODO' || type === 'IN_PROGRESS' || type === 'ON_HOLD';
}
