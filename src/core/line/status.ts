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
  { symbol: ' ', name: 'Todo', next: 'x', type: 'TODO' },
  { symbol: 'x', name: 'Done', next: ' ', type: 'DONE' },
  { symbol: '/', name: 'In Progress', next: 'x', type: 'IN_PROGRESS' },
  { symbol: '-', name: 'Cancelled', next: ' ', type: 'CANCELLED' },
];

/** Statuses by symbol. The first definition of a symbol wins. */
export class StatusRegistry {
  private readonly bySymbol = new Map<string, Status>();

  constructor(statuses: readonly Status[] = TASKS_DEFAULTS) {
    for (const status of statuses) {
      if (!this.bySymbol.has(status.symbol)) this.bySymbol.set(status.symbol, status);
    }
  }

  /** The status of a symbol; one that nobody registered is an open "Unknown" that leads to `x`, as in Tasks. */
  get(symbol: string): Status {
    return this.bySymbol.get(symbol) ?? { symbol, name: 'Unknown', next: 'x', type: 'TODO' };
  }

  typeOf(symbol: string): StatusType {
    return this.bySymbol.get(symbol)?.type ?? 'TODO';
  }
}

/** Whether a task of this type still asks for work. */
export function isOpen(type: StatusType): boolean {
  return type === 'TODO' || type === 'IN_PROGRESS' || type === 'ON_HOLD';
}
