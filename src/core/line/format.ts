/**
 * The vocabulary of the Tasks emoji format: which fields a line can hold, by which symbols they are known
 * and in which order Tasks writes them.
 */

/** A date field of a task line. */
export type DateKind = 'created' | 'start' | 'scheduled' | 'due' | 'cancelled' | 'done';

/** A field of a task line, named as in the Tasks documentation. */
export type FieldKind = DateKind | 'id' | 'dependsOn' | 'priority' | 'recurrence' | 'onCompletion';

/** The date fields in the order in which Tasks writes them. */
const DATE_KINDS: readonly DateKind[] = ['created', 'start', 'scheduled', 'due', 'cancelled', 'done'];

/** The order in which Tasks writes the fields behind the description and its tags. */
export const CANONICAL_ORDER: readonly FieldKind[] = [
  ...(['id', 'dependsOn', 'priority', 'recurrence', 'onCompletion'] as const),
  ...DATE_KINDS,
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

/** Older symbols that are read, but not written. */
const OTHER_SYMBOLS = [
  ['due', '📆'],
  ['due', '🗓'],
  ['scheduled', '⌛'],
] as const;

/** Whether the value of a field is a day. */
export function isDateKind(kind: string): kind is DateKind {
  return DATE_KINDS.includes(kind as DateKind);
}

const PRIORITY_SYMBOLS: ReadonlyMap<number, Priority> = new Map(
  Object.entries(PRIORITY_SYMBOL).map(([kind, symbol]) => [codePointOf(symbol), kind as Priority]),
);

/** The fields by the code points that introduce them. */
export const FIELD_KINDS: ReadonlyMap<number, FieldKind> = new Map([
  ...[...Object.entries(FIELD_SYMBOL), ...OTHER_SYMBOLS].map(
    ([kind, symbol]) => [codePointOf(symbol), kind as FieldKind] as const,
  ),
  ...[...PRIORITY_SYMBOLS.keys()].map((codePoint) => [codePoint, 'priority'] as const),
]);

function codePointOf(symbol: string): number {
  return symbol.codePointAt(0) ?? 0;
}

/** Every code point that introduces a field, priorities included. */
export function fieldSymbols(): number[] {
  return [...FIELD_KINDS.keys()];
}

export const RECURRENCE_SYMBOL = 0x1f501;
export const DEPENDS_ON_SYMBOL = 0x26d4;

/** The date field that a code point introduces, if any. */
export function dateKindOf(codePoint: number): DateKind | undefined {
  const kind = FIELD_KINDS.get(codePoint) ?? '';
  return isDateKind(kind) ? kind : undefined;
}

/** The priority that a code point stands for, if any. */
export function priorityOf(codePoint: number): Priority | undefined {
  return PRIORITY_SYMBOLS.get(codePoint);
}
