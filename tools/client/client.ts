import { people, requestHeader, type AnswerOf, type BodyOf, type Changed, type Endpoint, type Me, type Problem } from '@samsyn/contract';
import { io, type Socket } from 'socket.io-client';

/** A refusal as a tool meets it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(`${code} (${status}) ${JSON.stringify(facts)}`);
  }
}

/** One signed-in person over the public contract: the same HTTP and socket a browser uses, nothing else. */
export class Client {
  private cookie = '';
  private socket: Socket | undefined;
  me!: Me;

  constructor(readonly url: string) {}

  /** Signs in by the token of an invitation, one-time or demo link. */
  static async byLink(url: string, link: string): Promise<Client> {
    const client = new Client(url);
    client.me = await client.call(people.useLink, { body: { token: link.split('/').at(-1) ?? '' } });
    return client;
  }

  /** The session cookie, as a browser context wants it. */
  get session(): string {
    return this.cookie;
  }

  async call<E extends Endpoint>(endpoint: E, options: { params?: Record<string, string>; body?: BodyOf<E> } = {}): Promise<AnswerOf<E>> {
    const response = await this.raw(endpoint.method, `/api/${endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(options.params?.[name] ?? ''))}`, options.body);
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as AnswerOf<E>;
    const problem = JSON.parse(text || '{}') as Partial<Problem>;
    throw new Refused(problem.code ?? 'defect', response.status, { ...problem.facts, request: problem.request });
  }

  async raw(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { [requestHeader]: '1', ...(this.cookie ? { cookie: this.cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  /** Opens the socket; `heard` gets every `changed`. */
  async listen(heard: (changed: Changed) => void): Promise<void> {
    const socket = io(this.url, { transports: ['websocket'], extraHeaders: { cookie: this.cookie }, forceNew: true });
    this.socket = socket;
    socket.on('changed', heard);
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('connect_error', failed);
    });
  }

  close(): void {
    this.socket?.close();
  }
}
