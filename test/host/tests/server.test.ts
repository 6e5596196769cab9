import { promises as fs } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutsideChange } from '../core/backend';
import { HttpBackend } from '../core/http-backend';
import { copyVault, removeCopy, vaultOf } from '../server/copy-vault';
import type { RunningServer } from '../server/serve';
import { startServer } from '../server/serve';

let folder: string;
let server: RunningServer;
let backend: HttpBackend;

beforeEach(async () => {
  folder = await vaultOf({ 'a.md': 'a', 'Sub/b.md': 'b', '.obsidian/plugins/meeting-tasks/data.json': '{}' });
  await fs.writeFile(path.join(path.dirname(folder), 'secret.md'), 'secret');
  server = await startServer({
    vault: folder,
    script: '// host',
    today: '2025-11-05',
    host: { theme: 'dark' },
  });
  backend = new HttpBackend(server.url.slice(0, -1));
});

afterEach(async () => {
  await server.close();
  await removeCopy(folder);
});

const onDisk = (file: string): Promise<string> => fs.readFile(path.join(folder, file), 'utf8');

/** Status of a raw request, whose path no client tidies up. */
function status(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: target, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** Status of a request to speak over a socket. */
function upgrade(target: string, headers: Record<string, string> = {}): Promise<number> {
  const wish = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: target, headers: { ...wish, ...headers } })
      .on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('upgrade', (response, socket) => {
        socket.destroy();
        // The example of RFC 6455.
        expect(response.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject)
      .end();
  });
}

