import { describe, expect, it } from 'vitest';
import { commandOf, KEY_BINDINGS, keyLabel, keyOf, type KeyPress } from '../../../src/core/list/keys';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', shift: false, mod: false, alt: false, repeat: false },
  ...rest,
});

const command = (key: string, rest: Partial<KeyPress> = {}, singleKeys = true): string | null =>
  commandOf(press(key, rest), singleKeys);

describe('a key press', () => {
  it.each<[key: string, rest: Partial<KeyPress>, command: string | null]>([
    ['a', {}, 'accept'],
    ['1', {}, 'accept'],
    ['j', {}, 'down'],
    ['ArrowDown', {}, 'down'],
    ['ArrowDown', { shift: true }, 'extend-down'],
    ['J', { shift: true }, 'extend-down'],
    [' ', {}, 'detail'],
    ['o', { mod: true }, 'open-new'],
    ['Enter', { mod: true }, 'accept-group'],
    ['z', { mod: true }, 'undo'],
    ['Z', { mod: true, shift: true }, 'redo'],
    ['z', { mod: true, shift: true }, 'redo'],
    ['F10', { shift: true }, 'menu'],
    ['A', { shift: true }, null],
    ['a', { mod: true }, null],
    ['q', {}, null],
    ['ArrowDown', { alt: true }, null],
  ])('%s %j: %s', (key, rest, expected) => {
    expect(command(key, rest)).toBe(expected);
  });

  it('finds signs wherever a keyboard has them', () => {
    expect(command('?', { shift: true })).toBe('help');
    expect(command('*', { shift: true })).toBe('select-group');
    expect(command('@', { alt: true })).toBe('assign');
    expect(command('[', { alt: true })).toBe('previous-split');
  });

  it('counts by its place on keyboards with other scripts', () => {
    expect(command('ф', { code: 'KeyA' })).toBe('accept');
    expect(command('Ф', { code: 'KeyJ', shift: true })).toBe('extend-down');
    expect(command('я', { code: 'KeyZ', mod: true })).toBe('undo');
    expect(command('ö', { code: 'Semicolon' })).toBeNull();
  });

  it('repeats only what moves', () => {
    expect(command('j', { repeat: true })).toBe('down');
    expect(command('J', { shift: true, repeat: true })).toBe('extend-down');
    expect(command('a', { repeat: true })).toBeNull();
    expect(command('z', { mod: true, repeat: true })).toBeNull();
  });

  it('without single keys decides nothing by a letter', () => {
    for (const key of ['a', '1', '@', '?', 'j']) expect(command(key, {}, false)).toBeNull();
    expect(command('ArrowDown', {}, false)).toBe('down');
    expect(command(' ', {}, false)).toBe('detail');
    expect(command('Enter', { mod: true }, false)).toBe('accept-group');
  });
});

describe('the table of keys', () => {
  it('binds each key once, and each entry has words for the help', () => {
    const keys = KEY_BINDINGS.flatMap(([, , ...bound]) => bound);
    expect(new Set(keys).size).toBe(keys.length);
    expect(KEY_BINDINGS.filter(([, help]) => help === '')).toEqual([]);
  });

  it('shows the first key of a command', () => {
    expect([keyOf('accept'), keyOf('undo'), keyOf('start')]).toEqual(['a', 'z', '']);
  });

  it.each([
    ['Mod+Enter', 'Ctrl+Enter', '⌘ Enter'],
    ['Shift+ArrowDown', 'Shift+↓', 'Shift ↓'],
    [' ', 'Space', 'Space'],
    ['Escape', 'Esc', 'Esc'],
    ['a', 'a', 'a'],
    ['+', '+', '+'],
  ])('%s is shown as %s, on a Mac as %s', (key, other, mac) => {
    expect([keyLabel(key, false), keyLabel(key, true)]).toEqual([other, mac]);
  });
});
