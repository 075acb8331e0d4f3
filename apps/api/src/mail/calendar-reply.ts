import PostalMime from 'postal-mime';

/** What a calendar program answered to an invitation. */
export interface CalendarReply {
  readonly uid: string;
  readonly sequence: number;
  readonly attendee: string;
  readonly answer: 'coming' | 'cannot' | 'substitute';
  readonly comment: string;
}

const answers: Readonly<Record<string, CalendarReply['answer']>> = { ACCEPTED: 'coming', DECLINED: 'cannot', DELEGATED: 'substitute' };

/** The answers in a mail as it came over the wire (RFC 5322); none when it holds no calendar, or one that answers nothing. */
export async function repliesInMail(message: string): Promise<CalendarReply[]> {
  const { attachments } = await PostalMime.parse(message, { attachmentEncoding: 'utf8', maxNestingDepth: 20 }).catch(() => ({ attachments: [] }));
  const calendars = attachments.filter(({ mimeType, filename }) => /^(text\/calendar|application\/ics)$/i.test(mimeType) || /\.ics$/i.test(filename ?? ''));
  // The same answer often lies there twice, as alternative and as attachment.
  const seen = new Map(calendars.flatMap(({ content }) => repliesIn(typeof content === 'string' ? content : new TextDecoder().decode(content))).map((reply) => [JSON.stringify(reply), reply]));
  return [...seen.values()];
}

/** The answers in a calendar file with METHOD:REPLY (RFC 5546, 3.2.3). "Maybe" answers nothing. */
export function repliesIn(calendar: string): CalendarReply[] {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/).map(property);
  if (!lines.some(({ name, value }) => name === 'METHOD' && value.toUpperCase() === 'REPLY')) return [];
  const replies: CalendarReply[] = [];
  let event: Line[] | null = null;
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') event = [];
    else if (line.name === 'END' && line.value === 'VEVENT') {
      replies.push(...replyOf(event ?? []));
      event = null;
    } else event?.push(line);
  }
  return replies;
}

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

function property(line: string): Line {
  const [, name = '', parameters = '', value = ''] = /^([A-Za-z0-9-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;]*))*):(.*)$/.exec(line) ?? [];
  return { name: name.toUpperCase(), parameters, value };
}

function replyOf(lines: readonly Line[]): CalendarReply[] {
  const first = (name: string): Line | undefined => lines.find((line) => line.name === name);
  const attendee = first('ATTENDEE');
  const said = /;PARTSTAT="?([A-Z-]+)/i.exec(attendee?.parameters ?? '')?.[1];
  const answer = answers[said?.toUpperCase() ?? ''];
  const uid = first('UID')?.value.trim();
  if (!attendee || !answer || !uid) return [];
  const comment = (first('COMMENT')?.value ?? '').replace(/\\n/gi, '\n').replace(/\\(.)/g, '$1').slice(0, 1000);
  return [{ uid, sequence: Number(first('SEQUENCE')?.value ?? 0) || 0, attendee: attendee.value.replace(/^mailto:/i, '').trim().toLowerCase(), answer, comment }];
}