describe('files', () => {
  it('loads, reads, writes, renames and removes', async () => {
    const snapshot = await backend.load();
    expect(snapshot.name).toBe('Test vault');
    expect(snapshot.folders).toEqual(['Sub']);
    expect(snapshot.files.map(({ path: file, text }) => [file, text])).toEqual([
      ['Sub/b.md', 'b'],
      ['a.md', 'a'],
    ]);
    await backend.write('a.md', 'ä\r\n📅');
    expect(await onDisk('a.md')).toBe('ä\r\n📅');
    expect(await backend.read('a.md')).toBe('ä\r\n📅');
    await backend.mkdir('New/Deep');
    await backend.rename('a.md', 'New/Deep/c.md');
    expect(await onDisk('New/Deep/c.md')).toBe('ä\r\n📅');
    await backend.remove('Sub');
    expect((await backend.list('/')).folders.sort()).toEqual(['.obsidian', 'New']);
    expect(await backend.read('.obsidian/plugins/meeting-tasks/data.json')).toBe('{}');
    expect(await backend.stat('none.md')).toBeNull();
    await expect(backend.read('none.md')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(backend.write('None/x.md', '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps the mode, refuses a read-only file and leaves no temporary files', async () => {
    await fs.chmod(path.join(folder, 'a.md'), 0o640);
    await backend.write('a.md', 'x');
    expect((await fs.stat(path.join(folder, 'a.md'))).mode & 0o777).toBe(0o640);
    await fs.chmod(path.join(folder, 'a.md'), 0o444);
    await expect(backend.write('a.md', 'y')).rejects.toMatchObject({ code: 'EACCES' });
    expect(await onDisk('a.md')).toBe('x');
    expect((await fs.readdir(folder)).sort()).toEqual(['.obsidian', 'Sub', 'a.md']);
  });

  it('appends to a file that is there', async () => {
    await fs.chmod(path.join(folder, 'a.md'), 0o640);
    await backend.append('a.md', 'ä\n');
    expect((await backend.append('a.md', 'b\n')).size).toBe(6);
    expect(await onDisk('a.md')).toBe('aä\nb\n');
    expect((await fs.stat(path.join(folder, 'a.md'))).mode & 0o777).toBe(0o640);
    await fs.chmod(path.join(folder, 'a.md'), 0o444);
    await expect(backend.append('a.md', 'c')).rejects.toMatchObject({ code: 'EACCES' });
    await expect(backend.append('none.md', 'c')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(backend.append('../secret.md', 'c')).rejects.toThrow('403');
    expect(await onDisk('a.md')).toBe('aä\nb\n');
  });

  it('serves the page with its options', async () => {
    const page = await (await fetch(`${server.url}?phone=1&theme=light`)).text();
    expect(page).toContain('window.hostOptions = {"today":"2025-11-05","theme":"light","phone":true}');
    expect((await fetch(`${server.url}host.js`)).headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${server.url}manifest.json`)).status).toBe(200);
  });
});

describe('safety', () => {
  it.each([
    '../secret.md',
    'Sub/../../secret.md',
    '..',
    '/etc/passwd',
    'Sub//b.md',
    'C:/x.md',
    'Sub\\..\\..\\secret.md',
    'a\0.md',
    './a.md',
  ])('refuses the path %j', async (bad) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(await status(`/api/file?path=${encodeURIComponent(bad)}`, {}, method)).toBe(403);
    }
    await expect(backend.rename('a.md', bad)).rejects.toThrow();
    await expect(backend.mkdir(bad)).rejects.toThrow();
    expect(await status(`/api/raw?path=${encodeURIComponent(bad)}`)).toBe(403);
  });

  it('does not follow symbolic links out of the vault', async () => {
    const outside = path.dirname(folder);
    await fs.symlink(outside, path.join(folder, 'out'));
    await fs.symlink(path.join(outside, 'secret.md'), path.join(folder, 'link.md'));
    await fs.symlink(path.join(outside, 'later.md'), path.join(folder, 'broken.md'));
    for (const file of ['out/secret.md', 'out/new.md', 'link.md', 'broken.md']) {
      expect(await status(`/api/file?path=${encodeURIComponent(file)}`)).toBe(403);
      await expect(backend.write(file, 'x')).rejects.toThrow('403');
    }
    expect((await backend.load()).files.map((file) => file.path)).toEqual(['Sub/b.md', 'a.md']);
    expect(await fs.readFile(path.join(outside, 'secret.md'), 'utf8')).toBe('secret');
  });

  it('does not serve other files of the repository', async () => {
    for (const target of [
      '/package.json',
      '/plugin/../package.json',
      '/fonts/../package.json',
      '/fonts/files/..%2f',
    ]) {
      expect(await status(target)).toBe(404);
    }
  });

  it('refuses other hosts, origins and sites', async () => {
    const port = String(server.port);
    expect(await status('/api/vault', { host: `evil.example:${port}` })).toBe(403);
    expect(await status('/', { host: 'evil.example' })).toBe(403);
    expect(await status('/api/vault', { origin: 'http://evil.example' })).toBe(403);
    expect(await status('/api/vault', { origin: 'null' })).toBe(403);
    expect(await status('/api/vault', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(
      await status('/api/vault', { host: `localhost:${port}`, origin: `http://localhost:${port}` }),
    ).toBe(200);
  });

  it('opens the socket for its own page only', async () => {
    const port = String(server.port);
    expect(await upgrade('/api/socket')).toBe(101);
    expect(await upgrade('/api/socket', { origin: `http://127.0.0.1:${port}` })).toBe(101);
    expect(await upgrade('/api/socket', { origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade('/api/socket', { origin: 'null' })).toBe(403);
    expect(await upgrade('/api/socket', { host: `evil.example:${port}` })).toBe(403);
    expect(await upgrade('/api/socket', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await upgrade('/api/vault')).toBe(403);
  });

  it('refuses to remove or move the vault itself', async () => {
    await expect(backend.remove('/')).rejects.toThrow();
    await expect(backend.rename('/', 'x')).rejects.toThrow();
    expect(await onDisk('a.md')).toBe('a');
  });
});

describe('outside changes', () => {
  let changes: string[];
  let stop: () => void;

  beforeEach(async () => {
    changes = [];
    stop = await listen((change) =>
      changes.push(`${change.kind} ${change.path} ${change.text ?? ''}`.trim()),
    );
  });
  afterEach(() => stop());

  const arrive = (...expected: string[]): Promise<void> =>
    expect.poll(() => [...changes].sort(), { timeout: 4000 }).toEqual([...expected].sort());

  it('arrive, also from folders that are new or renamed', async () => {
    await fs.writeFile(path.join(folder, 'a.md'), 'changed');
    await arrive('modify a.md changed');
    await fs.mkdir(path.join(folder, 'New/Deep'), { recursive: true });
    await fs.writeFile(path.join(folder, 'New/Deep/c.md'), 'c');
    await arrive('modify a.md changed', 'create New', 'create New/Deep', 'create New/Deep/c.md c');
    changes.length = 0;
    await fs.rename(path.join(folder, 'New'), path.join(folder, 'Old'));
    await arrive('delete New', 'create Old', 'create Old/Deep', 'create Old/Deep/c.md c');
    changes.length = 0;
    await fs.writeFile(path.join(folder, 'Old/Deep/c.md'), 'again');
    await arrive('modify Old/Deep/c.md again');
    await fs.rm(path.join(folder, 'Sub/b.md'));
    await arrive('modify Old/Deep/c.md again', 'delete Sub/b.md');
  });

  it('tell of settings changed by another program', async () => {
    await fs.writeFile(path.join(folder, '.obsidian/plugins/meeting-tasks/data.json'), '{"a":1}');
    await arrive('modify .obsidian/plugins/meeting-tasks/data.json {"a":1}');
  });

  it('are not swallowed by own writes at the same time', async () => {
    for (let n = 0; n < 20; n++) {
      await Promise.all([
        backend.write('a.md', `own ${n}`),
        fs.writeFile(path.join(folder, 'a.md'), `theirs ${n}`),
      ]);
    }
    const last = await onDisk('a.md');
    if (last.startsWith('theirs')) await expect.poll(() => changes.at(-1)).toBe(`modify a.md ${last}`);
  });

  it('arrive with an older time, too', async () => {
    await fs.writeFile(path.join(folder, 'a.md'), 'synced');
    await fs.utimes(path.join(folder, 'a.md'), 1e9, 1e9);
    await arrive('modify a.md synced');
  });

  it('leave out own changes', async () => {
    for (let n = 0; n < 10; n++) await backend.write('a.md', String(n));
    await backend.write('own.md', 'own');
    await backend.mkdir('Mine');
    await backend.rename('own.md', 'Mine/own.md');
    await backend.rename('Mine', 'Yours');
    await backend.write('Yours/own.md', 'more');
    await backend.remove('Sub');
    await backend.write('.obsidian/plugins/meeting-tasks/data.json', '{"own":1}');
    await backend.append('.obsidian/plugins/meeting-tasks/data.json', '\n');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changes).toEqual([]);
    await fs.writeFile(path.join(folder, 'Yours/own.md'), 'theirs');
    await arrive('modify Yours/own.md theirs');
  });
});

/** The event stream without a browser's EventSource. */
async function listen(tell: (change: OutsideChange) => void): Promise<() => void> {
  const aborter = new AbortController();
  const response = await fetch(`${server.url}api/events`, { signal: aborter.signal });
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data !== undefined) tell(JSON.parse(data) as OutsideChange);
      }
    }
  };
  read().catch(() => undefined);
  return () => aborter.abort();
}

describe('copies', () => {
  it('leave out what is no note and keep times', async () => {
    await fs.mkdir(path.join(folder, '.git'));
    await fs.mkdir(path.join(folder, 'node_modules'));
    const copy = await copyVault(folder);
    expect((await fs.readdir(copy)).sort()).toEqual(['.obsidian', 'Sub', 'a.md']);
    const [before, after] = await Promise.all([folder, copy].map((root) => fs.stat(path.join(root, 'a.md'))));
    expect(after?.mtimeMs).toBeCloseTo(before?.mtimeMs ?? 0, -1);
    await removeCopy(copy);
  });
});
