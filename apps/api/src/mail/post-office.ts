import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Readable } from 'node:stream';
import { SETTINGS, type Settings } from '../http';
import type { CalendarPerson } from './calendar-file';

export interface Message {
  readonly id: string;
  readonly to: CalendarPerson;
  readonly subject: string;
  readonly text: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
}

/**
 * `later`: it certainly did not arrive and may be tried again. `never`: the server will not have it. `unknown`: the line
 * broke after the whole mail was given over and before the server said yes; it may have gone.
 */
export type Outcome = { readonly kind: 'sent' } | { readonly kind: 'later' | 'never' | 'unknown'; readonly fault: string };

/** Hands one mail to the mail server, with its calendar file as an alternative to the text and as an attachment. */
@Injectable()
export class PostOffice {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get open(): boolean {
    return this.settings.SMTP_URL !== undefined;
  }

  /** Whom the mails come from. */
  get sender(): CalendarPerson {
    const [, name = '', email = ''] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(this.settings.MAIL_FROM) ?? [];
    return email === '' ? { name: 'Samsyn', email: this.settings.MAIL_FROM.trim() } : { name: name.replace(/^"|"$/g, '') || 'Samsyn', email };
  }

  async hand(message: Message): Promise<Outcome> {
    const { calendar } = message;
    let given = false;
    try {
      const composed = await createTransport({ streamTransport: true, buffer: true, newline: 'windows', disableFileAccess: true, disableUrlAccess: true }).sendMail({
        from: this.settings.MAIL_FROM, to: { name: message.to.name, address: message.to.email }, subject: message.subject, text: message.text,
        messageId: `<${message.id}@${this.sender.email.split('@')[1] ?? 'samsyn'}>`,
        ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content, filename: calendar.method === 'CANCEL' ? 'avbokning.ics' : 'inbjudan.ics' } }),
      });
      // Read once the server is there and has let us in, not before.
      const raw = Readable.from((function* () {
        given = true;
        yield composed.message;
      })());
      await createTransport({ url: this.settings.SMTP_URL, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }).sendMail({ envelope: { from: this.sender.email, to: [message.to.email] }, raw });
      return { kind: 'sent' };
    } catch (thrown) {
      return outcomeOf(thrown, given);
    }
  }
}

/** By the code of the server's answer about this mail; without one, by how far it had come. */
function outcomeOf(thrown: unknown, given: boolean): Outcome {
  const { code, responseCode, message } = (thrown ?? {}) as { code?: string; responseCode?: number; message?: string };
  const fault = (message ?? 'unknown').slice(0, 300);
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (aboutMail) return { kind: responseCode !== undefined && responseCode < 500 ? 'later' : 'never', fault };
  return { kind: given && responseCode === undefined ? 'unknown' : 'later', fault };
}
