import { promises as fs } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { VaultApi } from './api';
import { bundleHost, REPO } from './bundle';
import type { HostOptions } from './page';
import { indexPage, optionsFromQuery } from './page';
import { ForbiddenPath, VaultFolder } from './vault-folder';

/** What `startServer` needs. */
export interface ServerOptions {
  /** Folder of the vault. Its files are really changed. */
  vault: string;
  /** Folder with main.js, styles.css and manifest.json. */
  plugin?: string;
  /** 0 or absent: any free port. */
  port?: number;
  today?: string;
  /** Further options for the page. */
  host?: HostOptions;
  /** The host's script, instead of bundling it. */
  script?: string;
}

/** A running server. */
export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

const FONT = path.join(REPO, 'node_modules/@fontsource/noto-color-emoji');
const PLUGIN_FILES = new Set(['main.js', 'styles.css', 'manifest.json']);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
// The preview needs no network and gets none. The plugin is run with `new Function`, hence unsafe-eval.
const POLICY =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; form-action 'none'; frame-ancestors 'self'";

/** Serves the host, the plugin and the vault to this computer only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = await VaultFolder.open(options.vault);
  const api = new VaultApi(folder);
  const { script, map } =
    options.script === undefined ? await bundleHost() : { script: options.script, map: null };
  await api.start();
  const plugin = options.plugin ?? REPO;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, early: Buffer) => {
    const { port } = server.address() as AddressInfo;
    stream.unshift(early);
    if (request.url === '/api/socket' && isOwnRequest(request, port, true)) api.connect(request, stream);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    const { port } = server.address() as AddressInfo;
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const isApi = url.pathname.startsWith('/api/');
    if (!isOwnRequest(request, port, isApi)) return send(response, 403, '.txt', 'Not for other sites');
    if (isApi) return api.answer(request, response, url);
    if (request.method !== 'GET') return send(response, 405, '.txt', 'Only GET');
    await answerPage(url, response);
  }

  async function answerPage(url: URL, response: ServerResponse): Promise<void> {
    const name = url.pathname.replace(/^\/(?:plugin\/)?/, '');
    if (name === '' || name === 'index.html') {
      const today = options.today === undefined ? {} : { today: options.today };
      response.setHeader('Content-Security-Policy', POLICY);
      const page = { ...today, ...options.host, ...optionsFromQuery(url.searchParams) };
      return send(response, 200, '.html', indexPage(page, folder.name));
    }
    if (name === 'host.js') return send(response, 200, '.js', script);
    if (name === 'host.js.map' && map !== null) return send(response, 200, '.json', map);
    if (name === 'host.css') return sendFile(response, path.join(REPO, 'test/host/app.css'), '');
    if (PLUGIN_FILES.has(name)) {
      // A plugin without styles is a plugin all the same.
      return sendFile(response, path.join(plugin, name), name === 'styles.css' ? '' : null);
    }
    const font = /^fonts\/(index\.css|files\/[\w-]+\.woff2?)$/.exec(name)?.[1];
    if (font !== undefined) return sendFile(response, path.join(FONT, font), null);
    send(response, 404, '.txt', 'Not found');
  }

  await listen(server, options.port ?? 0).catch((error: unknown) => {
    api.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () => {
      api.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/**
 * The host name is checked because a foreign site can make its own name point here; the origin because
 * any site can send requests to this port.
 */
function isOwnRequest(request: IncomingMessage, port: number, isApi: boolean): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!names.includes(request.headers.host ?? '')) return false;
  const { origin } = request.headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return false;
  const site = request.headers['sec-fetch-site'];
  return !isApi || site === undefined || site === 'same-origin' || site === 'none';
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': TYPES[type] ?? 'text/plain; charset=utf-8' });
  response.end(body);
}

async function sendFile(response: ServerResponse, file: string, fallback: string | null): Promise<void> {
  const body = await fs.readFile(file).catch(() => fallback);
  if (body === null) send(response, 404, '.txt', `Not found: ${path.basename(file)}`);
  else send(response, 200, path.extname(file), body);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const isForbidden = error instanceof ForbiddenPath;
  send(response, isForbidden ? 403 : 500, '.txt', error instanceof Error ? error.message : 'Error');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
