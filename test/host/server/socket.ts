import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const KEY_END = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** One end of a WebSocket (RFC 6455), as far as a browser needs it to send and get text. */
export class TextSocket {
  private rest: Buffer = Buffer.alloc(0);
  private parts: Buffer[] = [];
  private size = 0;

  /** Takes over a request to upgrade; `limit` is the most bytes that a message may have. */
  constructor(
    request: IncomingMessage,
    private readonly stream: Duplex,
    private readonly limit: number,
    private readonly onText: (text: string) => void,
  ) {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key'] ?? ''}${KEY_END}`);
    stream.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    );
    stream.on('data', (chunk: Buffer) => this.read(chunk));
    stream.on('end', () => this.close());
    stream.on('error', () => this.close());
  }

  send(text: string): void {
    if (!this.stream.destroyed) this.frame(TEXT, Buffer.from(text));
  }

  close(): void {
    this.stream.destroy();
  }

  private frame(kind: number, body: Buffer): void {
    const long = body.length > 0xffff;
    const head = Buffer.alloc(body.length < 126 ? 2 : long ? 10 : 4);
    head[0] = 0x80 | kind;
    head[1] = body.length < 126 ? body.length : long ? 127 : 126;
    if (long) head.writeBigUInt64BE(BigInt(body.length), 2);
    else if (head.length === 4) head.writeUInt16BE(body.length, 2);
    this.stream.write(Buffer.concat([head, body]));
  }

  private read(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    while (!this.stream.destroyed && this.readFrame());
  }

  /** Takes one frame off what has come; false when it is not there whole. */
  private readFrame(): boolean {
    const { rest } = this;
    if (rest.length < 2) return false;
    const [first = 0, second = 0] = rest;
    const short = second & 0x7f;
    const head = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + 4;
    if (rest.length < head) return false;
    const length =
      short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
    // A browser masks what it sends.
    if ((second & 0x80) === 0 || this.size + length > this.limit) {
      this.close();
      return false;
    }
    if (rest.length < head + length) return false;
    const body = Buffer.from(rest.subarray(head, head + length));
    for (let at = 0; at < length; at++) body[at] = (body[at] ?? 0) ^ (rest[head - 4 + (at & 3)] ?? 0);
    this.rest = rest.subarray(head + length);
    this.take(first & 0x0f, (first & 0x80) !== 0, body);
    return true;
  }

  private take(kind: number, isLast: boolean, body: Buffer): void {
    if (kind === CLOSE) return this.close();
    if (kind === PING) return this.frame(PONG, body);
    if (kind === PONG) return;
    this.parts.push(body);
    this.size += body.length;
    if (!isLast) return;
    const text = Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.size = 0;
    this.onText(text);
  }
}
