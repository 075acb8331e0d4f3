import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { Repository } from 'typeorm';
import { SETTINGS, type Settings } from '../http';
import { OutboxMailRow } from './outbox-mail.entity';

export interface Mail {
  readonly personId: string | null;
  readonly evaluationId?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mail server that does not answer holds up the end of the process no longer than this. */
const longestFarewell = 5000;

/** Keeps each mail, then sends it when a mail server is configured. A failing server loses nothing and stops nothing. */
@Injectable()
export class Outbox implements OnModuleDestroy {
  private readonly logger = new Logger('mail');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @InjectRepository(OutboxMailRow) private readonly rows: Repository<OutboxMailRow>,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async put(mail: Mail): Promise<void> {
    const id = randomUUID();
    await this.rows.insert({ id, personId: mail.personId, address: mail.to, evaluationId: mail.evaluationId ?? null, subject: mail.subject, text: mail.text });
    this.deliver(id, mail);
  }

  /** Sends a mail that lies in the outbox already. */
  deliver(id: string, mail: Mail): void {
    if (!this.settings.SMTP_URL) return;
    const sending = this.send(id, mail).catch((fault: unknown) => this.logger.error(fault instanceof Error ? fault.stack : String(fault))).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** What is with the mail server right now is noted as sent, while there is still a database to note it in. */
  async onModuleDestroy(): Promise<void> {
    await Promise.race([Promise.allSettled(this.underWay), pause(longestFarewell, undefined, { ref: false })]);
  }

  private async send(id: string, mail: Mail): Promise<void> {
    try {
      await createTransport(this.settings.SMTP_URL).sendMail({ from: this.settings.MAIL_FROM, to: mail.to, subject: mail.subject, text: mail.text, headers: { ...mail.headers } });
      await this.rows.update(id, { sentAt: new Date() });
    } catch (fault) {
      this.logger.error(`mail ${id} was not sent and stays in the outbox`);
      await this.rows.update(id, { failure: fault instanceof Error ? fault.message.slice(0, 500) : 'unknown' });
    }
  }
}
