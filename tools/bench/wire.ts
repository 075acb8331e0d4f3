import net from 'node:net';

/**
 * HTTP/1.1 over one kept-open connection, one request at a time, as one browser tab has it. Written out because a full
 * client in the load generator would take the processor from the server that is measured.
 */
export class Wire {
  private socket: net.Socket | undefined;
  private buffer: Buffer = Buffer.alloc(0);
  private waiting: { done: (body: string) => void; failed: (fault: Error) => void } | undefined;
  private last = Promise.resolve();
  private used = 0;

  constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {}

  /** The answer's body; fails on any status but 200. */
  ask(method: string, path: string, body: unknown): Promise<string> {
    const mine = this.last.then(() => this.exchange(method, path, JSON.stringify(body)));
    this.last = mine.then(() => undefined, () => undefined);
    return mine;
  }

  close(): void {
    this.socket?.destroy();
  }

  private async exchange(method: string, path: string, body: string): Promise<string> {
    // The server closes what has been silent for five seconds; a browser also opens anew then.
    if (!this.socket || this.socket.destroyed || Date.now() - this.used > 4000) await this.open();
    this.used = Date.now();
    return new Promise<string>((done, failed) => {
      this.waiting = { done, failed };
      this.socket?.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\nx-samsyn: 1\r\ncookie: ${this.cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  private async open(): Promise<void> {
    this.socket?.destroy();
    const socket = net.connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    this.socket = socket;
    this.buffer = Buffer.alloc(0);
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('error', failed);
    });
    socket.on('data', (data: Buffer) => this.read(data));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.socket === socket) this.settle((waiting) => waiting.failed(new Error('connection closed')));
    });
  }

  private read(data: Buffer): void {
    this.buffer = this.buffer.length === 0 ? data : Buffer.concat([this.buffer, data]);
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.buffer.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.buffer.length < end + 4 + length) return;
    const body = this.buffer.toString('utf8', end + 4, end + 4 + length);
    this.buffer = Buffer.alloc(0);
    this.settle((waiting) => (head.startsWith('HTTP/1.1 200') ? waiting.done(body) : waiting.failed(new Error(`${head.slice(9, 12)} ${body}`))));
  }

  private settle(finish: (waiting: { done: (body: string) => void; failed: (fault: Error) => void }) => void): void {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) finish(waiting);
  }
}
