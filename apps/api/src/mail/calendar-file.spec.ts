import { calendarFile, type CalendarEvent } from './calendar-file';
import { repliesIn } from './calendar-reply';
import { instantOf, timeInWords } from './wall-clock';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'abc@samsyn.example', sequence: 0, day: '2026-11-10', start: 780, length: 210, title: 'Intervju, utvärderingen av Provby', place: 'Blå rummet, Storgatan 1; Provby', text: 'Rad ett\nRad två', cancelled: false, at: '2026-10-01T08:00:00.000Z',
  invitation: { organizer: { name: 'Utvärderingen av Provby', email: 'samsyn@samsyn.example' }, attendee: { name: 'Anna "Ask"', email: 'anna@provby.example' } }, ...more,
});

describe('calendar files, byte for byte', () => {
  it('an invitation', () => {
    expect(calendarFile('REQUEST', [event()]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Samsyn//Intervjudagar//SV', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:abc@samsyn.example', 'DTSTAMP:20261001T080000Z', 'SEQUENCE:0',
      'DTSTART:20261110T120000Z', 'DTEND:20261110T153000Z', 'SUMMARY:Intervju\\, utvärderingen av Provby', 'LOCATION:Blå rummet\\, Storgatan 1\\; Provby', 'DESCRIPTION:Rad ett\\nRad två',
      'ORGANIZER;CN="Utvärderingen av Provby":mailto:samsyn@samsyn.example', `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=`, ` TRUE;CN="Anna 'Ask'":mailto:anna@provby.example`, 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('the same moved, and called off: one UID, SEQUENCE and STATUS in step, METHOD at the calendar alone', () => {
    const said = (file: string): string[] => file.split('\r\n').filter((line) => /^(METHOD|UID|SEQUENCE|DTSTART|DTEND|STATUS)/.test(line));
    expect(said(calendarFile('REQUEST', [event({ sequence: 1, start: 795 })]))).toEqual(['METHOD:REQUEST', 'UID:abc@samsyn.example', 'SEQUENCE:1', 'DTSTART:20261110T121500Z', 'DTEND:20261110T154500Z', 'STATUS:CONFIRMED']);
    expect(said(calendarFile('CANCEL', [event({ sequence: 2, start: 795, cancelled: true })]))).toEqual(['METHOD:CANCEL', 'UID:abc@samsyn.example', 'SEQUENCE:2', 'DTSTART:20261110T121500Z', 'DTEND:20261110T154500Z', 'STATUS:CANCELLED']);
  });

  it.each([
    ['the day before winter time', '2026-10-24', 780, '20261024T110000Z'], ['the day of it, after three', '2026-10-25', 780, '20261025T120000Z'], ['across it', '2026-10-25', 60, '20261024T230000Z'], ['the day after', '2026-10-26', 780, '20261026T120000Z'],
    ['the day before summer time', '2027-03-27', 780, '20270327T120000Z'], ['the day of it', '2027-03-28', 780, '20270328T110000Z'], ['the day after', '2027-03-29', 780, '20270329T110000Z'], ['up to midnight', '2026-11-10', 1230, '20261110T193000Z'],
  ])('%s', (_, day, start, stamp) => {
    expect(calendarFile('REQUEST', [event({ day, start })])).toContain(`DTSTART:${stamp}\r\n`);
  });

  it('an hour that comes twice is the first; one that is left out is the one after', () => {
    expect([instantOf('2026-10-25', 150), instantOf('2027-03-28', 150), instantOf('2026-11-10', 1440)].map((at) => at.toISOString())).toEqual(['2026-10-25T00:30:00.000Z', '2027-03-28T01:30:00.000Z', '2026-11-10T23:00:00.000Z']);
  });

  it('lines are 75 octets at most, broken between characters', () => {
    const lines = calendarFile('PUBLISH', [event({ title: 'å'.repeat(200), invitation: null })], 'Besök').split('\r\n');
    expect([lines.every((line) => Buffer.byteLength(line) <= 75), lines.join('').includes('�'), lines.filter((line) => line.startsWith(' ')).length > 4]).toEqual([true, false, true]);
  });

  it('times as a Swede writes them', () => {
    expect([timeInWords({ day: '2026-11-10', start: 780, length: 210 }), timeInWords({ day: '2026-11-12', start: 480, length: 60 })]).toEqual(['tis 10 november 13.00–16.30', 'tors 12 november 08.00–09.00']);
  });
});

describe('answers from calendars', () => {
  it('are read with folded lines, quoted names and the time zones of others', () => {
    const file = ['BEGIN:VCALENDAR', 'method:reply', 'BEGIN:VTIMEZONE', 'TZID:X', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:abc', ' def@x', 'SEQUENCE:3', 'ATTENDEE;CN="Ask; Anna: hon";PARTSTAT=DELEGATED;DELEGATED-TO="mailto:b@x.se":MAILTO:Anna@X.se', 'COMMENT:Jag kan inte\\, men Bo kan', 'END:VEVENT', 'END:VCALENDAR'].join('\n');
    expect(repliesIn(file)).toEqual([{ uid: 'abcdef@x', sequence: 3, attendee: 'anna@x.se', answer: 'substitute', comment: 'Jag kan inte, men Bo kan' }]);
    expect([repliesIn(file.replace('reply', 'REQUEST')), repliesIn(''), repliesIn('BEGIN:VEVENT')]).toEqual([[], [], []]);
  });
});
