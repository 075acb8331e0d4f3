import { requestHeader, type ActAnswer, type ActMessage, type AnswerOf, type BodyOf, type Endpoint, type Problem } from '@samsyn/contract';
import { io, type Socket } from 'socket.io-client';

/** An answer as it came over the wire: what a browser can tell one from another by. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly length: string | null;
  readonly text: string;
}

export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Options<E> {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<E>;
}

export const pathOf = (endpoint: Pick<Endpoint, 'path'>, params: Readonly<Record<string, string>> = {}): string =>
  `/api/${endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;

/** One person at the door of the application, over HTTP and the socket alone. Without a cookie: nobody signed in. */
export class Guest {
  private readonly sockets: Socket[] = [];
  private saying: Promise<Socket> | undefined;

  constructor(
    readonly url: string,
    readonly id: string,
    readonly email: string,
    public cookie = '',
  ) {}

  /** The same person, with the same session, at another house. */
  at(url: string): Guest {
    return new Guest(url, this.id, this.email, this.cookie);
  }

  /** Over HTTP, or with the method ACT as an act over an own socket: then the path is `/api/evaluations/ID/NAME`, or `.../NAME/QUESTION`. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = { [requestHeader]: '1' }): Promise<Answer> {
    if (method === 'ACT') return this.sendAct(path, body);
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...headers, ...(this.cookie && { cookie: this.cookie }), ...(text !== undefined && { 'content-type': 'application/json' }) },
      ...(text !== undefined && { body: text }),
    });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0] ?? '';
    return { status: response.status, type: response.headers.get('content-type'), length: response.headers.get('content-length'), text: await response.text() };
  }

  private async sendAct(path: string, body: unknown): Promise<Answer> {
    const [evaluation = '', act = '', question] = path.split('/').slice(3);
    try {
      const outcome = await this.act({ act: act as ActMessage['act'], evaluation, question, as: '1', body });
      return { status: 'problem' in outcome ? outcome.problem.status : 200, type: null, length: null, text: JSON.stringify(outcome) };
    } catch (fault) {
      return { status: 0, type: null, length: null, text: String(fault) };
    }
  }

  /** Says a shared fact over a socket that is opened for it and kept; throws when nobody lets it in. */
  async act(message: ActMessage): Promise<ActAnswer> {
    this.saying ??= this.listen(() => undefined);
    return (await this.saying).timeout(10_000).emitWithAck('act', message) as Promise<ActAnswer>;
  }

  /** The answer of an endpoint; throws what refused it. */
  async call<E extends Endpoint>(endpoint: E, options: Options<E> = {}): Promise<AnswerOf<E>> {
    const { status, text } = await this.send(endpoint.method, pathOf(endpoint, options.params), options.body);
    if (status === 200) return JSON.parse(text) as AnswerOf<E>;
    throw new Error(`${endpoint.method} ${endpoint.path}: ${status} ${text}`);
  }

  /** The refusal of an endpoint; throws when it was not refused. */
  async refusal<E extends Endpoint>(endpoint: E, options: { params?: Readonly<Record<string, string>>; body?: unknown } = {}): Promise<Refused> {
    const { status, text } = await this.send(endpoint.method, pathOf(endpoint, options.params), options.body);
    if (status === 200) throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${text}`);
    const { code, facts } = JSON.parse(text) as Problem;
    return { status, code, facts };
  }

  /** Opens the socket; `heard` gets every message as it came: its event and its text. */
  async listen(heard: (event: string, text: string) => void): Promise<Socket> {
    const socket = io(this.url, { transports: ['websocket'], extraHeaders: this.cookie ? { cookie: this.cookie } : {}, forceNew: true, reconnection: false });
    this.sockets.push(socket);
    socket.onAny((event: string, ...told: unknown[]) => heard(event, JSON.stringify(told)));
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('connect_error', failed);
    });
    return socket;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }
}
