/**
 * The vocabulary of the Tasks emoji format: which fields a line can hold, by which symbols they are known
 * and in which order Tasks writes them.
 */

/** A date field of a task line. */
export type DateKind = 'created' | 'start' | 'scheduled' | 'due' | 'cancelled' | 'done';

/** A field of a task line, named as in the Tasks documentation. */
export type FieldKind = DateKind | 'id' | 'dependsOn' | 'priority' | 'recurrence' | 'onCompletion';

/** The order in which Tasks writes the fields behind the description and its tags. */
export const CANONICAL_ORDER: readonly FieldKind[] = [
  'id',
  'dependsOn',
  'priority',
  'recurrence',
  'onCompletion',
  'created',
  'start',
  'scheduled',
  'due',
  'cancelled',
  'done',
];

/** The symbol that is written for each field that has one symbol of its own. */
export const FIELD_SYMBOL: Readonly<Record<Exclude<FieldKind, 'priority'>, string>> = {
  id: '🆔',
  dependsOn: '⛔',
  recurrence: '🔁',
  onCompletion: '🏁',
  created: '➕',
  start: '🛫',
  scheduled: '⏳',
  due: '📅',
  cancelled: '❌',
  done: '✅',
};

/** A priority that has a symbol; a line without one has none. */
export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** The symbol that is written for each priority. */
export const PRIORITY_SYMBOL: Readonly<Record<Priority, string>> = {
  highest: '🔺',
  high: '⏫',
  medium: '🔼',
  low: '🔽',
  lowest: '⏬',
};

/** The six priorities from most to least urgent; `null` (no symbol) stands between medium and low. */
export const PRIORITIES: readonly (Priority | null)[] = ['highest', 'high', 'medium', null, 'low', 'lowest'];

/** U+FE0F, the optional "show me as an emoji" mark that may follow any symbol. */
export const VARIATION_SELECTOR = 0xfe0f;

const DATE_SYMBOLS: ReadonlyMap<number, DateKind> = new Map([
  [0x1f4c5, 'due'],
  [0x1f4c6, 'due'],
  [0x1f5d3, 'due'],
  [0x23f3, 'scheduled'],
  [0x231b, 'scheduled'],
  [0x1f6eb, 'start'],
  [0x2795, 'created'],
  [0x2705, 'done'],
  [0x274c, 'cancelled'],
]);

const PRIORITY_SYMBOLS: ReadonlyMap<number, Priority> = new Map([
  [0x1f53a, 'highest'],
  [0x23eb, 'high'],
  [0x1f53c, 'medium'],
  [0x1f53d, 'low'],
  [0x23ec, 'lowest'],
]);

/** Code points of the fields whose value is no date. */
export const RECURRENCE_SYMBOL = 0x1f501;
export const ON_COMPLETION_SYMBOL = 0x1f3c1;
export const ID_SYMBOL = 0x1f194;
export const DEPENDS_ON_SYMBOL = 0x26d4;

/** The date field that a code point introduces, if any. */
export function dateKindOf(codePoint: number): DateKind | undefined {
  return DATE_SYMBOLS.get(codePoint);
}

/** The priority that a code point stands for, if any. */
export function priorityOf(codePoint: number): Priority | undefined {
  return PRIORITY_SYMBOLS.get(codePoint);
}

/** Every code point that introduces a field, priorities included. */
export function fieldSymbols(): number[] {
  return [
    ...DATE_SYMBOLS.keys(),
    ...PRIORITY_SYMBOLS.keys(),
    RECURRENCE_SYMBOL,
    ON_COMPLETION_SYMBOL,
    ID_SYMBOL,
    DEPENDS_ON_SYMBOL,
  ];
}
