import { Keymap } from 'obsidian';
import { commandOf, type ListCommand } from '../../core/list/keys';

/** The command of a key press; `null` for none, and while an input method composes. */
export function commandOfEvent(event: KeyboardEvent, singleKeys: boolean): ListCommand | null {
  if (event.isComposing) return null;
  const press = {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    mod: Keymap.isModifier(event, 'Mod'),
    alt: event.altKey,
    repeat: event.repeat,
  };
  return commandOf(press, singleKeys);
}
