import type { ChangeHistory, Reversal } from '../core/edit/history';
import type { Settings } from '../core/settings';
import type { Reporter } from './reporter';
import type { SettingsStore } from './settings/settings-store';
import { REVERSALS } from './task-actions';

/** The settings that hold it. */
type Values = Partial<Pick<Settings, 'mergedNames' | 'ownNames' | 'notSame'>>;

/** The way back: the settings as they were, what is taken back, and its place among the changes of notes. */
type Back = readonly [values: Values, label: string, place: string];

/** What is needed to keep it. */
export interface SaidParts {
  readonly store: SettingsStore;
  readonly reporter: Reporter;
  /** The changes of notes, among which it has its place. */
  readonly history: ChangeHistory;
}

/** What the user says about names and copies. It is kept in the settings, and undone in its turn like any change. */
export type Said = ReturnType<typeof keepSaid>;

/** Keeps what the user says, with the way back until the plugin ends. */
export function keepSaid({ store, reporter, history }: SaidParts) {
  const backs: Record<Reversal, Back[]> = { undo: [], redo: [] };
  /** The last change that stands; and the newest of all, after which nothing older is made again. */
  const placeFor = (kind: Reversal): string =>
    [history.latest('undo'), kind === 'redo' && history.entries().at(-1)]
      .map((entry) => entry && entry.id)
      .join();
  const change = (values: Values, label: string, back: Reversal): void => {
    const keys = Object.keys(values) as (keyof Values)[];
    const before = Object.fromEntries(keys.map((key) => [key, store.current[key]])) as Values;
    backs[back].push([before, label, placeFor(back)]);
    void store.update(values);
  };
  /** Takes the last back, or says it again, unless changes of notes come first; returns whether it did. */
  const takeBack = (kind: Reversal): boolean => {
    const [values, label = '', place] = backs[kind].at(-1) ?? [];
    if (!values || place !== placeFor(kind)) return false;
    backs[kind].pop();
    change(values, label, kind === 'undo' ? 'redo' : 'undo');
    reporter.say(`${REVERSALS[kind][1]}: ${label}.`);
    return true;
  };
  return {
    takeBack,

    /** Keeps it, and tells the user, who can take it back at once. */
    keep(values: Values, label: string, message: string): void {
      backs.redo = [];
      change(values, label, 'undo');
      const own = backs.undo.at(-1);
      const run = (): void => {
        if (backs.undo.at(-1) !== own || !takeBack('undo'))
          reporter.say('This is no longer the last change.');
      };
      reporter.say(message, { label: 'Undo', run });
    },
  };
}
