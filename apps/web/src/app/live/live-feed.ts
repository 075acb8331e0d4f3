import { Service, signal } from '@angular/core';
import type { ActAnswer, ActMessage, Changed, focusSchema, Presence } from '@samsyn/contract';
import { largestAct } from '@samsyn/contract/routes';
import { Subject, type Observable } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { carryActsBy } from '../http';

/** After so long without an answer an act counts as lost on the way, and the page reads what stands. */
const patience = 15_000;

export type Connection = 'connected' | 'connecting' | 'offline';

/**
 * The one socket. A push is a hint with a revision: whoever listens reads again over HTTP. On every (re)connection,
 * return to the tab and every 30 seconds `checks` fires, so that a lost push heals by itself.
 */
@Service()
export class LiveFeed {
  private readonly changed = new Subject<Changed>();
  private readonly present = new Subject<Presence>();
  private readonly check = new Subject<void>();
  private readonly state = signal<Connection>('connecting');
  private readonly lostSince = signal<Date | null>(null);
  private socket: Socket | null = null;
  private watching = false;

  readonly changes: Observable<Changed> = this.changed.asObservable();
  readonly presence: Observable<Presence> = this.present.asObservable();
  readonly checks: Observable<void> = this.check.asObservable();
  readonly connection = this.state.asReadonly();
  readonly offlineSince = this.lostSince.asReadonly();

  /** Opens the socket for the signed-in person; safe to call again. */
  open(): void {
    if (this.socket) return;
    const socket = io({ transports: ['websocket'], reconnectionDelay: 300, reconnectionDelayMax: 3000 });
    this.socket = socket;
    socket.on('connect', () => this.connected());
    socket.on('disconnect', (reason) => {
      if (this.socket !== socket) return;
      this.lost();
      // The server hangs up when the session ends; whoever has signed in here since is let in again.
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', () => this.lost());
    socket.on('changed', (message: Changed) => this.changed.next(message));
    socket.on('presence', (message: Presence) => this.present.next(message));
    this.watch();
    carryActsBy((message) => this.act(message));
  }

  close(): void {
    this.socket?.close();
    this.socket = null;
    this.state.set('connecting');
    this.lostSince.set(null);
  }

  /** Says a draft or a shared fact over the open socket; null when it must go as a request: no socket, or more than it takes. */
  private act(message: ActMessage): Promise<ActAnswer> | null {
    if (!this.socket?.connected || !navigator.onLine || new Blob([JSON.stringify(message)]).size > largestAct) return null;
    return this.socket.timeout(patience).emitWithAck('act', message).then((answer: ActAnswer) => {
      for (const changed of answer.changed) this.changed.next(changed);
      return answer;
    });
  }

  /** The browser's own signs, listened to once even when another person signs in later. */
  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.check.next());
    window.addEventListener('offline', () => this.lost());
    window.addEventListener('online', () => (this.socket?.connected ? this.connected() : this.socket?.connect()));
    setInterval(() => this.check.next(), 30_000);
  }

  /** Tells the other evaluators which open question is on this screen. */
  focus(message: z.infer<typeof focusSchema>): void {
    this.socket?.emit('focus', message);
  }

  private connected(): void {
    this.state.set('connected');
    this.lostSince.set(null);
    this.check.next();
  }

  private lost(): void {
    this.state.set(navigator.onLine ? 'connecting' : 'offline');
    if (!this.lostSince()) this.lostSince.set(new Date());
  }
}
