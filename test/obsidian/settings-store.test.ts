import type { Plugin } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { makeSettingsStore } from '../../src/obsidian/settings/settings-store';
import { MemoryBackend } from '../host/core/memory-backend';
import { Vault } from '../host/core/vault';

const told: string[] = [];
vi.mock('obsidian', () => ({
  Notice: class {
    constructor(message: string) {
      told.push(message);
    }
  },
}));
beforeEach(() => void told.splice(0));

const FOLDER = '.obsidian/plugins/meeting-tasks';
const DATA = `${FOLDER}/data.json`;
const KEPT = `${FOLDER}/data-damaged-2025-11-05T09-00-00-000Z.json`;

/** A store over a data file, and what is in its folder. */
async function storeOver(data: string | null) {
  const backend = new MemoryBackend({
    [`${FOLDER}/manifest.json`]: '{}',
    ...(data === null ? {} : { [DATA]: data }),
  });
  const vault = new Vault(backend);
  await vault.load();
  const plugin = {
    app: { vault },
    loadData: async () =>
      (await vault.adapter.exists(DATA)) ? (JSON.parse(await vault.adapter.read(DATA)) as unknown) : null,
    saveData: (value: unknown) => vault.adapter.write(DATA, JSON.stringify(value)),
  } as unknown as Plugin;
  const store = makeSettingsStore(plugin, FOLDER, () => '2025-11-05T09:00:00.000Z');
  await store.load();
  const saved = (): Record<string, unknown> =>
    JSON.parse(backend.peek(DATA) ?? 'null') as Record<string, unknown>;
  return { backend, vault, store, saved };
}

describe('the settings on the disk', () => {
  it('are kept beside the new ones when they were damaged, before anything is overwritten', async () => {
    const damaged = '{"noteTypes":["call"],"dens';
    const { backend, vault, store, saved } = await storeOver(damaged);
    expect([backend.peek(DATA), backend.peek(KEPT), told.length]).toEqual([damaged, null, 1]);
    const order: string[] = [];
    vault.faults = { onWrite: (path) => void order.push(path) };
    await store.update({ density: 'compact' });
    expect(order).toEqual([KEPT, DATA]);
    expect([backend.peek(KEPT), saved()['density']]).toEqual([damaged, 'compact']);
    expect(told.at(-1)).toContain('data-damaged-2025-11-05T09-00-00-000Z.json');
    await store.update({ density: 'comfortable' });
    expect([order.length, told.length]).toEqual([3, 2]);
  });

  it('are not overwritten when they were damaged and cannot be kept', async () => {
    const { backend, vault, store } = await storeOver('{');
    vault.faults = { readOnly: new Set([KEPT]) };
    await expect(store.update({ density: 'compact' })).rejects.toThrow('EACCES');
    expect([backend.peek(DATA), store.current.density]).toEqual(['{', 'compact']);
    vault.faults = undefined;
    await store.update({ singleKeys: false });
    expect([store.current.density, backend.peek(KEPT)]).toEqual(['compact', '{']);
  });

  it('are kept, and read as far as they are sound, when some values cannot be used', async () => {
    const stored = '{"noteTypes":["call"],"density":3}';
    const { backend, store, saved } = await storeOver(stored);
    expect([store.current.noteTypes, store.current.density]).toEqual([['call'], 'comfortable']);
    await store.update({ singleKeys: false });
    expect(backend.peek(KEPT)).toBe(stored);
    expect(saved()).toEqual({ ...DEFAULT_SETTINGS, noteTypes: ['call'], singleKeys: false });
  });

  it('keep what a newer version has in them', async () => {
    const { backend, store, saved } = await storeOver(
      '{"version":2,"colours":{"a":[1]},"noteTypes":["call"]}',
    );
    await store.update({ density: 'compact' });
    expect([told, backend.peek(KEPT)]).toEqual([[], null]);
    expect(saved()).toEqual({
      ...DEFAULT_SETTINGS,
      noteTypes: ['call'],
      density: 'compact',
      colours: { a: [1] },
    });
  });

  it('that a synchronisation wrote unheard are not lost by the next change', async () => {
    const { vault, store, saved } = await storeOver('{"noteTypes":["call"]}');
    const heard: unknown[] = [];
    store.subscribe(() => heard.push(store.current.ownNames));
    await vault.adapter.write(DATA, '{"noteTypes":["minutes"],"ownNames":["Oda Brandt"]}');
    await store.update({ density: 'compact' });
    expect(saved()).toMatchObject({ noteTypes: ['minutes'], ownNames: ['Oda Brandt'], density: 'compact' });
    expect(heard).toEqual([[], ['Oda Brandt']]);
  });

  it('that are half written while running change nothing, and are read when they are whole', async () => {
    const { vault, store } = await storeOver('{"noteTypes":["call"]}');
    await vault.adapter.write(DATA, '{"noteTypes":["minu');
    await store.reload();
    await store.reload();
    expect([store.current.noteTypes, told.length]).toEqual([['call'], 1]);
    await vault.adapter.write(DATA, '{"noteTypes":["minutes"]}');
    await store.reload();
    expect(store.current.noteTypes).toEqual(['minutes']);
  });

  it('stay as they are set when the file goes', async () => {
    const { vault, store, saved } = await storeOver('{"noteTypes":["call"]}');
    await vault.adapter.remove(DATA);
    await store.reload();
    await store.update({ density: 'compact' });
    expect(saved()).toMatchObject({ noteTypes: ['call'], density: 'compact' });
  });

  it('hold all of several quick changes, and those that could not be saved at first', async () => {
    const { vault, store, saved } = await storeOver(null);
    vault.faults = { readOnly: new Set([DATA]) };
    await expect(store.update({ ownNames: ['Oda Brandt'] })).rejects.toThrow();
    vault.faults = undefined;
    await Promise.all([store.update({ density: 'compact' }), store.update({ singleKeys: false })]);
    expect(saved()).toMatchObject({ ownNames: ['Oda Brandt'], density: 'compact', singleKeys: false });
  });

  it.each(['onRead', 'onWrite'] as const)(
    'hold what is changed while they are saved (%s)',
    async (moment) => {
      const { vault, store, saved } = await storeOver('{}');
      let later: Promise<void> | undefined;
      vault.faults = { [moment]: () => void (later ??= store.update({ singleKeys: false })) };
      await store.update({ density: 'compact' });
      await later;
      expect(store.current).toMatchObject({ density: 'compact', singleKeys: false });
      expect(saved()).toMatchObject({ density: 'compact', singleKeys: false });
    },
  );
});
