import type { KeymapContext, Modifier } from 'obsidian';

import type { App } from './app';
import { Platform } from './platform';

/** Keys for a command. */
export interface Hotkey {
  modifiers: Modifier[];
  key: string;
}

const order = ['Alt', 'Ctrl', 'Meta', 'Shift'];

function modifiersOf(hotkey: Hotkey): string {
  const plain = hotkey.modifiers.map((name) =>
    name === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : name,
  );
  return [...new Set(plain)].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(',');
}

/** Which keys run which command. */
export class HotkeyManager {
  customKeys: Record<string, Hotkey[]> = {};
  defaultKeys: Record<string, Hotkey[]> = {};

  constructor(private readonly app: App) {
    app.scope.register(null, null, (_event, context) => this.onTrigger(context));
  }

  addDefaultHotkeys(id: string, hotkeys: Hotkey[]): void {
    this.defaultKeys[id] = hotkeys;
  }

  removeDefaultHotkeys(id: string): void {
    delete this.defaultKeys[id];
  }

  getDefaultHotkeys(id: string): Hotkey[] | undefined {
    return this.defaultKeys[id];
  }

  getHotkeys(id: string): Hotkey[] | undefined {
    return this.customKeys[id];
  }

  setHotkeys(id: string, hotkeys: Hotkey[]): void {
    this.customKeys[id] = hotkeys;
  }

  removeHotkeys(id: string): void {
    delete this.customKeys[id];
  }

  printHotkeyForCommand(id: string): string {
    const hotkey = (this.customKeys[id] ?? this.defaultKeys[id])?.[0];
    if (!hotkey) return '';
    const key = hotkey.key.length === 1 ? hotkey.key.toUpperCase() : hotkey.key;
    return [...hotkey.modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)), key].join(' + ');
  }

  private onTrigger(context: KeymapContext): false | undefined {
    for (const id of new Set([...Object.keys(this.customKeys), ...Object.keys(this.defaultKeys)])) {
      for (const hotkey of this.customKeys[id] ?? this.defaultKeys[id] ?? []) {
        const same = hotkey.key.toLowerCase() === context.key?.toLowerCase() || hotkey.key === context.vkey;
        if (same && modifiersOf(hotkey) === context.modifiers && this.app.commands.executeCommandById(id)) {
          return false;
        }
      }
    }
    return undefined;
  }
}
