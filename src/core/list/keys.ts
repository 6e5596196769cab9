/** The keys of the list: one table that binds them, and from which the help is made. */

/** What a key does in the list. */
export type ListCommand =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'first'
  | 'last'
  | 'fold'
  | 'unfold'
  | 'open'
  | 'open-new'
  | 'detail'
  | 'accept'
  | 'close-as-copy'
  | 'repair'
  | 'reject'
  | 'complete'
  | 'start'
  | 'reopen'
  | 'snooze'
  | 'reschedule'
  | 'assign'
  | 'claim'
  | 'disown'
  | 'priority'
  | 'edit-text'
  | 'skip'
  | 'select'
  | 'extend-down'
  | 'extend-up'
  | 'select-group'
  | 'clear-selection'
  | 'accept-group'
  | 'undo'
  | 'redo'
  | 'filter'
  | 'previous-split'
  | 'next-split'
  | 'back'
  | 'agenda'
  | 'nudge'
  | 'overview'
  | 'menu'
  | 'add-task'
  | 'edit-task'
  | 'shift-days'
  | 'spread'
  | 'review'
  | 'focus'
  | 'rules'
  | 'write-review'
  | 'help';

/** A command, what it does, and its keys: `KeyboardEvent.key`s, with `Mod+` or `Shift+` before one where it is held. */
export type KeyBinding = readonly [command: ListCommand, help: string, ...keys: string[]];

/** Every key that works in the list, by the section of the help. */
export const KEY_SECTIONS: Readonly<Record<string, readonly KeyBinding[]>> = {
  Move: [
    ['down', 'Next task', 'j', 'ArrowDown'],
    ['up', 'Previous task', 'k', 'ArrowUp'],
    ['page-down', 'One page down', 'PageDown'],
    ['page-up', 'One page up', 'PageUp'],
    ['first', 'First task', 'Home'],
    ['last', 'Last task', 'End'],
    ['fold', 'Fold the group', 'ArrowLeft'],
    ['unfold', 'Unfold the group', 'ArrowRight'],
    ['open', 'Open the note at the line', 'Enter', 'o'],
    ['open-new', 'Open the note in a new tab', 'Mod+o'],
    ['detail', 'Show or hide the details', ' '],
  ],
  Decide: [
    ['accept', 'Accept', 'a', '1'],
    ['close-as-copy', 'Close as copy of another task', 'm', '2'],
    ['reject', 'Reject', 'r', '3'],
    ['complete', 'Complete', 'c'],
    ['snooze', 'Snooze until a day', 'h'],
    ['skip', 'Skip', 's'],
    ['accept-group', 'Accept the whole group', 'Mod+Enter'],
    ['undo', 'Undo', 'z', 'Mod+z'],
    ['redo', 'Redo', 'Shift+Z', 'Mod+Shift+Z'],
    ['focus', 'Decide one by one', 'Shift+F'],
    ['rules', 'Decide by rule', 'Shift+D'],
  ],
  Change: [
    ['reschedule', 'Set the due date', 't'],
    ['assign', 'Assign', '@'],
    ['claim', 'Assign to me', 'i'],
    ['disown', 'Not mine', 'Shift+I'],
    ['priority', 'Set the priority', 'p'],
    ['edit-text', 'Edit the text', 'e'],
    ['edit-task', 'Edit all fields', 'Shift+E'],
    ['shift-days', 'Move due dates by days', '+'],
    ['repair', 'Repair fields that cannot be read', 'f'],
  ],
  Select: [
    ['select', 'Select', 'x'],
    ['extend-down', 'Select downwards', 'Shift+J', 'Shift+ArrowDown'],
    ['extend-up', 'Select upwards', 'Shift+K', 'Shift+ArrowUp'],
    ['select-group', 'Select the whole group', '*'],
    ['clear-selection', 'Clear the selection', 'Escape'],
  ],
  List: [
    ['filter', 'Filter', '/'],
    ['previous-split', 'Previous part', '['],
    ['next-split', 'Next part', ']'],
    ['back', 'Back to everybody', 'Backspace'],
    ['agenda', 'Copy the agenda with the person', 'g'],
    ['nudge', 'Copy a nudge to the owner', 'n'],
    ['overview', 'Show the overview', 'v'],
    ['menu', 'All actions of the task', 'ContextMenu', 'Shift+F10', '.'],
    ['add-task', 'Add a task', 'Shift+N'],
    ['review', 'Start or resume the weekly review', 'Shift+R'],
    ['help', 'Show these keys', '?'],
  ],
};

/** Every key that works in the list. */
export const KEY_BINDINGS: readonly KeyBinding[] = Object.values(KEY_SECTIONS).flat();

/** A key press, as far as it matters. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key, by which letters are known on keyboards with other scripts. */
  readonly code: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
}

const BY_KEY: ReadonlyMap<string, ListCommand> = new Map(
  KEY_BINDINGS.flatMap(([command, , ...keys]) => keys.map((key) => [key, command] as const)),
);

/** Commands that a held key may repeat; all others need a press of their own. */
const MAY_REPEAT: ReadonlySet<ListCommand> = new Set([
  'down',
  'up',
  'page-down',
  'page-up',
  'extend-down',
  'extend-up',
] as const);

/** The command of a key press; `null` for none. Without `singleKeys`, letters and digits alone do nothing. */
export function commandOf(press: KeyPress, singleKeys: boolean): ListCommand | null {
  const key = latinKey(press);
  // On many keyboards "@" and the brackets need AltGr, which comes as Alt or as Ctrl with Alt.
  const isAltGr = press.alt && key.length === 1 && !/[a-z0-9]/i.test(key);
  if (press.alt && !isAltGr) return null;
  const mod = press.mod && !isAltGr;
  const isCharacter = key.length === 1 && key !== ' ';
  if (!mod && isCharacter && !singleKeys) return null;
  const shifted = press.shift && (key.length > 1 || /[A-Z]/i.test(key));
  const name = `${mod ? 'Mod+' : ''}${shifted ? 'Shift+' : ''}${shifted && key.length === 1 ? key.toUpperCase() : key}`;
  const command = BY_KEY.get(name) ?? null;
  return command && press.repeat && !MAY_REPEAT.has(command) ? null : command;
}

/** The key for help and hints: `⌘` or `Ctrl`, arrows and spaces in words. */
export function keyLabel(key: string, mac: boolean): string {
  const names: Record<string, string> = {
    ' ': 'Space',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
    PageDown: 'Page down',
    PageUp: 'Page up',
    ContextMenu: 'Menu',
    Escape: 'Esc',
  };
  return key
    .split(/\+(?=.)/)
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (names[part] ?? part)))
    .join(mac ? ' ' : '+');
}

/** The first key of a command, for hints on buttons. */
export function keyOf(command: ListCommand): string {
  return bindingOf(command)?.[2] ?? '';
}

/** What a command that has a key does, as the help says it. */
export function helpOf(command: ListCommand): string {
  return bindingOf(command)?.[1] ?? '';
}

function bindingOf(command: ListCommand): KeyBinding | undefined {
  return KEY_BINDINGS.find(([bound]) => bound === command);
}

function latinKey({ key, code }: KeyPress): string {
  if (key.length !== 1 || key.charCodeAt(0) < 0x80) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? letter.toLowerCase() : key;
}
