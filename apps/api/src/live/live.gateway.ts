import { Injectable, Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import { focusSchema, largestAct, type ActAnswer, type Changed, type Presence } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { parse } from 'cookie';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server, Socket } from 'socket.io';
import { sessionCookie, Sessions, type SignedIn } from '../people';
import { Acts } from './acts';
import { textParser } from './text-parser';

/** Who may be told that somebody looks at an open question: given by the topic that knows. */
export type FocusAudience = (person: string, evaluationId: string, question: string | null) => Promise<readonly string[]>;

/** An act that is being done for a page: what its own person is told meanwhile goes back to that page with the answer. */
interface Acting {
  readonly socket: Socket;
  readonly told: Changed[];
  answered: boolean;
}

/**
 * The one socket. It knows persons, not evaluations: each receiver gets an own payload. A browser says which open question
 * is on the screen, and may say a draft or a shared fact (`Acts`) that it could as well send over HTTP.
 */
@Injectable()
@WebSocketGateway({ transports: ['websocket'], perMessageDeflate: false, serveClient: false, parser: textParser, maxHttpBufferSize: largestAct + 4096, allowRequest: (request: { headers: Record<string, string | undefined> }, decide: (fault: string | null, ok: boolean) => void) => decide(null, sameSite(request.headers)) })
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly logger = new Logger('live');
  /** The open pages of each person. */
  private readonly pages = new Map<string, Set<Socket>>();
  private readonly acting = new AsyncLocalStorage<Acting>();
  private readonly focus = new Map<string, Map<string, string | null>>();
  private audience: FocusAudience = () => Promise.resolve([]);

  constructor(
    private readonly sessions: Sessions,
    private readonly acts: Acts,
  ) {}

  afterInit(server: Server): void {
    this.sessions.onEnd((hasEnded) => {
      for (const page of [...this.pages.values()].flatMap((own) => [...own])) if (hasEnded(page.data.signedIn as SignedIn)) page.disconnect();
    });
    server.use((socket, next) => {
      socket.data.token = parse(socket.handshake.headers.cookie ?? '')[sessionCookie];
      this.sessions.personOf(socket.data.token).then(
        (person) => {
          socket.data.signedIn = person;
          next();
        },
        (refused: unknown) => next(new Error(refused instanceof Refusal ? refused.code : 'defect')),
      );
    });
  }

  handleConnection(socket: Socket): void {
    const person = personOf(socket);
    const own = this.pages.get(person) ?? new Set();
    this.pages.set(person, own.add(socket));
    socket.on('act', (message: unknown, answer: unknown) => void this.onAct(socket, message, answer));
  }

  async handleDisconnect(socket: Socket): Promise<void> {
    const person = personOf(socket);
    const own = this.pages.get(person);
    own?.delete(socket);
    if (own?.size === 0) this.pages.delete(person);
    const evaluationId = socket.data.focusedOn as string | undefined;
    if (evaluationId) await this.look(person, evaluationId, null, true);
  }

  /** Names who decides the audience of presence; called once by the topic that knows. */
  presenceFor(audience: FocusAudience): void {
    this.audience = audience;
  }

  isHere(person: string): boolean {
    return this.pages.has(person);
  }

  tell(person: string, message: Changed): void {
    const acting = this.acting.getStore();
    const own = acting && !acting.answered && personOf(acting.socket) === person ? acting : undefined;
    own?.told.push(message);
    for (const page of this.pages.get(person) ?? []) if (page !== own?.socket) page.emit('changed', message);
  }

  private async onAct(socket: Socket, message: unknown, answer: unknown): Promise<void> {
    if (typeof answer !== 'function') return;
    const acting: Acting = { socket, told: [], answered: false };
    const outcome: ActAnswer = await this.acting.run(acting, () => this.acts.answer(message, socket.data.token as string | undefined, acting.told));
    acting.answered = true;
    answer(outcome);
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
      for (const other of others) {
        const message: Presence = { evaluationId, people: [...looking].filter(([own]) => own !== other).map(([own, at]) => ({ person: own, question: at })) };
        for (const page of this.pages.get(other) ?? []) page.emit('presence', message);
      }
      if (looking.size === 0) this.focus.delete(evaluationId);
    } catch (refused) {
      if (!(refused instanceof Refusal)) this.logger.error(refused instanceof Error ? refused.stack : String(refused));
    }
  }
}

const personOf = (socket: Socket): string => (socket.data.signedIn as SignedIn).id;

function sameSite(headers: Record<string, string | undefined>): boolean {
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
