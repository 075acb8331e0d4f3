import { Injectable, Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import { focusSchema, type Changed, type Presence } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { parse } from 'cookie';
import type { Server, Socket } from 'socket.io';
import { sessionCookie, Sessions } from '../people';

/** Who may be told that somebody looks at an open question: given by the topic that knows. */
export type FocusAudience = (person: string, evaluationId: string, question: string | null) => Promise<readonly string[]>;

const room = (person: string): string => `person:${person}`;

/**
 * The one socket. It knows persons, not evaluations: a room per person, and each receiver gets an own payload. It takes
 * no commands; the only thing a browser says is which open question is on the screen.
 */
@Injectable()
@WebSocketGateway({ transports: ['websocket'], perMessageDeflate: false, serveClient: false, maxHttpBufferSize: 4096, allowRequest: (request: { headers: Record<string, string | undefined> }, decide: (fault: string | null, ok: boolean) => void) => decide(null, sameSite(request.headers)) })
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer() private readonly server!: Server;
  private readonly logger = new Logger('live');
  private readonly here = new Map<string, number>();
  private readonly focus = new Map<string, Map<string, string | null>>();
  private audience: FocusAudience = () => Promise.resolve([]);

  constructor(private readonly sessions: Sessions) {}

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.sessions.personOf(parse(socket.handshake.headers.cookie ?? '')[sessionCookie]).then(
        (person) => {
          socket.data.person = person.id;
          next();
        },
        (refused: unknown) => next(new Error(refused instanceof Refusal ? refused.code : 'defect')),
      );
    });
  }

  async handleConnection(socket: Socket): Promise<void> {
    const person = personOf(socket);
    this.here.set(person, (this.here.get(person) ?? 0) + 1);
    await socket.join(room(person));
  }

  async handleDisconnect(socket: Socket): Promise<void> {
    const person = personOf(socket);
    const left = (this.here.get(person) ?? 1) - 1;
    if (left > 0) this.here.set(person, left);
    else this.here.delete(person);
    const evaluationId = socket.data.focusedOn as string | undefined;
    if (evaluationId) await this.look(person, evaluationId, null, true);
  }

  /** Names who decides the audience of presence; called once by the topic that knows. */
  presenceFor(audience: FocusAudience): void {
    this.audience = audience;
  }

  isHere(person: string): boolean {
    return this.here.has(person);
  }

  tell(person: string, message: Changed): void {
    this.server.to(room(person)).emit('changed', message);
  }

  @SubscribeMessage('focus')
  async onFocus(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<void> {
    const parsed = focusSchema.safeParse(body);
    if (!parsed.success) return;
    socket.data.focusedOn = parsed.data.evaluationId;
    await this.look(personOf(socket), parsed.data.evaluationId, parsed.data.question, false);
  }

  private async look(person: string, evaluationId: string, question: string | null, gone: boolean): Promise<void> {
    try {
      const others = await this.audience(person, evaluationId, question);
      if (others.length === 0) return;
      const looking = this.focus.get(evaluationId) ?? new Map<string, string | null>();
      this.focus.set(evaluationId, looking);
      if (gone) looking.delete(person);
      else looking.set(person, question);
      for (const other of others) this.server.to(room(other)).emit('presence', { evaluationId, people: [...looking].filter(([own]) => own !== other).map(([own, at]) => ({ person: own, question: at })) } satisfies Presence);
      if (looking.size === 0) this.focus.delete(evaluationId);
    } catch (refused) {
      if (!(refused instanceof Refusal)) this.logger.error(refused instanceof Error ? refused.stack : String(refused));
    }
  }
}

const personOf = (socket: Socket): string => socket.data.person as string;

function sameSite(headers: Record<string, string | undefined>): boolean {
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
