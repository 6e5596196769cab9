import type { Backend, BackendSnapshot, BackendStat, OutsideChange } from './backend';
import { FileError } from './backend';
import type { FileStats } from './files';

/** Answer of the server. Failures of the file system come with status 200, so that no console error appears. */
type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** The vault folder behind the preview server, for the browser. */
export class HttpBackend implements Backend {
  /** Number of the last outside change that the loaded files already contain. */
  private seq = 0;

  constructor(private readonly base = '') {}

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

  private async call<T>(method: string, url: string, body?: string): Promise<T> {
    const response = await fetch(this.base + url, { method, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new FileError('EIO', `${method} ${url}: ${response.status}`);
    const answer = (await response.json()) as Answer<T>;
    if (!answer.ok) throw new FileError(answer.code, answer.message);
    return answer.value;
  }
}
