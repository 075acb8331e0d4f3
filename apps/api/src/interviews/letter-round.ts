import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { PostOffice, type Outcome } from '../mail';
import { Interviewees } from './interviewees';
import { linkMark } from './letter-words';
import { VisitNews } from './visit-news';

interface Due {
  readonly id: string;
  readonly evaluationId: string;
  readonly person: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar: string | null;
  readonly method: string | null;
  readonly attempts: number;
  readonly releasedAt: Date;
}

const minute = 60_000;
const every = 15_000;
/** After so many in a row that did not go, the server is down and the rest waits for the next round. */
const downAfter = 3;
/** As long as a mail server may be down before a letter is given back to the coordinator. */
const patience = 48 * 60 * minute;

/** 1, 2, 4 … minutes, at most half an hour. */
const pauseAfter = (attempts: number): number => Math.min(30, 2 ** (attempts - 1)) * minute;

const lost = 'Servern stannade medan brevet skickades. Det kan ha kommit fram. Fråga mottagaren, eller skicka igen: kalendern känner igen det.';
const unsure = 'Förbindelsen bröts i slutet. Brevet kan ha kommit fram. Fråga mottagaren, eller skicka igen: kalendern känner igen det.';

/**
 * Sends what has been let out. A letter is marked as being sent before a byte of it leaves, so it goes at most once from
 * here, whatever number of processes. One window is left, as with every mail: the server has taken it and the process
 * dies, or the line breaks, before we know. Such a letter is not sent again by itself; it is given back as failed, with
 * these words. Sent again by hand it has the same Message-ID, UID and SEQUENCE, so that a calendar takes it as the same.
 */
@Injectable()
export class LetterRound implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('letters');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly post: PostOffice,
    private readonly people: Interviewees,
    private readonly news: VisitNews,
  ) {}

  onApplicationBootstrap(): void {
    if (this.post.open) this.timer = setInterval(() => this.soon(), every).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  soon(): void {
    if (this.post.open) void this.round();
  }

  /** Sends what is due, one after the other; rounds take turns. Answers when done. */
  round(): Promise<void> {
    this.running = this.running.then(() => this.work()).catch((fault: unknown) => this.logger.error(fault instanceof Error ? fault.stack : String(fault)));
    return this.running;
  }

  private async work(): Promise<void> {
    await statement(this.source, 'letters-lost', `UPDATE visit_letter SET state = 'failed', failure = $2 WHERE state = 'sending' AND leased_until < $1::timestamptz`, [new Date().toISOString(), lost]);
    for (let refused = 0; refused < downAfter && !this.stopping; ) {
      const now = new Date();
      const [letter] = await statement<Due & Record<string, unknown>>(this.source, 'take-letter', takeStatement, [now.toISOString(), new Date(now.getTime() + 10 * minute).toISOString()]);
      if (!letter) return;
      const outcome = await this.post.hand({
        id: letter.id, to: { name: letter.name, email: letter.address }, subject: letter.subject, text: letter.text.replaceAll(linkMark, await this.people.linkOf(letter.person)),
        calendar: letter.calendar !== null && letter.method !== null ? { method: letter.method, content: letter.calendar } : null,
      });
      refused = outcome.kind === 'later' ? refused + 1 : 0;
      await this.note(letter, outcome);
      await this.news.changed(letter.evaluationId, 'coordinator');
    }
  }

  private async note({ id, attempts, releasedAt }: Due, outcome: Outcome): Promise<void> {
    const now = new Date();
    const waits = outcome.kind === 'later' && now.getTime() - releasedAt.getTime() < patience;
    const state = outcome.kind === 'sent' ? 'sent' : waits ? 'released' : 'failed';
    const failure = outcome.kind === 'sent' ? '' : outcome.kind === 'unknown' ? unsure : outcome.fault;
    await statement(this.source, 'note-letter', `UPDATE visit_letter SET state = $2, failure = $3, leased_until = NULL, next_at = $4::timestamptz, sent_at = CASE WHEN $2 = 'sent' THEN $5::timestamptz END WHERE id = $1 AND state = 'sending'`, [id, state, failure, new Date(now.getTime() + pauseAfter(attempts)).toISOString(), now.toISOString()]);
  }
}

const takeStatement = `WITH due AS (SELECT id FROM visit_letter WHERE state = 'released' AND next_at <= $1::timestamptz ORDER BY next_at, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  UPDATE visit_letter l SET state = 'sending', leased_until = $2::timestamptz, attempts = l.attempts + 1 FROM due WHERE l.id = due.id
  RETURNING l.id, l.evaluation_id AS "evaluationId", l.interviewee_id AS person, l.name, l.address, l.subject, l.text, l.calendar, l.method, l.attempts, l.released_at AS "releasedAt"`;
