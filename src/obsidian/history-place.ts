/** What the actions need of the place where the history is kept and shown. */
export interface HistoryPlace {
  /** Resolves when the history holds what was done in earlier sessions. */
  ready(): Promise<void>;
  /** Resolves when all that was done is stored, or could not be. */
  settled(): Promise<void>;
  /** Whether there is a note of this path. */
  exists(path: string): boolean;
  /** Shows the history to the user. */
  show(): void;
}
