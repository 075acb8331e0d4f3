import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
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
}

/** Keeps each mail, then sends it when a mail server is configured. A failing server loses nothing and stops nothing. */
@Injectable()
export class Outbox {
  private readonly logger = new Logger('mail');

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
    if (this.settings.SMTP_URL) void this.send(id, mail);
  }

  private async send(id: string, mail: Mail): Promise<void> {
    try {
      await createTransport(this.settings.SMTP_URL).sendMail({ from: this.settings.MAIL_FROM, to: mail.to, subject: mail.subject, text: mail.text });
      await this.rows.update(id, { sentAt: new Date() });
    } catch (fault) {
      this.logger.error(`mail ${id} was not sent and stays in the outbox`);
      await this.rows.update(id, { failure: fault instanceof Error ? fault.message.slice(0, 500) : 'unknown' });
    }
  }
}
