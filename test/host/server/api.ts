import { promises as fs } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import type { OutsideChange, SocketAnswer, SocketRequest } from '../core/backend';
import { FileError } from '../core/backend';
import { FolderWatch } from './folder-watch';
import { TextSocket } from './socket';
import { ForbiddenPath, type VaultFolder } from './vault-folder';

/** Bytes that a request may bring. */
export const MAX_BODY = 64 * 1024 * 1024;
const MAX_LOG = 5000;
/** Watched although hidden: the settings may be changed from outside, by a sync program for example. */
const SETTINGS_FOLDER = '.obsidian/plugins/meeting-tasks';

// Only types that cannot run a script in the page's origin.
const RAW_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/** The requests below /api/: files of the vault, and the stream of outside changes. */
export class VaultApi {
  private readonly watch: FolderWatch;
  private readonly listeners = new Set<ServerResponse>();
  private readonly sockets = new Set<TextSocket>();
  /** Changes since the start, so that none is lost between loading and listening, or while reconnecting. */
  private readonly log: string[] = [];
  private dropped = 0;

  constructor(private readonly folder: VaultFolder) {
    this.watch = new FolderWatch(folder, (change) => this.tell(change), [SETTINGS_FOLDER]);
  }

  start(): Promise<void> {
    return this.watch.start();
  }

  close(): void {
    this.watch.close();
    for (const listener of this.listeners) listener.end();
    for (const socket of this.sockets) socket.close();
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { method = '' } = request;
    if (method === 'GET' && url.pathname === '/api/events') return this.listen(request, response, url);
    if (method === 'GET' && url.pathname === '/api/raw') {
      return this.raw(response, url.searchParams.get('path') ?? '');
    }
    const answer = await this.work(method, url, () => readBody(request));
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(answer);
  }

  /** The same requests over one connection: a request of its own for each is many times the work for a browser. */
  connect(request: IncomingMessage, stream: Duplex): void {
    const socket = new TextSocket(request, stream, MAX_BODY, (text) => {
      this.reply(text).then(
        (answer) => socket.send(JSON.stringify(answer)),
        () => socket.close(),
      );
    });
    this.sockets.add(socket);
    stream.on('close', () => this.sockets.delete(socket));
  }

  private async reply(text: string): Promise<SocketAnswer> {
    const { id, method, url, body } = JSON.parse(text) as SocketRequest;
    try {
      const answer = await this.work(method, new URL(url, 'http://vault'), async () => body ?? '');
      return { id, status: answer === null ? 404 : 200, answer };
    } catch (error) {
      return { id, status: error instanceof ForbiddenPath ? 403 : 500, answer: null };
    }
  }

  /** Works off a request for files; JSON, or null for a request that there is not. */
  async work(method: string, url: URL, body: () => Promise<string>): Promise<string | null> {
    const work = await this.find(`${method} ${url.pathname.slice('/api/'.length)}`, url.searchParams, body);
    if (!work) return null;
    try {
      return JSON.stringify({ ok: true, value: (await work()) ?? null });
    } catch (error) {
      // Refusals of the file system are ordinary answers; everything else is a refused request.
      if (!(error instanceof FileError)) throw error;
      return JSON.stringify({ ok: false, code: error.code, message: error.message });
    }
  }

  private async find(
    route: string,
    query: URLSearchParams,
    body: () => Promise<string>,
  ): Promise<(() => Promise<unknown>) | null> {
    const { folder, watch } = this;
    const file = query.get('path') ?? '';
    if (route === 'GET vault') {
      // Taken before loading: a change that comes in between is told once more rather than never.
      const seq = this.dropped + this.log.length;
      return async () => ({ ...(await folder.load()), seq });
    }
    if (route === 'GET file') return () => folder.read(file);
    if (route === 'GET stat') return () => folder.stat(file);
    if (route === 'GET list') return () => folder.list(file);
    if (route === 'DELETE file') return () => watch.own([file], () => folder.remove(file));
    if (route === 'PUT file') {
      const text = await body();
      return () => watch.own([file], (learn) => folder.write(file, text, learn));
    }
    if (route === 'POST append') {
      const text = await body();
      return () => watch.own([file], (learn) => folder.append(file, text, learn));
    }
    if (route === 'POST rename') {
      const { from, to } = parsed(await body());
      if (from === undefined || to === undefined) return null;
      return () => watch.own([from, to], () => folder.rename(from, to));
    }
    if (route === 'POST mkdir') {
      const { path: made } = parsed(await body());
      if (made === undefined) return null;
      return () => watch.own([made], () => folder.mkdir(made));
    }
    return null;
  }

  private async raw(response: ServerResponse, file: string): Promise<void> {
    const full = await this.folder.resolve(file);
    const body = await fs.readFile(full).catch(() => null);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const type = RAW_TYPES[path.extname(full).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).end(body);
  }

  private listen(request: IncomingMessage, response: ServerResponse, url: URL): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': listening\n\n');
    const since = Number(request.headers['last-event-id'] ?? url.searchParams.get('since') ?? Number.NaN);
    const first = Number.isFinite(since) ? Math.max(0, since - this.dropped) : this.log.length;
    for (const [index, message] of this.log.entries()) {
      if (index >= first) response.write(`id: ${this.dropped + index + 1}\ndata: ${message}\n\n`);
    }
    this.listeners.add(response);
    request.on('close', () => this.listeners.delete(response));
  }

  private tell(change: OutsideChange): void {
    const message = JSON.stringify(change);
    this.log.push(message);
    if (this.log.length > MAX_LOG) {
      this.log.shift();
      this.dropped++;
    }
    const id = this.dropped + this.log.length;
    for (const listener of this.listeners) listener.write(`id: ${id}\ndata: ${message}\n\n`);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('Too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): Record<string, string | undefined> {
  const value: unknown = JSON.parse(body);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, part]) => typeof part === 'string'));
}
