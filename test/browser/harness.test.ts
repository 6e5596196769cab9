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

  it('fails at the end when the page has reported an error', { timeout: 60_000 }, async () => {
    const vault = await openVault({ plugin, notes: {}, phone: true, theme: 'dark' });
    await vault.page.evaluate('console.error("broken")');
    await expect(vault.close()).rejects.toThrow('broken');
  });
});
