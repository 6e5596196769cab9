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

/** Keys for a command. A key is a `KeyboardEvent.key`, with `Mod+` or `Shift+` before it where it is held. */
export interface KeyBinding {
  readonly command: ListCommand;
  readonly keys: readonly string[];
  readonly help: string;
  readonly section: 'Move' | 'Decide' | 'Change' | 'Select' | 'List';
}

/** Every key that works in the list. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { command: 'down', keys: ['j', 'ArrowDown'], help: 'Next task', section: 'Move' },
  { command: 'up', keys: ['k', 'ArrowUp'], help: 'Previous task', section: 'Move' },
  { command: 'page-down', keys: ['PageDown'], help: 'One page down', section: 'Move' },
  { command: 'page-up', keys: ['PageUp'], help: 'One page up', section: 'Move' },
  { command: 'first', keys: ['Home'], help: 'First task', section: 'Move' },
  { command: 'last', keys: ['End'], help: 'Last task', section: 'Move' },
  { command: 'fold', keys: ['ArrowLeft'], help: 'Fold the group', section: 'Move' },
  { command: 'unfold', keys: ['ArrowRight'], help: 'Unfold the group', section: 'Move' },
  { command: 'open', keys: ['Enter', 'o'], help: 'Open the note at the line', section: 'Move' },
  { command: 'open-new', keys: ['Mod+o'], help: 'Open the note in a new tab', section: 'Move' },
  { command: 'detail', keys: [' '], help: 'Show or hide the details', section: 'Move' },
  { command: 'accept', keys: ['a', '1'], help: 'Accept', section: 'Decide' },
  { command: 'close-as-copy', keys: ['m', '2'], help: 'Close as copy of another task', section: 'Decide' },
  { command: 'reject', keys: ['r', '3'], help: 'Reject', section: 'Decide' },
  { command: 'complete', keys: ['c'], help: 'Complete', section: 'Decide' },
  { command: 'snooze', keys: ['h'], help: 'Snooze until a day', section: 'Decide' },
  { command: 'skip', keys: ['s'], help: 'Skip', section: 'Decide' },
  { command: 'accept-group', keys: ['Mod+Enter'], help: 'Accept the whole group', section: 'Decide' },
  { command: 'undo', keys: ['z', 'Mod+z'], help: 'Undo', section: 'Decide' },
  { command: 'redo', keys: ['Shift+Z', 'Mod+Shift+Z'], help: 'Redo', section: 'Decide' },
  { command: 'reschedule', keys: ['t'], help: 'Set the due date', section: 'Change' },
  { command: 'assign', keys: ['@'], help: 'Assign', section: 'Change' },
  { command: 'priority', keys: ['p'], help: 'Set the priority', section: 'Change' },
  { command: 'edit-text', keys: ['e'], help: 'Edit the text', section: 'Change' },
  { command: 'edit-task', keys: ['Shift+E'], help: 'Edit all fields', section: 'Change' },
  { command: 'shift-days', keys: ['+'], help: 'Move due dates by days', section: 'Change' },
  { command: 'repair', keys: ['f'], help: 'Repair fields that cannot be read', section: 'Change' },
  { command: 'select', keys: ['x'], help: 'Select', section: 'Select' },
  {
    command: 'extend-down',
    keys: ['Shift+J', 'Shift+ArrowDown'],
    help: 'Select downwards',
    section: 'Select',
  },
  { command: 'extend-up', keys: ['Shift+K', 'Shift+ArrowUp'], help: 'Select upwards', section: 'Select' },
  { command: 'select-group', keys: ['*'], help: 'Select the whole group', section: 'Select' },
  { command: 'clear-selection', keys: ['Escape'], help: 'Clear the selection', section: 'Select' },
  { command: 'focus', keys: ['Shift+F'], help: 'Decide one by one', section: 'Decide' },
  { command: 'rules', keys: ['Shift+D'], help: 'Decide by rule', section: 'Decide' },
  { command: 'filter', keys: ['/'], help: 'Filter', section: 'List' },
  { command: 'previous-split', keys: ['['], help: 'Previous part', section: 'List' },
  { command: 'next-split', keys: [']'], help: 'Next part', section: 'List' },
  { command: 'back', keys: ['Backspace'], help: 'Back to everybody', section: 'List' },
  { command: 'agenda', keys: ['g'], help: 'Copy the agenda with the person', section: 'List' },
  { command: 'nudge', keys: ['n'], help: 'Copy a nudge to the owner', section: 'List' },
  { command: 'overview', keys: ['v'], help: 'Show the overview', section: 'List' },
  {
    command: 'menu',
    keys: ['ContextMenu', 'Shift+F10', '.'],
    help: 'All actions of the task',
    section: 'List',
  },
  { command: 'add-task', keys: ['Shift+N'], help: 'Add a task', section: 'List' },
  { command: 'review', keys: ['Shift+R'], help: 'Start or resume the weekly review', section: 'List' },
  { command: 'help', keys: ['?'], help: 'Show these keys', section: 'List' },
];

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
  KEY_BINDINGS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)),
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
  const parts = key === ' ' ? [' '] : key.split('+').map((part) => part || '+');
  return parts
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (names[part] ?? part)))
    .join(mac ? ' ' : '+');
}

/** The first key of a command, for hints on buttons. */
export function keyOf(command: ListCommand): string {
  return KEY_BINDINGS.find((binding) => binding.command === command)?.keys[0] ?? '';
}

function latinKey({ key, code }: KeyPress): string {
  if (key.length !== 1 || key.charCodeAt(0) < 0x80) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? letter.toLowerCase() : key;
}
