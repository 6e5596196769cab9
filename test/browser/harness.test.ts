import { promises as fs } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeCopy, vaultOf } from '../host/server/copy-vault';
import { openVault } from './harness';

const MAIN = `
const { Plugin } = require('obsidian');
module.exports = class extends Plugin {
  async onload() {
    window.seen = [];
    this.settings = await this.loadData();
    this.registerEvent(this.app.vault.on('modify', (file) => window.seen.push('modify ' + file.path)));
    this.registerEvent(this.app.metadataCache.on('changed', (file, data, cache) =>
      window.seen.push('changed ' + file.path + ' ' + (cache.listItems?.length ?? 0))));
    this.addCommand({ id: 'tick', name: 'Tick', callback: () => {
      const file = this.app.vault.getFileByPath('a.md');
      this.app.vault.process(file, (text) => text.replace('[ ]', '[x]')).catch((error) => window.seen.push(error.code));
    } });
  }
};
`;

let plugin: string;

beforeAll(async () => {
  const manifest = {
    id: 'probe',
    name: 'Probe',
    version: '1.0.0',
    minAppVersion: '1.0.0',
    description: '',
    author: '',
  };
  plugin = await vaultOf({ 'main.js': MAIN, 'manifest.json': JSON.stringify(manifest) });
});
afterAll(() => removeCopy(plugin));

describe('the browser harness', () => {
  it('runs a plugin over real files', { timeout: 60_000 }, async () => {
    const vault = await openVault({ plugin, notes: { 'a.md': '- [ ] a\n' }, today: '2025-11-05' });
    const seen = (): Promise<string[]> => vault.page.evaluate('window.seen');

    await vault.command('probe:tick');
    await vault.fileBecomes('a.md', '- [x] a\n');
    await expect.poll(seen).toEqual(['modify a.md', 'changed a.md 1']);

    await vault.writeOutside('a.md', '- [ ] a\n- [ ] b\n');
    await expect.poll(seen).toEqual(['modify a.md', 'changed a.md 1', 'modify a.md', 'changed a.md 2']);

    await fs.chmod(path.join(vault.folder, 'a.md'), 0o444);
    await vault.command('probe:tick');
    await expect.poll(async () => (await seen()).at(-1)).toBe('EACCES');
    expect(await vault.file('a.md')).toBe('- [ ] a\n- [ ] b\n');
    expect(await vault.page.evaluate('new Date().getFullYear()')).toBe(2025);
    await expect(vault.command('probe:none')).rejects.toThrow('unknown');
    await vault.close();
  });

  it('reads and writes many files at a time, and long ones', { timeout: 60_000 }, async () => {
    const notes = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.md`, `${at}`]));
    const vault = await openVault({ plugin, notes });
    const read = await vault.page.evaluate<string[]>(
      `Promise.all(app.vault.getMarkdownFiles().map(async (file) => {
        await app.vault.process(file, (text) => text.concat(' 📅 ', 'ä'.repeat(Number(text) * 2000)));
        await app.vault.adapter.append(file.path, '.');
        return (await app.vault.adapter.read(file.path)).length + ' ' + (await app.vault.read(file)).slice(0, 5);
      }))`,
    );
    expect(read.sort()).toEqual(
      Object.keys(notes)
        .map((_, at) => `${String(at).length + 5 + at * 2000} ${`${at} 📅 ä`.slice(0, 5)}`)
        .sort(),
    );
    for (let at = 0; at < 50; at++)
      expect(await vault.file(`${at}.md`)).toBe(`${at} 📅 ${'ä'.repeat(at * 2000)}.`);
    const refused = `app.vault.adapter.read('../outside.md').catch((error) => error.message)`;
    expect(await vault.page.evaluate(refused)).toContain('403');
    await vault.close();
  });

  it('fails at the end when the page has reported an error', { timeout: 60_000 }, async () => {
    const vault = await openVault({ plugin, notes: {}, phone: true, theme: 'dark' });
    await vault.page.evaluate('console.error("broken")');
    await expect(vault.close()).rejects.toThrow('broken');
  });
});
