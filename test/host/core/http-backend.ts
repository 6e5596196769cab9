import type {
  Backend,
  BackendSnapshot,
  BackendStat,
  OutsideChange,
  SocketAnswer,
  SocketRequest,
} from './backend';
import { FileError } from './backend';
import type { FileStats } from './files';

/** Answer of the server. Failures of the file system come with status 200, so that no console error appears. */
type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** The text of an answer, null for a refused request, with what was the matter. */
interface Raw {
  status: number | string;
  answer: string | null;
}

/** The vault folder behind the preview server, for the browser. */
export class HttpBackend implements Backend {
  /** Number of the last outside change that the loaded files already contain. */
  private seq = 0;
  private socket: WebSocket | null = null;
  /** Requests over the socket that have no answer yet, by number. */
  private readonly waiting = new Map<number, (answer: SocketAnswer | null) => void>();
  private asked = 0;

  /** `live`: requests go over one socket once it is open; else each by HTTP. */
  constructor(
    private readonly base = '',
    live = false,
  ) {
    if (live) this.connect();
  }

  async load(): Promise<BackendSnapshot> {
    const snapshot = await this.call<BackendSnapshot & { seq: number }>('GET', '/api/vault');
    this.seq = snapshot.seq;
    return snapshot;
  }

  read(path: string): Promise<string> {
    return this.call('GET', this.fileUrl('/api/file', path));
  }

  write(path: string, text: string): Promise<FileStats> {
    return this.call('PUT', this.fileUrl('/api/file', path), text);
  }

  append(path: string, text: string): Promise<FileStats> {
    return this.call('POST', this.fileUrl('/api/append', path), text);
  }

  remove(path: string): Promise<void> {
    return this.call('DELETE', this.fileUrl('/api/file', path));
  }

  rename(from: string, to: string): Promise<void> {
    return this.call('POST', '/api/rename', JSON.stringify({ from, to }));
  }

  mkdir(path: string): Promise<void> {
    return this.call('POST', '/api/mkdir', JSON.stringify({ path }));
  }

  stat(path: string): Promise<BackendStat | null> {
    return this.call('GET', this.fileUrl('/api/stat', path));
  }

  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    return this.call('GET', this.fileUrl('/api/list', path));
  }

  subscribe(callback: (change: OutsideChange) => void): () => void {
    const source = new EventSource(`${this.base}/api/events?since=${this.seq}`);
    source.onmessage = (event: MessageEvent<string>) => callback(JSON.parse(event.data) as OutsideChange);
    return () => source.close();
  }

  resourceUrl(path: string): string {
    return this.base + this.fileUrl('/api/raw', path);
  }

  private fileUrl(route: string, path: string): string {
    return `${route}?path=${encodeURIComponent(path)}`;
  }

  private connect(): void {
    const socket = new WebSocket(
      new URL(`${this.base}/api/socket`, document.baseURI).href.replace(/^http/, 'ws'),
    );
    socket.onopen = () => (this.socket = socket);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const answer = JSON.parse(data) as SocketAnswer;
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    };
    socket.onclose = () => {
      this.socket = null;
      for (const give of this.waiting.values()) give(null);
      this.waiting.clear();
    };
  }

  private async call<T>(method: string, url: string, body?: string): Promise<T> {
    const { status, answer } = await (this.socket
      ? this.ask(this.socket, method, url, body)
      : this.fetch(method, url, body));
    if (answer === null) throw new FileError('EIO', `${method} ${url}: ${status}`);
    const result = JSON.parse(answer) as Answer<T>;
    if (!result.ok) throw new FileError(result.code, result.message);
    return result.value;
  }

  private ask(socket: WebSocket, method: string, url: string, body?: string): Promise<Raw> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, (answer) => resolve(answer ?? { status: 'the server has gone', answer: null }));
      socket.send(
        JSON.stringify({ id, method, url, ...(body === undefined ? {} : { body }) } satisfies SocketRequest),
      );
    });
  }

  private async fetch(method: string, url: string, body?: string): Promise<Raw> {
    const response = await fetch(this.base + url, { method, ...(body === undefined ? {} : { body }) });
    return { status: response.status, answer: response.ok ? await response.text() : null };
  }
}
