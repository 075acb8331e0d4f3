import { endOf, type VisitPlan } from '@samsyn/domain';

/** The clock on the wall at the visit, which is Swedish wherever the computer is. */
export interface WallClock {
  readonly day: string;
  readonly minute: number;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export function wallClock(now: Date): WallClock {
  const parts = Object.fromEntries(stockholm.formatToParts(now).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

/** A planned interview as the notes need it: no names. */
export interface Session {
  readonly item: string;
  readonly group: string;
  readonly title: string;
  readonly day: string;
  readonly start: number;
  readonly end: number;
  readonly place: string;
}

/** The interviews of a plan, in the order of the clock. */
export function sessionsOf(plan: VisitPlan): Session[] {
  return plan.items
    .flatMap((item) => (item.kind === 'interview' && item.group !== null
      ? [{ item: item.id, group: item.group, title: plan.groups.find(({ id }) => id === item.group)?.title ?? item.title, day: item.day, start: item.start, end: endOf(item), place: plan.tracks[item.track]?.place || plan.tracks[item.track]?.name || '' }]
      : []))
    .sort((a, b) => a.day.localeCompare(b.day) || a.start - b.start || a.item.localeCompare(b.item));
}

export type SessionTime = { readonly state: 'other' | 'over' } | { readonly state: 'soon' | 'now'; readonly minutes: number };

/** Minutes left of an interview that goes on, minutes until one later the same day. */
export function timeOf({ day, start, end }: Pick<Session, 'day' | 'start' | 'end'>, wall: WallClock): SessionTime {
  if (day !== wall.day) return { state: day < wall.day ? 'over' : 'other' };
  if (wall.minute >= end) return { state: 'over' };
  return wall.minute < start ? { state: 'soon', minutes: start - wall.minute } : { state: 'now', minutes: end - wall.minute };
}

/** What one is in, or comes to next; after the last, the last. Ten minutes after its end an interview is still the one being written about, unless the next has begun. */
export function nearest(sessions: readonly Session[], wall: WallClock): Session | null {
  const goesOn = sessions.find((own) => timeOf(own, wall).state === 'now');
  const justOver = sessions.findLast(({ day, end }) => day === wall.day && wall.minute >= end && wall.minute < end + 10);
  const next = sessions.find((own) => timeOf(own, wall).state !== 'over');
  return goesOn ?? justOver ?? next ?? sessions.at(-1) ?? null;
}
