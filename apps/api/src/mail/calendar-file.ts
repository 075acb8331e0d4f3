import { instantOf } from './wall-clock';

/** Somebody with an address, as a calendar names them. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarEvent {
  /** Stable for ever: what a later file changes or cancels. */
  readonly uid: string;
  /** Rises with each change of time or place; an older file is then known as old. */
  readonly sequence: number;
  readonly day: string;
  readonly start: number;
  readonly length: number;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly cancelled: boolean;
  /** When it was said. */
  readonly at: string;
  readonly invitation: { readonly organizer: CalendarPerson; readonly attendee: CalendarPerson } | null;
}

/**
 * A calendar file by RFC 5545, invitations by RFC 5546: one METHOD for the whole file, one UID for a person and an
 * interview, SEQUENCE and STATUS in step, and an ORGANIZER who is not among the attendees, or mail programs make
 * duplicates. Times are instants in UTC, so that no receiver needs our rules for summer time.
 */
export function calendarFile(method: 'REQUEST' | 'CANCEL' | 'PUBLISH', events: readonly CalendarEvent[], name?: string): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Samsyn//Intervjudagar//SV', 'CALSCALE:GREGORIAN', `METHOD:${method}`,
    ...(name === undefined ? [] : [`NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M']),
    ...events.flatMap((event) => eventLines(method, event)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(method: string, event: CalendarEvent): string[] {
  const { invitation } = event;
  return [
    'BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp(new Date(event.at))}`, `SEQUENCE:${event.sequence}`,
    `DTSTART:${stamp(instantOf(event.day, event.start))}`, `DTEND:${stamp(instantOf(event.day, event.start + event.length))}`,
    `SUMMARY:${text(event.title)}`, ...(event.place === '' ? [] : [`LOCATION:${text(event.place)}`]), ...(event.text === '' ? [] : [`DESCRIPTION:${text(event.text)}`]),
    ...(invitation ? [`ORGANIZER;CN=${parameter(invitation.organizer.name)}:mailto:${invitation.organizer.email}`, `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${method === 'REQUEST' ? 'TRUE' : 'FALSE'};CN=${parameter(invitation.attendee.name)}:mailto:${invitation.attendee.email}`] : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:OPAQUE', 'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** @example stamp(new Date('2026-10-25T12:00:00Z')) // '20261025T120000Z' */
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const text = (value: string): string => value.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r\n|\r|\n/g, '\\n');

/** A parameter's value: in quotes, which it cannot hold, and on one line. */
const parameter = (value: string): string => `"${value.replace(/["\r\n]/g, "'")}"`;

/** Lines of at most 75 octets, broken between characters; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > 75) {
      parts.push(part);
      part = '';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}
